import type { Database } from './database.ts'
import type { StoreReads } from './store.ts'

/** Look-ups of many keys at once, for lists and files: one transaction, one index request a key. */
export function createKeyReads(db: Database): Pick<StoreReads, 'contactIdsByKeys' | 'suppressedAmong'> {
  return {
    contactIdsByKeys: (keys) =>
      db.read(['contact'], async (tx) => {
        const index = tx.objectStore('contact').index('keys')
        const lists = await Promise.all(
          keys.map((key) => index.getAllKeys(IDBKeyRange.only(key), MOST_NAMESAKES)),
        )
        return new Map(keys.map((key, at) => [key, lists[at] ?? []]))
      }),
    suppressedAmong: (ids) =>
      db.read(['suppression'], async (tx) => {
        const store = tx.objectStore('suppression')
        // Most people have none: the whole store is seldom larger than the list of those who are asked for.
        const rows = await Promise.all(ids.map((id) => store.get(id)))
        return new Set(rows.flatMap((row) => (row?.f?.active === true ? [row.id] : [])))
      }),
  }
}

/** More people of one name at one company are not worth a question. */
const MOST_NAMESAKES = 50
