import { v5 } from 'uuid'
import { differentMembers } from '#lib/domain/address.ts'
import { matchKeysOf } from '#lib/domain/identity.ts'
import { normalMail } from '#lib/domain/mail.ts'
import type { Contact, Enrollment, Stored, Table } from '#lib/domain/records.ts'
import type { ContactId, Instant, Sourced } from '#lib/domain/values.ts'
import type { Change } from '#lib/store/store.ts'

/**
 * Two contacts that are one person, made on two devices. Every device joins them the same way, whatever it saw first:
 * the smaller id stays, everything of the other one moves to it, and of two running enrollments in one cadence the
 * further one goes on. Pure.
 */
export interface Twins {
  /** Has the smaller id. */
  stays: Stored<'contact'>
  goes: Stored<'contact'>
  /** Enrollments of both, each with how many of its touches are done or skipped. */
  enrollments: (Stored<'enrollment'> & { touched: number })[]
  /** What belongs to the one that goes, besides enrollments. */
  belongings: { t: 'touch' | 'note' | 'capture' | 'activity'; id: string }[]
}

/**
 * Whether they are surely one person: an equal address of a profile, member or mail, and nothing that contradicts.
 * A shared telephone number alone may be a company's.
 */
export function areTwins(a: Contact, b: Contact): boolean {
  if (a.practice !== b.practice) return false
  if (a.slug && b.slug && a.slug.value !== b.slug.value) return false
  if (a.memberId && b.memberId && differentMembers(a.memberId.value, b.memberId.value)) return false
  const keys = new Set(exactKeys(a))
  return exactKeys(b).some((key) => keys.has(key))
}

export const exactKeys = (contact: Contact): string[] =>
  matchKeysOf(contact).filter((key) => !key.startsWith('tel:'))

/** Id of the activity that tells where a joined contact went: the same on every device. */
export const joinedIdOf = (contactId: string): string => v5(contactId, JOINED_SPACE)

export function joinChanges(twins: Twins, at: Instant, group: string): Change[] {
  const { stays, goes } = twins
  const patch = joinedFields(stays, goes)
  return [
    ...(Object.keys(patch).length > 0
      ? [{ t: 'contact' as const, id: stays.id, k: 'patch' as const, f: patch }]
      : []),
    ...twins.enrollments
      .filter(({ contactId }) => contactId === goes.id)
      .map(({ id }) => moved('enrollment', id, stays.id)),
    ...twins.belongings.map(({ t, id }) => moved(t, id, stays.id)),
    ...doubled(twins.enrollments, at),
    { t: 'contact', id: goes.id, k: 'del' },
    {
      t: 'activity',
      id: joinedIdOf(goes.id),
      k: 'put',
      f: {
        contactId: stays.id as ContactId, // the id of a stored contact
        kind: 'joined',
        at,
        group,
        // The id too: who erases the one that stays erases what is left of the other.
        facts: { other: goes.name.value.slice(0, 500), id: goes.id },
        practice: stays.practice,
      },
    },
  ]
}

/** The change that hangs a record on another contact. */
export function moved(t: Table, id: string, contactId: string): Change {
  // Every table it is called with has the field.
  return { t, id, k: 'patch', f: { contactId: contactId as ContactId } } as Change
}

/** What the one that stays takes over. */
function joinedFields(stays: Contact, goes: Contact): Partial<Contact> {
  const patch: Partial<Contact> = {}
  for (const name of SOURCED) {
    const better = betterOf(stays[name], goes[name])
    // A name is never null on either side, so a better one is none either.
    if (better !== stays[name] && better !== null) patch[name] = better
  }
  const known = new Set(stays.emails.map(({ value }) => normalMail(value) ?? value))
  const mails = goes.emails.filter(({ value }) => !known.has(normalMail(value) ?? value))
  if (mails.length > 0) patch.emails = [...stays.emails, ...mails]
  const numbers = new Set(stays.phones.map(({ value }) => value))
  const phones = goes.phones.filter(({ value }) => !numbers.has(value))
  if (phones.length > 0) patch.phones = [...stays.phones, ...phones]
  if (stays.accountId === null && goes.accountId !== null) patch.accountId = goes.accountId
  if (stays.zone === null && goes.zone !== null) patch.zone = goes.zone
  if (stays.owner === null && goes.owner !== null) patch.owner = goes.owner
  if (goes.doNotContact && !stays.doNotContact) patch.doNotContact = true
  if (goes.leadSource === 'inbound' && stays.leadSource !== 'inbound') patch.leadSource = 'inbound'
  if (goes.createdAt < stays.createdAt) patch.createdAt = goes.createdAt
  if (rankOf(goes) > rankOf(stays)) {
    patch.status = goes.status
    patch.statusReason = goes.statusReason
    patch.nurtureUntil = goes.nurtureUntil
  }
  return patch
}

/** What the rep typed, else the surer, else the newer one; the text decides a tie, so that it never depends on the device. */
function betterOf<V extends Sourced | null>(a: V, b: V): V {
  if (a === null || b === null) return a ?? b
  const order = (v: Sourced): string =>
    [v.by === 'rep' ? 1 : 0, SURENESS[v.confidence], v.at, v.value].join(' ')
  return order(b) > order(a) ? b : a
}

/** A verdict says more than work in progress, and «do not contact» most. */
const rankOf = ({ status }: Contact): number => STATUS_ORDER.indexOf(status)

/** Of two that run in one cadence only the further one goes on. */
function doubled(enrollments: Twins['enrollments'], at: Instant): Change[] {
  const running = enrollments.filter(({ state }) => state !== 'finished')
  return [...Map.groupBy(running, ({ cadenceId }) => cadenceId).values()].flatMap((list) => {
    const [, ...behind] = list.toSorted(
      (a, b) =>
        b.touched - a.touched ||
        b.cycle - a.cycle ||
        (a.startedAt < b.startedAt ? -1 : 1) ||
        (a.id < b.id ? -1 : 1),
    )
    return behind.map(({ id }): Change => ({ t: 'enrollment', id, k: 'patch', f: ended(at) }))
  })
}

const ended = (at: Instant): Partial<Enrollment> => ({
  state: 'finished', finishReason: 'removed', finishedAt: at, pauseReason: null, pausedUntil: null, dueAt: null, dueStepId: null,
}) // prettier-ignore

const SOURCED = [
  'name', 'firstName', 'lastName', 'headline', 'title', 'company', 'location', 'school', 'about', 'slug', 'memberId',
] as const // prettier-ignore
const SURENESS = { guess: 0, likely: 1, sure: 2 } as const
const STATUS_ORDER: Contact['status'][] = [
  'new', 'researching', 'bad_data', 'working', 'nurture', 'engaged', 'disqualified', 'meeting_set', 'qualified', 'do_not_contact',
] // prettier-ignore
const JOINED_SPACE = '8a6e2f04-93b1-5d27-a1c8-5f0b7c44e9d3'
