import { canonicalAddress, differentMembers, normalMail, normalSlug, profileAddress } from './identity.ts'
import { splitName } from './names.ts'
import type { Field, Participant, PersonField, PersonRead } from './capture.ts'
import type { Contact } from './records.ts'
import type { Confidence, Instant, Sourced } from './values.ts'

/**
 * How what was read, typed or found in a mail becomes a contact and later changes it.
 *
 *   M1  What the rep typed (`by: 'rep'`) stays, whatever is read later.
 *   M2  A guess never replaces what is likely or sure.
 *   M3  Otherwise the newer value wins; a sure one counts as if it were 90 days newer than it is.
 *   M4  The same value again changes nothing, unless it is surer now: then its evidence is renewed.
 *   M5  A page whose member id names somebody else changes nothing at all.
 */

/** Where a contact comes from. `read` and `participant` are values of one page at one time. */
export type ContactInput =
  | { from: 'read'; read: PersonRead; url: string; practice: boolean }
  | { from: 'participant'; participant: Participant; url: string; practice: boolean }
  | {
      from: 'hand'
      name: string
      company: string | null
      email: string | null
      /** Address or bare slug of the profile. */
      linkedin: string | null
      practice: false
    }

/** A read and the address of its page. */
export interface ReadPage {
  read: PersonRead
  url: string
}

/** Fields of a contact that carry a source and are filled from a page. */
export const READ_FIELDS = [
  'name', 'firstName', 'lastName', 'headline', 'title', 'company', 'location', 'school', 'about', 'slug', 'memberId',
] as const // prettier-ignore
export type ReadField = (typeof READ_FIELDS)[number]

export interface FieldChange {
  field: ReadField | 'emails' | 'phones' | 'zone'
  before: string | null
  after: string | null
}

export interface Merge {
  /** Fields to write; empty when nothing changes. */
  patch: Partial<Contact>
  /** What a person would call changed; renewed evidence of the same value is not listed. */
  changed: FieldChange[]
}

/**
 * A new contact: status `new`, outbound, without owner and account. `at` is when it was read or typed. Where no name
 * is known the mail address or the slug stands for it, marked as a guess; `name.value` is empty when nothing is.
 */
export function newContact(input: ContactInput, at: Instant): Contact {
  const empty = emptyContact(at, input.practice)
  if (input.from === 'read') return fromRead(empty, input.read, input.url, at)
  if (input.from === 'participant') return fromParticipant(empty, input.participant, input.url, at)
  return byHand(empty, input, at)
}

/** Merges a page into a known contact by M1 to M5. `at` is the time of the read. */
export function mergeRead(contact: Contact, { read, url }: ReadPage, at: Instant): Merge {
  const values = valuesOf(read, url, at)
  const known = contact.memberId
  if (
    known !== null &&
    values.memberId !== undefined &&
    differentMembers(known.value, values.memberId.value)
  ) {
    return { patch: {}, changed: [] }
  }
  return mergeValues(contact, values)
}

/** Merges a participant of a mail thread: a new address is added behind the known ones, a name by M1 to M4. */
export function mergeParticipant(
  contact: Contact,
  { participant, url }: { participant: Participant; url: string },
  at: Instant,
): Merge {
  const { email, name } = participantValues(participant, url, at)
  const merge = mergeValues(contact, name === null ? {} : { name })
  if (email === null || contact.emails.some((known) => normalMail(known.value) === email.value)) return merge
  return {
    patch: { ...merge.patch, emails: [...contact.emails, email] },
    changed: [...merge.changed, { field: 'emails', before: null, after: email.value }],
  }
}

/** True when page and contact carry member ids of two different people (M5). */
export function contradicts(contact: Pick<Contact, 'memberId'>, read: PersonRead): boolean {
  const shown = read.fields.memberId?.value
  return contact.memberId !== null && shown !== undefined && differentMembers(contact.memberId.value, shown)
}

/** A field's value as a page gives it: spaces single, address canonical; null when nothing is left. `lines` keeps line breaks. */
function sourcedOf(field: Field, url: string, at: Instant, lines = false): Sourced | null {
  const value = lines ? field.value.toWellFormed().trim() : oneLine(field.value)
  return value === '' ? null : pageValue(value, field.strategy, field.confidence, url, at)
}

type Values = Partial<Record<ReadField, Sourced>>

function mergeValues(contact: Contact, values: Values): Merge {
  const patch: Partial<Record<ReadField, Sourced | null>> = {}
  const changed: FieldChange[] = []
  for (const field of READ_FIELDS) {
    const after = values[field]
    const before = contact[field]
    if (after === undefined || !replaces(before, after)) continue
    patch[field] = after
    if (before?.value !== after.value)
      changed.push({ field, before: before?.value ?? null, after: after.value })
  }
  if (patch.name !== undefined && patch.name?.value !== contact.name.value) {
    followName(contact, values, patch, changed)
  }
  // A name is only ever replaced by a name, so the patch fits the record.
  return { patch: patch as Partial<Contact>, changed }
}

/** First and last name that were only split off the old name follow the new one. */
function followName(
  contact: Contact,
  values: Values,
  patch: Partial<Record<ReadField, Sourced | null>>,
  changed: FieldChange[],
): void {
  const name = patch.name
  if (name === undefined || name === null) return
  const halves = halvesOf(name)
  for (const field of ['firstName', 'lastName'] as const) {
    const before = contact[field]
    if (values[field] !== undefined || (before !== null && before.strategy !== SPLIT)) continue
    const after = halves[field] ?? null
    if (before === null && after === null) continue
    patch[field] = after
    if (before?.value !== after?.value) {
      changed.push({ field, before: before?.value ?? null, after: after?.value ?? null })
    }
  }
}

function replaces(before: Sourced | null, after: Sourced): boolean {
  if (before === null) return true
  if (before.by === 'rep') return false
  if (before.value === after.value) return RANK[after.confidence] > RANK[before.confidence]
  const guesses = [before.confidence === 'guess', after.confidence === 'guess']
  if (guesses[0] !== guesses[1]) return guesses[0] === true
  const gap = weight(after) - weight(before)
  // Two values of the same moment: the order they are merged in must not matter.
  return gap === 0 ? after.value > before.value : gap > 0
}

/** Milliseconds since 1970, with the bonus of M3. */
function weight(value: Sourced): number {
  const time = Temporal.Instant.from(value.at).epochMilliseconds
  return value.confidence === 'sure' ? time + SURE_BONUS : time
}

function valuesOf(read: PersonRead, url: string, at: Instant): Values {
  const values: Values = {}
  for (const field of READ_FIELDS) {
    const found = read.fields[SOURCE_OF[field]]
    const value = found === undefined ? null : sourcedOf(found, url, at, field === 'about')
    if (value !== null) values[field] = value
  }
  const slug = slugValue(values.slug ?? null, url, at)
  delete values.slug
  if (slug !== null) values.slug = slug
  return values
}

/** The address names the slug; what the page says of it counts only when the address says nothing. */
function slugValue(read: Sourced | null, url: string, at: Instant): Sourced | null {
  const address = profileAddress(url)
  const shown = read === null ? null : normalSlug(read.value)
  if (address === null) return read === null || shown === null ? null : { ...read, value: shown }
  return pageValue(address.slug, 'address', shown === address.slug ? 'sure' : 'likely', url, at)
}

/** First and last name as split off a full name, marked as a guess; nothing when unsure. */
export function halvesOf(name: Sourced): { firstName?: Sourced; lastName?: Sourced } {
  const halves = splitName(name.value)
  if (halves === null) return {}
  const half = (value: string): Sourced => ({ ...name, value, strategy: SPLIT, confidence: 'guess' })
  return { firstName: half(halves.first), lastName: half(halves.last) }
}

function fromRead(empty: Contact, read: PersonRead, url: string, at: Instant): Contact {
  const values = valuesOf(read, url, at)
  if (values.name === undefined) {
    const stand = values.slug === undefined ? {} : { name: { ...values.slug, confidence: 'guess' as const } }
    return { ...empty, ...values, ...stand }
  }
  const halved = values.firstName !== undefined || values.lastName !== undefined
  return { ...empty, ...(halved ? {} : halvesOf(values.name)), ...values, name: values.name }
}

function fromParticipant(empty: Contact, participant: Participant, url: string, at: Instant): Contact {
  const { email, name } = participantValues(participant, url, at)
  const emails = email === null ? [] : [email]
  if (name !== null) return { ...empty, ...halvesOf(name), name, emails }
  return email === null ? empty : { ...empty, name: { ...email, confidence: 'guess' }, emails }
}

function participantValues(participant: Participant, url: string, at: Instant) {
  const address = normalMail(participant.address)
  const name = oneLine(participant.name ?? '')
    .replace(/^['"]+|['"]+$/g, '')
    .trim()
  const isName = name !== '' && normalMail(name) === null
  return {
    email: address === null ? null : pageValue(address, 'mail-head', 'likely', url, at),
    name: isName ? pageValue(name, 'mail-head', 'likely', url, at) : null,
  }
}

function byHand(empty: Contact, input: Extract<ContactInput, { from: 'hand' }>, at: Instant): Contact {
  const typed = (value: string | null): Sourced | null =>
    value === null || value === '' ? null : { value, by: 'rep', confidence: 'sure', at }
  const company = typed(oneLine(input.company ?? ''))
  const email = typed(normalMail(input.email ?? ''))
  const linkedin = (input.linkedin ?? '').trim()
  const slug = typed(profileAddress(linkedin)?.slug ?? (linkedin.includes('/') ? null : normalSlug(linkedin)))
  const emails = email === null ? [] : [email]
  const name = typed(oneLine(input.name)) ?? email ?? slug
  return name === null ? { ...empty, company } : { ...empty, ...halvesOf(name), name, company, slug, emails }
}

function emptyContact(at: Instant, practice: boolean): Contact {
  return {
    name: { value: '', by: 'page', confidence: 'guess', at },
    firstName: null, lastName: null, headline: null, title: null, company: null, location: null, school: null,
    about: null, slug: null, memberId: null, emails: [], phones: [], accountId: null, zone: null,
    leadSource: 'outbound', status: 'new', statusReason: null, nurtureUntil: null,
    doNotContact: false, owner: null, createdAt: at, practice,
  } // prettier-ignore
}

function pageValue(
  value: string,
  strategy: string,
  confidence: Confidence,
  url: string,
  at: Instant,
): Sourced {
  const address = canonicalAddress(url)
  return { value, by: 'page', strategy, confidence, ...(address === '' ? {} : { url: address }), at }
}

function oneLine(text: string): string {
  return text.toWellFormed().replace(/\s+/gu, ' ').trim()
}

/** `strategy` of a first or last name that was only split off the full one. */
export const SPLIT = 'split-name'
const SURE_BONUS = 90 * 86_400_000
const RANK: Record<Confidence, number> = { guess: 0, likely: 1, sure: 2 }
const SOURCE_OF: Record<ReadField, PersonField> = {
  name: 'name', firstName: 'firstName', lastName: 'lastName', headline: 'headline', title: 'currentTitle',
  company: 'currentCompany', location: 'location', school: 'school', about: 'about', slug: 'slug', memberId: 'memberId',
} // prettier-ignore
