import 'fake-indexeddb/auto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { forceCloseDatabase } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import { createDatabase } from '#lib/store/database.ts'
import { MIGRATIONS } from '#lib/store/migrations/list.ts'
import { openStore } from '#lib/store/open.ts'
import { contactIdOf } from '#tests/support/sample-records.ts'
import { commitAll, putContact } from '#tests/support/store-contract.ts'
import { shapeOf } from '#tests/support/database-shape.ts'
import { createProfile } from '#tests/support/store-env.ts'

const folder = join(import.meta.dirname, '../../lib/store/migrations')
const snapshots = join(import.meta.dirname, '../fixtures/migrations')

describe('migrations', () => {
  test('are one file per version without a gap, import nothing, and stand in the list in order', () => {
    const files = readdirSync(folder)
      .filter((name) => /^\d{4}-/.test(name))
      .toSorted()
    expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(MIGRATIONS.map((_, index) => index + 1))
    for (const name of files) expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/^import /m)
  })

  test.each(MIGRATIONS.map((_, index) => index + 1))(
    'version %i has the shape of its snapshot',
    async (version) => {
      const name = `${String(version).padStart(4, '0')}.json`
      const expected: unknown = JSON.parse(readFileSync(join(snapshots, name), 'utf8'))
      expect(await shapeOf(version)).toEqual(expected)
    },
  )
})

describe('an update while a page is open', () => {
  test('is not blocked by it; the page is told that it is too old, and nothing is lost', async () => {
    const profile = createProfile()
    const panel = await openStore(profile.env())
    await commitAll(panel, [putContact(1)])
    const updated = createDatabase(profile.indexedDB, 'baton', [
      ...MIGRATIONS,
      (db) => db.createObjectStore('extra'),
    ])
    const rows = await updated.read(['contact'], (tx) => tx.objectStore('contact').count())
    expect(rows).toBe(1)
    await expect(panel.get('contact', contactIdOf(1))).rejects.toMatchObject({ code: 'newer' })
    await expect(commitAll(panel, [putContact(2)])).rejects.toMatchObject({ code: 'newer' })
    updated.close()
  })

  test('a connection that the browser ends is opened again at the next use', async () => {
    const profile = createProfile()
    const connections: IDBDatabase[] = []
    const factory = profile.indexedDB
    const open = factory.open.bind(factory)
    factory.open = (name, version) => {
      const request = open(name, version)
      request.addEventListener('success', () => connections.push(request.result))
      return request
    }
    const store = await openStore(profile.env())
    await commitAll(store, [putContact(1)])
    // The fake's own type of the same connection.
    for (const connection of connections)
      forceCloseDatabase(connection as unknown as Parameters<typeof forceCloseDatabase>[0])
    expect(await store.get('contact', contactIdOf(1))).toBeDefined()
    await commitAll(store, [putContact(2)])
    expect(connections.length).toBe(2)
  })
})
