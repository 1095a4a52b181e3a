import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { MIGRATIONS } from '#lib/store/migrations/list.ts'

/** Stores and indexes of a version, as they are in a new database. */
export async function shapeOf(version: number): Promise<unknown> {
  const request = new IDBFactory().open('shape', version)
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    request.addEventListener('upgradeneeded', () => {
      const transaction = request.transaction as unknown as IDBTransaction // there is one while upgrading
      for (const migrate of MIGRATIONS.slice(0, version)) migrate(request.result, transaction)
    })
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(new Error('open')))
  })
  const tx = db.transaction([...db.objectStoreNames])
  const shape = [...db.objectStoreNames].map((name) => {
    const store = tx.objectStore(name)
    const indexes = [...store.indexNames].map((index) => {
      const { keyPath, multiEntry, unique } = store.index(index)
      return [index, { keyPath, multiEntry, unique }] as const
    })
    return [name, { keyPath: store.keyPath, indexes: Object.fromEntries(indexes) }] as const
  })
  return Object.fromEntries(shape)
}
