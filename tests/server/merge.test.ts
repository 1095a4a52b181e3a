import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#lib/sync/canonical.ts'
import { mergeOp, type MergeRow } from '#lib/sync/merge.ts'
import type { Json, Op } from '#lib/sync/protocol.ts'
import { contact, enrollment, note, touch, uuidOf } from './support/records.ts'

/** Properties of the merge alone (lib/sync/SPEC.md R16 to R24): no server, thousands of histories. */

const [ID, EPOCH, NOW] = [uuidOf(1), uuidOf(9), 2_000_000_000_000]
type Sent = { client: string; op: Op }
type Edit = { k: 'patch' | 'put' | 'del' | 'restore'; f?: Record<string, Json> }

/** What the server would hold after these operations, in this order. */
function deliver(sent: readonly Sent[]): { rows: Map<string, MergeRow>; head: number } {
  const rows = new Map<string, MergeRow>()
  let head = 0
  for (const { client, op } of sent) {
    const merged = mergeOp(rows.get(op.id), op, { epoch: EPOCH, now: NOW, client, rev: head + 1 })
    if (merged.row !== null) rows.set(op.id, merged.row)
    if (merged.row !== null) head++
    if (merged.copy !== null && !rows.has(merged.copy.id)) rows.set(merged.copy.id, merged.copy.row)
  }
  return { rows, head }
}

const TABLES: Record<string, { record: Record<string, unknown>; edits: fc.Arbitrary<Edit> }> = {
  contact: {
    record: contact(),
    edits: patchOf(
      { zone: fc.constantFrom('Asia/Tokyo', 'Europe/Oslo', null), owner: fc.constantFrom('x', 'y', null) },
      { doNotContact: fc.constant(true) },
      {
        status: fc.constantFrom('qualified', 'nurture', 'working'),
        statusReason: fc.constantFrom('a', 'b', null),
        nurtureUntil: fc.constantFrom('2027-01-04', null),
      },
    ),
  },
  touch: {
    record: touch({ state: 'snoozed' }),
    edits: patchOf(
      { channel: fc.constantFrom('call', 'task') },
      {
        state: fc.constantFrom('done', 'skipped', 'snoozed', 'failed'),
        outcome: fc.constantFrom('sent', 'replied', null),
        at: fc.constantFrom('t1', 't2'),
        dueAt: fc.constant(null),
        snoozedTo: fc.constantFrom('s1', null),
        subject: fc.constantFrom('u', 'v'),
      },
    ),
  },
  enrollment: {
    record: enrollment(),
    edits: patchOf(
      { dueAt: fc.constantFrom('d1', 'd2', null) },
      {
        state: fc.constantFrom('active', 'paused', 'finished'),
        pauseReason: fc.constantFrom('manual', null),
        pausedUntil: fc.constant(null),
        finishReason: fc.constantFrom('reply', 'removed', null),
        finishedAt: fc.constantFrom('f1', 'f2', null),
        cycle: fc.constantFrom(0, 1),
        startedAt: fc.constantFrom('b1', 'b2'),
      },
    ),
  },
}

/** A patch writes some single fields, and each unit of R18 whole or not at all. */
function patchOf(
  single: Record<string, fc.Arbitrary<Json>>,
  ...units: Record<string, fc.Arbitrary<Json>>[]
): fc.Arbitrary<Edit> {
  const parts = [
    fc.record(single, { requiredKeys: [] }),
    ...units.map((unit) => fc.option(fc.record(unit), { nil: {} })),
  ]
  return fc
    .tuple(...parts)
    .map((made) => ({ k: 'patch' as const, f: Object.assign({}, ...made) as Record<string, Json> }))
}

const life = fc.constantFrom<Edit>({ k: 'del' }, { k: 'restore' })

/** Edits of one device that hears nothing meanwhile: its clock runs on, its base stays. */
function offline(
  t: string,
  client: string,
  edits: readonly (readonly [Edit, number])[],
  clock = 1_000,
): Sent[] {
  let hlc = clock
  return edits.map(([edit, pause]) => ({
    client,
    op: { v: 1, t, id: ID, base: { epoch: EPOCH, rev: 1 }, hlc: (hlc += pause), at: 0, ...edit },
  }))
}

const created = (t: string, f: Record<string, unknown>): Sent => ({
  client: 'z',
  op: {
    v: 1,
    t,
    id: ID,
    k: 'put',
    f: f as Record<string, Json>,
    base: { epoch: EPOCH, rev: 0 },
    hlc: 1,
    at: 0,
  },
})

/** After a restored backup nobody has seen anything, and the `put` may come at any time. */
const unseen = (sent: readonly Sent[]): Sent[] =>
  sent.map(({ client, op }) => ({ client, op: { ...op, base: { epoch: '', rev: 0 } } }))

/** Every order that keeps each device's own: `picks` says whose turn it is. */
function interleave(a: readonly Sent[], b: readonly Sent[], picks: readonly boolean[]): Sent[] {
  const [left, right, merged] = [[...a], [...b], [] as Sent[]]
  for (let turn = 0; left.length + right.length > 0; turn++) {
    const from = right.length === 0 || (left.length > 0 && picks[turn % picks.length]) ? left : right
    merged.push(...from.splice(0, 1))
  }
  return merged
}

const picks = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 })
const stateOf = (row: MergeRow | undefined): unknown => ({ f: row?.f, del: row?.del })

describe.each(Object.entries(TABLES))('%s', (t, { record, edits }) => {
  const edit = fc.tuple(
    fc.oneof({ weight: 5, arbitrary: edits }, { weight: 1, arbitrary: life }),
    fc.integer({ min: 1, max: 50 }),
  )
  const history = fc.array(edit, { maxLength: 6 })

  test('R17 to R23: two devices end the same in whatever order their operations arrive', () => {
    const clock = fc.constantFrom(1_000, NOW + 3_600_000)
    const property = fc.property(
      history,
      history,
      clock,
      clock,
      picks,
      picks,
      (a, b, clockA, clockB, one, other) => {
        const [fromA, fromB] = [offline(t, 'a', a, clockA), offline(t, 'b', b, clockB)]
        const [first, second] = [one, other].map((order) =>
          deliver([created(t, record), ...interleave(fromA, fromB, order)]),
        )
        expect(stateOf(first?.rows.get(ID))).toEqual(stateOf(second?.rows.get(ID)))
      },
    )
    fc.assert(property, { numRuns: 1500 })
  })

  test('R23: the same where the put comes at any time, and nobody has seen anything', () => {
    const at = fc.nat(12)
    const property = fc.property(history, history, picks, picks, at, at, (a, b, one, other, here, there) => {
      const [fromA, fromB] = [offline(t, 'a', a), offline(t, 'b', b)].map(unseen)
      const states = [[one, here] as const, [other, there] as const].map(([order, when]) => {
        const sent = interleave(fromA ?? [], fromB ?? [], order).toSpliced(when, 0, created(t, record))
        return stateOf(deliver(sent).rows.get(ID))
      })
      expect(states[0]).toEqual(states[1])
    })
    fc.assert(property, { numRuns: 1000 })
  })

  test('R16: a value written by who has seen the one before it stands, whatever its clock said', () => {
    const clocks = fc.integer({ min: 0, max: 4_000_000_000_000 })
    const property = fc.property(history, edits, clocks, (before, edit, hlc) => {
      const { rows, head } = deliver([created(t, record), ...offline(t, 'a', before)])
      const op: Op = { v: 1, t, id: ID, base: { epoch: EPOCH, rev: head }, hlc, at: 0, undo: true, ...edit }
      const merged = mergeOp(rows.get(ID), op, { epoch: EPOCH, now: NOW, client: 'b', rev: head + 1 })
      expect(merged.lost).toEqual([])
      expect((merged.row ?? rows.get(ID))?.f).toMatchObject(edit.f ?? {})
    })
    fc.assert(property, { numRuns: 1000 })
  })

  test('R24: after an erasure nothing is left, in whatever order it arrives', () => {
    const property = fc.property(history, history, picks, fc.nat(12), (a, b, order, at) => {
      const sent = [created(t, record), ...interleave(offline(t, 'a', a), offline(t, 'b', b), order)]
      const erase: Sent = {
        client: 'c',
        op: { v: 1, t, id: ID, k: 'erase', base: { epoch: '', rev: 0 }, hlc: 0, at: 0 },
      }
      const { rows } = deliver(sent.toSpliced(at, 0, erase))
      expect(rows.get(ID)).toEqual({ f: {}, fm: {}, del: true, erased: true, copyOf: null })
    })
    fc.assert(property, { numRuns: 500 })
  })
})

test('R16: who has seen a value also beats whatever that value beat', () => {
  const zone = (client: string, rev: number, hlc: number): Sent => ({
    client,
    op: {
      v: 1,
      t: 'contact',
      id: ID,
      k: 'patch',
      f: { zone: client },
      base: { epoch: EPOCH, rev },
      hlc,
      at: 0,
    },
  })
  const [ahead, seen, between] = [zone('a', 1, 100), zone('b', 2, 5), zone('c', 1, 50)]
  for (const order of [
    [ahead, seen, between],
    [ahead, between, seen],
    [between, ahead, { ...seen, op: { ...seen.op, base: { epoch: EPOCH, rev: 3 } } }],
  ]) {
    expect(deliver([created('contact', contact()), ...order]).rows.get(ID)?.f['zone']).toBe('b')
  }
})

test('R22: of the texts two devices wrote, the last of each is still there, in whatever order they arrive', () => {
  const bodies = (name: string) =>
    fc
      .array(fc.tuple(fc.constantFrom('one', 'two', 'three'), fc.integer({ min: 1, max: 50 })), {
        minLength: 1,
        maxLength: 4,
      })
      .map((made) =>
        offline(
          'note',
          name,
          made.map(
            ([text, pause]) =>
              [{ k: 'patch', f: { body: `${text} by ${name}`, editedAt: text } }, pause] as const,
          ),
        ),
      )
  const property = fc.property(bodies('a'), bodies('b'), picks, (a, b, order) => {
    const { rows } = deliver([created('note', note()), ...interleave(a, b, order)])
    const texts = [...rows.values()].map((row) => row.f['body'])
    expect(texts).toEqual(expect.arrayContaining([a.at(-1)?.op.f?.['body'], b.at(-1)?.op.f?.['body']]))
    expect([...rows.values()].filter((row) => row.copyOf === ID)).toHaveLength(rows.size - 1)
  })
  fc.assert(property, { numRuns: 1000 })
})

describe('R2: canonical JSON', () => {
  test('is the same for equal values, whatever the order of their keys', () => {
    const property = fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
      expect(canonicalJson(turned(value))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    })
    fc.assert(property, { numRuns: 500 })
  })

  test('orders by code unit and leaves out what is undefined', () => {
    expect(canonicalJson({ b: 1, a: [null, { Z: 1, é: 2, a: 3 }], c: undefined })).toBe(
      '{"a":[null,{"Z":1,"a":3,"é":2}],"b":1}',
    )
  })

  test.each([[Infinity], [NaN], [() => 1], [1n]])('refuses what JSON cannot hold: %s', (value) => {
    expect(() => canonicalJson({ value })).toThrow(RangeError)
  })
})

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  )
}
