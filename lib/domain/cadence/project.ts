import type { Calendar } from './calendar.ts'
import { isMade, type Known } from './conditions.ts'
import { daysApart, dueOf, NO_SLIP, type Anchors, type Pause, type Slip } from './due.ts'
import { reckoningOf, type Reckoning } from './reckoning.ts'
import type { PlanStep } from './step.ts'

/** The touches to come, each as if the one before it were done as early as it can be (P10, O1 to O4 of SPEC.md). */

export interface Course<S extends PlanStep = PlanStep> {
  steps: readonly S[]
  /** Positions of the steps that are still to come, in order. */
  toCome: readonly number[]
  /** What is over, in the order it happened. */
  over: readonly { stepId: string; at: number }[]
  /** New due instants (ms) of snoozed touches, by step. */
  snoozed: ReadonlyMap<string, number>
  start: number
  arrival: number
  pauses: readonly Pause[]
  known: Known
  calendar: Calendar
  now: number
}

export interface Projected<S extends PlanStep = PlanStep> {
  step: S
  index: number
  /** When it falls or fell due. */
  due: number
  /** When it can be made at the earliest, from now on. */
  at: number
  zone: string
}

/** Every touch to come that will be made, in order. Steps whose conditions do not hold or that are skipped by now are left out. */
export function project<S extends PlanStep>(course: Course<S>): Projected<S>[] {
  const { steps, calendar, now } = course
  const apart = daysApart(steps)
  const anchors: Anchors = { ...anchorsOf(course), slip: slipOf(course) }
  const touches: Projected<S>[] = []
  for (const index of course.toCome) {
    const step = steps[index]
    if (step === undefined || !isMade(step, course.known)) continue
    const reckoning = reckoningOf(calendar, step)
    const snoozedTo = course.snoozed.get(step.id)
    // P8: what the rep chose stands, also outside hours; only not before what came before it.
    const due =
      snoozedTo === undefined
        ? dueOf(step, anchors, calendar, apart[index] ?? false)
        : Math.max(snoozedTo, anchors.base)
    anchors.hasPrevious = true
    const leftOutAt = skippedAt(step, due, reckoning)
    if (leftOutAt !== null && leftOutAt <= now) {
      anchors.base = leftOutAt
      continue
    }
    const at = due < now ? reckoning.next(now) : due
    touches.push({ step, index, due, at, zone: reckoning.shownZone })
    if (step.overdue?.policy === 'slide') anchors.slip = slid(anchors.slip, due, at, reckoning)
    anchors.base = at
  }
  return touches
}

/** What the next touch counts from (P4). */
export function anchorsOf(course: Course): Anchors {
  const { over, start, arrival, pauses } = course
  const base = over.reduce((last, { at }) => Math.max(last, at), start)
  return { base, start, arrival, hasPrevious: over.length > 0, pauses, slip: NO_SLIP }
}

/** O3: the instant at which an overdue touch with this policy is left out; null = never. */
export function skippedAt({ overdue }: PlanStep, due: number, reckoning: Reckoning): number | null {
  if (overdue?.policy !== 'skip') return null
  const days = Math.max(1, overdue.days ?? SKIP_DAYS)
  return Math.max(due, reckoning.first(reckoning.addBusinessDays(reckoning.dayAt(due), days)))
}

/** O2: how far the touches that are over slid, for what counts from start or arrival. */
export function slipOf(course: Course): Slip {
  const { steps, calendar, over } = course
  const counts = steps.some(({ delay }) => delay.from !== 'previous')
  if (!counts || !steps.some(({ overdue }) => overdue?.policy === 'slide')) return NO_SLIP
  const apart = daysApart(steps)
  const anchors: Anchors = { ...anchorsOf({ ...course, over: [] }) }
  for (const { stepId, at } of over) {
    const index = steps.findIndex(({ id }) => id === stepId)
    const step = steps[index]
    if (step?.overdue?.policy === 'slide') {
      const due = dueOf(step, anchors, calendar, apart[index] ?? false)
      anchors.slip = slid(anchors.slip, due, at, reckoningOf(calendar, step))
    }
    anchors.base = Math.max(anchors.base, at)
    anchors.hasPrevious = true
  }
  return anchors.slip
}

/** O2: a touch slides when it is made on a later day than it was due. */
function slid(slip: Slip, due: number, at: number, reckoning: Reckoning): Slip {
  const [from, to] = [reckoning.dayAt(due), reckoning.dayAt(at)]
  if (to <= from) return slip
  return {
    businessDays: slip.businessDays + reckoning.businessDays(from, to),
    days: slip.days + to - from,
    ms: slip.ms + at - due,
  }
}

/** As the settings are drawn: «Skip after 3 business days». */
const SKIP_DAYS = 3
