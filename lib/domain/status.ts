import { outcomeOf, OUTCOMES, type Outcome } from './outcomes.ts'
import { DISQUALIFICATION_REASONS, NURTURE_DEFAULT_DAYS, RECYCLE_REASONS } from './reasons.ts'
import type { DisqualificationReason, RecycleReason } from './reasons.ts'
import type { ActivityFacts } from './activity-facts.ts'
import { isBounce, isCutOff, REACHABLE, type Reach } from './reach.ts'
import type { Contact, ContactStatus, Enrollment, FinishReason } from './records.ts'
import type { Day, Instant } from './values.ts'

/**
 * What an outcome, the end of a cadence, or the rep's verdict makes of contact and enrollment. Every patch keeps the
 * two laws of a status: `nurtureUntil` is set exactly with `nurture`, and a reason belongs to the status it came with.
 */

export type Verdict =
  | { kind: 'qualified' }
  /** Comes back on this day. */
  | { kind: 'nurture'; until: Day; reason: RecycleReason }
  | { kind: 'disqualified'; reason: DisqualificationReason }

export interface Effect {
  contact: Partial<Contact>
  enrollment: Partial<Enrollment>
}

type StatusContact = Pick<Contact, 'status' | 'doNotContact' | 'emails'>

/**
 * What an outcome does; `null` = the last touch passed without a reply: nurture, 90 days. An outcome nobody knows
 * (of a newer version) changes nothing. Empty patches when nothing changes. `until` is the day an out-of-office
 * ends, a week from now by default. Days are reckoned in UTC: nobody counts a quarter to the hour.
 */
export function afterOutcome(input: {
  contact: StatusContact
  enrollment: Pick<Enrollment, 'state'>
  outcome: string | null
  now: Instant
  until?: Day
  /** The rep's outcomes; the shipped ones where none are given. */
  outcomes?: readonly Outcome[]
  /** What came of the person's earlier touches. */
  reach?: Reach
}): Effect {
  const { contact, outcome: id, now } = input
  if (id === null) {
    const kept = KEPT_AT_END.has(contact.status) || contact.doNotContact
    return {
      contact: kept ? {} : nurtured(dayAfter(now, NURTURE_DEFAULT_DAYS), 'no_response'),
      enrollment: ended('no_reply', now),
    }
  }
  const outcome = outcomeOf(id, input.outcomes ?? OUTCOMES)
  if (outcome === null) return { contact: {}, enrollment: {} }
  const { reach = REACHABLE } = input
  // D1, D2: unless the rep's own rule says more of it.
  if (outcome.effect === 'continue' && outcome.status === null && isCutOff(outcome, contact, reach)) {
    const hasBounced = isBounce(outcome) || reach.mailBounced
    const reason = isBounce(outcome) ? 'bounced_email' : 'bad_phone'
    return {
      contact: plainStatus('bad_data', reason),
      enrollment: ended(hasBounced ? 'bounced' : 'removed', now),
    }
  }
  const enrollment =
    outcome.effect === 'end' && outcome.finishReason !== null
      ? ended(outcome.finishReason, now)
      : outcome.effect === 'pause'
        ? pausedUntil(input.until ?? dayAfter(now, OUT_OF_OFFICE_DAYS))
        : {}
  return { contact: statusAfter(contact, outcome.status, outcome.reason, now), enrollment }
}

/**
 * A5: whether what ends this cadence says something of the person and so ends their other ones. `isCut`: neither mail
 * nor number leads to them any more (D1, D2).
 */
export function endsForPerson({ state, finishReason }: Partial<Enrollment>, isCut: boolean): boolean {
  if (state !== 'finished') return false
  return isCut || (finishReason !== 'bounced' && finishReason !== 'removed')
}

/** Patch that ends an enrollment, whatever its state was. */
export function endsEverything(reason: FinishReason, now: Instant): Partial<Enrollment> {
  return ended(reason, now)
}

/** What a verdict writes to the contact and to every enrollment that still runs, and its facts for the timeline. */
export function verdictEffect(verdict: Verdict, now: Instant): Effect & { facts: ActivityFacts['verdict'] } {
  switch (verdict.kind) {
    case 'qualified':
      return {
        contact: plainStatus('qualified', null),
        enrollment: ended('qualified', now),
        facts: { verdict: 'qualified' },
      }
    case 'nurture':
      return {
        contact: nurtured(verdict.until, verdict.reason),
        enrollment: ended('nurture', now),
        facts: { verdict: 'nurture', reason: verdict.reason, until: verdict.until },
      }
    case 'disqualified':
      return {
        contact: plainStatus('disqualified', verdict.reason),
        enrollment: ended('disqualified', now),
        facts: { verdict: 'disqualified', reason: verdict.reason },
      }
  }
}

/** Why a verdict cannot be given, or null: a day that is not to come, a reason that is none. `today` is the rep's day. */
export function verdictProblem(verdict: Verdict, today: Day): 'past-date' | 'no-date' | 'no-reason' | null {
  if (verdict.kind === 'qualified') return null
  if (verdict.kind === 'disqualified')
    return isOneOf(DISQUALIFICATION_REASONS, verdict.reason) ? null : 'no-reason'
  if (!isOneOf(RECYCLE_REASONS, verdict.reason)) return 'no-reason'
  if (!/^\d{4}-\d\d-\d\d$/.test(verdict.until)) return 'no-date'
  return verdict.until > today ? null : 'past-date'
}

/** «Do not contact» set or cleared. Clearing it makes the contact new again; nothing that ended begins by itself. */
export function doNotContactEffect(on: boolean, now: Instant): Effect {
  return on
    ? {
        contact: { ...plainStatus('do_not_contact', null), doNotContact: true },
        enrollment: ended('opted_out', now),
      }
    : { contact: { ...plainStatus('new', null), doNotContact: false }, enrollment: {} }
}

/** Enrolling makes everybody `working` who is not further along; empty when the status stays. */
export function enrolledStatus(contact: Pick<Contact, 'status'>): Partial<Contact> {
  return BEFORE_WORKING.has(contact.status) ? plainStatus('working', null) : {}
}

/** The day `days` after an instant, reckoned in UTC. */
function dayAfter(now: Instant, days: number): Day {
  return Temporal.Instant.from(now).toZonedDateTimeISO('UTC').toPlainDate().add({ days }).toString()
}

function statusAfter(
  contact: StatusContact,
  status: ContactStatus | null,
  reason: string | null,
  now: Instant,
): Partial<Contact> {
  if (status === null || contact.doNotContact) return {}
  if (status === 'do_not_contact') return { ...plainStatus(status, null), doNotContact: true }
  if (status === 'nurture') return nurtured(dayAfter(now, NURTURE_DEFAULT_DAYS), reason)
  if (status === 'working' && !BEFORE_WORKING.has(contact.status)) return {}
  if (status === 'engaged' && AFTER_ENGAGED.has(contact.status)) return {}
  return plainStatus(status, reason)
}

function plainStatus(status: ContactStatus, reason: string | null): Partial<Contact> {
  return { status, statusReason: reason, nurtureUntil: null }
}

function nurtured(until: Day, reason: string | null): Partial<Contact> {
  return { status: 'nurture', statusReason: reason, nurtureUntil: until }
}

function ended(reason: FinishReason, now: Instant): Partial<Enrollment> {
  return {
    state: 'finished', finishReason: reason, finishedAt: now, pauseReason: null, pausedUntil: null, dueAt: null,
    dueStepId: null,
  } // prettier-ignore
}

function pausedUntil(until: Day): Partial<Enrollment> {
  return { state: 'paused', pauseReason: 'out_of_office', pausedUntil: until, dueAt: null, dueStepId: null }
}

function isOneOf(list: readonly string[], value: string): boolean {
  return list.includes(value)
}

/** One week or to the date: the field's default for an out-of-office (GitLab ruleset). */
const OUT_OF_OFFICE_DAYS = 7
const BEFORE_WORKING: ReadonlySet<ContactStatus> = new Set([
  'new',
  'researching',
  'nurture',
  'disqualified',
  'bad_data',
])
const AFTER_ENGAGED: ReadonlySet<ContactStatus> = new Set(['meeting_set', 'qualified'])
/** Somebody who answered or was judged is not sent to nurture by the end of a cadence. */
const KEPT_AT_END: ReadonlySet<ContactStatus> = new Set([
  'engaged', 'meeting_set', 'qualified', 'nurture', 'disqualified', 'bad_data', 'do_not_contact',
]) // prettier-ignore
