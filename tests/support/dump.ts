import type { Profile } from './store-env.ts'

/** Every object store of a profile's database, read past the store. */
export async function dumpOf(profile: Profile, name = 'baton'): Promise<Record<string, unknown[]>> {
  const request = profile.indexedDB.open(name)
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('open')))
  })
  const names = [...db.objectStoreNames]
  const tx = db.transaction(names)
  const all = await Promise.all(
    names.map(
      (store) =>
        new Promise<unknown[]>((resolve) => {
          const read = tx.objectStore(store).getAll()
          read.addEventListener('success', () => resolve(read.result))
        }),
    ),
  )
  db.close()
  return Object.fromEntries(names.map((store, index) => [store, all[index] ?? []]))
}
