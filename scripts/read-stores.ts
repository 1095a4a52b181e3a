import type { Page } from 'playwright-core'

export interface StoredRecord {
  table: string
  id: string
  fields: Record<string, unknown>
}

/** The records as IndexedDB holds them, read from one of the extension's own pages. */
export async function readStores(page: Page): Promise<StoredRecord[]> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
      })
    const records: StoredRecord[] = []
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const db = await asked(indexedDB.open(name))
      for (const table of db.objectStoreNames) {
        const rows: unknown[] = await asked(db.transaction(table).objectStore(table).getAll())
        for (const row of rows) {
          // Tables of records keep their fields under `f`; the stores of the sync do not.
          const { id, f } = row as { id?: string; f?: Record<string, unknown> | null }
          if (id !== undefined && f) records.push({ table, id, fields: f })
        }
      }
      db.close()
    }
    return records
  })
}
