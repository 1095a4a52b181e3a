import { beforeEach, expect, test } from 'vitest'
import { saveCadence } from '#lib/app/cadence-edit.ts'
import type { Deps } from '#lib/app/deps.ts'
import { addToCadence } from '#lib/app/enroll.ts'
import { ensureShipped } from '#lib/app/shipped-cadences.ts'
import { completeTouch } from '#lib/app/touches.ts'
import { undoGroup } from '#lib/app/undo.ts'
import { OUTBOUND_STARTER_ID } from '#lib/domain/cadence/shipped.ts'
import { DEFAULT_SETTINGS } from '#lib/domain/settings.ts'
import { readPerson } from '#tests/support/app-world.ts'
import { createMemoryServer } from '#tests/support/memory-server.ts'
import { uuidSource } from '#tests/support/store-env.ts'
import { createBrowser, type Browser } from '#tests/support/sync-world.ts'

/** A4 of the cadence rules: whoever stops at an answer is stopped once, however many browsers hear of it. */
let one: Browser
let other: Browser
let deps: Map<Browser, Deps>

const depsOf = (browser: Browser): Deps => {
  const found = deps.get(browser)
  if (!found) throw new Error('no such browser')
  return found
}

async function browserOf(server: Parameters<typeof createBrowser>[0], seed: number): Promise<Browser> {
  const browser = await createBrowser(server, seed)
  browser.profile.clock.now = Date.parse('2026-11-24T09:30:00.000Z')
  const own: Deps = {
    store: browser.store,
    clock: {
      now: () => new Date(browser.profile.clock.now).toISOString(),
      zone: () => 'Europe/Lisbon',
    },
    ids: { next: uuidSource(90 + seed) },
    settings: { get: () => Promise.resolve(DEFAULT_SETTINGS), set: () => Promise.resolve() },
  }
  deps.set(browser, own)
  await ensureShipped(own)
  await browser.pair()
  return browser
}

async function meet(): Promise<void> {
  for (const browser of [one, other, one, other]) await browser.settle()
}

async function reply(browser: Browser, at: number) {
  const all = await browser.store.enrollmentsOfCadence(OUTBOUND_STARTER_ID, 10)
  const mine = all.toSorted((a, b) => (a.id < b.id ? -1 : 1))[at]
  return completeTouch(depsOf(browser), {
    enrollmentId: mine?.id ?? '',
    stepId: mine?.dueStepId ?? '',
    outcome: 'email_replied',
  })
}

/** How everybody’s run stands, and how many entries say that it ended, as the browser shows it. */
async function seenBy({ store }: Browser): Promise<string[]> {
  const all = await store.enrollmentsOfCadence(OUTBOUND_STARTER_ID, 10)
  const seen = all.map(async ({ contactId, state, finishReason }) => {
    const ends = (await store.activitiesOf(contactId, 50)).filter(({ kind }) => kind === 'finished')
    return `${state} ${finishReason ?? ''} ${ends.length}`
  })
  return (await Promise.all(seen)).toSorted()
}

beforeEach(async () => {
  deps = new Map()
  const server = createMemoryServer(uuidSource(1_000), { now: Date.parse('2026-11-24T09:30:00.000Z') })
  one = await browserOf(server, 1)
  other = await browserOf(server, 2)
  const cadence = await one.store.get('cadence', OUTBOUND_STARTER_ID)
  if (!cadence) throw new Error('no cadence')
  await saveCadence(depsOf(one), { kv: one.profile.kv }, { cadence: { ...cadence, stopsAccount: true } })
  for (const slug of ['inga-probe', 'odd-probe', 'una-probe']) {
    const person = readPerson(slug, { name: `${slug} Probe` })
    await addToCadence(depsOf(one), { person, cadenceId: OUTBOUND_STARTER_ID })
  }
  await meet()
})

test('an answer that comes by sync stops nobody again', async () => {
  expect((await reply(one, 0)).result).toMatchObject({ stopped: 2 })
  await meet()
  const ended = ['finished account_reply 1', 'finished account_reply 1', 'finished reply 0']
  expect(await seenBy(other)).toEqual(ended)
  expect(await seenBy(one)).toEqual(ended)
  expect((await reply(other, 1)).result).toEqual({ kind: 'moved-on' })
})

test('two answers on two browsers at once agree, and neither of the two is taken for somebody else’s', async () => {
  expect((await reply(one, 0)).result).toMatchObject({ stopped: 2 })
  expect((await reply(other, 1)).result).toMatchObject({ stopped: 2 })
  await meet()
  const seen = await seenBy(one)
  expect(await seenBy(other)).toEqual(seen)
  expect(seen.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
    'finished account_reply',
    'finished reply',
    'finished reply',
  ])
})

test('an Undo that comes by sync sets everybody going again', async () => {
  const { group } = await reply(one, 0)
  await meet()
  await undoGroup(depsOf(one), { group: group ?? '' })
  await meet()
  expect(await seenBy(other)).toEqual(['active  0', 'active  0', 'active  0'])
})
