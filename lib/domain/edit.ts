import { profileLink } from './address-kind.ts'
import { normalSlug } from './address.ts'
import { plainE164 } from './e164.ts'
import { normalMail } from './mail.ts'
import { halvesOf, SPLIT, type FieldChange } from './merge.ts'
import type { Contact } from './records.ts'
import type { Instant, Sourced } from './values.ts'

/** What the rep may type over. `email` and `phone` are the first of their list, the ones that are written to. */
export const EDITABLE_FIELDS = [
  'name', 'firstName', 'lastName', 'headline', 'title', 'company', 'location', 'school', 'slug', 'email', 'phone', 'zone',
] as const // prettier-ignore
export type EditableField = (typeof EDITABLE_FIELDS)[number]

export type Edit =
  | { kind: 'ok'; patch: Partial<Contact>; changed: FieldChange[] }
  | {
      kind: 'refused'
      code: 'name-needed' | 'no-mail-address' | 'no-phone-number' | 'no-profile' | 'no-zone' | 'too-long'
    }

/**
 * The rep types a value; an empty one takes the value away. What was typed wins over every later reading (M1);
 * a value taken away may be read again. `phoneOf` gives the E.164 form of a number: `normalPhone`, where its tables
 * of countries are at hand; without it a number needs its `+`.
 */
export function editContact(
  contact: Contact,
  field: EditableField,
  text: string,
  at: Instant,
  phoneOf: (text: string) => string | null = plainE164,
): Edit {
  const value = text.toWellFormed().replace(/\s+/gu, ' ').trim()
  if (value.length > 2_000) return { kind: 'refused', code: 'too-long' }
  switch (field) {
    case 'name':
      return value === '' ? { kind: 'refused', code: 'name-needed' } : editName(contact, typed(value, at))
    case 'email':
      return editList(contact, 'emails', value, normalMail(value), 'no-mail-address', at)
    case 'phone':
      return editList(contact, 'phones', value, phoneOf(value), 'no-phone-number', at)
    case 'zone':
      return editZone(contact, value)
    case 'slug': {
      const slug = profileLink(value).slug ?? (value.includes('/') ? null : normalSlug(value))
      if (value !== '' && slug === null) return { kind: 'refused', code: 'no-profile' }
      return editPlain(contact, 'slug', slug ?? '', at)
    }
    default:
      return editPlain(contact, field, value, at)
  }
}

/** True when the zone is one that dates can be reckoned in. */
function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return zone.includes('/') || zone === 'UTC'
  } catch {
    return false
  }
}

type PlainField = Exclude<EditableField, 'name' | 'email' | 'phone' | 'zone'>

/** First and last name follow, unless they were typed or read by themselves. */
function editName(contact: Contact, name: Sourced): Edit {
  const { firstName = null, lastName = null } = halvesOf(name)
  const patch: Partial<Contact> = { name }
  if (contact.firstName === null || contact.firstName.strategy === SPLIT) patch.firstName = firstName
  if (contact.lastName === null || contact.lastName.strategy === SPLIT) patch.lastName = lastName
  return done(patch, 'name', contact.name.value, name.value)
}

function editPlain(contact: Contact, field: PlainField, value: string, at: Instant): Edit {
  const after = value === '' ? null : typed(value, at)
  return done({ [field]: after }, field, contact[field]?.value ?? null, after?.value ?? null)
}

function editList(
  contact: Contact,
  field: 'emails' | 'phones',
  value: string,
  normal: string | null,
  code: 'no-mail-address' | 'no-phone-number',
  at: Instant,
): Edit {
  const [first, ...rest] = contact[field]
  if (value === '') return done({ [field]: rest }, field, first?.value ?? null, null)
  if (normal === null) return { kind: 'refused', code }
  const others = rest.filter((known) => known.value !== normal)
  return done({ [field]: [typed(normal, at), ...others] }, field, first?.value ?? null, normal)
}

function editZone(contact: Contact, value: string): Edit {
  if (value !== '' && !isZone(value)) return { kind: 'refused', code: 'no-zone' }
  const zone = value === '' ? null : value
  return done({ zone }, 'zone', contact.zone, zone)
}

function done(
  patch: Partial<Contact>,
  field: FieldChange['field'],
  before: string | null,
  after: string | null,
): Edit {
  return { kind: 'ok', patch, changed: before === after ? [] : [{ field, before, after }] }
}

function typed(value: string, at: Instant): Sourced {
  return { value, by: 'rep', confidence: 'sure', at }
}
