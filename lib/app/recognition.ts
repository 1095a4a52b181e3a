import { differentMembers } from '#lib/domain/address.ts'
import { matchKeysOf, suppressionIdsOf } from '#lib/domain/identity.ts'
import { likeness, likenessKeysOf, nameKey, type LikenessReason } from '#lib/domain/likeness.ts'
import { newContact } from '#lib/domain/merge.ts'
import type { Contact, Stored } from '#lib/domain/records.ts'
import type { StoreReads } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'
import type { PersonInput } from './person-input.ts'

/** Who a person is to the store, by the same rules wherever they come from. */

/** Why two may be one: a key they share, or a likeness. */
export type MatchReason =
  'same-profile' | 'same-member' | 'same-mail' | 'same-phone' | 'other-member' | LikenessReason

export interface Candidate {
  contactId: string
  reason: MatchReason
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
  const stored = await storedFor(reads, asked)
  return asked.map((one) => recognition(one, stored))
}

/** The contact that an act on this person means: of two that share a key the one with the more exact key. */
export function knownIdOf(recognition: Recognition): string | null {
  if (recognition.kind === 'known' || recognition.kind === 'suppressed') return recognition.contactId
  if (recognition.kind !== 'unclear') return null
  const [first] = recognition.candidates
  return first !== undefined && EXACT.has(first.reason) ? first.contactId : null
}

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
  return { id: null, draft, keys: matchKeysOf(draft), likenessKeys: likenessKeysOf(draft) }
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
  const { exact, unsure } = keyHits(one, draft, stored)
  const held = exact.find(({ contactId }) => isHeld(stored.contacts.get(contactId), stored))
  if (held) return { kind: 'suppressed', contactId: held.contactId }
  if (suppressionIdsOf(one.keys).some((id) => stored.suppressed.has(id)))
    return { kind: 'suppressed', contactId: exact[0]?.contactId ?? null }
  const [first, second] = exact
  if (first && !second) return { kind: 'known', contactId: first.contactId }
  const candidates = distinct([...exact, ...unsure, ...(first ? [] : likeHits(one, draft, stored))])
  return candidates.length > 0 ? { kind: 'unclear', candidates } : { kind: 'new' }
}

/** Contacts that share a key: `exact` ones are the person, `unsure` ones have something that speaks against it. */
function keyHits(one: Asked, draft: Contact, stored: StoredPeople) {
  const exact: Candidate[] = []
  const unsure: Candidate[] = []
  for (const key of one.keys) {
    for (const contactId of stored.idsOf.get(key) ?? []) {
      const contact = stored.contacts.get(contactId)
      if (contact?.practice !== draft.practice) continue
      const reason = reasonOf(key)
      if (isAnotherMember(contact, draft)) unsure.push({ contactId, reason: 'other-member' })
      // One number may be a whole company's.
      else if (reason === 'same-phone' && namesDiffer(contact, draft)) unsure.push({ contactId, reason })
      else exact.push({ contactId, reason })
    }
  }
  return { exact: distinct(exact), unsure: distinct(unsure) }
}

function likeHits(one: Asked, draft: Contact, stored: StoredPeople): Candidate[] {
  const ids = new Set(one.likenessKeys.flatMap((key) => stored.idsOf.get(key) ?? []))
  return [...ids].flatMap((contactId) => {
    const contact = stored.contacts.get(contactId)
    if (contact?.practice !== draft.practice || isAnotherMember(contact, draft)) return []
    const reason = likeness(contact, draft)
    return reason === null ? [] : [{ contactId, reason }]
  })
}

/** Two addresses or two member ids are two people, however alike they are. */
function isAnotherMember(a: Contact, b: Contact): boolean {
  return a.memberId !== null && b.memberId !== null && differentMembers(a.memberId.value, b.memberId.value)
}

function namesDiffer(a: Contact, b: Contact): boolean {
  const names = [nameKey(a), nameKey(b)]
  return names[0] !== names[1]
}

function isHeld(contact: Stored<'contact'> | undefined, { suppressed }: StoredPeople): boolean {
  if (!contact) return false
  return contact.doNotContact || suppressionIdsOf(matchKeysOf(contact)).some((id) => suppressed.has(id))
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.toReversed().map((one) => [one.contactId, one])).values()].reverse()
}

/** Of these two at once make a person unclear, each alone would make them known. */
const EXACT: ReadonlySet<MatchReason> = new Set(['same-profile', 'same-member', 'same-mail'])

function reasonOf(key: string): MatchReason {
  if (key.startsWith('li:')) return 'same-profile'
  if (key.startsWith('lid:')) return 'same-member'
  return key.startsWith('mail:') ? 'same-mail' : 'same-phone'
}
