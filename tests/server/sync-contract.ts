import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '#server/migrate.ts'
import type { Database } from '#server/database.ts'
import { contact, enrollment, note, touch, typed, uuidOf } from './support/records.ts'
import { createWorld, mustBeOk, type Device, type World } from './support/world.ts'
import type { Json, Op } from '#lib/sync/protocol.ts'

/** psync/1 over a database: the same suite on PGlite and on PostgreSQL. Numbers are rules of lib/sync/SPEC.md. */
export function syncContract(name: string, open: () => Promise<Database>): void {
  describe(`sync on ${name}`, () => {
    let db: Database
    beforeAll(async () => {
      db = await open()
      await migrate(db)
    }, 60_000)
    afterAll(() => db.close())
    const world = (practice = false): Promise<World> => createWorld(db, practice)

    describe('exchange', () => exchangeTests(world))
    describe('one operation', () => operationTests(world))
    describe('merge', () => mergeTests(world))
    describe('erasure', () => erasureTests(world))
    describe('workspaces', () => workspaceTests(world))
  })
}

type Make = (practice?: boolean) => Promise<World>

const fields = (record: Record<string, unknown>): Record<string, Json> => record as Record<string, Json> // JSON by make
const put = (t: string, id: string, f: Record<string, unknown>): Pick<Op, 't' | 'id' | 'k' | 'f'> => ({
  t,
  id,
  k: 'put',
  f: fields(f),
})
const patch = (t: string, id: string, f: Record<string, unknown>): Pick<Op, 't' | 'id' | 'k' | 'f'> => ({
  t,
  id,
  k: 'patch',
  f: fields(f),
})
const f = (device: Device, t: string, id: string): Record<string, unknown> | undefined =>
  device.rows.get(`${t}/${id}`)?.f
const [ID, OTHER] = [uuidOf(1), uuidOf(2)]

async function two(world: World): Promise<[Device, Device]> {
  return [await world.device('a'), await world.device('b')]
}

function exchangeTests(world: Make): void {
  test('R1: what one device pushes the other pulls, in one exchange each', async () => {
    const [a, b] = await two(await world())
    const sent = await a.push(put('contact', ID, contact()))
    expect(sent.results).toEqual([{ client: 'a', seq: 1, r: 'ok', rev: 1 }])
    expect(sent.acks).toEqual([{ client: 'a', last_seq: 1 }])
    await b.pull()
    expect(f(b, 'contact', ID)).toEqual(contact())
    expect(b.rows.get(`contact/${ID}`)?.fm?.['name']).toEqual([1, 1_800_000_000_001, 'a'])
    expect(Object.keys(b.rows.get(`contact/${ID}`)?.fm ?? {})).not.toContain('$live')
  })

  test('R3: an operation sent again changes nothing and answers dup', async () => {
    const w = await world()
    const a = await w.device('a')
    const op = a.make(put('contact', ID, contact()))
    const first = mustBeOk(await a.send([op]))
    const again = mustBeOk(await a.send([op]))
    expect(again.results).toEqual([{ client: 'a', seq: 1, r: 'dup', rev: 1 }])
    expect(again.head).toBe(first.head)
  })

  test('R3: the same operation with its keys in another order is the same operation', async () => {
    const a = await (await world()).device('a')
    const { seq, op } = a.make(put('contact', ID, contact()))
    mustBeOk(await a.send([{ seq, op }]))
    const turned = Object.fromEntries(Object.entries(op).reverse())
    expect(mustBeOk(await a.send([{ seq, op: turned }])).results[0]?.r).toBe('dup')
  })

  test('R3: a lost refusal is told again', async () => {
    const a = await (await world()).device('a')
    const op = a.make(patch('contact', ID, { zone: 7 }))
    for (const _ of [1, 2]) {
      expect(mustBeOk(await a.send([op])).results[0]).toMatchObject({ r: 'rejected', code: 'BAD_FIELD' })
    }
  })

  test('R3: another operation under a used number is a fork, and nothing of the request stays', async () => {
    const w = await world()
    const a = await w.device('a')
    await a.push(put('contact', ID, contact()))
    const forked = [
      { seq: 1, op: a.make(put('contact', OTHER, contact())).op },
      { seq: 2, op: a.make(put('contact', OTHER, contact())).op },
    ]
    expect(await a.send(forked)).toMatchObject({
      status: 409,
      problem: { code: 'CLIENT_FORKED', client: 'a' },
    })
    expect(await w.sql('select count(*)::int as n from record')).toEqual([{ n: 1 }])
  })

  test('R4: before a gap is kept, the rest is asked for', async () => {
    const w = await world()
    const a = await w.device('a')
    const ops = [1, 2, 3, 4].map((n) => a.make(put('contact', uuidOf(n), contact())))
    const gap = await a.send([ops[0], ops[1], ops[3]])
    expect(gap).toMatchObject({
      status: 409,
      problem: { code: 'SEQ_GAP', client: 'a', expected: 3, last_seq: { a: 2 } },
    })
    const rest = mustBeOk(await a.send([ops[2], ops[3]]))
    expect(rest.results.map(({ r }) => r)).toEqual(['ok', 'ok'])
    expect(rest.head).toBe(4)
  })

  test('R4: a group that a gap cuts waits as a whole', async () => {
    const w = await world()
    const a = await w.device('a')
    const ops = [1, 2, 3, 4].map((n) =>
      a.make({ ...put('contact', uuidOf(n), contact()), ...(n > 1 ? { grp: 'g' } : {}) }),
    )
    expect(await a.send([ops[0], ops[1], ops[3]])).toMatchObject({
      problem: { code: 'SEQ_GAP', expected: 2 },
    })
    expect(await w.sql('select id from record')).toEqual([{ id: uuidOf(1) }])
  })

  test('R6: pages follow each other without a hole, and a row moved on is given once', async () => {
    const [a, b] = await two(await world())
    await a.push(...Array.from({ length: 25 }, (_, n) => put('contact', uuidOf(n), contact())))
    await a.push(patch('contact', uuidOf(3), { zone: 'Europe/Oslo' }))
    const seen: number[] = []
    for (let more = true; more;) {
      const page = mustBeOk(await b.send([], { limit: 10 }))
      seen.push(...page.changes.map(({ rev }) => rev))
      more = page.more
    }
    expect(seen).toEqual([1, 2, 3, ...Array.from({ length: 21 }, (_, n) => n + 5), 26])
    expect(b.rev).toBe(26)
  })

  test('R6: a page of large rows ends early and says so', async () => {
    const [a, b] = await two(await world())
    for (const n of [1, 2, 3]) {
      await a.push(
        ...[0, 1, 2, 3].map((k) => put('note', uuidOf(10 * n + k), note({ body: 'n'.repeat(100_000) }))),
      )
    }
    const page = mustBeOk(await b.send([]))
    expect(page).toMatchObject({ more: true, next: 11 })
    expect(page.changes).toHaveLength(11)
    await b.pull()
    expect(b.rows.size).toBe(12)
  })

  test('R7: another epoch is told with what the server holds of each client', async () => {
    const w = await world()
    const a = await w.device('a')
    const { epoch } = await a.push(put('contact', ID, contact()))
    await w.sql('update workspace set epoch = gen_random_uuid()')
    const answer = await a.send([a.make(patch('contact', ID, { zone: null }))])
    expect(answer).toMatchObject({ status: 409, problem: { code: 'EPOCH_CHANGED', last_seq: { a: 1 } } })
    expect(answer.ok || answer.problem.epoch).not.toBe(epoch)
  })

  test.each([
    ['pull', false],
    ['push', true],
  ])('R7: a cursor beyond the head begins a new epoch (%s)', async (_, pushes) => {
    const w = await world()
    const a = await w.device('a')
    const { epoch } = await a.push(put('contact', ID, contact()))
    a.rev = 99
    const ops = pushes ? [a.make(patch('contact', ID, { zone: null }))] : []
    const answer = await a.send(ops)
    expect(answer).toMatchObject({ status: 409, problem: { code: 'EPOCH_CHANGED' } })
    const [row] = await w.sql('select epoch, head from workspace')
    expect(row?.['epoch']).not.toBe(epoch)
    expect(answer.ok || answer.problem.epoch).toBe(row?.['epoch'])
    expect(row?.['head']).toBe(1)
  })

  test('R8: a cursor behind the floor must begin anew, and cursor 0 may', async () => {
    const w = await world()
    const a = await w.device('a')
    await a.push(put('contact', ID, contact()), put('contact', OTHER, contact()))
    await w.sql('update workspace set gc_floor = 2')
    a.rev = 1
    expect(await a.send([])).toMatchObject({ status: 410, problem: { code: 'CURSOR_TOO_OLD', gc_floor: 2 } })
    a.rev = 0
    expect(mustBeOk(await a.send([])).changes).toHaveLength(2)
  })

  test('R9: 500 operations are taken, 501 are not, nor a group of 201', async () => {
    const w = await world()
    const a = await w.device('a')
    const ops = Array.from({ length: 501 }, (_, n) => a.make(put('contact', uuidOf(n), contact())))
    expect(await a.send(ops)).toMatchObject({ status: 413, problem: { code: 'TOO_LARGE' } })
    expect(mustBeOk(await a.send(ops.slice(0, 500))).results.every(({ r }) => r === 'ok')).toBe(true)
    const group = Array.from({ length: 201 }, (_, n) => ({ seq: 501 + n, op: { ...ops[500]?.op, grp: 'g' } }))
    expect(await a.send(group)).toMatchObject({ status: 413 })
  })

  test('R10: an old schema is turned away, a new one is welcome', async () => {
    const a = await (await world()).device('a')
    expect((await a.send([], { schema: 9 })).ok).toBe(true)
    expect(await a.send([], { schema: 0 })).toMatchObject({ status: 400 })
  })

  test.each([
    ['no number', [{ op: {} }]],
    ['number 0', [{ seq: 0, op: {} }]],
    [
      'numbers backwards',
      [
        { seq: 2, op: {} },
        { seq: 1, op: {} },
      ],
    ],
  ])('R11: a request that is none is refused whole (%s)', async (_, ops) => {
    const a = await (await world()).device('a')
    expect(await a.send(ops)).toMatchObject({ status: 400, problem: { code: 'BAD_REQUEST' } })
  })
}

function operationTests(world: Make): void {
  const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as Json
  const bad: [string, string, Record<string, unknown>][] = [
    ['BAD_OP', 'no kind', { k: 'burn' }],
    ['BAD_OP', 'id that is none', { id: 'x' }],
    ['BAD_OP', 'patch without fields', { k: 'patch', f: undefined }],
    ['BAD_NAME', 'table with a dot', { t: 'pg.user' }],
    ['BAD_NAME', 'table called constructor', { t: 'constructor' }],
    ['BAD_NAME', 'field with a quote', { k: 'patch', f: { "a'b": 1 } }],
    ['BAD_NAME', 'field called prototype', { k: 'patch', f: { prototype: 1 } }],
    ['BAD_NAME', 'field called __proto__', { k: 'patch', f: JSON.parse('{"__proto__":{"a":1}}') }],
    ['BAD_NAME', '__proto__ inside a value', { k: 'patch', f: JSON.parse('{"a":[{"__proto__":1}]}') }],
    ['BAD_FIELD', 'known field with a wrong value', { k: 'patch', f: { status: 'president' } }],
    ['BAD_FIELD', 'put that lacks a field', { f: { name: typed('x') } }],
    ['BAD_VALUE', 'nested 5000 deep', { k: 'patch', f: { a: deep } }],
    ['BAD_VALUE', 'a quarter of a megabyte', { k: 'patch', f: { a: 'x'.repeat(262_145) } }],
    ['PRACTICE', 'practice person on another server', { f: contact({ practice: true }) }],
  ]
  test.each(bad)('R12: %s: %s', async (code, _, over) => {
    const a = await (await world()).device('a')
    await a.push(put('contact', ID, contact()))
    const poison = a.make({ ...put('contact', ID, contact()), ...over })
    const after = a.make(patch('contact', ID, { zone: 'Asia/Tokyo' }))
    const { results } = mustBeOk(await a.send([poison, after]))
    expect(results).toMatchObject([
      { seq: 2, r: 'rejected', code },
      { seq: 3, r: 'ok' },
    ])
    expect(results[0]).not.toHaveProperty('rev')
  })

  test('R12: what only the database refuses is found among the others, which go through', async () => {
    const w = await world()
    await w.db.owner((query) =>
      query(`create or replace function refuse() returns trigger language plpgsql as
             $$ begin if new.f->>'zone' = 'Planted/Refusal' then raise sqlstate '22P05'; end if; return new; end $$;
             create or replace trigger refuse before insert or update on record for each row execute function refuse()`),
    )
    const a = await w.device('a')
    const zone = (n: number): string => (n === 7 || n === 12 ? 'Planted/Refusal' : 'Asia/Tokyo')
    const grp = (n: number): { grp?: string } => (n === 12 || n === 13 ? { grp: 'g' } : {})
    const drafts = Array.from({ length: 20 }, (_, n) => ({
      ...put('contact', uuidOf(n), contact({ zone: zone(n) })),
      ...grp(n),
    }))
    const { results, head } = await a.push(...drafts)
    const bad = results.filter(({ r }) => r !== 'ok')
    expect(bad.map(({ seq, r, code }) => [seq, r, code])).toEqual(
      [8, 13, 14].map((seq) => [seq, 'rejected', 'BAD_VALUE']),
    )
    expect(results.flatMap(({ rev }) => rev ?? [])).toEqual(Array.from({ length: 17 }, (_, n) => n + 1))
    expect(head).toBe(17)
  })

  test('R13: a group with one bad operation is left out as a whole, and the next group goes on', async () => {
    const w = await world()
    const a = await w.device('a')
    const { results, head } = await a.push(
      { ...put('contact', ID, contact()), grp: 'g' },
      { ...put('contact', OTHER, { name: 1 }), grp: 'g' },
      { ...put('touch', OTHER, touch()), grp: 'h' },
    )
    expect(results).toMatchObject([
      { r: 'rejected', code: 'GROUP' },
      { r: 'rejected', code: 'BAD_FIELD' },
      { r: 'ok', rev: 1 },
    ])
    expect(head).toBe(1)
    expect(await w.sql('select t from record')).toEqual([{ t: 'touch' }])
  })

  test('R14: fields and tables of a newer Baton come back as they were', async () => {
    const w = await world()
    const [a, b] = await two(w)
    const newer = { ...contact({ status: 'president' }), mood: { now: ['bright'] }, valueOf: 1 }
    const { results } = await a.push(
      { ...put('contact', ID, newer), v: 9 },
      put('weather', OTHER, { sky: 'blue' }),
    )
    expect(results.map(({ r }) => r)).toEqual(['ok', 'ok'])
    await b.push(patch('contact', ID, { zone: 'Asia/Tokyo' }))
    await b.pull()
    expect(f(b, 'contact', ID)).toEqual({ ...newer, zone: 'Asia/Tokyo' })
    expect(f(b, 'weather', OTHER)).toEqual({ sky: 'blue' })
    const [row] = await w.sql("select x, f ? 'mood' as inside from record where t = 'contact'")
    expect(row).toEqual({ x: { mood: { now: ['bright'] }, valueOf: 1 }, inside: false })
  })

  test('R15: NUL and half a surrogate pair become U+FFFD', async () => {
    const [a, b] = await two(await world())
    const { results } = await a.push(
      put('note', ID, note({ body: 'a\0b\uD800c' })),
      put('weather', OTHER, { sky: { '\0': '\uDC00' } }),
    )
    expect(results.map(({ r }) => r)).toEqual(['ok', 'ok'])
    await b.pull()
    expect(f(b, 'note', ID)?.['body']).toBe('a\u{FFFD}b\u{FFFD}c')
    expect(f(b, 'weather', OTHER)).toEqual({ sky: { '\u{FFFD}': '\u{FFFD}' } })
  })

  test('R27: the server of npm start takes practice people', async () => {
    const a = await (await world(true)).device('a')
    expect((await a.push(put('contact', ID, contact({ practice: true })))).results[0]?.r).toBe('ok')
  })
}

function mergeTests(world: Make): void {
  const HOUR = 3_600_000

  test('R16: an edit that has seen the other wins over a clock that is an hour ahead', async () => {
    const w = await world()
    const [a, b] = await two(w)
    await a.push(put('contact', ID, contact()))
    await a.push({ ...patch('contact', ID, { zone: 'Asia/Tokyo' }), hlc: w.clock.now + HOUR })
    await b.pull()
    const { results } = await b.push({ ...patch('contact', ID, { zone: 'Europe/Oslo' }), hlc: 1 })
    expect(results[0]).toMatchObject({ r: 'ok' })
    await a.pull()
    expect(f(a, 'contact', ID)?.['zone']).toBe('Europe/Oslo')
  })

  test('R17: of two concurrent edits of a field the later wins, edits of other fields both stay', async () => {
    const w = await world()
    const [a, b] = await two(w)
    await a.push(put('contact', ID, contact()))
    await b.pull()
    await a.push({ ...patch('contact', ID, { zone: 'Asia/Tokyo', owner: 'a' }), hlc: 1_800_000_000_500 })
    const lost = b.make({
      ...patch('contact', ID, { zone: 'Europe/Oslo', leadSource: 'inbound' }),
      hlc: 1_800_000_000_400,
    })
    const { results } = mustBeOk(await b.send([lost]))
    expect(results[0]).toMatchObject({ r: 'merged', lost: ['zone'] })
    expect(f(b, 'contact', ID)).toMatchObject({ zone: 'Asia/Tokyo', owner: 'a', leadSource: 'inbound' })
    expect(await w.sql('select field, kept, lost, lost_by from conflict_log')).toEqual([
      { field: 'zone', kept: 'Asia/Tokyo', lost: 'Europe/Oslo', lost_by: 'b' },
    ])
  })

  test('R17: a clock far ahead gains a minute and no more', async () => {
    const w = await world()
    const [a, b] = await two(w)
    await a.push(put('contact', ID, contact()))
    await b.pull()
    await a.push({ ...patch('contact', ID, { zone: 'Asia/Tokyo' }), hlc: w.clock.now + 24 * HOUR })
    w.clock.now += 2 * 60_000
    mustBeOk(await b.send([b.make({ ...patch('contact', ID, { zone: 'Europe/Oslo' }), hlc: w.clock.now })]))
    expect(f(b, 'contact', ID)?.['zone']).toBe('Europe/Oslo')
  })

  test('R18: a status and its reason stay together', async () => {
    const [a, b] = await two(await world())
    await a.push(put('contact', ID, contact()))
    await b.pull()
    await a.push({
      ...patch('contact', ID, { status: 'nurture', statusReason: 'later', nurtureUntil: '2027-01-04' }),
      hlc: 1_800_000_000_100,
    })
    await b.push({
      ...patch('contact', ID, { status: 'qualified', statusReason: null, nurtureUntil: null }),
      hlc: 1_800_000_000_200,
    })
    await a.pull()
    expect(f(a, 'contact', ID)).toMatchObject({ status: 'qualified', statusReason: null, nurtureUntil: null })
  })

  test('R19: do not contact stays, until somebody who knows clears it', async () => {
    const [a, b] = await two(await world())
    await a.push(put('contact', ID, contact()))
    await b.pull()
    await a.push({ ...patch('contact', ID, { doNotContact: true }), hlc: 1 })
    const stale = b.make({ ...patch('contact', ID, { doNotContact: false }), hlc: 1_800_000_009_000 })
    expect(mustBeOk(await b.send([stale])).results[0]).toMatchObject({ r: 'merged', lost: ['doNotContact'] })
    expect(f(b, 'contact', ID)?.['doNotContact']).toBe(true)
    expect((await b.push(patch('contact', ID, { doNotContact: false }))).results[0]).toMatchObject({
      r: 'ok',
    })
  })

  test('R20: a touch done on one device is not snoozed by another that did not know', async () => {
    const [a, b] = await two(await world())
    const snoozed = touch({ state: 'snoozed', outcome: null, snoozedTo: '2026-11-03T09:00:00.000Z' })
    await a.push({ ...put('touch', ID, touch()), hlc: 1 })
    const late = b.make({ ...put('touch', ID, snoozed), hlc: 1_800_000_009_000 })
    expect(mustBeOk(await b.send([late])).results[0]).toMatchObject({
      r: 'merged',
      lost: ['state', 'outcome', 'snoozedTo'],
    })
    expect(f(b, 'touch', ID)).toEqual(touch())
    await b.push({ ...patch('touch', ID, { state: 'snoozed' }) })
    expect(f(b, 'touch', ID)?.['state']).toBe('done')
    await b.push({ ...patch('touch', ID, { state: 'snoozed', outcome: null }), undo: true })
    expect(f(b, 'touch', ID)?.['state']).toBe('snoozed')
  })

  test('R20: an undo on another device does not take away a touch it never saw done', async () => {
    const [a, b] = await two(await world())
    await a.push(put('touch', ID, touch({ state: 'snoozed' })))
    await b.pull()
    await a.push(patch('touch', ID, { state: 'done' }))
    const stale = b.make({ t: 'touch', id: ID, k: 'del', undo: true, hlc: 1_800_000_009_000 })
    expect(mustBeOk(await b.send([stale])).results[0]).toMatchObject({ r: 'merged', lost: ['deleted'] })
    expect(f(b, 'touch', ID)?.['state']).toBe('done')
    expect((await b.push({ t: 'touch', id: ID, k: 'del', undo: true })).results[0]).toMatchObject({ r: 'ok' })
    expect(b.rows.get(`touch/${ID}`)).toMatchObject({ del: true })
  })

  test('R21: a finished enrollment stays finished, and begins again only as the next cycle', async () => {
    const [a, b] = await two(await world())
    await a.push(put('enrollment', ID, enrollment()))
    await b.pull()
    await a.push({
      ...patch('enrollment', ID, {
        state: 'finished',
        finishReason: 'reply',
        finishedAt: '2026-11-03T09:00:00.000Z',
      }),
      hlc: 1,
    })
    const pause = b.make({
      ...patch('enrollment', ID, { state: 'paused', pauseReason: 'manual', pausedUntil: null }),
      hlc: 1_800_000_009_000,
    })
    expect(mustBeOk(await b.send([pause])).results[0]).toMatchObject({ r: 'merged' })
    expect(f(b, 'enrollment', ID)).toMatchObject({
      state: 'finished',
      finishReason: 'reply',
      pauseReason: null,
    })
    await b.push(patch('enrollment', ID, { state: 'active', finishReason: null, finishedAt: null, cycle: 1 }))
    expect(f(b, 'enrollment', ID)).toMatchObject({ state: 'active', cycle: 1, finishReason: null })
  })

  test('R22: of two texts of a note one stays and the other becomes a note of its own', async () => {
    const [a, b] = await two(await world())
    await a.push(put('note', ID, note()))
    await b.pull()
    await a.push({ ...patch('note', ID, { body: 'from a' }), hlc: 1_800_000_000_100 })
    const late = b.make({ ...patch('note', ID, { body: 'from b' }), hlc: 1_800_000_000_200 })
    mustBeOk(await b.send([late]))
    expect(new Set([...b.rows.values()].map((row) => row.f?.['body']))).toEqual(new Set(['from a', 'from b']))
    expect(f(b, 'note', ID)?.['body']).toBe('from b')
  })

  test('R23: a deletion wins over an edit that did not know, and a restore brings both back', async () => {
    const [a, b] = await two(await world())
    await a.push(put('contact', ID, contact()))
    await b.pull()
    await a.push({ t: 'contact', id: ID, k: 'del' })
    const late = b.make({ ...patch('contact', ID, { zone: 'Asia/Tokyo' }), hlc: 1_800_000_009_000 })
    expect(mustBeOk(await b.send([late])).results[0]).toMatchObject({ r: 'gone' })
    expect(b.rows.get(`contact/${ID}`)).toMatchObject({ del: true })
    expect(b.rows.get(`contact/${ID}`)).not.toHaveProperty('f')
    await a.push({ t: 'contact', id: ID, k: 'restore' })
    expect(f(a, 'contact', ID)).toEqual(contact({ zone: 'Asia/Tokyo' }))
  })

  test('R23: what was taken back can be made again under its id', async () => {
    const a = await (await world()).device('a')
    await a.push(put('touch', ID, touch()), { t: 'touch', id: ID, k: 'del', undo: true })
    await a.push(put('touch', ID, touch({ outcome: 'opened' })))
    expect(f(a, 'touch', ID)).toEqual(touch({ outcome: 'opened' }))
  })

  test('R23: what comes before its put, as after a restored backup, stands when the put has come', async () => {
    const [a, b] = await two(await world())
    const made = [put('contact', ID, contact()), put('contact', OTHER, contact())].map(a.make)
    const later = [
      patch('contact', ID, { zone: 'Asia/Tokyo' }),
      { t: 'contact', id: OTHER, k: 'del' as const },
    ]
    const { results } = mustBeOk(await b.send(later.map((op) => b.make({ ...op, hlc: 1_800_000_009_000 }))))
    expect(results.map(({ r }) => r)).toEqual(['ok', 'ok'])
    expect(mustBeOk(await a.send(made)).results.map(({ r }) => r)).toEqual(['merged', 'gone'])
    await b.pull()
    expect(f(b, 'contact', ID)).toEqual(contact({ zone: 'Asia/Tokyo' }))
    expect(b.rows.get(`contact/${OTHER}`)).toMatchObject({ del: true })
  })
}

function erasureTests(world: Make): void {
  const SECRET = 'only she knew'

  test('R24: nothing of an erased person is left in any table, also not what the eraser never saw', async () => {
    const w = await world()
    const [a, b] = await two(w)
    await a.push(put('contact', ID, { ...contact({ name: typed(SECRET) }), mood: SECRET }))
    await b.pull()
    await b.push(put('note', OTHER, note({ body: SECRET })), patch('contact', ID, { zone: 'Asia/Tokyo' }))
    mustBeOk(await a.send([a.make({ ...patch('contact', ID, { zone: 'Asia/Seoul' }), hlc: 1 })]))
    a.rev = 1
    const { results } = await a.push({ t: 'contact', id: ID, k: 'erase' })
    expect(results[0]).toMatchObject({ r: 'ok' })
    await b.pull()
    expect(b.rows.get(`contact/${ID}`)).toMatchObject({ erased: true })
    expect(b.rows.get(`note/${OTHER}`)).toMatchObject({ erased: true })
    const tables = ['record', 'op_log', 'conflict_log', 'erased', 'client']
    for (const table of tables) {
      const [row] = await w.sql(`select coalesce(string_agg(r::text, ''), '') as all from ${table} r`)
      expect(row?.['all'], table).not.toMatch(new RegExp(`${SECRET}|Asia`))
    }
  })

  test('R24: the id is never used again, nor by what names it', async () => {
    const w = await world()
    const [a, b] = await two(w)
    await a.push(put('contact', ID, contact()))
    await a.push({ t: 'contact', id: ID, k: 'erase' })
    const late = [
      put('contact', ID, contact()),
      patch('contact', ID, { zone: null }),
      put('note', OTHER, note()),
    ].map(b.make)
    const { results } = mustBeOk(await b.send(late))
    expect(results).toMatchObject(late.map(() => ({ r: 'gone', code: 'ERASED' })))
    expect(await w.sql("select count(*)::int as n from record where f <> '{}'")).toEqual([{ n: 0 }])
  })

  test('R24: what comes in the same request before the erasure goes with it', async () => {
    const w = await world()
    const a = await w.device('a')
    await a.push(put('contact', ID, contact()), put('note', OTHER, note()), {
      t: 'contact',
      id: ID,
      k: 'erase',
    })
    expect(await w.sql('select count(*)::int as n from record where erased')).toEqual([{ n: 2 }])
  })

  test('R24: what was lost in a conflict of the same request goes with it', async () => {
    const w = await world()
    const [a, b] = await two(w)
    await a.push(put('contact', ID, contact()))
    await b.pull()
    await a.push({ ...patch('contact', ID, { zone: SECRET }), hlc: w.clock.now })
    const lost = b.make({ ...patch('contact', ID, { zone: `${SECRET} too` }), hlc: 1 })
    mustBeOk(await b.send([lost, b.make({ t: 'contact', id: ID, k: 'erase' })]))
    expect(await w.sql('select 1 from conflict_log')).toEqual([])
  })

  test('R24: the copies of a note go with it', async () => {
    const w = await world()
    const [a, b] = await two(w)
    await a.push(put('note', ID, note()))
    await b.pull()
    await a.push(patch('note', ID, { body: 'from a' }))
    mustBeOk(await b.send([b.make(patch('note', ID, { body: 'from b' }))]))
    await a.push({ t: 'note', id: ID, k: 'erase' })
    expect(await w.sql('select erased from record')).toEqual([{ erased: true }, { erased: true }])
  })

  test('R24: an erasure of what never came here still closes the id', async () => {
    const [a, b] = await two(await world())
    await b.push({ t: 'contact', id: ID, k: 'erase' })
    expect((await a.push(put('contact', ID, contact()))).results[0]).toMatchObject({
      r: 'gone',
      code: 'ERASED',
    })
  })
}

function workspaceTests(world: Make): void {
  test('row security: one workspace cannot see or write into another, and none sees nothing', async () => {
    const [mine, theirs] = [await world(), await world()]
    const [a, b] = [await mine.device(), await theirs.device()]
    await a.push(put('contact', ID, contact()))
    await b.push(put('contact', ID, contact()))
    for (const table of [
      'workspace',
      'device',
      'client',
      'record',
      'op_log',
      'erased',
      'pairing_code',
      'conflict_log',
    ]) {
      await mine.db.read(mine.ws, async (query) => {
        expect(await query('select current_user as who', [])).toEqual([{ who: 'baton_app' }])
        expect(await query(`select 1 from ${table} where ws <> $1`, [mine.ws]), table).toEqual([])
      })
      await mine.db.read('', async (query) =>
        expect(await query(`select 1 from ${table}`, []), table).toEqual([]),
      )
    }
    const foreign = mine.db.write(mine.ws, (query) =>
      query("insert into erased (ws, t, id) values ($1, 'contact', $2)", [theirs.ws, ID]),
    )
    await expect(foreign).rejects.toThrow(/row-level security/)
    const moved = await mine.db.write(mine.ws, (query) =>
      query('update workspace set head = 99 where ws = $1 returning 1', [theirs.ws]),
    )
    expect(moved).toEqual([])
  })

  test('R11: a token opens its own workspace only', async () => {
    const [mine, theirs] = [await world(), await world()]
    const a = await mine.device()
    expect(await a.send([], { ws: theirs.ws })).toMatchObject({
      status: 403,
      problem: { code: 'WORKSPACE_REVOKED' },
    })
  })

  test('R26: a client id of another user is not taken over', async () => {
    const w = await world()
    const a = await w.device('a')
    await a.push(put('contact', ID, contact()))
    await w.sql('update client set user_id = gen_random_uuid()')
    expect(await a.send([a.make(patch('contact', ID, { zone: null }))])).toMatchObject({ status: 403 })
  })
}
