import { differentMembers, memberNumber } from './address.ts'
import { plainE164 } from './e164.ts'
import { likeness, nameKey, type LikenessReason } from './likeness.ts'
import { normalMail, withoutPlusTag } from './mail.ts'
import type { Contact } from './records.ts'

/**
 * What two contacts are to each other. `same`: one exact key says so and nothing speaks against it. `maybe`: worth a
 * question, never merged by itself.
 *
 *   K1  LinkedIn address, member id or number (also inside a Sales Navigator id), mail address, phone: exact keys, in this order.
 *   K2  Two member ids that differ are two members: an equal address or mailbox is then a question.
 *   K3  A mailbox or number under two LinkedIn addresses may be shared: a question.
 *   K4  A plus tag or a number makes one person of two only if their names can be one's.
 *   K5  Gmail's dots and an equal name with the company are a question at most, and none between two LinkedIn addresses.
 *   K6  Practice people and real ones are never one.
 */
export type Relation = { kind: 'same' | 'maybe'; reason: MatchReason }

/** Why two may be one, the most exact first. */
export const MATCH_REASONS = [
  'same-profile', 'same-member', 'same-mail', 'plus-tag', 'same-phone', 'other-member',
] as const // prettier-ignore
export type MatchReason = (typeof MATCH_REASONS)[number] | LikenessReason

type Comparable = Pick<
  Contact,
  'name' | 'firstName' | 'lastName' | 'company' | 'emails' | 'phones' | 'slug' | 'memberId' | 'practice'
>

/** The relation of two contacts, the same whichever is named first; null when they have nothing to do with each other. */
export function relation(a: Comparable, b: Comparable): Relation | null {
  if (a.practice !== b.practice) return null
  const members = comparedMembers(a, b)
  const slugs = compared(a.slug?.value, b.slug?.value)
  if (members === 'equal' || slugs === 'equal') {
    if (members === 'different') return { kind: 'maybe', reason: 'other-member' }
    return { kind: 'same', reason: slugs === 'equal' ? 'same-profile' : 'same-member' }
  }
  const isTwoProfiles = members === 'different' || slugs === 'different'
  const tagged = (isExact: boolean): Relation['kind'] => (isTwoProfiles || !isExact ? 'maybe' : 'same')
  const mail = sharedMail(a, b)
  if (mail === 'same-mail') return { kind: tagged(true), reason: mail }
  if (mail === 'plus-tag') return { kind: tagged(namesAgree(a, b)), reason: mail }
  if (sharesPhone(a, b)) return { kind: tagged(namesAgree(a, b)), reason: 'same-phone' }
  const reason = likeness(a, b)
  if (reason === null || (isTwoProfiles && reason !== 'gmail-dots')) return null
  return { kind: 'maybe', reason }
}

function comparedMembers(a: Comparable, b: Comparable): 'equal' | 'different' | 'unknown' {
  const [one, other] = [a.memberId?.value.trim() ?? '', b.memberId?.value.trim() ?? '']
  if (one === '' || other === '') return 'unknown'
  if (differentMembers(one, other)) return 'different'
  return one === other || memberNumber(one) !== null ? sameMember(one, other) : 'unknown'
}

function sameMember(one: string, other: string): 'equal' | 'unknown' {
  return one === other || memberNumber(one) === memberNumber(other) ? 'equal' : 'unknown'
}

function compared(a: string | undefined, b: string | undefined): 'equal' | 'different' | 'unknown' {
  if (a === undefined || b === undefined) return 'unknown'
  return a === b ? 'equal' : 'different'
}

function sharedMail(a: Comparable, b: Comparable): 'same-mail' | 'plus-tag' | null {
  const [one, other] = [mailsOf(a), mailsOf(b)]
  if (one.some((mail) => other.includes(mail))) return 'same-mail'
  const boxes = new Set(one.map(withoutPlusTag))
  return other.some((mail) => boxes.has(withoutPlusTag(mail))) ? 'plus-tag' : null
}

function mailsOf(contact: Comparable): string[] {
  return contact.emails.flatMap(({ value }) => normalMail(value) ?? [])
}

function sharesPhone(a: Comparable, b: Comparable): boolean {
  const numbers = new Set(a.phones.map(({ value }) => plainE164(value)))
  return b.phones.some(({ value }) => {
    const number = plainE164(value)
    return number !== null && numbers.has(number)
  })
}

/** A name that is not known, or only stands in for one, agrees with every other; so does one with a name more. */
function namesAgree(a: Comparable, b: Comparable): boolean {
  const [one, other] = [a, b].map((contact) => nameKey(contact)?.split(' '))
  if (!one || !other || a.name.confidence === 'guess' || b.name.confidence === 'guess') return true
  const [shorter, longer] = one.length < other.length ? [one, new Set(other)] : [other, new Set(one)]
  return shorter.every((word) => longer.has(word))
}
