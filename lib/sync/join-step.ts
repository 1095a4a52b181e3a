import type { Stored, Table } from '#lib/domain/records.ts'
import type { Store, StoreReads } from '#lib/store/store.ts'
import { joinAccounts } from './join-accounts.ts'
import { areTwins, exactKeys, joinChanges, joinedIdOf, moved, notSameIdOf } from './join.ts'
import { twinsOf } from './twins.ts'

/**
 * After a pull: contacts that turn out to be one person, and accounts that turn out to be one company, are joined, each
 * pair in a commit of its own, and what still arrives for one that was joined away follows it. Gives the number of commits it made.
 */
export async function joinTwins(
  store: Store,
  pulled: readonly { t: string; id: string }[],
  now: number,
): Promise<number> {
  let joined = 0
  for (const { t, id } of new Map(pulled.map((one) => [`${one.t}/${one.id}`, one])).values()) {
    joined += await joinAccounts(store, t, id)
    if (t === 'contact') joined += await joinOne(store, id, now)
    else if (isGuest(t)) joined += await followJoined(store, t, id)
  }
  return joined
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
