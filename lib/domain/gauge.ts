import { dayAt, startOfDay, type Calendar } from './cadence/calendar.ts'
import type { Step, StepType } from './cadence/step.ts'
import type { Touch } from './records.ts'
import type { Settings } from './settings.ts'
import type { Instant } from './values.ts'

/**
 * What the rep has sent on LinkedIn, counted from the touches recorded here; what was sent past Baton it cannot know.
 *
 *   G1  Invitations of the last seven days, as LinkedIn counts them, today included.
 *   G2  Personalised notes of the calendar month of the rep: invitations with a text, unless they were recorded as
 *       sent without one. A free account has five (LinkedIn help a550555); premium has no such limit.
 *   G3  Open invitations of the last 180 days: sent and neither accepted, answered nor withdrawn as far as is recorded.
 *   G4  Messages (message, InMail, voice) of the rep's day.
 *   G5  A touch counts when it was done by `now`; one recorded as «not possible» was not sent.
 *   G6  `near` from four fifths of a limit on, `full` from the limit on. Without a known limit it is always `ok`.
 */
export interface Gauge {
  invitations: Reading
  notes: Reading
  open: Reading
  messages: Reading
}

export interface Reading {
  count: number
  /** Null where none is known. */
  limit: number | null
  level: 'ok' | 'near' | 'full'
}

/** A LinkedIn touch with what its step says; the type is null where the step is gone. */
export interface SentTouch {
  touch: Pick<Touch, 'enrollmentId' | 'contactId' | 'state' | 'outcome' | 'at'>
  type: StepType | null
  hasText: boolean
}

export interface GaugeInput {
  now: Instant
  calendar: Calendar
  settings: Pick<Settings, 'linkedinPlan' | 'weeklyInvitations'>
  sent: readonly SentTouch[]
}

/** Personalised notes of a month on a free account. */
const FREE_NOTES = 5
/** How far back open invitations are looked for. */
export const OPEN_DAYS = 180

export function gaugeOf({ now, calendar, settings, sent }: GaugeInput): Gauge {
  const today = dayAt(calendar.zone, Temporal.Instant.from(now).epochMilliseconds)
  const since = (day: number): Instant =>
    Temporal.Instant.fromEpochMilliseconds(startOfDay(calendar.zone, day)).toString({
      smallestUnit: 'millisecond',
    })
  const [week, half] = [since(today - 6), since(today - OPEN_DAYS + 1)]
  const month = since(firstOfMonth(now, calendar))
  const done = sent.filter(({ touch }) => isSent(touch) && touch.at <= now)
  const invitations = done.filter(isInvitation)
  const answered = new Set(sent.filter(({ touch }) => isAnswer(touch)).map(({ touch }) => touch.contactId))
  const from = (list: readonly SentTouch[], start: Instant) => list.filter(({ touch }) => touch.at >= start)
  return {
    invitations: reading(from(invitations, week).length, settings.weeklyInvitations),
    notes: reading(
      from(invitations, month).filter(isPersonal).length,
      settings.linkedinPlan === 'free' ? FREE_NOTES : null,
    ),
    open: reading(from(invitations, half).filter(({ touch }) => isOpen(touch, answered)).length, null),
    messages: reading(from(done, since(today)).filter(isMessage).length, null),
  }
}

/** The reading that limits a touch of this type; null where none does. With a text both may. */
export function limitFor(
  gauge: Gauge,
  type: StepType,
  hasText: boolean,
): { name: keyof Gauge; reading: Reading } | null {
  if (type !== 'linkedin_connect') return null
  const readings = [
    { name: 'invitations' as const, reading: gauge.invitations },
    ...(hasText ? [{ name: 'notes' as const, reading: gauge.notes }] : []),
  ]
  return (
    readings.find(({ reading: { level } }) => level === 'full') ??
    readings.find(({ reading: { level } }) => level === 'near') ??
    null
  )
}

/** What a touch of this type adds to; null for one that LinkedIn does not count. */
export function countedAs(type: StepType): 'invitations' | 'messages' | null {
  if (type === 'linkedin_connect') return 'invitations'
  return MESSAGES.has(type) ? 'messages' : null
}

/** What the gauge needs to know of a step. */
export function textOf(step: Pick<Step, 'type' | 'body'> | undefined): Pick<SentTouch, 'type' | 'hasText'> {
  return { type: step?.type ?? null, hasText: (step?.body ?? 'x').trim() !== '' }
}

function isSent({ state, outcome }: SentTouch['touch']): boolean {
  return state === 'done' && outcome !== 'linkedin_not_possible'
}

/** A step that is gone counts: a warning too early does no harm. */
function isInvitation({ type, touch }: SentTouch): boolean {
  return type === 'linkedin_connect' || (type === null && (touch.outcome ?? '').startsWith('linkedin_'))
}

function isPersonal({ touch, hasText }: SentTouch): boolean {
  return hasText && touch.outcome !== 'linkedin_no_note'
}

function isMessage({ type }: SentTouch): boolean {
  return type !== null && MESSAGES.has(type)
}

const isAnswer = ({ outcome }: SentTouch['touch']): boolean => ANSWERS.has(outcome ?? '')

function isOpen(touch: SentTouch['touch'], answered: ReadonlySet<string>): boolean {
  return touch.outcome !== 'linkedin_withdrawn' && !answered.has(touch.contactId)
}

function firstOfMonth(now: Instant, calendar: Calendar): number {
  const date = Temporal.Instant.from(now).toZonedDateTimeISO(calendar.zone)
  return dayAt(calendar.zone, date.epochMilliseconds) - (date.day - 1)
}

function reading(count: number, limit: number | null): Reading {
  if (limit === null) return { count, limit, level: 'ok' }
  return { count, limit, level: count >= limit ? 'full' : count >= limit * NEAR ? 'near' : 'ok' }
}

const NEAR = 0.8
const MESSAGES: ReadonlySet<StepType> = new Set(['linkedin_message', 'linkedin_inmail', 'linkedin_voice'])
const ANSWERS: ReadonlySet<string> = new Set(['linkedin_connected', 'linkedin_replied', 'linkedin_opted_out'])
