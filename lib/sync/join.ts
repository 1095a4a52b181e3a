import { v5 } from 'uuid'
import { matchKeysOf } from '#lib/domain/identity.ts'
import { joinedFields, lostFields, type Choices } from '#lib/domain/join-fields.ts'
import type { Capture, Contact, Enrollment, Stored, Table } from '#lib/domain/records.ts'
import { relation } from '#lib/domain/relation.ts'
import type { ContactId, Instant } from '#lib/domain/values.ts'
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
 * A shared telephone number alone may be a company's, and two addresses of one member are the rep's to join.
 */
export function areTwins(a: Contact, b: Contact): boolean {
  if (a.slug && b.slug && a.slug.value !== b.slug.value) return false
  const found = relation(a, b)
  return found?.kind === 'same' && found.reason !== 'same-phone'
}

export const exactKeys = (contact: Contact): string[] =>
  matchKeysOf(contact).filter((key) => !key.startsWith('tel:'))

/** Id of the activity that tells where a joined contact went: the same on every device. */
export const joinedIdOf = (contactId: string): string => v5(contactId, JOINED_SPACE)

/** Id of the sign that the rep knows the first contact to be another than the second. */
export const notSameIdOf = (contactId: string, otherId: string): string =>
  v5(`${contactId}/${otherId}`, NOT_SAME_SPACE)

/** What the rep's own joining adds: the values chosen. */
export interface ByRep {
  choices: Choices
}

/** Everything that joins the two; of a value that is given up the history keeps a capture. */
export function joinChanges(twins: Twins, at: Instant, group: string, byRep?: ByRep): Change[] {
  const { stays, goes } = twins
  const patch = joinedFields(stays, goes, byRep?.choices)
  const lost = lostFields(stays, goes, patch)
  return [
    ...(Object.keys(patch).length > 0
      ? [{ t: 'contact' as const, id: stays.id, k: 'patch' as const, f: patch }]
      : []),
    ...twins.enrollments
      .filter(({ contactId }) => contactId === goes.id)
      .map(({ id }) => moved('enrollment', id, stays.id)),
    ...twins.belongings.map(({ t, id }) => moved(t, id, stays.id)),
    ...doubled(twins.enrollments, at),
    ...(Object.keys(lost).length > 0 ? [lostCapture(twins, lost, at)] : []),
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
        facts: { other: goes.name.value.slice(0, 500), id: goes.id, ...(byRep && { by: 'rep' }) },
        practice: stays.practice,
      },
    },
  ]
}

function lostCapture({ stays, goes }: Twins, fields: Capture['fields'], at: Instant): Change {
  const contactId = stays.id as ContactId // the id of a stored contact
  const { practice } = stays
  const f: Capture = { contactId, url: '', pageType: 'merge', generation: 'unknown', fields, at, practice }
  return { t: 'capture', id: v5(goes.id, LOST_SPACE), k: 'put', f }
}

/** The change that hangs a record on another contact. */
export function moved(t: Table, id: string, contactId: string): Change {
  // Every table it is called with has the field.
  return { t, id, k: 'patch', f: { contactId: contactId as ContactId } } as Change
}

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

const JOINED_SPACE = '8a6e2f04-93b1-5d27-a1c8-5f0b7c44e9d3'
const LOST_SPACE = 'c2f0a7b5-1e64-5d83-9b0a-77d4e1f3a6c8'
const NOT_SAME_SPACE = '1f9d6b3c-48a2-5e07-8c51-d2a90e6b7f14'
