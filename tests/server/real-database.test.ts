import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '#server/migrate.ts'
import type { Database } from '#server/database.ts'
import { startServer } from '#server/start.ts'
import { openPostgres } from './support/postgres.ts'
import { contact, uuidOf } from './support/records.ts'
import { createWorld, mustBeOk, type Device } from './support/world.ts'

/** What only a real PostgreSQL shows: several connections at once, and roles that are no superuser. */

let db: Database & { url: string }
beforeAll(async () => {
  db = await openPostgres()
  await migrate(db)
})
afterAll(() => db.close())

const put = (n: number) => ({ t: 'contact', id: uuidOf(n), k: 'put' as const, f: contact() as never })
const WRITERS = 8
const PUSHES = 12

test('R5: eight writers at once take every revision once, and a reader that follows misses no row', async () => {
  const world = await createWorld(db)
  const writers = await Promise.all(Array.from({ length: WRITERS }, (_, n) => world.device(`w${n}`)))
  const reader = await world.device('reader')
  const seen = new Map<string, number>()
  let isWriting = true
  const read = async (): Promise<void> => {
    for (let last = false; !last;) {
      last = !isWriting
      for (let more = true; more;) {
        const page = mustBeOk(await reader.send([], { limit: 7 }))
        for (const { id, rev } of page.changes) seen.set(id, rev)
        more = page.more
      }
    }
  }
  const write = async (device: Device, n: number): Promise<number[]> => {
    const revs: number[] = []
    for (let push = 0; push < PUSHES; push++) {
      const ops = [0, 1, 2].map((k) => device.make(put(n * 1000 + push * 3 + k)))
      const { results } = mustBeOk(await device.send(ops, { limit: 1 }))
      revs.push(...results.map(({ rev }) => rev ?? 0))
    }
    return revs
  }
  const reading = read()
  const revs = (await Promise.all(writers.map(write))).flat()
  isWriting = false
  await reading
  const count = WRITERS * PUSHES * 3
  expect(revs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, n) => n + 1))
  expect(seen.size).toBe(count)
  expect([...seen.values()].toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, n) => n + 1))
})

test('R3: the same push eight times at once is applied once', async () => {
  const world = await createWorld(db)
  const device = await world.device()
  const op = device.make(put(1))
  const answers = await Promise.all(Array.from({ length: 8 }, () => device.send([op])))
  const results = answers.map((answer) => String(mustBeOk(answer).results[0]?.r)).toSorted()
  expect(results).toEqual([...Array.from({ length: 7 }, () => 'dup'), 'ok'])
  expect(await world.sql('select head from workspace')).toEqual([{ head: 1 }])
})

test('R3: two cloned devices that push at once: one is told that it is a fork', async () => {
  const world = await createWorld(db)
  const device = await world.device()
  const clones = [1, 2].map((n) => ({ seq: 1, op: device.make(put(n)).op }))
  const answers = await Promise.all(clones.map((op) => device.send([op])))
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.problem.code)).toSorted()).toEqual([
    'CLIENT_FORKED',
    'ok',
  ])
})

test('R1: a pull waits for no writer', async () => {
  const world = await createWorld(db)
  const device = await world.device()
  await device.push(put(1))
  await db.write(world.ws, async (query) => {
    await query('select 1 from workspace where ws = $1 for update', [world.ws])
    expect(mustBeOk(await device.send([])).head).toBe(1)
  })
})

test('DATABASE_URL: a user who is no superuser migrates, serves, and row security holds for him too', async () => {
  await db.owner(async (query) => {
    await query(
      "create role tenant login password 'x' createrole; grant create on database postgres to tenant",
    )
    await query('create schema tenant authorization tenant; alter role tenant set search_path = tenant')
    // The role is there already, as on a cluster with a second database: its administrator grants it once.
    await query('grant baton_app to tenant')
  })
  const url = new URL(db.url)
  url.username = 'tenant'
  url.password = 'x'
  for (const _ of ['first start', 'second start']) {
    const server = await startServer({
      dataDir: '/nowhere',
      databaseUrl: url.href,
      practice: false,
      log: () => undefined,
    })
    try {
      const code = await server.pairingCode()
      const paired = await fetch(`${server.url}/v1/pair`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code, device: '' }),
      })
      expect(paired.status).toBe(200)
      expect(await server.query('select number from migration')).toEqual([{ number: 1 }])
      // Even the owner sees no row without a workspace.
      expect(await server.query('select 1 from device')).toEqual([])
    } finally {
      await server.stop()
    }
  }
  const devices = await db.owner((query) => query('select count(*)::int as n from tenant.device'))
  expect(devices).toEqual([{ n: 2 }])
})

test('a database of a newer Baton is left alone', async () => {
  await db.owner((query) => query("insert into migration (number, name) values (999, 'later.sql')"))
  await expect(migrate(db)).rejects.toThrow('newer Baton')
  await db.owner((query) => query('delete from migration where number = 999'))
  expect(await migrate(db)).toEqual({ from: 1, to: 1 })
})
