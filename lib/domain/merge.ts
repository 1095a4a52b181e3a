import { differentMembers, isSalesId, memberNumber } from './address.ts'
import { arrivedPatch } from './arrival.ts'
import {
  arrivalIn,
  degreeIn,
  foundIn,
  READ_FIELDS,
  type ContactInput,
  type Found,
  type ReadField,
} from './found.ts'
import { normalMail } from './mail.ts'
import { nameParts } from './name/parse-name.ts'
import type { Contact } from './records.ts'
import type { Confidence, Instant, Sourced } from './values.ts'

/**
 * How what was read, imported, typed or found in a mail becomes a contact and later changes it.
 *
 *   M1  What the rep typed (`by: 'rep'`) stays, whatever is read later; what the rep types later replaces it.
 *   M2  A guess never replaces what is likely or sure.
 *   M3  Otherwise the newer value wins; a sure one counts as if it were 90 days newer than it is.
 *   M4  The same value again changes nothing, unless it is surer now: then its evidence is renewed.
 *   M5  A source whose member id names somebody else changes nothing at all.
 *   M6  A line of a file is of unknown age: it fills what is missing or guessed, and what a page says replaces it.
 */

export interface FieldChange {
  field: ReadField | 'emails' | 'phones' | 'zone' | 'arrivedAt' | 'connectedAt'
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
  const { values, emails, phones } = foundIn(input, at)
  const blank = emptyContact(at, input.practice)
  const connected = degreeIn(input) === '1st' ? { connectedAt: at } : {}
  const empty = { ...blank, ...arrivedPatch(blank, arrivalIn(input)), ...connected, emails, phones }
  const stand = emails[0] ?? values.slug
  if (values.name === undefined && stand === undefined) return { ...empty, ...values, name: empty.name }
  // What stands in for a name was given by nobody as one, so the first name that is read replaces it.
  const name = values.name ?? { ...stand, value: stand?.value ?? '', by: 'page', confidence: 'guess', at }
  const isHalved =
    values.firstName !== undefined || values.lastName !== undefined || values.name === undefined
  return { ...empty, ...(isHalved ? {} : halvesOf(name)), ...values, name }
}

/** Merges a source into a known contact by M1 to M6; new mail addresses and numbers go behind the known ones. `at` is when it was read. */
export function mergeInput(contact: Contact, input: ContactInput, at: Instant): Merge {
  const found = foundIn(input, at)
  const merge = mergeFound(contact, found, arrivalIn(input))
  const after = degreeIn(input)
  const before = contact.connectedAt ? '1st' : null
  const isSame = after === null || (after === '1st') === (before !== null)
  if (isSame || contradicts(contact, found)) return merge
  return {
    patch: { ...merge.patch, connectedAt: after === '1st' ? at : null },
    changed: [...merge.changed, { field: 'connectedAt', before, after }],
  }
}

function mergeFound(contact: Contact, found: Found, arrival: Instant | null): Merge {
  if (contradicts(contact, found)) return { patch: {}, changed: [] }
  const arrived = arrivedPatch(contact, arrival)
  const merge = mergeValues(contact, found.values)
  const emails = added(contact.emails, found.emails, (value) => normalMail(value) ?? value)
  const phones = added(contact.phones, found.phones, (value) => value)
  return {
    patch: {
      ...merge.patch,
      ...arrived,
      ...(emails.length > 0 && { emails: [...contact.emails, ...emails] }),
      ...(phones.length > 0 && { phones: [...contact.phones, ...phones] }),
    },
    changed: [
      ...merge.changed,
      ...(arrived.arrivedAt
        ? [{ field: 'arrivedAt', before: contact.arrivedAt ?? null, after: arrived.arrivedAt } as const]
        : []),
      ...emails.map(({ value }): FieldChange => ({ field: 'emails', before: null, after: value })),
      ...phones.map(({ value }): FieldChange => ({ field: 'phones', before: null, after: value })),
    ],
  }
}

/** True when source and contact carry member ids of two different people (M5). */
function contradicts(contact: Pick<Contact, 'memberId'>, found: Found): boolean {
  const shown = found.values.memberId?.value
  return contact.memberId !== null && shown !== undefined && differentMembers(contact.memberId.value, shown)
}

/** Of two values of one field the one that stays: typed, else better evidenced, else newer. The first where they are equal. */
export function betterOf<V extends Sourced | null>(field: ReadField, a: V, b: V): V {
  if (a === null || b === null) return a ?? b
  return replacesIn(field, a, b) ? b : a
}

/** A member's own id stays when the same member is seen under a number or an id of Sales Navigator, which open no profile. */
function replacesIn(field: ReadField, before: Sourced | null, after: Sourced): boolean {
  if (field !== 'memberId' || before === null || before.value === after.value) return replaces(before, after)
  const number = memberNumber(before.value)
  if (number === null || number !== memberNumber(after.value)) return replaces(before, after)
  return idRank(after.value) > idRank(before.value)
}

function idRank(memberId: string): number {
  if (isSalesId(memberId)) return 1
  return /^\d+$/.test(memberId) ? 0 : 2
}

/**
 * Whether `after` takes the place of `before` (M1 to M4, M6). Of any two values one order holds, whichever came
 * first, so that two devices end with the same one.
 */
function replaces(before: Sourced | null, after: Sourced): boolean {
  if (before === null) return true
  const tiers = tierOf(after) - tierOf(before)
  if (before.value === after.value)
    return tiers > 0 || (tiers === 0 && RANK[after.confidence] > RANK[before.confidence])
  if (tiers !== 0) return tiers > 0
  const gap = weight(after) - weight(before)
  // Two values of the same moment: the order they are merged in must not matter.
  return gap === 0 ? after.value > before.value : gap > 0
}

/** First and last name as split off a full name, marked as guesses, which every page and file that names them replaces. */
export function halvesOf(name: Sourced): { firstName?: Sourced; lastName?: Sourced } {
  const { first, last } = nameParts(name.value)
  const half = (value: string): Sourced => ({ ...name, value, strategy: SPLIT, confidence: 'guess' })
  return { ...(first !== null && { firstName: half(first) }), ...(last !== null && { lastName: half(last) }) }
}

function mergeValues(contact: Contact, values: Found['values']): Merge {
  const patch: Partial<Record<ReadField, Sourced | null>> = {}
  const changed: FieldChange[] = []
  for (const field of READ_FIELDS) {
    const after = values[field]
    const before = contact[field]
    if (after === undefined || !replacesIn(field, before, after)) continue
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
  values: Found['values'],
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

function added(known: readonly Sourced[], found: readonly Sourced[], form: (value: string) => string) {
  const forms = new Set(known.map(({ value }) => form(value)))
  return found.filter(({ value }) => !forms.has(form(value)))
}

/** What kind of evidence it is; a higher kind always wins. */
function tierOf(value: Sourced): number {
  if (value.by === 'rep') return 3
  if (value.confidence === 'guess') return 0
  return value.by === 'import' ? 1 : 2
}

/** Milliseconds since 1970, with the bonus of M3. */
function weight(value: Sourced): number {
  const time = Temporal.Instant.from(value.at).epochMilliseconds
  return value.confidence === 'sure' && value.by !== 'rep' ? time + SURE_BONUS : time
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

/** `strategy` of a first or last name that was only split off the full one. */
export const SPLIT = 'split-name'
const SURE_BONUS = 90 * 86_400_000
const RANK: Record<Confidence, number> = { guess: 0, likely: 1, sure: 2 }
