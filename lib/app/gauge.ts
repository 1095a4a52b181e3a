import { calendarFor } from '#lib/domain/cadence/calendar.ts'
import { gaugeOf, OPEN_DAYS, textOf, type Gauge } from '#lib/domain/gauge.ts'
import type { Deps } from './deps.ts'
import { thisMoment } from './planning.ts'

/** The rep's own touches on LinkedIn, counted; see `gauge.ts` of the domain. */
export async function gaugeView(deps: Deps): Promise<Gauge> {
  const moment = await thisMoment(deps)
  const since = new Date(Date.parse(moment.now) - (OPEN_DAYS + 1) * DAY_MS).toISOString()
  const [touches, cadences] = await Promise.all([
    deps.store.touchesSince(since, MOST_TOUCHES),
    deps.store.cadences(),
  ])
  const steps = new Map(cadences.flatMap((cadence) => cadence.steps.map((step) => [step.id, step])))
  return gaugeOf({
    now: moment.now,
    calendar: calendarFor(moment.settings, moment.machineZone, null),
    settings: moment.settings,
    sent: touches
      .filter(({ channel }) => channel === 'linkedin')
      .map((touch) => ({ touch, ...textOf(steps.get(touch.stepId)) })),
  })
}

const DAY_MS = 86_400_000
/** A year of a busy rep. */
const MOST_TOUCHES = 30_000
