import { expect, test } from 'vitest'
import { openStore } from '#lib/store/open.ts'
import { contactIdOf, idOf, sampleNote, sourced } from '#tests/support/sample-records.ts'
import { commitAll, putContact } from '#tests/support/store-contract.ts'
import { createProfile, type Profile } from '#tests/support/store-env.ts'

const binding = { ws: idOf(1, 99), user: 'u', server: 'http://localhost:1', practice: false }
const people = async (store: Awaited<ReturnType<typeof openStore>>): Promise<string[]> =>
  (await store.searchContacts('', { limit: 99 })).contacts.map(({ id }) => id).toSorted()

test('without a server everything comes back after the loss of the database, and storage stays in proportion', async () => {
  const profile = createProfile()
  const store = await openStore(profile.env())
  await commitAll(store, [putContact(1), putContact(2, { slug: sourced('bea') })])
  for (let round = 0; round < 200; round++) {
    await commitAll(store, [{ t: 'contact', id: contactIdOf(1), k: 'patch', f: { zone: `zone ${round}` } }])
  }
  await commitAll(store, [{ t: 'contact', id: contactIdOf(2), k: 'del' }])
  expect([...profile.kv.entries.keys()].length).toBeLessThan(6)
  expect([...profile.kv.entries.values()].join().length).toBeLessThan(6_000)
  profile.loseDatabase()
  const healed = await openStore(profile.env())
  expect(await people(healed)).toEqual([contactIdOf(1)])
  expect((await healed.get('contact', contactIdOf(1)))?.zone).toBe('zone 199')
  await commitAll(healed, [{ t: 'contact', id: contactIdOf(2), k: 'restore' }])
  expect(await people(healed)).toHaveLength(2)
})

test('with a server what was made can be taken back also after the loss; a commit that only changed cannot', async () => {
  const profile = createProfile()
  const store = await openStore(profile.env())
  await store.sync.bind(binding)
  const made = await commitAll(store, [
    putContact(1),
    { t: 'note', id: idOf(1, 5), k: 'put', f: sampleNote() },
  ])
  const other = await commitAll(store, [putContact(2, { slug: sourced('bea') })])
  profile.loseDatabase()
  const healed = await openStore(profile.env())
  expect(await healed.undo(made)).toBe('undone')
  expect(await people(healed)).toEqual([contactIdOf(2)])
  expect(await healed.canUndo(other)).toBe(true)
  expect(await healed.undo('nothing')).toBe('gone')
})

test.each([{ isPaired: false }, { isPaired: true }])(
  'a database that comes back some commits old gets them from storage (paired: $isPaired)',
  async ({ isPaired }) => {
    const profile = createProfile()
    const store = await openStore(profile.env())
    if (isPaired) await store.sync.bind(binding)
    await commitAll(store, [putContact(1)])
    const older = await copyOf(profile)
    await commitAll(store, [putContact(2, { slug: sourced('bea') })])
    await commitAll(store, [{ t: 'contact', id: contactIdOf(1), k: 'patch', f: { zone: 'UTC' } }])
    await commitAll(store, [{ t: 'contact', id: contactIdOf(2), k: 'patch', f: { zone: 'UTC' } }])
    await older.restore()
    profile.restart()
    const healed = await openStore(profile.env())
    expect(await people(healed)).toHaveLength(2)
    for (const n of [1, 2]) expect((await healed.get('contact', contactIdOf(n)))?.zone).toBe('UTC')
    const { push } = await healed.sync.batch({ ops: 500, bytes: 1e9 })
    expect(push.flatMap(({ ops }) => ops.map(({ seq }) => seq))).toEqual(isPaired ? [1, 2, 3, 4] : [])
  },
)

test('a commit of which not everything was written ahead is dropped whole, and the next one takes its numbers', async () => {
  const profile = createProfile()
  const store = await openStore(profile.env())
  await store.sync.bind(binding)
  const older = await copyOf(profile)
  await commitAll(store, [putContact(1), putContact(2, { slug: sourced('bea') })])
  await older.restore()
  const second = [...profile.kv.entries.keys()].find((key) => key.includes('.ob.') && key.endsWith('.2'))
  profile.kv.entries.delete(String(second))
  profile.restart()
  const again = await openStore(profile.env())
  expect(await people(again)).toEqual([])
  await commitAll(again, [putContact(3, { slug: sourced('cleo') })])
  const { push } = await again.sync.batch({ ops: 500, bytes: 1e9 })
  expect(push.flatMap(({ ops }) => ops.map(({ seq }) => seq))).toEqual([1])
  profile.loseDatabase()
  expect(await people(await openStore(profile.env()))).toEqual([contactIdOf(3)])
})

test('storage that was emptied gets its mirrors again, and the next loss heals from them', async () => {
  const profile = createProfile()
  await commitAll(await openStore(profile.env()), [putContact(1)])
  profile.kv.entries.clear()
  await openStore(profile.env())
  profile.loseDatabase()
  expect(await people(await openStore(profile.env()))).toEqual([contactIdOf(1)])
})

test('what earlier versions mirrored as objects is healed from too', async () => {
  for (const isPaired of [false, true]) {
    const profile = createProfile()
    const store = await openStore(profile.env())
    if (isPaired) await store.sync.bind(binding)
    await commitAll(store, [putContact(1)])
    for (const [key, json] of profile.kv.entries) {
      const value: unknown = JSON.parse(json)
      if (typeof value === 'string' && value.startsWith('{')) profile.kv.entries.set(key, value)
    }
    profile.restart()
    profile.loseDatabase()
    expect(await people(await openStore(profile.env()))).toEqual([contactIdOf(1)])
  }
})

test('undo entries and deleted rows go after thirty days', async () => {
  const profile = createProfile()
  const store = await openStore(profile.env())
  const made = await commitAll(store, [putContact(1), putContact(2, { slug: sourced('bea') })])
  await commitAll(store, [{ t: 'contact', id: contactIdOf(1), k: 'del' }])
  await store.sync.prune()
  expect(await store.canUndo(made)).toBe(true)
  profile.clock.now += 31 * 86_400_000
  await store.sync.prune()
  expect(await store.canUndo(made)).toBe(false)
  expect([...profile.kv.entries.keys()].filter((key) => key.includes('.rec.'))).toEqual([
    `psync.baton.rec.contact.${contactIdOf(2)}`,
  ])
})

/** The database as it is now, to be put back later. */
async function copyOf(profile: Profile): Promise<{ restore(): Promise<void> }> {
  const { dumpOf } = await import('#tests/support/dump.ts')
  const copy = await dumpOf(profile)
  return {
    restore: async () => {
      const request = profile.indexedDB.open('baton')
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error('open')))
      })
      const tx = db.transaction(Object.keys(copy), 'readwrite')
      for (const [name, rows] of Object.entries(copy)) {
        tx.objectStore(name).clear()
        for (const row of rows) tx.objectStore(name).put(row)
      }
      await new Promise((resolve) => tx.addEventListener('complete', resolve))
      db.close()
    },
  }
}
