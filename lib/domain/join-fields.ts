import type { PersonField } from './capture.ts'
import { READ_FIELDS, SOURCE_OF, type ReadField } from './found.ts'
import { normalMail } from './mail.ts'
import { betterOf, SPLIT } from './merge.ts'
import type { Capture, Contact } from './records.ts'
import type { Sourced } from './values.ts'

/** Which values a person has who was two contacts until now. The same on every device, whatever it saw first. */

export type Side = 'stays' | 'goes'
export type JoinField = ReadField | 'zone' | 'status'
/** What the rep chose; the better-evidenced value wins where nothing is chosen. */
export type Choices = Partial<Record<JoinField, Side>>

/** What the one that stays takes over; addresses and numbers of both are kept. */
export function joinedFields(stays: Contact, goes: Contact, choices: Choices = {}): Partial<Contact> {
  const patch: Partial<Contact> = {}
  for (const field of READ_FIELDS) {
    const value = sideOf(field, stays, goes, choices) === 'goes' ? goes[field] : stays[field]
    // A name is never null on either side, so the one that is taken is none either.
    if (value !== stays[field] && (value !== null || field !== 'name'))
      Object.assign(patch, { [field]: value })
  }
  const mails = missing(stays.emails, goes.emails, (value) => normalMail(value) ?? value)
  if (mails.length > 0) patch.emails = [...stays.emails, ...mails]
  const phones = missing(stays.phones, goes.phones, (value) => value)
  if (phones.length > 0) patch.phones = [...stays.phones, ...phones]
  if (stays.accountId === null && goes.accountId !== null) patch.accountId = goes.accountId
  if ('company' in patch && goes.accountId !== null) patch.accountId = goes.accountId
  if (zoneSide(stays, goes, choices) === 'goes') patch.zone = goes.zone
  if (stays.owner === null && goes.owner !== null) patch.owner = goes.owner
  if (goes.leadSource === 'inbound' && stays.leadSource !== 'inbound') patch.leadSource = 'inbound'
  if (goes.arrivedAt && goes.arrivedAt > (stays.arrivedAt ?? '')) patch.arrivedAt = goes.arrivedAt
  if (goes.connectedAt && !stays.connectedAt) patch.connectedAt = goes.connectedAt
  if (goes.createdAt < stays.createdAt) patch.createdAt = goes.createdAt
  if (goes.doNotContact && !stays.doNotContact) patch.doNotContact = true
  if (statusSide(stays, goes, choices) === 'goes') {
    patch.status = goes.status
    patch.statusReason = goes.statusReason
    patch.nurtureUntil = goes.nurtureUntil
  }
  return patch
}

/** One field in which two contacts differ, and which value is proposed. */
export interface Compared {
  field: Exclude<JoinField, 'firstName' | 'lastName' | 'memberId' | 'about'>
  stays: Sourced | null
  goes: Sourced | null
  proposed: Side
  why: 'only' | 'typed' | 'surer' | 'newer' | 'further'
}

/** What the rep is asked about: only where both say something else, or only one says anything. */
export function compared(stays: Contact, goes: Contact): Compared[] {
  return COMPARED.flatMap((field): Compared[] => {
    const [one, other] = [shown(stays, field), shown(goes, field)]
    if ((one?.value ?? '') === (other?.value ?? '')) return []
    const proposed = proposedSide(field, stays, goes)
    return [{ field, stays: one, goes: other, proposed, why: whyOf(field, one, other) }]
  })
}

/** The values that neither of the two fields of the joined contact holds any more: they go into its history. */
export function lostFields(stays: Contact, goes: Contact, patch: Partial<Contact>): Capture['fields'] {
  const kept = { ...stays, ...patch }
  const lost = READ_FIELDS.flatMap((field): [PersonField, Sourced][] => {
    if (field === 'slug' && goes.slug === null) return []
    const dropped = [stays[field], goes[field]].find(
      (value) => value !== null && value.value !== '' && value.value !== kept[field]?.value,
    )
    return dropped ? [[SOURCE_OF[field], dropped]] : []
  })
  return Object.fromEntries(
    lost.map(([field, { value, strategy = '', by, confidence }]) => [
      field,
      { value, strategy: (WAYS[by] ?? strategy).slice(0, 80), confidence },
    ]),
  )
}

/** Values of two contacts that are the same side by side. */
function sideOf(field: ReadField, stays: Contact, goes: Contact, choices: Choices): Side {
  const half = field === 'firstName' || field === 'lastName'
  const chosen = choices[field] ?? (half ? choices.name : undefined)
  if (chosen) return chosen
  const [one, other] = [stays[field], goes[field]]
  // Two halves that were only split off follow the name they were split off from.
  if (half && one?.strategy === SPLIT && other?.strategy === SPLIT)
    return sideOf('name', stays, goes, choices)
  return betterOf(field, one, other) === one ? 'stays' : 'goes'
}

function zoneSide(stays: Contact, goes: Contact, choices: Choices): Side {
  if (goes.zone === stays.zone) return 'stays'
  return choices.zone ?? (stays.zone === null ? 'goes' : 'stays')
}

/** A verdict says more than work in progress, and «do not contact» is never left for less. */
function statusSide(stays: Contact, goes: Contact, choices: Choices): Side {
  const further: Side = rankOf(goes) > rankOf(stays) ? 'goes' : 'stays'
  return stays.doNotContact || goes.doNotContact ? further : (choices.status ?? further)
}

function proposedSide(field: Compared['field'], stays: Contact, goes: Contact): Side {
  if (field === 'zone') return zoneSide(stays, goes, {})
  return field === 'status' ? statusSide(stays, goes, {}) : sideOf(field, stays, goes, {})
}

function shown(contact: Contact, field: Compared['field']): Sourced | null {
  if (field === 'zone') return contact.zone === null ? null : typed(contact, contact.zone)
  return field === 'status' ? typed(contact, contact.status) : contact[field]
}

function typed(contact: Contact, value: string): Sourced {
  return { value, by: 'rep', confidence: 'sure', at: contact.createdAt }
}

function whyOf(field: Compared['field'], one: Sourced | null, other: Sourced | null): Compared['why'] {
  if (one === null || other === null) return 'only'
  if (field === 'status') return 'further'
  if ((one.by === 'rep') !== (other.by === 'rep')) return 'typed'
  return one.confidence === other.confidence ? 'newer' : 'surer'
}

function missing(known: readonly Sourced[], more: readonly Sourced[], form: (value: string) => string) {
  const forms = new Set(known.map(({ value }) => form(value)))
  return more.filter(({ value }) => !forms.has(form(value)))
}

/** Ways of values that no page gave. */
const WAYS: Partial<Record<Sourced['by'], string>> = { rep: 'typed-by-rep', import: 'import-line' }

const rankOf = ({ status }: Contact): number => STATUS_ORDER.indexOf(status)

const STATUS_ORDER: Contact['status'][] = [
  'new', 'researching', 'bad_data', 'working', 'nurture', 'engaged', 'disqualified', 'meeting_set', 'qualified', 'do_not_contact',
] // prettier-ignore
const COMPARED = [
  'name',
  'title',
  'company',
  'headline',
  'location',
  'school',
  'slug',
  'zone',
  'status',
] as const
