import type { Page } from 'playwright-core'
import type { RecordOf, Table } from '#lib/domain/records.ts'

/** Live records of a table as they lie in IndexedDB; `page` is any page of the extension. */
export async function records<T extends Table>(
  page: Page,
  table: T,
): Promise<(RecordOf<T> & { id: string })[]> {
  const rows = await page.evaluate(async (name) => {
    const found: { id: string; f?: Record<string, unknown> }[] = []
    for (const { name: database } of await indexedDB.databases()) {
      if (database === undefined) continue
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(database)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      if (opened.objectStoreNames.contains(name)) {
        const all = await new Promise<typeof found>((resolve, reject) => {
          const request = opened.transaction(name).objectStore(name).getAll()
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
        found.push(...all)
      }
      opened.close()
    }
    return found
  }, table)
  // Rows were written through the schema of their table.
  return rows.flatMap((row) =>
    row.f === undefined ? [] : [{ ...row.f, id: row.id } as RecordOf<T> & { id: string }],
  )
}

/** Everything Baton keeps in extension storage. */
export function storedValues(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(() => chrome.storage.local.get())
}
