import {
  calendarFor,
  dayAt,
  epochDay,
  isWorkingDay,
  startOfDay,
  startOfWork,
  type Calendar,
  type EpochDay,
} from '#lib/domain/cadence/calendar.ts'
import { schedule, type PlanTouch } from '#lib/domain/cadence/plan.ts'
import type { Channel } from '#lib/domain/cadence/step.ts'
import {
  isOver,
  loadOf,
  proposeStarts,
  startTogether,
  total,
  type Limits,
  type Load,
  type LoadTouch,
} from '#lib/domain/capacity.ts'
import type { Cadence, Enrollment } from '#lib/domain/records.ts'
import type { Day, Instant } from '#lib/domain/values.ts'
import type { Deps } from './deps.ts'
import { freshEnrollment, thisMoment, type Moment } from './planning.ts'

/** What the coming days hold if so many people begin, all today or spread under the limits. */
export interface LoadView {
  together: StartPlan
  spread: StartPlan
  limit: number | null
}

export interface StartPlan {
  /** For each person the instant of the beginning; null = at once. */
  starts: (Instant | null)[]
  /** How many begin on which day, in order. */
  days: { at: Instant; people: number }[]
  /** The next working days: what they hold already, what is added, and whether that is more than they should. */
  load: { at: Instant; there: number; added: number; over: boolean }[]
  /** Touches beyond the limits. */
  over: number
}

export async function loadView(
  deps: Deps,
  { cadenceId, people }: { cadenceId: string; people: number },
): Promise<LoadView | null> {
  const moment = await thisMoment(deps)
  const calendar = calendarFor(moment.settings, moment.machineZone, null)
  const [cadence, load] = await Promise.all([
    deps.store.get('cadence', cadenceId),
    loadBefore(deps, END_OF_TIME, calendar, moment),
  ])
  if (!cadence || people === 0) return null
  const today = dayAt(calendar.zone, Date.parse(moment.now))
  const input = {
    people,
    touchesFrom: (day: EpochDay) =>
      touchesOfStart(cadence, startOf(day, today, calendar, moment), calendar, moment),
    load,
    limits: moment.settings,
    today,
    calendar,
  }
  const shown = (starts: ReturnType<typeof proposeStarts>) => startPlan(starts, input, moment)
  return {
    together: shown(startTogether(input)),
    spread: shown(proposeStarts(input)),
    limit: moment.settings.dailyTouches,
  }
}

/** A day that holds as many touches as the rep wants on one, or more: in all, or of a channel. */
export interface FullDay {
  of: Channel | 'all'
  touches: number
  limit: number
}

/** Whether the rep's day of this instant is full for a touch of this channel, before it is added; null where there is room. */
export async function fullDay(
  deps: Deps,
  { at, channel }: { at: Instant; channel: Channel },
): Promise<FullDay | null> {
  const moment = await thisMoment(deps)
  const { dailyTouches, dailyCaps } = moment.settings
  const cap = dailyCaps[channel]
  if (dailyTouches === null && cap === null) return null
  const calendar = calendarFor(moment.settings, moment.machineZone, null)
  const day = dayAt(calendar.zone, Date.parse(at))
  const end = new Date(startOfDay(calendar.zone, day + 1)).toISOString()
  const load = (await loadBefore(deps, end, calendar, moment)).get(day)
  const counts = [
    { of: 'all' as const, touches: total(load), limit: dailyTouches },
    { of: channel, touches: load?.[channel] ?? 0, limit: cap },
  ]
  for (const { of, touches, limit } of counts)
    if (limit !== null && touches >= limit) return { of, touches, limit }
  return null
}

/** What the days hold by those whose next touch is due before `until`: nobody else has one before it. */
async function loadBefore(deps: Deps, until: Instant, calendar: Calendar, moment: Moment): Promise<Load> {
  const [cadences, active] = await Promise.all([
    deps.store.cadences(),
    deps.store.dueEnrollments(until, MOST_ENROLLMENTS),
  ])
  const byId = new Map(cadences.map((one) => [one.id, one]))
  const planned = active.flatMap((enrollment) => {
    const own = byId.get(enrollment.cadenceId)
    return own ? touchesToCome(own, enrollment, calendar, moment) : []
  })
  return loadOf(planned, calendar)
}

function startPlan(
  starts: { days: Day[]; load: Load; over: number },
  { load, limits, today, calendar }: { load: Load; limits: Limits; today: EpochDay; calendar: Calendar },
  moment: Moment,
): StartPlan {
  const shown: StartPlan['load'] = []
  for (let day = today; shown.length < DAYS_SHOWN && day < today + 60; day++) {
    const [there, all] = [total(load.get(day)), total(starts.load.get(day))]
    if (!isWorkingDay(calendar, day) && all === 0) continue
    shown.push({
      at: instantIn(day, calendar),
      there,
      added: all - there,
      over: all > there && isOver(starts.load.get(day), limits),
    })
  }
  const counted = Map.groupBy(starts.days, (day) => day)
  return {
    starts: starts.days.map((day) => {
      const at = startOf(epochDay(day) ?? today, today, calendar, moment)
      return at === moment.now ? null : at
    }),
    days: [...counted].map(([day, all]) => ({
      at: instantIn(epochDay(day) ?? today, calendar),
      people: all.length,
    })),
    load: shown,
    over: starts.over,
  }
}

/** An instant of the day, to be written as one. */
function instantIn(day: EpochDay, calendar: Calendar): Instant {
  return new Date(startOfDay(calendar.zone, day) + HALF_DAY_MS).toISOString()
}

/** Today means now, another day its start of work. */
function startOf(day: EpochDay, today: EpochDay, calendar: Calendar, { now }: Moment): Instant {
  return day === today ? now : new Date(startOfWork(calendar, day)).toISOString()
}

function touchesOfStart(
  cadence: Cadence & { id: string },
  startedAt: Instant,
  calendar: Calendar,
  moment: Moment,
): LoadTouch[] {
  const enrollment = {
    ...freshEnrollment({ ids: { next: () => NOBODY.id } }, NOBODY, cadence.id, moment),
    startedAt,
  }
  return schedule({ cadence, enrollment, touches: [], calendar, now: startedAt })
}

/**
 * The touches that are to come of somebody, reckoned from the next one alone: what was done before is taken as done
 * at the beginning, so that nobody's touches need to be read.
 */
function touchesToCome(
  cadence: Cadence,
  enrollment: Enrollment & { id: string },
  calendar: Calendar,
  { now }: Moment,
): LoadTouch[] {
  const position = cadence.steps.findIndex(({ id }) => id === enrollment.dueStepId)
  const { cycle, startedAt, dueAt } = enrollment
  if (position === -1 || dueAt === null) return []
  const past = cadence.steps
    .slice(0, position)
    .map(({ id }): PlanTouch => ({ stepId: id, cycle, state: 'done', at: startedAt, snoozedTo: null }))
  const next: PlanTouch = {
    stepId: enrollment.dueStepId ?? '',
    cycle,
    state: 'snoozed',
    at: startedAt,
    snoozedTo: dueAt,
  }
  const all = schedule({ cadence, enrollment, touches: [...past, next], calendar, now })
  return all.filter(({ state }) => state === 'next' || state === 'planned')
}

const NOBODY = { id: '00000000-0000-4000-8000-000000000000', zone: null, practice: false, owner: null }
const END_OF_TIME = '9999-12-31T23:59:59.999Z'
const MOST_ENROLLMENTS = 5_000
const DAYS_SHOWN = 10
const HALF_DAY_MS = 12 * 3_600_000
