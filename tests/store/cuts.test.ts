import { describe, expect, test } from 'vitest'
import type { StoreAdmin } from '#lib/store/admin.ts'
import { StoreError } from '#lib/store/errors.ts'
import { openStore } from '#lib/store/open.ts'
import type { Change, Store } from '#lib/store/store.ts'
import { dumpOf } from '#tests/support/dump.ts'
import { doomed } from '#tests/support/kill.ts'
import {
  contactIdOf,
  enrollmentIdOf,
  idOf,
  sampleActivity,
  sampleEnrollment,
  sampleNote,
} from '#tests/support/sample-records.ts'
import { commitAll, putContact } from '#tests/support/store-contract.ts'
import { createProfile, type Profile } from '#tests/support/store-env.ts'

/**
 * One commit is cut before its n-th step, for every n there is. After the next start all of it is there or nothing,
 * what was saved before is there, the numbers have no gap, and the next commit works. «Saved» is never taken back.
 */

const before: Change[] = [putContact(1), { t: 'note', id: idOf(1, 5), k: 'put', f: sampleNote() }]
const cutCommit: Change[] = [
  { t: 'contact', id: contactIdOf(1), k: 'patch', f: { status: 'working' } },
  { t: 'enrollment', id: enrollmentIdOf(1), k: 'put', f: sampleEnrollment() },
  { t: 'activity', id: idOf(1, 7), k: 'put', f: sampleActivity() },
]
const erasing: Change[] = [
  { t: 'note', id: idOf(1, 5), k: 'erase' },
  { t: 'contact', id: contactIdOf(1), k: 'erase' },
]
const binding = { ws: idOf(1, 99), user: 'u', server: 'http://localhost:1', practice: false }

interface Outcome {
  status: string | undefined
  enrolled: boolean
  active: boolean
}
const seen = async (store: Store): Promise<Outcome> => ({
  status: (await store.get('contact', contactIdOf(1)))?.status,
  enrolled: (await store.get('enrollment', enrollmentIdOf(1))) !== undefined,
  active: (await store.get('activity', idOf(1, 7))) !== undefined,
})
const NOTHING: Outcome = { status: 'new', enrolled: false, active: false }
const WHOLE: Outcome = { status: 'working', enrolled: true, active: true }

async function prepared(isPaired: boolean): Promise<Profile> {
  const profile = createProfile()
  const store = await openStore(profile.env())
  if (isPaired) await store.sync.bind(binding)
  await commitAll(store, before)
  store.close()
  return profile
}

/** Numbers of waiting operations, by client, must run from 1 without a gap. */
async function expectNoGap(store: StoreAdmin): Promise<void> {
  const { push } = await store.sync.batch({ ops: 500, bytes: 1e9 })
  for (const { ops } of push) expect(ops.map(({ seq }) => seq)).toEqual(ops.map((_, index) => index + 1))
}

async function stepsOf(isPaired: boolean, changes: Change[]): Promise<{ from: number; to: number }> {
  const profile = await prepared(isPaired)
  const context = doomed(profile.env(), () => 'go')
  const store = await openStore(context.env)
  const from = context.steps
  await commitAll(store, changes)
  return { from: from + 1, to: context.steps }
}

describe.each([{ isPaired: false }, { isPaired: true }])(
  'a commit that is cut (paired: $isPaired)',
  ({ isPaired }) => {
    test('by a kill: after the next start it is whole or nothing', async () => {
      const { from, to } = await stepsOf(isPaired, cutCommit)
      expect(to - from).toBeGreaterThan(3)
      const outcomes = new Set<string>()
      for (let cut = from; cut <= to + 1; cut++) {
        for (const losesDatabase of [false, true]) {
          const profile = await prepared(isPaired)
          const context = doomed(profile.env(), (step) => (step >= cut ? 'stop' : 'go'))
          const victim = await openStore(context.env)
          const saved = await commitAll(victim, cutCommit).then(
            () => true,
            () => false,
          )
          profile.restart()
          if (losesDatabase) profile.loseDatabase()
          const store = await openStore(profile.env())
          const outcome = await seen(store)
          expect([NOTHING, WHOLE], `cut ${cut}`).toContainEqual(outcome)
          if (saved) expect(outcome).toEqual(WHOLE)
          expect(await store.get('note', idOf(1, 5))).toBeDefined()
          outcomes.add(JSON.stringify(outcome))
          await commitAll(store, [putContact(2)])
          await expectNoGap(store)
          expect(await store.pendingCount()).toBe(isPaired ? (outcome.enrolled ? 6 : 3) : 0)
          store.close()
        }
      }
      // The cuts did fall on both sides.
      expect(outcomes.size).toBe(2)
    })

    test('by one failing step: it rejects with a StoreError, and the same context goes on', async () => {
      const { from, to } = await stepsOf(isPaired, cutCommit)
      let refused = 0
      for (let bad = from; bad <= to; bad++) {
        const profile = await prepared(isPaired)
        const context = doomed(profile.env(), (step) => (step === bad ? 'stop' : 'go'))
        const store = await openStore(context.env)
        const failure: unknown = await commitAll(store, cutCommit).then(
          () => null,
          (error: unknown) => error,
        )
        const outcome = await seen(store)
        expect(outcome).toEqual(failure === null ? WHOLE : NOTHING)
        await commitAll(store, [putContact(2)])
        expect([NOTHING, WHOLE]).toContainEqual(await seen(store))
        // What was refused by the database is not finished behind the rep's back.
        const isRefused = failure instanceof StoreError && failure.details['why'] === 'database'
        if (isRefused) expect(await seen(store)).toEqual(NOTHING)
        refused += isRefused ? 1 : 0
        await expectNoGap(store)
        profile.loseDatabase()
        const healed = await openStore(profile.env())
        expect(await seen(healed)).toEqual(await seen(store))
        if (failure !== null && bad > from + 3) expect(failure).toBeInstanceOf(StoreError)
      }
      expect(refused).toBe(1)
    })

    test('by a kill while erasing: after a whole erasure no text is left in storage', async () => {
      const { from, to } = await stepsOf(isPaired, erasing)
      for (let cut = from; cut <= to + 1; cut++) {
        const profile = await prepared(isPaired)
        const context = doomed(profile.env(), (step) => (step >= cut ? 'stop' : 'go'))
        const victim = await openStore(context.env)
        const saved = await commitAll(victim, erasing).then(
          () => true,
          () => false,
        )
        profile.restart()
        const store = await openStore(profile.env())
        const [contact, note] = [
          await store.get('contact', contactIdOf(1)),
          await store.get('note', idOf(1, 5)),
        ]
        expect(contact === undefined).toBe(note === undefined)
        if (saved) expect(note).toBeUndefined()
        if (note) continue
        const left = [...profile.kv.entries.values()].join() + JSON.stringify(await dumpOf(profile))
        expect(left).not.toContain('likes trains')
        expect(left).not.toContain('Ada Sample')
        await expectNoGap(store)
      }
    })

    test('by a kill while the database is being healed: the next start heals it', async () => {
      for (let cut = 1; cut <= 40; cut++) {
        const profile = await prepared(isPaired)
        profile.loseDatabase()
        const context = doomed(profile.env(), (step) => (step >= cut ? 'stop' : 'go'))
        await openStore(context.env).catch(() => null)
        profile.restart()
        const store = await openStore(profile.env())
        expect(await seen(store)).toEqual(NOTHING)
        expect(await store.get('note', idOf(1, 5))).toBeDefined()
        expect(await store.pendingCount()).toBe(isPaired ? 2 : 0)
      }
    })
  },
)
