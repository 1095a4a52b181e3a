import { dayAt, isWorkingDay, type Calendar, type EpochDay } from './calendar.ts'
import { nextTouch, schedule, type PlanInput, type PlanTouch } from './plan.ts'
import { reckoningOf } from './reckoning.ts'
import type { EditPlace } from './edit-effect.ts'
import type { Step } from './step.ts'
import type { Instant } from '../values.ts'

/** What can be made of an overdue touch. Rules K1 to K5 of SPEC.md. */

export const CLEAN_UPS = ['shift', 'skip', 'collapse', 'close'] as const
export type CleanUp = (typeof CLEAN_UPS)[number]

export interface CleanedUp {
  /** Touches that are written, in order. */
  touches: { step: Step; state: 'skipped' | 'snoozed'; at: Instant; snoozedTo: Instant | null }[]
  /** The touch that is next then; null when none is left or the cadence is closed. */
  to: EditPlace | null
}

/**
 * What `how` makes of the overdue touch of an active enrollment; null when nothing of it is due. `to`: the instant for
 * `shift` (`firstOn`); without one the next at which the step may be made.
 */
export function cleanedUp(input: PlanInput, how: CleanUp, to?: Instant): CleanedUp | null {
  const next = nextTouch(input)
  const step = next.kind === 'due' ? stepOf(input, next.stepId) : undefined
  if (next.kind !== 'due' || step === undefined) return null
  switch (how) {
    case 'shift':
      // It is written into the enrollment, not as a touch.
      return { ...withTouches(input, [snoozed(input, step, to ?? soonest(input, step))]), touches: [] }
    case 'skip':
      return withTouches(input, [{ step, state: 'skipped', at: input.now, snoozedTo: null }])
    case 'collapse':
      return withTouches(input, collapsed(input, next.at))
    case 'close':
      return { touches: [], to: null }
  }
}

/** K2, W5: the first instant on a date, in the calendar of the step, or on the first date after it that has one. */
export function firstOn(
  input: Pick<PlanInput, 'cadence' | 'calendar'>,
  stepId: string,
  day: EpochDay,
): Instant {
  const reckoning = reckoningOf(input.calendar, stepOf(input, stepId) ?? null)
  return text(reckoning.preferred(reckoning.first(day)))
}

/** K2: fills the rep's days one after the other, up to `perDay` touches with what is planned on them already. */
export function daySpread(
  calendar: Calendar,
  { from, perDay, planned }: { from: EpochDay; perDay: number; planned: ReadonlyMap<EpochDay, number> },
): (first: (day: EpochDay) => Instant) => Instant {
  const load = new Map(planned)
  const most = Math.max(1, perDay)
  let open = from
  return (first) => {
    for (let day = open, tries = 0; ; day++, tries++) {
      const at = first(day)
      const falls = dayAt(calendar.zone, ms(at))
      const count = load.get(falls) ?? 0
      if (count >= most && tries < MOST_DAYS) {
        // Days are passed over for good only while every one before them is full, or nobody works on it.
        if (day === open && (falls === day || !isWorkingDay(calendar, day))) open++
        continue
      }
      load.set(falls, count + 1)
      return at
    }
  }
}

/**
 * K3: the touches that would be over by now had each been made when it was due, but the last; that one is brought to
 * now. The break-up is not reached this way: it says goodbye after words that were never said.
 */
function collapsed(input: PlanInput, dueAt: Instant): CleanedUp['touches'] {
  const onTime = schedule({ ...input, now: dueAt }).filter(
    ({ state }) => state === 'next' || state === 'planned',
  )
  const behind = onTime.filter(({ at }, place) => place === 0 || at <= input.now)
  const reached = behind.findLastIndex(({ breakup }, place) => place === 0 || !breakup)
  return behind.slice(0, reached + 1).flatMap(({ stepId, at }, place): CleanedUp['touches'] => {
    const step = stepOf(input, stepId)
    if (step === undefined) return []
    if (place === reached) return [snoozed(input, step, soonest(input, step))]
    return [{ step, state: 'skipped', at, snoozedTo: null }]
  })
}

function snoozed({ now }: PlanInput, step: Step, to: Instant): CleanedUp['touches'][number] {
  return { step, state: 'snoozed', at: now, snoozedTo: to }
}

function withTouches(input: PlanInput, written: CleanedUp['touches']): CleanedUp {
  const { cycle } = input.enrollment
  const ids = new Set(written.map(({ step }) => step.id))
  const kept = input.touches.filter((touch) => touch.cycle !== cycle || !ids.has(touch.stepId))
  const rows = written.map(({ step, state, at, snoozedTo }): PlanTouch => ({
    stepId: step.id, cycle, state, at, snoozedTo,
  })) // prettier-ignore
  const next = nextTouch({ ...input, touches: [...kept, ...rows] })
  const to = next.kind === 'due' ? { stepId: next.stepId, at: next.at, zone: next.zone } : null
  return { touches: written, to }
}

function stepOf({ cadence }: Pick<PlanInput, 'cadence'>, id: string): Step | undefined {
  return cadence.steps.find((step) => step.id === id)
}

function soonest({ calendar, now }: PlanInput, step: Step): Instant {
  return text(reckoningOf(calendar, step).next(ms(now)))
}

function ms(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}

function text(at: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'millisecond' })
}

/** After so many full days the limit gives way: nothing is put off for ever. */
const MOST_DAYS = 400
