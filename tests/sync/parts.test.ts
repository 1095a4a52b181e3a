import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedWait, backoff, isToWait } from '#lib/sync/backoff.ts'
import { bestOffset, clockSample, withSample, type ClockSample } from '#lib/sync/clock.ts'
import { createTransport } from '#lib/sync/transport.ts'
import type { SyncRequest } from '#lib/sync/protocol.ts'
import { openStore } from '#lib/store/open.ts'
import { contactIdOf, idOf, sourced } from '#tests/support/sample-records.ts'
import { commitAll, putContact } from '#tests/support/store-contract.ts'
import { createProfile } from '#tests/support/store-env.ts'

describe('clock', () => {
  test('the server clock is found within half the shortest round trip', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 })), {
          minLength: 1,
          maxLength: 20,
        }),
        (offset, trips) => {
          let now = 2e12
          let samples: ClockSample[] = []
          for (const [there, back] of trips) {
            samples = withSample(samples, clockSample(now, now + there + back, now + there + offset))
            now += 1_000
          }
          const shortest = Math.min(...trips.slice(-8).map(([there, back]) => there + back))
          expect(Math.abs(bestOffset(samples) - offset)).toBeLessThanOrEqual(shortest / 2 + 1)
        },
      ),
    )
  })

  test('a machine clock that was set makes the old samples worthless', () => {
    const before = withSample([], clockSample(1_000_000, 1_000_010, 1_000_005))
    const after = withSample(before, clockSample(5_000_000, 5_000_300, 1_100_150))
    expect(after).toHaveLength(1)
    expect(bestOffset(after)).toBe(-3_900_000)
    expect(bestOffset([])).toBe(0)
  })
})

describe('waiting', () => {
  test('for an instant that a clock has set which has been set back since is none', () => {
    const now = 1_000_000_000
    const waits = [0, 1, 900_000, 900_001].map((ahead) => isToWait(now + ahead, now))
    expect(waits).toEqual([false, true, true, false])
  })

  test('doubles from 1 s to 15 min, anywhere in between by chance', () => {
    expect([0, 1, 2, 30].map((failures) => backoff(failures, 1))).toEqual([1_000, 2_000, 4_000, 900_000])
    expect(backoff(5, 0)).toBe(0)
    expect([askedWait(-5), askedWait(3_000), askedWait(1e12)]).toEqual([0, 3_000, 900_000])
  })
})

describe('transport', () => {
  const request = (fill: string): SyncRequest => ({
    protocol: 1,
    schema: 1,
    ws: idOf(1),
    client_id: 'c',
    request_id: fill,
    push: [],
    cursor: { epoch: '', rev: 0 },
    limit: 1,
  })
  const sentBy = async (fill: string): Promise<{ url: string; init: RequestInit }> => {
    const seen: { url: string; init: RequestInit }[] = []
    const transport = createTransport({
      url: 'http://s',
      token: 'secret',
      fetch: async (url, init) => {
        seen.push({ url, init })
        return new Response('{}', { status: 200 })
      },
    })
    expect(await transport.exchange(request(fill))).toEqual({ kind: 'unreachable', why: 'malformed' })
    const [first] = seen
    if (!first) throw new Error('nothing was sent')
    return first
  }

  test('sends the token, follows no redirect, carries no cookie, and packs what is large', async () => {
    const small = await sentBy('x')
    expect(small.url).toBe('http://s/v1/sync')
    expect(small.init).toMatchObject({
      method: 'POST',
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
    })
    expect(small.init.headers).toMatchObject({ authorization: 'Bearer secret' })
    expect(new Headers(small.init.headers).has('content-encoding')).toBe(false)
    const large = await sentBy('x'.repeat(5_000))
    expect(new Headers(large.init.headers).get('content-encoding')).toBe('gzip')
    const packed = new Response(large.init.body ?? null).body
    const text = await new Response(packed?.pipeThrough(new DecompressionStream('gzip'))).text()
    expect(text).toBe(JSON.stringify(request('x'.repeat(5_000))))
  })

  test.each([
    ['a failed line', () => Promise.reject(new TypeError('failed')), { kind: 'unreachable', why: 'network' }],
    [
      'no answer in time',
      () => Promise.reject(new DOMException('late', 'TimeoutError')),
      { kind: 'unreachable', why: 'timeout' },
    ],
    [
      'a page of a proxy',
      () => Promise.resolve(new Response('<html>', { status: 502 })),
      { kind: 'unreachable', why: 'malformed' },
    ],
    [
      'no body',
      () => Promise.resolve(new Response(null, { status: 200 })),
      { kind: 'unreachable', why: 'malformed' },
    ],
    [
      'an unknown code',
      () =>
        Promise.resolve(Response.json({ type: 'x', title: 'x', status: 409, code: 'NEW' }, { status: 409 })),
      { kind: 'unreachable', why: 'malformed' },
    ],
  ])('%s is a value, not an exception', async (_what, fetch, expected) => {
    expect(await createTransport({ url: 'http://s', token: null, fetch }).exchange(request('x'))).toEqual(
      expected,
    )
  })

  test('an answer that does not end is given up', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(4_194_304)),
    })
    const fetch = (): Promise<Response> => Promise.resolve(new Response(endless))
    const answer = await createTransport({ url: 'http://s', token: null, fetch }).exchange(request('x'))
    expect(answer).toEqual({ kind: 'unreachable', why: 'malformed' })
  })
})

describe('batches', () => {
  test('keep groups whole within their limits, in order, and send a group that is alone too large', async () => {
    const store = await openStore(createProfile().env())
    await store.sync.bind({ ws: idOf(1, 99), user: 'u', server: 'http://s', practice: false })
    for (let group = 0; group < 4; group++) {
      const changes = Array.from({ length: 3 }, (_, n) =>
        putContact(group * 3 + n + 1, { slug: sourced(`p${group}${n}`) }),
      )
      await commitAll(store, changes)
    }
    const seqs = async (ops: number, bytes = 1e9): Promise<number[]> =>
      (await store.sync.batch({ ops, bytes })).push.flatMap((one) => one.ops.map(({ seq }) => seq))
    expect(await seqs(500)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(await seqs(8)).toEqual([1, 2, 3, 4, 5, 6])
    expect(await seqs(6)).toEqual([1, 2, 3, 4, 5, 6])
    expect(await seqs(3)).toEqual([1, 2, 3])
    expect(await seqs(500, 10)).toEqual([1, 2, 3])
    expect((await store.sync.batch({ ops: 500, bytes: 1e9 })).more).toBe(false)
  })

  test('a commit of more than 200 changes is sent in groups of at most 200', async () => {
    const store = await openStore(createProfile().env())
    await store.sync.bind({ ws: idOf(1, 99), user: 'u', server: 'http://s', practice: false })
    const group = await commitAll(
      store,
      Array.from({ length: 450 }, (_, n) => putContact(n + 1, { slug: sourced(`p${n}`) })),
    )
    const { push } = await store.sync.batch({ ops: 500, bytes: 1e9 })
    const sizes = Map.groupBy(
      push.flatMap(({ ops }) => ops),
      ({ op }) => op.grp,
    )
    expect([...sizes].map(([name, ops]) => [name, ops.length])).toEqual([
      [group, 200],
      [`${group}.1`, 200],
      [`${group}.2`, 50],
    ])
    expect(await store.undo(group)).toBe('undone')
    expect(await store.get('contact', contactIdOf(450))).toBeUndefined()
  })
})
