import type { Calendar, EpochDay } from './calendar.ts'
import { reckoningOf, type Reckoning } from './reckoning.ts'
import type { PlanStep } from './step.ts'

/** When a step falls due, in milliseconds. Rules P4 to P7, P13, R1 to R3 and O2 of SPEC.md stand beside the code. */

/** What a delay may count from, and what has moved since. */
export interface Anchors {
  /** When the last touch was over, or the start (P4). */
  base: number
  start: number
  /** The lead's arrival; the start where none is known. */
  arrival: number
  /** Whether a touch is over: then the base is its end. */
  hasPrevious: boolean
  pauses: readonly Pause[]
  /** How far sliding touches have moved what counts from start or arrival (O2). */
  slip: Slip
}

export interface Pause {
  from: number
  /** When it ended or will end; null = nobody knows. Of an absence its last day ends it. */
  to: number | null
  /** Last day of an absence that the contact stated, as a date of the contact; null = any other pause. */
  lastDay: EpochDay | null
}

/** The same way in the three units of a delay. */
export interface Slip {
  businessDays: number
  days: number
  ms: number
}

/** P5 to P7, W5: the due instant of a step. `apart`: the cadence has it on another day than the step before it. */
export function dueOf(step: PlanStep, anchors: Anchors, calendar: Calendar, apart: boolean): number {
  const reckoning = reckoningOf(calendar, step)
  const { from } = step.delay
  const anchor = from === 'previous' ? anchors.base : from === 'start' ? anchors.start : anchors.arrival
  let due = delayed(step, anchor, from === 'previous' ? NO_SLIP : anchors.slip, reckoning)
  // W5: before a pause, which keeps the distance to it, and once more for the date that comes of all this.
  if (countsDays(step)) due = reckoning.preferred(due)
  for (const pause of anchors.pauses) due = afterPause(step, due, anchor, pause, reckoning)
  due = inOrder(step, due, anchors, reckoning, apart)
  return countsDays(step) ? reckoning.preferred(due) : due
}

function countsDays({ delay: { unit } }: PlanStep): boolean {
  return unit === 'days' || unit === 'business_days'
}

/** P5, P6: the delay counted from its anchor. */
function delayed({ delay }: PlanStep, anchor: number, slip: Slip, reckoning: Reckoning): number {
  const { value, unit } = delay
  if (unit === 'minutes') return reckoning.next(anchor + value * MINUTE + slip.ms)
  if (unit === 'hours') return reckoning.next(anchor + value * 60 * MINUTE + slip.ms)
  const count = value + (unit === 'days' ? slip.days : slip.businessDays)
  if (count === 0) return reckoning.next(anchor)
  const day = reckoning.dayAt(anchor)
  return reckoning.first(unit === 'days' ? day + count : reckoning.addBusinessDays(day, count))
}

/** R1 to R3: a pause that came before the due instant keeps the distance from its beginning to it. */
function afterPause(step: PlanStep, due: number, anchor: number, pause: Pause, reckoning: Reckoning): number {
  if (pause.to === null || anchor >= pause.to) return due
  const from = Math.max(pause.from, anchor)
  const back = goesOnAt(pause, pause.to, reckoning)
  if (due <= from) return reckoning.next(back)
  const [began, dueDay] = [reckoning.dayAt(from), reckoning.dayAt(due)]
  const { unit } = step.delay
  if (unit === 'minutes' || unit === 'hours' || began === dueDay) return reckoning.next(back + due - from)
  const day = pause.lastDay ?? reckoning.dayAt(pause.to)
  const target =
    unit === 'days'
      ? day + dueDay - began
      : reckoning.addBusinessDays(day, reckoning.businessDays(began, dueDay))
  return Math.max(reckoning.first(target), reckoning.next(back))
}

/** R3: after a stated absence one working day is left to the person; any other pause ends when it ends. */
export function goesOnAt(pause: Pause, to: number, reckoning: Reckoning): number {
  return pause.lastDay === null ? to : reckoning.first(reckoning.addBusinessDays(pause.lastDay, 1))
}

/** P7, P13: never before what came before it, nor on its day unless the cadence says so. */
function inOrder(
  step: PlanStep,
  due: number,
  { base, hasPrevious }: Anchors,
  reckoning: Reckoning,
  apart: boolean,
): number {
  const later = due < base ? reckoning.next(base) : due
  const { from, unit } = step.delay
  if (from === 'previous' || !hasPrevious || !apart || unit === 'minutes' || unit === 'hours') return later
  const day = reckoning.dayAt(base)
  return reckoning.dayAt(later) > day ? later : reckoning.first(reckoning.addBusinessDays(day, 1))
}

/**
 * P13: for each step whether the cadence has it on another day than the one before it, its days counted as they
 * stand. Minutes and hours stay on the day they count from.
 */
export function daysApart(steps: readonly PlanStep[]): boolean[] {
  let before = 0
  return steps.map(({ delay: { value, unit, from } }, index) => {
    const days = unit === 'minutes' || unit === 'hours' ? 0 : value
    const day = from === 'previous' ? before + days : days
    const apart = index > 0 && day !== before
    before = day
    return apart
  })
}

export const NO_SLIP: Slip = { businessDays: 0, days: 0, ms: 0 }
const MINUTE = 60_000
