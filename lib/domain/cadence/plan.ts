import { arrivalOf } from '../arrival.ts'
import { epochDay, type Calendar } from './calendar.ts'
import { isMade, trackOf, type Known } from './conditions.ts'
import { daysApart, dueOf, goesOnAt } from './due.ts'
import { anchorsOf, project, slipOf, type Course } from './project.ts'
import { reckoningOf } from './reckoning.ts'
import { channelOf, FACTS, type Channel, type Fact, type Signal, type Step, type StepType } from './step.ts'
import { factOf, outcomeOf } from '../outcomes.ts'
import type { Cadence, Contact, Enrollment, FinishReason, Shift, Touch } from '../records.ts'
import type { Day, Instant } from '../values.ts'

/** When the next touch is due, and how the rest would follow. Rules P1 to P13 of SPEC.md stand beside the code. */

/** What planning needs of the records; more may be given. */
export interface PlanInput {
  cadence: Pick<Cadence, 'steps'>
  enrollment: Pick<Enrollment, 'state' | 'startedAt' | 'arrivedAt' | 'cycle' | 'finishReason' | 'shifts'>
  /** Of this enrollment, of any cycle, in any order. */
  touches: readonly PlanTouch[]
  /** `calendarFor` with the contact's zone. */
  calendar: Calendar
  now: Instant
  /** For steps with conditions (B1); absent where nobody in particular is meant: then every fact holds. */
  contact?: Pick<Contact, 'emails' | 'phones' | 'connectedAt'>
}
export type PlanTouch = Pick<Touch, 'stepId' | 'cycle' | 'state' | 'at' | 'snoozedTo'> &
  Partial<Pick<Touch, 'outcome' | 'signal'>>

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
  const { enrollment, cadence } = input
  if (enrollment.state === 'finished')
    return { kind: 'finished', reason: enrollment.finishReason ?? 'removed' }
  const due = nextDue(input)
  if (due === null) return { kind: 'finished', reason: 'no_reply' }
  if (enrollment.state === 'paused') return { kind: 'paused' }
  const { step, index, at, zone } = due
  return { kind: 'due', stepId: step.id, at: text(at), zone, index: index + 1, of: cadence.steps.length }
}

/**
 * Every touch of the enrollment: what happened, then what is to come, each of these as if the one before it were
 * done the moment it is due, an overdue one now (P10). Paused: as if it went on now. Finished: what happened.
 */
export function schedule(input: PlanInput): PlannedTouch[] {
  const { cadence, calendar, enrollment } = input
  const { course, passed } = courseOf(input)
  const row = (step: Step, index: number, at: number, zone: string, state: PlannedTouch['state']): PlannedTouch => ({
    stepId: step.id, index: index + 1, of: cadence.steps.length, type: step.type, channel: channelOf(step.type),
    at: text(at), zone, breakup: step.breakup, state,
  }) // prettier-ignore
  const zone = calendar.contactZone ?? calendar.zone
  const rows = cadence.steps.flatMap((step, index) => {
    const touch = passed.get(step.id)
    return touch === undefined
      ? []
      : [row(step, index, ms(touch.at), zone, touch.state === 'done' ? 'done' : 'skipped')]
  })
  if (enrollment.state === 'finished') return rows
  const paused = enrollment.state === 'paused'
  const toCome = project(course).map(({ step, index, due, at, zone }, place) =>
    row(step, index, paused ? at : due, zone, place === 0 && !paused ? 'next' : 'planned'),
  )
  return [...rows, ...toCome]
}

/** The pause that ends now: when it began, and the last day of an absence the contact stated (null: any other). */
export interface EndedPause {
  from: Instant
  lastDay: Day | null
}

/** R5: when a cadence begins for somebody who is away up to and with `lastDay`: as one that rests would go on (R3). */
export function startAfter(lastDay: Day, calendar: Calendar): Instant {
  const away = { from: 0, to: null, lastDay: epochDay(lastDay) }
  return text(goesOnAt(away, 0, reckoningOf(calendar, null)))
}

/**
 * P11, R1 to R3: going on after a pause. The instant to which the next touch is to be snoozed so that it keeps the
 * distance it had when the pause began and is not overdue the moment it ends; null when its own due instant does
 * both. Where nobody knows when the pause began, only what would be overdue is moved, to the next working time.
 */
export function resumeAt(input: PlanInput, pause: EndedPause | null = null): Instant | null {
  const active = { ...input, enrollment: { ...input.enrollment, state: 'active' as const } }
  const own = nextDue(active)
  if (own === null) return null
  const now = ms(input.now)
  if (pause === null || own.snoozed) return own.at < now ? text(own.next(now)) : null
  const lastDay = pause.lastDay === null ? null : epochDay(pause.lastDay)
  const at = nextDue(active, [{ from: Math.min(ms(pause.from), now), to: now, lastDay }])?.at ?? own.at
  return at === own.at ? null : text(Math.max(at, own.next(now)))
}

interface Due {
  step: Step
  index: number
  at: number
  zone: string
  snoozed: boolean
  /** The next instant at which the step may be made. */
  next(at: number): number
}

/** P3 to P9: the first step to come whose conditions hold, and when it is due; null when there is none. */
function nextDue(input: PlanInput, pauses: Course['pauses'] = []): Due | null {
  const { course } = courseOf(input)
  const { steps, calendar } = course
  const index = course.toCome.find((place) => {
    const step = steps[place]
    return step !== undefined && isMade(step, course.known)
  })
  const step = index === undefined ? undefined : steps[index]
  if (index === undefined || step === undefined) return null
  const anchors = { ...anchorsOf(course), pauses, slip: slipOf(course) }
  const snoozedTo = course.snoozed.get(step.id)
  // P8: what the rep chose stands, also outside hours; only not before what came before it.
  const at =
    snoozedTo === undefined
      ? dueOf(step, anchors, calendar, daysApart(steps)[index] ?? false)
      : Math.max(snoozedTo, anchors.base)
  const { shownZone, next } = reckoningOf(calendar, step)
  return { step, index, at, zone: shownZone, snoozed: snoozedTo !== undefined, next }
}

/** The records as planning sees them: only this cycle, over and snoozed apart (P2, P3). */
function courseOf({ cadence, enrollment, touches, calendar, now, contact }: PlanInput): {
  course: Course<Step>
  passed: Map<string, PlanTouch>
} {
  const ofCycle = [...(enrollment.shifts ?? []).map(asSnoozed), ...touches]
    .filter(({ cycle }) => cycle === enrollment.cycle)
    // The order of the records given says nothing (P12).
    .toSorted((a, b) => order(madeAt(a), madeAt(b)) || order(a.stepId, b.stepId))
  const passed = new Map<string, PlanTouch>()
  const snoozed = new Map<string, number>()
  for (const touch of ofCycle) {
    if (touch.state !== 'snoozed') passed.set(touch.stepId, touch)
    else if (touch.snoozedTo !== null) snoozed.set(touch.stepId, ms(touch.snoozedTo))
  }
  const { steps } = cadence
  const next = steps.findLastIndex((step) => passed.has(step.id)) + 1
  const start = ms(enrollment.startedAt)
  return {
    passed,
    course: {
      steps,
      toCome: steps.map((_, index) => index).slice(next),
      // A deleted step is no longer planned, but when it was done the next one still counts from it (P4).
      over: [...passed.values()].map((touch) => ({ stepId: touch.stepId, at: ms(touch.at) })),
      snoozed,
      start,
      arrival: ms(arrivalOf(enrollment)),
      pauses: [],
      known: knownOf([...passed.values()], contact),
      calendar,
      now: ms(now),
    },
  }
}

/** When a touch became what it is. Whatever the clock of its device said, nothing is snoozed to what is past. */
function madeAt({ state, at, snoozedTo }: PlanTouch): Instant {
  return state === 'snoozed' && snoozedTo !== null && snoozedTo < at ? snoozedTo : at
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** K2: a shift snoozes. */
function asSnoozed({ stepId, cycle, at, until }: Shift): PlanTouch {
  return { stepId, cycle, state: 'snoozed', at, snoozedTo: until }
}

/** B1, B2: what contact and outcomes tell. */
function knownOf(over: readonly PlanTouch[], contact: PlanInput['contact']): Known {
  const outcomes = new Map<string, { outcome: string; signal: Signal }>()
  for (const { stepId, outcome, signal } of over)
    if (outcome) outcomes.set(stepId, { outcome, signal: signal ?? outcomeOf(outcome)?.signal ?? 'neutral' })
  const facts = new Set<Fact>(contact === undefined ? FACTS : [])
  if (contact !== undefined && contact.emails.length > 0) facts.add('has_email')
  if (contact !== undefined && contact.phones.length > 0) facts.add('has_phone')
  if (contact?.connectedAt) facts.add('connected')
  for (const { outcome } of over) {
    const fact = outcome ? factOf(outcome) : null
    if (fact !== null) facts.add(fact)
  }
  return { facts, outcomes, track: trackOf([...outcomes.values()].map(({ signal }) => signal)) }
}

function ms(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}

function text(at: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'millisecond' })
}
