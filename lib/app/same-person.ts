import { matchKeysOf } from '#lib/domain/identity.ts'
import { compared, type Choices, type Compared } from '#lib/domain/join-fields.ts'
import { likenessKeysOf } from '#lib/domain/likeness.ts'
import { MATCH_REASONS, relation, type MatchReason } from '#lib/domain/relation.ts'
import type { Activity, Contact, Stored } from '#lib/domain/records.ts'
import type { Change, Commit, StoreReads } from '#lib/store/store.ts'
import { joinChanges, notSameIdOf } from '#lib/sync/join.ts'
import { twinsOf } from '#lib/sync/twins.ts'
import { factsOf } from '#lib/domain/activity-facts.ts'
import type { Deps } from './deps.ts'

/** Two contacts that may be one person: found, compared, made one or kept apart. Only the rep decides. */

export interface Suggestion {
  contact: Stored<'contact'>
  reason: MatchReason
}

/** Who else may be this contact, the most exact reason first, at most five; without those the rep has said are not. */
export async function suggestionsOf(deps: Pick<Deps, 'store'>, contactId: string): Promise<Suggestion[]> {
  const reads = deps.store
  const contact = await reads.get('contact', contactId)
  if (!contact) return []
  const idsOf = await reads.contactIdsByKeys([...matchKeysOf(contact), ...likenessKeysOf(contact)])
  const ids = new Set([...idsOf.values()].flat())
  ids.delete(contactId)
  const others = (await reads.getMany('contact', [...ids])).flatMap((other) => other ?? [])
  const found = others.flatMap((other): Suggestion[] => {
    const related = relation(contact, other)
    return related ? [{ contact: other, reason: related.reason }] : []
  })
  const parted = await reads.getMany(
    'activity',
    found.map(({ contact: { id } }) => notSameIdOf(contactId, id)),
  )
  return found
    .filter((_one, at) => parted[at] === undefined)
    .sort((a, b) => rankOf(a.reason) - rankOf(b.reason) || (a.contact.id < b.contact.id ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS)
}

/** Whom the rep has said this contact is not, the last one first; they can be compared and merged after all. */
export async function keptApart(deps: Pick<Deps, 'store'>, contactId: string): Promise<Stored<'contact'>[]> {
  const activities = await deps.store.activitiesOf(contactId, LOOKED_THROUGH)
  const ids = new Set(activities.flatMap(({ kind, facts }) => (kind === 'not_same' ? (facts.id ?? []) : [])))
  ids.delete(contactId) // after a merge: what the other one's timeline said of this one
  return (await deps.store.getMany('contact', [...ids])).flatMap((contact) => contact ?? [])
}

/** Two contacts side by side; the older one stays, whichever was asked about. */
export interface Comparison {
  stays: Stored<'contact'>
  goes: Stored<'contact'>
  reason: MatchReason | null
  fields: Compared[]
  /** One of them is set to do not contact, and both will be. */
  isHeld: boolean
}

/** What merging would do; null when one of the two is gone. */
export async function comparePeople(
  deps: Pick<Deps, 'store'>,
  { contactId, otherId }: { contactId: string; otherId: string },
): Promise<Comparison | null> {
  const pair = await pairOf(deps.store, contactId, otherId)
  if (!pair) return null
  const [stays, goes] = pair
  return {
    stays,
    goes,
    reason: relation(stays, goes)?.reason ?? null,
    fields: compared(stays, goes),
    isHeld: stays.doNotContact || goes.doNotContact,
  }
}

export type MergeResult = { kind: 'merged'; contactId: string } | { kind: 'gone' }

/**
 * Makes one person of two: notes, touches, captures and cadences of both go on under the older one, the values chosen
 * stay and the others go into the history. One commit, which Undo takes apart again.
 */
export async function mergePeople(
  deps: Deps,
  { contactId, otherId, choices }: { contactId: string; otherId: string; choices: Choices },
): Promise<Commit<MergeResult>> {
  return deps.store.commit<MergeResult>(async (reads, group) => {
    const pair = await pairOf(reads, contactId, otherId)
    if (!pair || pair[0].practice !== pair[1].practice) return { changes: [], result: { kind: 'gone' } }
    const twins = await twinsOf(reads, pair)
    const changes = joinChanges(twins, deps.clock.now(), group, { choices })
    return { changes, result: { kind: 'merged', contactId: pair[0].id } }
  })
}

/** The rep says that they are two people: it is never asked again, here and on every device. */
export async function keepApart(
  deps: Deps,
  { contactId, otherId }: { contactId: string; otherId: string },
): Promise<Commit<null>> {
  return deps.store.commit(async (reads, group) => {
    const pair = await pairOf(reads, contactId, otherId)
    if (!pair) return { changes: [], result: null }
    return { changes: apartChanges(pair, deps.clock.now(), group), result: null }
  })
}

/** Undo of a merge parts the two for good: with a key in common they would be joined again at the next sync. */
export async function partedChanges(
  reads: StoreReads,
  back: readonly Change[],
  at: string,
  group: string,
): Promise<Change[]> {
  const restored = back.flatMap((change) =>
    change.t === 'contact' && change.k === 'restore' ? [change.id] : [],
  )
  const signs = back.flatMap((change) => (change.t === 'activity' && change.k === 'del' ? [change.id] : []))
  const activities = (await reads.getMany('activity', signs)).flatMap((activity) => activity ?? [])
  const joins = activities.filter(({ kind, facts }) => kind === 'joined' && restored.includes(facts.id ?? ''))
  const stays = await reads.getMany(
    'contact',
    joins.map(({ contactId }) => contactId),
  )
  return joins.flatMap(({ contactId, facts, practice }, index) => {
    const one = { id: contactId, practice, name: stays[index]?.name ?? '' }
    return apartChanges([one, { id: facts.id ?? '', practice, name: facts.other ?? '' }], at, group)
  })
}

type Parted = Pick<Stored<'contact'>, 'id' | 'practice'> & { name: string | Contact['name'] }

function apartChanges([one, other]: readonly [Parted, Parted], at: string, group: string): Change[] {
  return [[one, other] as const, [other, one] as const].map(([contact, from]): Change => {
    const facts = factsOf('not_same', { other: nameOf(from), id: from.id })
    const contactId = contact.id as Activity['contactId'] // a contact's own id
    const f: Activity = { contactId, kind: 'not_same', at, group, facts, practice: contact.practice }
    return { t: 'activity', id: notSameIdOf(contact.id, from.id), k: 'put', f }
  })
}

function nameOf({ name }: Parted): string {
  return typeof name === 'string' ? name : name.value
}

async function pairOf(
  reads: Pick<StoreReads, 'getMany'>,
  contactId: string,
  otherId: string,
): Promise<[Stored<'contact'>, Stored<'contact'>] | null> {
  if (contactId === otherId) return null
  const [one, other] = await reads.getMany('contact', [contactId, otherId])
  if (!one || !other) return null
  return one.id < other.id ? [one, other] : [other, one]
}

function rankOf(reason: MatchReason): number {
  const at = (MATCH_REASONS as readonly string[]).indexOf(reason)
  return at === -1 ? MATCH_REASONS.length : at
}

const MOST_SUGGESTIONS = 5
const LOOKED_THROUGH = 1_000
