import { addWorkingDays, dayAt, nextWorking, startOfWork, type Calendar } from './calendar.ts'
import { channelOf, type Channel, type Step, type StepType } from './step.ts'
import type { Cadence, Enrollment, FinishReason, Touch } from '../records.ts'
import type { Instant } from '../values.ts'

/** When the next touch is due, and how the rest would follow. Rules P1 to P12 of SPEC.md stand beside the code. */

/** What planning needs of the records; more may be given. */
export interface PlanInput {
  cadence: Pick<Cadence, 'steps'>
  enrollment: Pick<Enrollment, 'state' | 'startedAt' | 'cycle' | 'finishReason'>
  /** Of this enrollment, of any cycle, in any order. */
  touches: readonly PlanTouch[]
  /** `calendarFor` with the contact's zone. */
  calendar: Calendar
  now: Instant
}
export type PlanTouch = Pick<Touch, 'stepId' | 'cycle' | 'state' | 'at' | 'snoozedTo'>

export type NextTouch =
  | {
      kind: 'due'
      stepId: string
      at: Instant
      /** The contact's zone where one is set, else the rep's. */
      zone: string
      /** «step 5 of 9»: counted from 1. */
      index: number
      of: number
    }
  | { kind: 'finished'; reason: FinishReason }
  | { kind: 'paused' }

/** One touch of the line picture, done or to come. */
export interface PlannedTouch {
  stepId: string
  /** Counted from 1. */
  index: number
  of: number
  type: StepType
  channel: Channel
  /** When it was done or skipped, or is due. */
  at: Instant
  zone: string
  breakup: boolean
  state: 'done' | 'next' | 'planned' | 'skipped'
}

/** The one next touch of an enrollment (P1 to P9). */
export function nextTouch(input: PlanInput): NextTouch {
  const { enrollment, cadence, calendar } = input
  if (enrollment.state === 'finished')
    return { kind: 'finished', reason: enrollment.finishReason ?? 'removed' }
  const past = pastOf(input)
  const step = cadence.steps[past.next]
  if (step === undefined) return { kind: 'finished', reason: 'no_reply' }
  if (enrollment.state === 'paused') return { kind: 'paused' }
  const at = dueOf(step, past.base, past.start, past.snoozed.get(step.id) ?? null, calendar)
  const zone = calendar.contactZone ?? calendar.zone
  return { kind: 'due', stepId: step.id, at: text(at), zone, index: past.next + 1, of: cadence.steps.length }
}

/**
 * Every touch of the enrollment: what happened, then what is to come, each of these as if the one before it were
 * done the moment it is due, an overdue one now (P10). Paused: as if it went on now. Finished: what happened.
 */
export function schedule(input: PlanInput): PlannedTouch[] {
  const { cadence, calendar, enrollment } = input
  const past = pastOf(input)
  const zone = calendar.contactZone ?? calendar.zone
  const row = (step: Step, index: number, at: number, state: PlannedTouch['state']): PlannedTouch => ({
    stepId: step.id, index: index + 1, of: cadence.steps.length, type: step.type, channel: channelOf(step.type),
    at: text(at), zone, breakup: step.breakup, state,
  }) // prettier-ignore
  const rows = cadence.steps.flatMap((step, index) => {
    const touch = past.passed.get(step.id)
    return touch === undefined
      ? []
      : [row(step, index, ms(touch.at), touch.state === 'done' ? 'done' : 'skipped')]
  })
  if (enrollment.state === 'finished') return rows
  const now = ms(input.now)
  let base = past.base
  for (let index = past.next; index < cadence.steps.length; index++) {
    const step = cadence.steps[index]
    if (step === undefined) break
    let at = dueOf(step, base, past.start, past.snoozed.get(step.id) ?? null, calendar)
    if (enrollment.state === 'paused' && at < now) at = nextWorking(calendar, now)
    rows.push(row(step, index, at, index === past.next && enrollment.state === 'active' ? 'next' : 'planned'))
    base = Math.max(at, now)
  }
  return rows
}

/**
 * P11: going on after a pause. The instant to which the next touch is to be snoozed so that it is not overdue the
 * moment the pause ends (start of the next working time), or null when its own due instant is still to come.
 */
export function resumeAt(input: PlanInput): Instant | null {
  const next = nextTouch({ ...input, enrollment: { ...input.enrollment, state: 'active' } })
  if (next.kind !== 'due' || next.at >= input.now) return null
  return text(nextWorking(input.calendar, ms(input.now)))
}

interface Past {
  /** Touches that are over, by step: done, skipped, failed (P2). */
  passed: Map<string, PlanTouch>
  /** New due instants (ms) of snoozed touches, by step. */
  snoozed: Map<string, number>
  /** Position of the first step to come (P3). */
  next: number
  start: number
  /** When the last touch was over, or the start (P4). */
  base: number
}

function pastOf({ cadence, enrollment, touches }: PlanInput): Past {
  const passed = new Map<string, PlanTouch>()
  const snoozed = new Map<string, number>()
  const start = ms(enrollment.startedAt)
  let base = start
  for (const touch of touches) {
    if (touch.cycle !== enrollment.cycle) continue
    if (touch.state === 'snoozed') {
      if (touch.snoozedTo !== null) snoozed.set(touch.stepId, ms(touch.snoozedTo))
      continue
    }
    passed.set(touch.stepId, touch)
    // A deleted step is no longer planned, but when it was done the next one still counts from it (P4).
    base = Math.max(base, ms(touch.at))
  }
  const next = cadence.steps.findLastIndex((step) => passed.has(step.id)) + 1
  return { passed, snoozed, next, start, base }
}

/** P5 to P9: due instant (ms) of a step. `base` is the end of the previous touch, `start` the enrolment. */
function dueOf(
  step: Step,
  base: number,
  start: number,
  snoozedTo: number | null,
  calendar: Calendar,
): number {
  // P8: what the rep chose stands, also outside hours; only not before what came before it.
  if (snoozedTo !== null) return Math.max(snoozedTo, base)
  const from = step.delay.from === 'start' ? start : base
  const at = after(step, from, calendar)
  // P7: counted from the start it could lie before its predecessor.
  return at < base ? nextWorking(calendar, base) : at
}

function after(step: Step, from: number, calendar: Calendar): number {
  const { value, unit } = step.delay
  switch (unit) {
    case 'minutes':
      return nextWorking(calendar, from + value * 60_000)
    case 'hours':
      return nextWorking(calendar, from + value * 3_600_000)
    case 'days':
      return value === 0
        ? nextWorking(calendar, from)
        : startOfWork(calendar, dayAt(calendar.zone, from) + value)
    case 'business_days': {
      if (value === 0) return nextWorking(calendar, from)
      return startOfWork(calendar, addWorkingDays(calendar, dayAt(calendar.zone, from), value))
    }
  }
}

function ms(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}

function text(at: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'millisecond' })
}
