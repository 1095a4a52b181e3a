import { matchKeysOf, suppressionIdsOf } from '#lib/domain/identity.ts'
import { likenessKeysOf } from '#lib/domain/likeness.ts'
import { newContact } from '#lib/domain/merge.ts'
import { forbidding } from '#lib/domain/never-list.ts'
import type { Contact, Stored } from '#lib/domain/records.ts'
import { relation, type MatchReason } from '#lib/domain/relation.ts'
import type { StoreReads } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'
import type { PersonInput } from './person-input.ts'

/** Who a person is to the store, by the same rules wherever they come from. */

export interface Candidate {
  contactId: string
  reason: MatchReason
  /** The key alone would have made them known: two such are the same person twice, or the key is wrong. */
  isExact: boolean
}

export type Recognition =
  | { kind: 'new' }
  | { kind: 'known'; contactId: string }
  /** Only like somebody, or two known contacts share a key with this person: the rep decides. Most exact reason first. */
  | { kind: 'unclear'; candidates: Candidate[] }
  /** Nobody may write to them; `contactId` is null when only the hashed entry is left. */
  | { kind: 'suppressed'; contactId: string | null }
  /** On the never-capture list; `entry` is the line of it. */
  | { kind: 'never'; entry: string }
  /** An anonymous row, or nothing to save a person under. */
  | { kind: 'nobody' }

/**
 * Recognises many persons at once, each at the place it was given: one look-up of all keys, whatever their number.
 * Reads only; made for 10,000 lines of a file.
 */
export async function recogniseAll(
  deps: Pick<Deps, 'clock' | 'settings'>,
  reads: StoreReads,
  persons: readonly PersonInput[],
): Promise<Recognition[]> {
  const now = deps.clock.now()
  const asked = persons.map((person) => askedOf(person, now))
  const forbidden = forbidding(await deps.settings.get())
  const stored = await storedFor(reads, asked)
  return asked.map((one) => {
    const entry = one.draft === null || one.draft.practice ? null : forbidden(one.draft)
    return entry === null ? recognition(one, stored) : { kind: 'never', entry }
  })
}

/** The contact that an act on this person means: of two that share a key the one with the more exact key. */
export function knownIdOf(recognition: Recognition): string | null {
  if (recognition.kind === 'known' || recognition.kind === 'suppressed') return recognition.contactId
  if (recognition.kind !== 'unclear') return null
  const [first] = recognition.candidates
  return first?.isExact === true ? first.contactId : null
}

/** Who a person is to the store, for an act on one. */
export interface Recognised {
  known: Stored<'contact'> | null
  suppressed: boolean
  /** The line of the never-capture list, where one fits. */
  never: string | null
  /** Other contacts with one of the keys: each key stays where it is. */
  others: Stored<'contact'>[]
}

/** Looks one person up as `recogniseAll` does. A likeness is never taken for identity; of two contacts the more exact key decides. */
export async function recognise(
  deps: Pick<Deps, 'clock' | 'settings'>,
  reads: StoreReads,
  person: PersonInput,
): Promise<Recognised> {
  // Whoever the rep says it is: a key that somebody else has stays with them.
  const [recognition = NOBODY, bare = recognition] = await recogniseAll(deps, reads, [
    person,
    ...unsaid(person),
  ])
  const id = knownIdOf(recognition)
  const bareId = knownIdOf(bare)
  const candidates = bare.kind === 'unclear' ? bare.candidates.map(({ contactId }) => contactId) : []
  const ids = new Set([id, bareId, ...candidates].filter((one) => one !== null))
  const contacts = await reads.getMany('contact', [...ids])
  const present = contacts.flatMap((contact) => contact ?? [])
  return {
    known: present.find((contact) => contact.id === id) ?? null,
    suppressed: recognition.kind === 'suppressed',
    never: recognition.kind === 'never' ? recognition.entry : null,
    others: present.filter((contact) => contact.id !== id),
  }
}

/** The same person as the keys alone tell it; none where the rep has said nothing. */
function unsaid(person: PersonInput): PersonInput[] {
  if ((person.from !== 'read' && person.from !== 'import') || person.into === undefined) return []
  const bare = { ...person }
  delete bare.into
  return [bare]
}

/** Whether the rep has set this person to «do not contact», or had set somebody with one of the same keys. */
export async function isSuppressed(
  reads: Pick<StoreReads, 'isSuppressed'>,
  contact: Contact,
): Promise<boolean> {
  return contact.doNotContact || (await reads.isSuppressed(suppressionIdsOf(matchKeysOf(contact))))
}

const NOBODY: Recognition = { kind: 'nobody' }

interface Asked {
  /** Set for a contact that is known by its id. */
  id: string | null
  draft: Contact | null
  keys: string[]
  likenessKeys: string[]
}

interface StoredPeople {
  idsOf: ReadonlyMap<string, readonly string[]>
  contacts: ReadonlyMap<string, Stored<'contact'>>
  suppressed: ReadonlySet<string>
}

function askedOf(person: PersonInput, now: string): Asked {
  if (person.from === 'contact') return { id: person.contactId, draft: null, keys: [], likenessKeys: [] }
  const draft = newContact(person, now)
  const id = person.from === 'read' || person.from === 'import' ? (person.into ?? null) : null
  return { id, draft, keys: matchKeysOf(draft), likenessKeys: likenessKeysOf(draft) }
}

async function storedFor(reads: StoreReads, asked: readonly Asked[]): Promise<StoredPeople> {
  const keys = new Set(asked.flatMap(({ keys: exact, likenessKeys }) => [...exact, ...likenessKeys]))
  const idsOf = await reads.contactIdsByKeys([...keys])
  const ids = new Set([...asked.flatMap(({ id }) => id ?? []), ...[...idsOf.values()].flat()])
  const found = await reads.getMany('contact', [...ids])
  const contacts = new Map(found.flatMap((contact) => (contact ? [[contact.id, contact]] : [])))
  const hashes = new Set([
    ...asked.flatMap((one) => suppressionIdsOf(one.keys)),
    ...[...contacts.values()].flatMap((contact) => suppressionIdsOf(matchKeysOf(contact))),
  ])
  return { idsOf, contacts, suppressed: await reads.suppressedAmong([...hashes]) }
}

function recognition(one: Asked, stored: StoredPeople): Recognition {
  if (one.id !== null) {
    const known = stored.contacts.get(one.id)
    if (!known) return { kind: 'nobody' }
    return isHeld(known, stored)
      ? { kind: 'suppressed', contactId: known.id }
      : { kind: 'known', contactId: known.id }
  }
  const { draft } = one
  if (draft === null || draft.name.value === '') return { kind: 'nobody' }
  const { exact, unsure } = hits(one, draft, stored)
  const held = exact.find(({ contactId }) => isHeld(stored.contacts.get(contactId), stored))
  if (held) return { kind: 'suppressed', contactId: held.contactId }
  if (suppressionIdsOf(one.keys).some((id) => stored.suppressed.has(id)))
    return { kind: 'suppressed', contactId: exact[0]?.contactId ?? null }
  const [first, second] = exact
  if (first && !second) return { kind: 'known', contactId: first.contactId }
  const candidates = [...exact, ...(first ? [] : unsure)]
  return candidates.length > 0 ? { kind: 'unclear', candidates } : { kind: 'new' }
}

/** Contacts under one of the keys, in the order of the keys: `exact` ones are the person, `unsure` ones may be. */
function hits(one: Asked, draft: Contact, stored: StoredPeople) {
  const ids = new Set([...one.keys, ...one.likenessKeys].flatMap((key) => stored.idsOf.get(key) ?? []))
  const exact: Candidate[] = []
  const unsure: Candidate[] = []
  for (const contactId of ids) {
    const contact = stored.contacts.get(contactId)
    const found = contact ? relation(contact, draft) : null
    if (!found) continue
    const isExact = found.kind === 'same'
    ;(isExact ? exact : unsure).push({ contactId, reason: found.reason, isExact })
  }
  return { exact, unsure }
}

function isHeld(contact: Stored<'contact'> | undefined, { suppressed }: StoredPeople): boolean {
  if (!contact) return false
  return contact.doNotContact || suppressionIdsOf(matchKeysOf(contact)).some((id) => suppressed.has(id))
}
