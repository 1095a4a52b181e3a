import { outcomeOf } from '../outcomes.ts'
import type { FinishReason } from '../records.ts'
import type { Fact, Signal } from './step.ts'

/**
 * What an outcome of a history means for planning (H1 to H4 of SPEC.md). Outcomes are data that every team names for
 * itself, so besides Baton's own ids the words of the field are understood, and an unknown one is a touch that was
 * made and to which nothing follows.
 */
export type Meaning =
  | { kind: 'over'; signal: Signal; fact: Fact | null }
  | { kind: 'finished'; reason: FinishReason }
  /** The contact is away; the last day comes from the entry. */
  | { kind: 'away' }
  | { kind: 'paused' }
  | { kind: 'resumed' }
  /** Put off to another time, so still to come. */
  | { kind: 'snoozed' }

/** Case, spaces and hyphens do not matter. */
export function meaningOf(outcome: string): Meaning {
  const word = outcome
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
  const kind = KINDS[word]
  if (kind !== undefined && Object.hasOwn(KINDS, word)) return { kind }
  const reason = Object.hasOwn(ENDS, word) ? ENDS[word] : undefined
  if (reason !== undefined) return { kind: 'finished', reason }
  const own = outcomeOf(word)
  if (own?.effect === 'end') return { kind: 'finished', reason: own.finishReason ?? 'removed' }
  if (own?.effect === 'pause') return { kind: 'away' }
  const fact = FACTS_OF[word] ?? null
  return {
    kind: 'over',
    signal: own?.signal ?? signalOf(word),
    fact: Object.hasOwn(FACTS_OF, word) ? fact : null,
  }
}

function signalOf(word: string): Signal {
  if (POSITIVE.has(word)) return 'positive'
  return NEGATIVE.has(word) ? 'negative' : 'neutral'
}

const KINDS: Record<string, 'away' | 'paused' | 'resumed' | 'snoozed'> = {
  out_of_office: 'away', ooo: 'away', paused: 'paused', pause: 'paused', resumed: 'resumed', resume: 'resumed',
  snoozed: 'snoozed', snooze: 'snoozed', rescheduled: 'snoozed',
} // prettier-ignore

const ENDS: Record<string, FinishReason> = {
  reply: 'reply', replied: 'reply', replied_positive: 'reply', positive_reply: 'reply', answered_by_mail: 'reply',
  talked: 'reply', inmail_accepted: 'reply',
  meeting: 'meeting', meeting_set: 'meeting', meeting_booked: 'meeting', meeting_scheduled: 'meeting', booked: 'meeting',
  bounce: 'bounced', bounced: 'bounced', hard_bounce: 'bounced', bounced_hard: 'bounced',
  opt_out: 'opted_out', opted_out: 'opted_out', unsubscribe: 'opted_out', unsubscribed: 'opted_out',
  unsubscribe_request: 'opted_out', do_not_contact: 'opted_out',
  account_reply: 'account_reply', account_replied: 'account_reply',
  disqualified: 'disqualified', personal_use: 'disqualified', no_longer_at_company: 'disqualified',
  auto_reply_left_company: 'disqualified', left_company: 'disqualified',
  not_interested: 'nurture', no_interest: 'nurture', using_competition: 'nurture', nurture: 'nurture', recycled: 'nurture',
  qualified: 'qualified', removed: 'removed', finished: 'removed', wrong_person: 'removed', gave_referral: 'removed',
  no_authority: 'removed', incorrect_contact: 'removed',
} // prettier-ignore

const FACTS_OF: Record<string, Fact> = {
  linkedin_connected: 'connected', connected: 'connected', accepted: 'connected', invitation_accepted: 'connected',
  opened_thread: 'opened_thread', thread_opened: 'opened_thread', message_seen: 'opened_thread', seen: 'opened_thread',
} // prettier-ignore

const POSITIVE = new Set(['positive', 'interested', 'connected', 'accepted', 'invitation_accepted'])
const NEGATIVE = new Set([
  'negative',
  'objection',
  'not_now',
  'wrong_number',
  'bad_number',
  'blocked',
  'failed',
])
