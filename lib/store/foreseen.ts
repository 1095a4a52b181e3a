import type { Stored, Table } from '#lib/domain/records.ts'
import { loadRows, type Core } from './core.ts'
import type { Tx } from './database.ts'
import { live } from './live.ts'
import type { Row } from './rows.ts'
import { recordKey, type Staged } from './stage.ts'
import type { Foreseen, StoreReads } from './store.ts'

/**
 * Reads that answer from one look at the database as long as nothing of it was written since: what holds for a
 * hundred rows is found out once. Everything else, and every key that was written meanwhile, is read anew. The caller
 * holds the lock, so that nobody else writes.
 */
export async function foreseenReads(
  core: Core,
  { contactKeys = [], accountKeys = [], suppressionIds = [], records = [] }: Foreseen,
): Promise<{ reads: StoreReads; wrote: (staged: Staged) => void }> {
  const isEmpty = contactKeys.length + accountKeys.length + suppressionIds.length + records.length === 0
  if (isEmpty) return { reads: core.reads, wrote: () => undefined }
  const [contacts, accounts, suppressed] = await core.db.read(['contact', 'account', 'suppression'], (tx) =>
    Promise.all([
      rowsByKey(tx, 'contact', contactKeys),
      rowsByKey(tx, 'account', accountKeys),
      activeOf(tx, suppressionIds),
    ]),
  )
  const rows = await loadRows(core, records)
  const foreseen = new Set(records.map(({ t, id }) => recordKey(t, id)))
  const written = new Set<string>()
  /** Whether what was seen of a key still holds. */
  const stands = (known: ReadonlyMap<string, unknown>) => (key: string) => known.has(key) && !written.has(key)
  return {
    reads: {
      ...core.reads,
      get: async <T extends Table>(t: T, id: string): Promise<Stored<T> | undefined> => {
        const key = recordKey(t, id)
        return foreseen.has(key) && !written.has(key) ? live(t, rows.get(key)) : core.reads.get(t, id)
      },
      getMany: async (t, ids) => (ids.length === 0 ? [] : core.reads.getMany(t, ids)),
      contactsByKeys: async (keys) =>
        keys.every(stands(contacts)) ? joined('contact', contacts, keys) : core.reads.contactsByKeys(keys),
      accountsByKeys: async (keys) =>
        keys.every(stands(accounts)) ? joined('account', accounts, keys) : core.reads.accountsByKeys(keys),
      contactIdsByKeys: async (keys) => {
        const open = keys.filter((key) => !stands(contacts)(key))
        const asked = open.length > 0 ? await core.reads.contactIdsByKeys(open) : new Map<string, string[]>()
        return new Map(
          keys.map((key) => [key, asked.get(key) ?? (contacts.get(key) ?? []).map(({ id }) => id)]),
        )
      },
      suppressedAmong: async (ids) => {
        const open = ids.filter((id) => !stands(suppressed)(id))
        const known = ids.filter((id) => stands(suppressed)(id) && suppressed.get(id) === true)
        return new Set([...known, ...(open.length > 0 ? await core.reads.suppressedAmong(open) : [])])
      },
      isSuppressed: async (ids) =>
        ids.every(stands(suppressed))
          ? ids.some((id) => suppressed.get(id) === true)
          : core.reads.isSuppressed(ids),
    },
    wrote: (staged) => {
      for (const [record, { t, row }] of staged.rows) {
        written.add(record)
        for (const key of row.keys ?? []) written.add(key)
        if (t === 'suppression') written.add(row.id)
      }
    },
  }
}

async function rowsByKey(
  tx: Tx,
  t: 'contact' | 'account',
  keys: readonly string[],
): Promise<Map<string, Row[]>> {
  const distinct = [...new Set(keys)]
  const index = tx.objectStore(t).index('keys')
  const lists = await Promise.all(distinct.map((key) => index.getAll(IDBKeyRange.only(key), MOST_TWINS)))
  return new Map(distinct.map((key, at) => [key, lists[at] ?? []]))
}

async function activeOf(tx: Tx, ids: readonly string[]): Promise<Map<string, boolean>> {
  const distinct = [...new Set(ids)]
  const rows = await Promise.all(distinct.map((id) => tx.objectStore('suppression').get(id)))
  return new Map(distinct.map((id, at) => [id, rows[at]?.f?.active === true]))
}

/** In the order of the keys, none twice. */
function joined<T extends 'contact' | 'account'>(
  t: T,
  known: ReadonlyMap<string, readonly Row[]>,
  keys: readonly string[],
): Stored<T>[] {
  const rows = new Map(keys.flatMap((key) => known.get(key) ?? []).map((row) => [row.id, row]))
  return [...rows.values()].flatMap((row) => live(t, row) ?? [])
}

/** As many as a look by keys gives. */
const MOST_TWINS = 20
