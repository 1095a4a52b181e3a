import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { PairResponse } from '#lib/sync/protocol.ts'
import { startServer } from '#server/start.ts'
import { isRunning, postmasterOf, startProcess, type ServerProcess } from './support/process.ts'
import { contact } from './support/records.ts'
import { createDevice, mustBeOk, type Answer, type Device } from './support/world.ts'

/** One data folder for all: a real one has seen every one of these things. */
let dataDir: string
let running: ServerProcess[] = []
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'baton-test-'))
})
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGTERM')
    await ended
  }
  running = []
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

async function start(): Promise<ServerProcess> {
  const server = await startProcess(dataDir)
  running.push(server)
  return server
}

const put = (n: string) => ({ t: 'contact', id: n, k: 'put' as const, f: contact() as never })

async function pair(url: () => string, code: string): Promise<Device> {
  const send = (path: string, body: unknown, token?: string): Promise<Response> =>
    fetch(`${url()}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    })
  const paired = (await (await send('/v1/pair', { code, device: 'test' })).json()) as PairResponse // our own server
  return createDevice((body, token) => send('/v1/sync', body, token), paired, randomUUID())
}

test('what was acknowledged is there after server and database were killed in the middle of pushing', async () => {
  let server = await start()
  const device = await pair(() => server.url, server.code)
  const made: { seq: number; op: unknown }[] = []
  let acked = 0
  const keepPushing = async (): Promise<void> => {
    for (;;) {
      for (let n = 0; n < 20; n++) made.push(device.make(put(randomUUID())))
      const answer: Answer = await device.send(made.slice(acked, acked + 20))
      acked = mustBeOk(answer).acks[0]?.last_seq ?? acked
    }
  }
  // A fixed list, so that a failure can be repeated: who is killed, and how long after the pushing began.
  const rounds = [
    ['server', 120],
    ['both', 250],
    ['server', 33],
    ['both', 71],
  ] as const
  for (const [victim, after] of rounds) {
    const pushing = keepPushing().catch((error: unknown) => error)
    await new Promise((resolve) => setTimeout(resolve, after))
    if (victim === 'both') process.kill(await postmasterOf(dataDir), 'SIGKILL')
    server.child.kill('SIGKILL')
    await Promise.all([pushing, server.ended])
    server = await start()
    device.rev = 0
    device.rows.clear()
    await device.pull()
    expect(device.rows.size).toBeGreaterThanOrEqual(acked)
    const again = mustBeOk(await device.send(made.slice(acked, acked + 20)))
    expect(again.results.every(({ r }) => r === 'ok' || r === 'dup')).toBe(true)
    acked = again.acks[0]?.last_seq ?? acked
    expect(again.head).toBe(acked)
  }
  expect(acked).toBeGreaterThan(0)
}, 120_000)

test('a database that dies alone is started again under the living server', async () => {
  const server = await start()
  const device = await pair(() => server.url, server.code)
  const { head } = await device.push(put(randomUUID()))
  process.kill(await postmasterOf(dataDir), 'SIGKILL')
  const op = device.make(put(randomUUID()))
  const deadline = Date.now() + 15_000
  let answer = await device.send([op]).catch(() => null)
  while (answer?.ok !== true && Date.now() < deadline) {
    if (answer !== null && !answer.ok) expect(answer.problem.code).toMatch(/BUSY|INTERNAL/)
    await new Promise((resolve) => setTimeout(resolve, 200))
    answer = await device.send([op]).catch(() => null)
  }
  expect(answer).toMatchObject({ ok: true, body: { head: head + 1 } })
  expect(server.output()).toContain('Starting it again')
}, 120_000)

test('SIGTERM ends server and database, and a second start has everything', async () => {
  const first = await start()
  const device = await pair(() => first.url, first.code)
  const id = randomUUID()
  await device.push(put(id))
  const pid = await postmasterOf(dataDir)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(await isRunning(pid)).toBe(false)
  const second = await start()
  expect(second.output()).not.toContain('Making the database')
  const later = await pair(() => second.url, second.code)
  await later.pull()
  expect(later.rows.get(`contact/${id}`)?.f).toEqual(contact())
}, 120_000)

describe('startServer', () => {
  const options = (dir: string) => ({ dataDir: dir, practice: false, log: () => undefined })

  test('two servers side by side have their own ports, data and codes', async () => {
    const otherDir = await mkdtemp(join(tmpdir(), 'baton-test-'))
    const [one, other] = await Promise.all([
      startServer(options(dataDir)),
      startServer({ ...options(otherDir), practice: true }),
    ])
    try {
      expect(one.port).not.toBe(other.port)
      const device = await pair(() => one.url, await one.pairingCode())
      const id = randomUUID()
      await device.push(put(id))
      expect(await one.query('select id from record where id = $1', [id])).toEqual([{ id }])
      expect(await other.query('select id from record')).toEqual([])
      const health = await (await fetch(`${other.url}/v1/health`)).json()
      expect(health).toMatchObject({ practice: true })
    } finally {
      await Promise.all([one.stop(), other.stop()])
      await rm(otherDir, { recursive: true, force: true })
    }
  })

  test('of two that begin with one empty folder at the same moment, one serves', async () => {
    const emptyDir = await mkdtemp(join(tmpdir(), 'baton-test-'))
    const both = await Promise.allSettled([startServer(options(emptyDir)), startServer(options(emptyDir))])
    const served = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    await Promise.all(served.map((one) => one.stop()))
    await rm(emptyDir, { recursive: true, force: true })
    expect(served).toHaveLength(1)
    expect(refused).toEqual([
      expect.objectContaining({ message: expect.stringContaining('Another Baton server') }),
    ])
  }, 120_000)

  test('a taken port is told in a sentence, and no database is left running', async () => {
    const one = await startServer(options(dataDir))
    const otherDir = await mkdtemp(join(tmpdir(), 'baton-test-'))
    try {
      await expect(startServer({ ...options(otherDir), port: one.port })).rejects.toThrow('is taken')
      await expect(postmasterOf(otherDir)).rejects.toThrow('ENOENT')
    } finally {
      await one.stop()
      await rm(otherDir, { recursive: true, force: true })
    }
  }, 120_000)

  test('a second server on the same data is refused while the first lives', async () => {
    const one = await startServer(options(dataDir))
    try {
      await expect(startServer(options(dataDir))).rejects.toThrow('Another Baton server uses')
      expect((await fetch(`${one.url}/v1/health`)).status).toBe(200)
    } finally {
      await one.stop()
    }
    const again = await startServer(options(dataDir))
    await again.stop()
    await again.stop()
  }, 120_000)
})
