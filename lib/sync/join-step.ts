import type { Stored, Table } from '#lib/domain/records.ts'
import type { Store, StoreReads } from '#lib/store/store.ts'
import { joinAccounts } from './join-accounts.ts'
import { areTwins, exactKeys, joinChanges, joinedIdOf, moved, notSameIdOf } from './join.ts'
import { twinsOf } from './twins.ts'

/**
 * After a pull: contacts that turn out to be one person, and accounts that turn out to be one company, are joined, each
 * pair in a commit of its own, and what still arrives for one that was joined away follows it. Gives the number of commits it made.
 */
export async function joinTwins(store: Store, pulled: readonly Pulled[], now: number): Promise<number> {
  const all = [...new Map(pulled.map((one) => [`${one.t}/${one.id}`, one])).values()]
  let joined = 0
  for (let from = 0; from < all.length; from += SHARE) {
    const share = all.slice(from, from + SHARE)
    const suspected = await suspects(store, share)
    const before = joined
    for (const { t, id } of share) {
      // Whom was joined just now may be the twin of somebody who had none before.
      if (joined === before && !suspected.has(id)) continue
      joined += await joinAccounts(store, t, id)
      if (t === 'contact') joined += await joinOne(store, id, now)
      else if (isGuest(t)) joined += await followJoined(store, t, id)
    }
  }
  return joined
}

interface Pulled {
  t: string
  id: string
}

/**
 * With whom something may be to do, found with few requests: a first pull brings many thousands, and nearly none of
 * them. Every account; contacts that share a key or whose account is gone; what belongs to a contact that is gone.
 */
async function suspects(store: Store, share: readonly Pulled[]): Promise<Set<string>> {
  const idsOf = (t: Table): string[] => share.flatMap((one) => (one.t === t ? [one.id] : []))
  const found = new Set(idsOf('account'))
  const contacts = await present(store, 'contact', idsOf('contact'))
  const keys = new Set(contacts.flatMap(exactKeys))
  const owners = await store.contactIdsByKeys([...keys])
  const accountIds = contacts.flatMap(({ accountId }) => accountId ?? [])
  const accounts = new Set((await present(store, 'account', accountIds)).map(({ id }) => id))
  for (const contact of contacts) {
    const { id, accountId } = contact
    const isShared = exactKeys(contact).some((key) => owners.get(key)?.some((owner) => owner !== id))
    if (isShared || (accountId !== null && !accounts.has(accountId))) found.add(id)
  }
  for (const t of GUESTS) {
    const guests = await present(store, t, idsOf(t))
    const hosts = await present(store, 'contact', [...new Set(guests.map(({ contactId }) => contactId))])
    const there = new Set(hosts.map(({ id }) => id))
    for (const { id, contactId } of guests) if (!there.has(contactId)) found.add(id)
  }
  return found
}

async function present<T extends Table>(store: Store, t: T, ids: readonly string[]): Promise<Stored<T>[]> {
  return (await store.getMany(t, ids)).filter((record) => record !== undefined)
}

async function joinOne(store: Store, id: string, now: number): Promise<number> {
  // Asked first without the lock: nearly always there is nothing to do.
  if (!(await twinOf(store, id))) return 0
  const { group } = await store.commit(async (read, own) => {
    const pair = await twinOf(read, id)
    if (!pair) return { changes: [], result: null }
    const at = new Date(now).toISOString()
    return { changes: joinChanges(await twinsOf(read, pair), at, own), result: null }
  })
  return group === null ? 0 : 1
}

async function twinOf(read: StoreReads, id: string): Promise<[Stored<'contact'>, Stored<'contact'>] | null> {
  const contact = await read.get('contact', id)
  if (!contact) return null
  const found = await read.contactsByKeys(exactKeys(contact))
  const twins = found
    .filter((other) => other.id !== id && areTwins(contact, other))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const twin of twins) {
    // What the rep has parted stays parted.
    if (await read.get('activity', notSameIdOf(id, twin.id))) continue
    return twin.id < contact.id ? [twin, contact] : [contact, twin]
  }
  return null
}

/** A note made on a device that did not know of the joining still finds its person. */
async function followJoined(store: Store, t: Guest, id: string): Promise<number> {
  const target = await joinedTarget(store, t, id)
  if (target === null) return 0
  const { group } = await store.commit(async (read) => {
    const to = await joinedTarget(read, t, id)
    return { changes: to === null ? [] : [moved(t, id, to)], result: null }
  })
  return group === null ? 0 : 1
}

async function joinedTarget(read: StoreReads, t: Guest, id: string): Promise<string | null> {
  const guest = await read.get(t, id)
  if (!guest || (await read.get('contact', guest.contactId))) return null
  let at: string = guest.contactId
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const sign = await read.get('activity', joinedIdOf(at))
    if (!sign) return null
    at = sign.contactId
    if (await read.get('contact', at)) return at
  }
  return null
}

const GUESTS = ['enrollment', 'touch', 'note', 'capture', 'activity'] as const satisfies readonly Table[]
type Guest = (typeof GUESTS)[number]
const isGuest = (t: string): t is Guest => (GUESTS as readonly string[]).includes(t)
const MOST_HOPS = 5
/** Records looked through at once. */
const SHARE = 200
