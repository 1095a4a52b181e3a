import { describe, expect, test } from 'vitest'
import { StoreError } from '#lib/store/errors.ts'
import { openStore } from '#lib/store/open.ts'
import type { Change, ManyItem, Store } from '#lib/store/store.ts'
import { doomed } from '#tests/support/kill.ts'
import { accountIdOf, contactIdOf, idOf, sampleAccount, sourced } from '#tests/support/sample-records.ts'
import { putContact } from '#tests/support/store-contract.ts'
import { createProfile, type Profile } from '#tests/support/store-env.ts'

const UNDONE = { undone: 1, changed: 0, gone: 0 }
const CHANGED = { undone: 0, changed: 1, gone: 0 }
const GONE = { undone: 0, changed: 0, gone: 1 }

const groupOf = (n: number): string => idOf(n, 500)
const put = (n: number): ManyItem<number> => ({
  group: groupOf(n),
  plan: async () => ({ changes: [putContact(n)], result: n }),
})
/** Its plan asks what only the database can tell, so that those before it are written first. */
const looksAtAll = (n: number): ManyItem<number> => ({
  group: groupOf(n),
  plan: async (read) => ({
    changes: [putContact(n)],
    result: (await read.searchContacts('', { limit: 50 })).contacts.length,
  }),
})
const refuseSet = (profile: Profile, which: number): void => {
  let sets = 0
  profile.kv.before = (operation) => {
    if (operation === 'set' && (sets += 1) === which) throw new Error('quota')
  }
}
const binding = { ws: idOf(1, 99), user: 'u', server: 'http://localhost:1', practice: false }
const standing = async (store: Store, most: number): Promise<number[]> => {
  const all = Array.from({ length: most }, (_, n) => n + 1)
  const found = await Promise.all(all.map((n) => store.get('contact', contactIdOf(n))))
  return all.filter((_, index) => found[index] !== undefined)
}

describe('many commits in one turn', () => {
  test('each has the group it was given, is undone alone, and is heard of once', async () => {
    const store = await openStore(createProfile().env())
    const heard: number[] = []
    store.subscribe((changed) => heard.push(changed.length))
    const results = await store.commitMany([put(1), put(2), put(3)])
    expect(results).toEqual([1, 2, 3].map((n) => ({ kind: 'saved', group: groupOf(n), result: n })))
    expect(heard).toEqual([3])
    expect(await store.undo(groupOf(2))).toBe('undone')
    expect(await standing(store, 3)).toEqual([1, 3])
  })

  test('operations of each person travel as a group of their own', async () => {
    const store = await openStore(createProfile().env())
    await store.sync.bind(binding)
    await store.commitMany([put(1), put(2)])
    const { push } = await store.sync.batch({ ops: 50, bytes: 1e6 })
    expect(push[0]?.ops.map(({ seq, op }) => [seq, op.grp])).toEqual([
      [1, groupOf(1)],
      [2, groupOf(2)],
    ])
  })

  test('one that is refused leaves the others alone', async () => {
    const store = await openStore(createProfile().env())
    const bad: Change = { t: 'contact', id: contactIdOf(9), k: 'patch', f: { zone: 'UTC' } }
    const results = await store.commitMany([
      put(1),
      { group: groupOf(9), plan: async () => ({ changes: [bad], result: 9 }) },
      { group: groupOf(8), plan: () => Promise.reject(new Error('a mistake')) },
      put(2),
    ])
    expect(results.map(({ kind }) => kind)).toEqual(['saved', 'failed', 'failed', 'saved'])
    expect(results[1]).toMatchObject({ error: { code: 'missing' } })
    expect(await standing(store, 2)).toEqual([1, 2])
  })

  test('they are written together: one write ahead, one transaction', async () => {
    const profile = createProfile()
    const store = await openStore(profile.env())
    let sets = 0
    profile.kv.before = (operation) => {
      if (operation === 'set') sets += 1
    }
    await store.commitMany([put(1), put(2), put(3)])
    expect(sets).toBe(1)
    await store.undoMany([3, 2, 1].map(groupOf))
    expect(sets).toBe(2)
    expect(await standing(store, 3)).toEqual([])
  })

  test('when storage refuses, nothing of what was to be written together is called saved', async () => {
    const profile = createProfile()
    const store = await openStore(profile.env())
    refuseSet(profile, 1)
    const results = await store.commitMany([put(1), put(2), put(3)])
    expect(results.map(({ kind }) => kind)).toEqual(['failed', 'failed', 'failed'])
    expect(results[1]).toMatchObject({ error: expect.any(StoreError) as StoreError })
    expect(await standing(store, 3)).toEqual([])
  })

  test('when storage refuses later, what was written before stands and the rest is not tried', async () => {
    const profile = createProfile()
    const store = await openStore(profile.env())
    refuseSet(profile, 2)
    const results = await store.commitMany([put(1), looksAtAll(2), put(3), looksAtAll(4), put(5)])
    expect(results.map(({ kind }) => kind)).toEqual(['saved', 'failed', 'failed', 'failed', 'not-tried'])
    expect(await standing(store, 5)).toEqual([1])
  })

  test('what was foreseen is looked up once, and what a turn writes is seen by the next in it', async () => {
    const store = await openStore(createProfile().env())
    const account: Change = { t: 'account', id: accountIdOf(1), k: 'put', f: sampleAccount() }
    await store.commitMany([
      { group: groupOf(7), plan: async () => ({ changes: [putContact(7)], result: 0 }) },
    ])
    const seen: unknown[] = []
    const look =
      (n: number, changes: Change[]): ManyItem<number>['plan'] =>
      async (read) => {
        seen.push([
          (await read.accountsByKeys(['co:sample-works'])).length,
          (await read.contactsByKeys(['li:ada-sample', 'li:new'])).map(({ id }) => id),
          (await read.get('contact', contactIdOf(7)))?.zone,
        ])
        return { changes, result: n }
      }
    const slug = { slug: sourced('new') }
    await store.commitMany(
      [
        { group: groupOf(1), plan: look(1, [account, putContact(8, slug)]) },
        {
          group: groupOf(2),
          plan: look(2, [{ t: 'contact', id: contactIdOf(7), k: 'patch', f: { zone: 'Asia/Tokyo' } }]),
        },
        { group: groupOf(3), plan: look(3, []) },
      ],
      {
        accountKeys: ['co:sample-works'],
        contactKeys: ['li:ada-sample', 'li:new'],
        records: [{ t: 'contact', id: contactIdOf(7) }],
      },
    )
    expect(seen).toEqual([
      [0, [contactIdOf(7)], null],
      [1, [contactIdOf(7), contactIdOf(8)], null],
      [1, [contactIdOf(7), contactIdOf(8)], 'Asia/Tokyo'],
    ])
  })

  test('a plan sees all that those before it wrote, whatever it asks', async () => {
    const store = await openStore(createProfile().env())
    const results = await store.commitMany([put(1), put(2), looksAtAll(3), looksAtAll(4)])
    expect(results.map((result) => result.kind === 'saved' && result.result)).toEqual([1, 2, 2, 3])
  })

  test('two that touch one record are each undone as what they did', async () => {
    const store = await openStore(createProfile().env())
    const zone = (n: number, to: string): ManyItem<number> => ({
      group: groupOf(n),
      plan: async () => ({
        changes: [{ t: 'contact', id: contactIdOf(1), k: 'patch', f: { zone: to } }],
        result: n,
      }),
    })
    await store.commitMany([put(1), zone(2, 'UTC'), zone(3, 'Asia/Tokyo')])
    expect((await store.get('contact', contactIdOf(1)))?.zone).toBe('Asia/Tokyo')
    expect(await store.undoMany([groupOf(3)])).toEqual([UNDONE])
    expect((await store.get('contact', contactIdOf(1)))?.zone).toBe('UTC')
    expect(await store.undoMany([2, 2, 1].map(groupOf))).toEqual([UNDONE, GONE, UNDONE])
    expect(await standing(store, 1)).toEqual([])
  })

  test('a company goes with the last of those who were added with it', async () => {
    const store = await openStore(createProfile().env())
    const account: Change = { t: 'account', id: accountIdOf(1), k: 'put', f: sampleAccount() }
    const member = (n: number, changes: Change[] = []): ManyItem<number> => ({
      group: groupOf(n),
      plan: async () => ({
        changes: [...changes, putContact(n, { accountId: accountIdOf(1) })],
        result: n,
      }),
    })
    await store.commitMany([member(1, [account]), member(2), member(3)])
    expect(await store.undoMany([3, 2, 1].map(groupOf))).toEqual([UNDONE, UNDONE, UNDONE])
    expect(await store.get('account', accountIdOf(1))).toBeUndefined()
  })

  test('groups are taken back in the order given; one that has gone on is left', async () => {
    const store = await openStore(createProfile().env())
    await store.commitMany([put(1), put(2), put(3)])
    await store.commit(async () => ({
      changes: [{ t: 'contact', id: contactIdOf(2), k: 'patch', f: { zone: 'UTC', headline: sourced('x') } }],
      result: null,
    }))
    const results = await store.undoMany([3, 2, 1, 5].map(groupOf))
    expect(results).toEqual([UNDONE, CHANGED, UNDONE, GONE])
    expect(await standing(store, 3)).toEqual([2])
  })
})

describe.each([{ isPaired: false }, { isPaired: true }])(
  'a turn that is cut (paired: $isPaired)',
  ({ isPaired }) => {
    const items = [put(1), looksAtAll(2), put(3)]
    const prepared = async (): Promise<Profile> => {
      const profile = createProfile()
      const store = await openStore(profile.env())
      if (isPaired) await store.sync.bind(binding)
      store.close()
      return profile
    }

    test('by a kill at any step: what was written together stands whole or not at all', async () => {
      const probe = doomed((await prepared()).env(), () => 'go')
      const whole = await openStore(probe.env)
      const from = probe.steps + 1
      await whole.commitMany(items)
      const outcomes = new Set<number>()
      for (let cut = from; cut <= probe.steps + 1; cut++) {
        for (const losesDatabase of [false, true]) {
          const profile = await prepared()
          const victim = await openStore(doomed(profile.env(), (step) => (step >= cut ? 'stop' : 'go')).env)
          await Promise.race([
            victim.commitMany(items).catch(() => null),
            new Promise((resolve) => setTimeout(resolve, 30)),
          ])
          profile.restart()
          if (losesDatabase) profile.loseDatabase()
          const next = await openStore(profile.env())
          const there = await standing(next, 3)
          expect(there, `cut before step ${cut}`).toEqual([1, 2, 3].slice(0, there.length))
          outcomes.add(there.length)
          await next.commitMany([put(4)])
          expect(await standing(next, 4)).toEqual([...there, 4])
        }
      }
      expect([...outcomes].toSorted((a, b) => a - b)).toEqual([0, 1, 3])
    })
  },
)
