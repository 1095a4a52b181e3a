import { expect, test } from 'vitest'
import { openStore } from '#lib/store/open.ts'
import { contactIdOf, sourced } from '#tests/support/sample-records.ts'
import { commitAll, putContact } from '#tests/support/store-contract.ts'
import { createProfile, type Profile } from '#tests/support/store-env.ts'

/** Rows as an older version wrote them: without the entries that came later. */
async function age(profile: Profile): Promise<void> {
  const open = profile.indexedDB.open('baton')
  const db = await new Promise<IDBDatabase>((resolve) => {
    open.onsuccess = () => resolve(open.result)
  })
  const store = db.transaction('contact', 'readwrite').objectStore('contact')
  const all = store.getAll()
  await new Promise<void>((resolve) => {
    all.onsuccess = () => {
      for (const row of all.result) store.put({ ...row, keys: ['li:old'] })
      store.transaction.oncomplete = () => resolve()
    }
  })
  db.close()
}

test('rows of an older version are found by the keys of this one, after as many shares as they need', async () => {
  const profile = createProfile()
  const store = await openStore(profile.env())
  const people = Array.from({ length: 1_200 }, (_, at) =>
    putContact(at + 1, {
      name: sourced(at === 1_199 ? 'Kari Lastborn' : 'Kari Nordmann'),
      slug: sourced(`kari-${at}`),
    }),
  )
  await commitAll(store, people)
  await age(profile)
  const look = () => store.contactIdsByKeys(['li:kari-1199', 'name:kari lastborn', 'li:old'])
  expect((await look()).get('li:kari-1199')).toEqual([])
  const before = await store.get('contact', contactIdOf(1_200))
  const steps: boolean[] = []
  while (!steps.at(-1) && steps.length < 20) steps.push(await store.freshenIndexes())
  expect(steps.length).toBeGreaterThan(2)
  const found = await look()
  expect(found.get('li:kari-1199')).toEqual([contactIdOf(1_200)])
  expect(found.get('name:kari lastborn')).toEqual([contactIdOf(1_200)])
  expect(found.get('li:old')).toEqual([])
  expect(await store.get('contact', contactIdOf(1_200))).toEqual(before)
  expect(await (await openStore(profile.env())).freshenIndexes()).toBe(true)
})
