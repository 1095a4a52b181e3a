import { outcomeOf, type Outcome } from './outcomes.ts'
import type { Contact, Touch } from './records.ts'

/** Rules D1 to D3 of `cadence/SPEC.md`: when neither mail nor number leads to the person any more. */

/** What came of earlier touches of the person, in whatever cadence. */
export interface Reach {
  mailBounced: boolean
  badNumber: boolean
}

/** D3: what was said of an address or a number before the one that is there now was known says nothing of it. */
export function reachOf(
  { emails, phones }: Pick<Contact, 'emails' | 'phones'>,
  touches: readonly Pick<Touch, 'outcome' | 'at'>[],
  outcomes: readonly Outcome[],
): Reach {
  const said = (is: (outcome: Outcome) => boolean, since = ''): boolean =>
    touches.some(({ outcome: id, at }) => {
      const outcome = id === null ? null : outcomeOf(id, outcomes)
      return outcome !== null && at >= since && is(outcome)
    })
  return { mailBounced: said(isBounce, emails[0]?.at), badNumber: said(isBadNumber, phones[0]?.at) }
}

/** D1, D2: this outcome takes the last of both ways. */
export function isCutOff(
  outcome: Outcome,
  { emails }: Pick<Contact, 'emails'>,
  { mailBounced, badNumber }: Reach,
): boolean {
  if (isBadNumber(outcome)) return mailBounced || emails.length === 0
  return isBounce(outcome) && badNumber
}

/** The ways of reaching somebody are asked about only after one of these. */
export function isDeadEnd(outcome: Outcome): boolean {
  return isBadNumber(outcome) || isBounce(outcome)
}

export function isBounce({ id, channel, reason }: Outcome): boolean {
  // Without a status of the rep's own making there is no reason either.
  return channel === 'email' && (id === 'email_bounced' || reason === 'bounced_email')
}

function isBadNumber({ channel, reason, telephony }: Outcome): boolean {
  return channel === 'call' && (telephony === 'bad_number' || reason === 'bad_phone')
}

/** Where nothing is known of earlier touches. */
export const REACHABLE: Reach = { mailBounced: false, badNumber: false }
