import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SCHEMA } from '#lib/sync/protocol.ts'
import { createApp } from '#server/app.ts'
import type { Database } from '#server/database.ts'
import { migrate } from '#server/migrate.ts'
import { openPglite } from './support/pglite.ts'
import { contact, uuidOf } from './support/records.ts'
import { createWorld, mustBeOk, ORIGIN, post, type Device, type World } from './support/world.ts'

let db: Database
let world: World
beforeAll(async () => {
  db = await openPglite()
  await migrate(db)
})
afterAll(() => db.close())
beforeEach(async () => {
  world = await createWorld(db)
})

const codeOf = async (response: Response): Promise<unknown> => [
  response.status,
  ((await response.json()) as { code?: string }).code,
]
const requestOf = (device: Device): Record<string, unknown> => ({
  protocol: 1,
  schema: 1,
  ws: world.ws,
  client_id: device.client,
  request_id: 'r',
  push: [],
  cursor: { epoch: '', rev: 0 },
  limit: 1,
})

describe('pairing (R25)', () => {
  test('a code opens once, written as people write it', async () => {
    const code = await world.auth.newCode()
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/)
    const typed = ` ${code.toLowerCase().replace('-', ' ')} `
    const paired = await post(world.app, '/v1/pair', { code: typed, device: 'Chrome' })
    expect(await paired.json()).toMatchObject({
      ws: world.ws,
      practice: false,
      token: expect.stringMatching(/^baton_/),
    })
    expect(await codeOf(await post(world.app, '/v1/pair', { code, device: 'Chrome' }))).toEqual([
      401,
      'AUTH_EXPIRED',
    ])
  })

  test('two browsers with one code at the same moment: one gets in', async () => {
    const code = await world.auth.newCode()
    const both = await Promise.all([1, 2].map(() => post(world.app, '/v1/pair', { code, device: '' })))
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '401'])
  })

  test('a code ends after ten minutes', async () => {
    const code = await world.auth.newCode()
    world.clock.now += 10 * 60_000 + 1
    expect(await codeOf(await post(world.app, '/v1/pair', { code, device: '' }))).toEqual([
      401,
      'AUTH_EXPIRED',
    ])
  })

  test('after ten wrong codes even the right one must wait, also when they come at once', async () => {
    const code = await world.auth.newCode()
    const guesses = await Promise.all(
      Array.from({ length: 14 }, (_, n) => post(world.app, '/v1/pair', { code: `WRONG${n}`, device: '' })),
    )
    expect(guesses.map(({ status }) => status).filter((status) => status === 401)).toHaveLength(10)
    const limited = await post(world.app, '/v1/pair', { code, device: '' })
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await codeOf(limited)).toEqual([429, 'RATE_LIMITED'])
    world.clock.now += 10 * 60_000 + 1
    const later = await world.auth.newCode()
    expect((await post(world.app, '/v1/pair', { code: later, device: '' })).status).toBe(200)
  })

  test('a further code is for paired browsers only', async () => {
    expect(await codeOf(await post(world.app, '/v1/pairing-codes', {}))).toEqual([401, 'AUTH_EXPIRED'])
    const { token } = await world.device()
    const { code } = (await (await post(world.app, '/v1/pairing-codes', {}, token)).json()) as {
      code: string
    }
    expect((await post(world.app, '/v1/pair', { code, device: '' })).status).toBe(200)
  })

  test('unpairing ends this token and no other, and what was sent stays', async () => {
    const [a, b] = [await world.device('a'), await world.device('b')]
    await a.push({ t: 'contact', id: uuidOf(1), k: 'put', f: contact() as never })
    expect((await post(world.app, '/v1/unpair', {}, a.token)).status).toBe(204)
    expect(await a.send([])).toMatchObject({ status: 403, problem: { code: 'CLIENT_REVOKED' } })
    expect(await codeOf(await post(world.app, '/v1/pairing-codes', {}, a.token))).toEqual([
      403,
      'CLIENT_REVOKED',
    ])
    expect(mustBeOk(await b.send([])).changes).toHaveLength(1)
  })

  test('neither codes nor tokens are stored as they are', async () => {
    const code = await world.auth.newCode()
    const { token } = await world.device()
    const secret = token.split('_').slice(2).join('_')
    for (const table of ['device', 'pairing_code']) {
      const [row] = await world.sql(`select coalesce(string_agg(r::text, ''), '') as all from ${table} r`)
      for (const word of [code, code.replace('-', ''), secret]) {
        expect(row?.['all']).not.toContain(word)
        expect(row?.['all']).not.toContain(Buffer.from(word).toString('hex'))
      }
    }
  })
})

describe('tokens', () => {
  test.each([
    ['none', () => undefined],
    ['no token at all', () => 'hello'],
    ['of another server', () => `baton_${crypto.randomUUID()}_${'A'.repeat(43)}`],
    ['with a wrong secret', () => `baton_${world.ws}_${'A'.repeat(43)}`],
    ['with SQL in it', () => `baton_${"' or 1=1 or ws = '".padEnd(36, 'x')}_${'A'.repeat(43)}`],
  ])('a token that is wrong (%s) opens nothing', async (_, make) => {
    const device = await world.device()
    for (const path of ['/v1/sync', '/v1/pairing-codes', '/v1/unpair']) {
      expect(await codeOf(await post(world.app, path, requestOf(device), make())), path).toEqual([
        401,
        'AUTH_EXPIRED',
      ])
    }
  })

  test('a client id that no database can hold is a bad request', async () => {
    const device = await world.device('a\0b')
    const answer = await device.send([device.make({ t: 'contact', id: uuidOf(1), k: 'del' })])
    expect(answer).toMatchObject({ status: 400, problem: { code: 'BAD_REQUEST' } })
  })

  test('a cookie or a token in the address is no token', async () => {
    const device = await world.device()
    const asCookie = await post(world.app, '/v1/sync', requestOf(device), undefined, {
      cookie: `token=${device.token}`,
    })
    const inAddress = await post(world.app, `/v1/sync?token=${device.token}`, requestOf(device))
    expect([asCookie.status, inAddress.status]).toEqual([401, 401])
  })
})

describe('origins', () => {
  test('an extension may ask and read, also the problems', async () => {
    const preflight = await world.app.request('/v1/sync', {
      method: 'OPTIONS',
      headers: {
        origin: ORIGIN,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,content-encoding',
      },
    })
    expect(preflight.headers.get('access-control-allow-origin')).toBe(ORIGIN)
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(
      /authorization.*content-type.*content-encoding/,
    )
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()
    const refused = await post(world.app, '/v1/sync', {}, 'x')
    expect(refused.status).toBe(401)
    expect(refused.headers.get('access-control-allow-origin')).toBe(ORIGIN)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
  })

  test.each([
    'https://example.com',
    'null',
    'http://127.0.0.1:8787',
    'chrome-extension://short',
    `${ORIGIN}.example.com`,
  ])('a web page (%s) may not even guess codes', async (origin) => {
    const code = await world.auth.newCode()
    const answer = await post(world.app, '/v1/pair', { code, device: '' }, undefined, { origin })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect((await post(world.app, '/v1/pair', { code, device: '' })).status).toBe(200)
  })

  test('a form post is no request', async () => {
    const answer = await post(world.app, '/v1/pair', { code: 'AAAA-AAAA', device: '' }, undefined, {
      'content-type': 'text/plain',
    })
    expect(await codeOf(answer)).toEqual([400, 'BAD_REQUEST'])
  })

  test('health is open and says nothing of anybody', async () => {
    const answer = await world.app.request('/v1/health')
    expect(await answer.json()).toEqual({ ok: true, protocol: 1, schema: SCHEMA, practice: false })
  })
})

describe('bodies (R9)', () => {
  const send = (device: Device, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
    Promise.resolve(
      world.app.request('/v1/sync', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${device.token}`, ...headers },
        body,
        ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
      }),
    )
  const gzip = { 'content-encoding': 'gzip' }

  test('gzip is unpacked', async () => {
    const device = await world.device()
    const answer = await send(device, gzipSync(JSON.stringify(requestOf(device))), gzip)
    expect(answer.status).toBe(200)
  })

  test('a bomb is refused before it is unpacked', async () => {
    const device = await world.device()
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))
    expect(bomb.byteLength).toBeLessThan(1_048_576)
    const before = process.memoryUsage().arrayBuffers
    expect(await codeOf(await send(device, bomb, gzip))).toEqual([413, 'TOO_LARGE'])
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024)
  })

  test('a body over 1 MiB is refused, with or without its length told, and one of 1 MiB is read', async () => {
    const device = await world.device()
    const text = JSON.stringify(requestOf(device))
    expect((await send(device, text.padEnd(1_048_576))).status).toBe(200)
    expect((await send(device, text.padEnd(1_048_577))).status).toBe(413)
    let pulled = 0
    const endless = new ReadableStream({
      pull: (controller) => {
        pulled++
        controller.enqueue(new Uint8Array(65_536).fill(32))
      },
    })
    expect((await send(device, endless)).status).toBe(413)
    expect(pulled).toBeLessThan(32)
  })

  test.each([
    ['broken JSON', '{', {}],
    ['broken gzip', 'nonsense', gzip],
    ['half of a gzip', gzipSync('{"a":1}').subarray(0, 15), gzip],
    ['another encoding', '{}', { 'content-encoding': 'br' }],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), {}],
    ['an array', '[]', {}],
    ['nested a hundred thousand deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, {}],
  ])('%s is a bad request', async (_, body, headers) => {
    expect(await codeOf(await send(await world.device(), body, headers))).toEqual([400, 'BAD_REQUEST'])
  })
})

test('log and answers hold no name and no text, also when the database fails', async () => {
  const device = await world.device()
  await post(world.app, '/v1/pair', { code: 'Ines-Falk', device: 'Ines Falk' })
  await post(world.app, '/v1/unpair', {}, device.token)
  const lines: string[] = []
  const refuse = (code: string) => () =>
    Promise.reject(Object.assign(new Error('value "Ines Falk"'), { code }))
  for (const [code, status] of [
    ['23514', 500],
    ['57P01', 503],
    ['ECONNREFUSED', 503],
  ] as const) {
    const broken = { ...db, read: refuse(code), write: refuse(code) }
    const { app } = createApp({
      ...world,
      userId: '',
      practice: false,
      now: Date.now,
      db: broken,
      log: (line) => lines.push(line),
    })
    const answer = await post(app, '/v1/sync', requestOf(device), device.token)
    expect(answer.status).toBe(status)
    expect(await answer.text()).not.toContain('Falk')
  }
  expect([...world.logged, ...lines]).toEqual([
    'A browser was paired.',
    'A browser was unpaired.',
    'A request failed: Error 23514',
    'A request failed: Error 57P01',
    'A request failed: Error ECONNREFUSED',
  ])
})
