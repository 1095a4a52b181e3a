import { beforeEach, expect, test } from 'vitest'
import { addMany } from '#lib/app/add-many.ts'
import { gaugeView } from '#lib/app/gauge.ts'
import { fullDay, loadView } from '#lib/app/load.ts'
import { addToCadence } from '#lib/app/enroll.ts'
import { completeTouch, skipTouch } from '#lib/app/touches.ts'
import type { Channel } from '#lib/domain/cadence/step.ts'
import { appWorld, readPerson, type AppWorld } from '#tests/support/app-world.ts'

let world: AppWorld
beforeEach(async () => {
  world = await appWorld()
  await world.settings.set({
    dailyCaps: { email: 10, linkedin: null, call: null, task: null },
    dailyTouches: null,
  })
})
const people = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    readPerson(`somebody-${String(n)}`, { name: `Some Body${String(n)}`, memberId: `m${String(n)}` }),
  )

test('twenty-five people under ten mails a day begin on days that have room, and are planned from there', async () => {
  const view = await loadView(world, { cadenceId: world.cadenceId, people: 25 })
  expect(view?.together.over).toBeGreaterThan(0)
  expect(view?.spread.over).toBe(0)
  expect(view?.spread.starts.filter((start) => start === null)).toHaveLength(10)
  const ports = { kv: world.profile.kv, locks: world.profile.env().locks }
  const starts = view?.spread.starts ?? []
  const run = await addMany(world, ports, { people: people(25), cadenceId: world.cadenceId, starts })
  expect(run.rows.every((row) => row.kind === 'done' && row.result.kind === 'added')).toBe(true)
  const due = await world.store.dueEnrollments('9999', 100)
  expect(due.map(({ startedAt }) => startedAt).sort()).toEqual(
    starts.map((start) => start ?? world.clock.now()).sort(),
  )
  const mails = Map.groupBy(due, ({ dueAt }) => (dueAt ?? '').slice(0, 10))
  expect([...mails.values()].every((day) => day.length <= 10)).toBe(true)
  // They are there now: the next ones find the room they leave, on every day that is shown.
  const next = await loadView(world, { cadenceId: world.cadenceId, people: 1 })
  expect(next?.together.load[0]?.there).toBeGreaterThanOrEqual(10)
  expect(next?.together.over).toBeGreaterThan(0)
  expect(next?.spread.starts[0]).not.toBeNull()
})

test('without a cadence or people there is no load', async () => {
  expect(await loadView(world, { cadenceId: world.cadenceId, people: 0 })).toBeNull()
  expect(await loadView(world, { cadenceId: 'gone', people: 3 })).toBeNull()
})

test('the gauge counts the invitation that was sent, not the one that was left out', async () => {
  const sendTo = async (slug: string, what: 'sent' | 'skipped') => {
    const { result } = await addToCadence(world, {
      person: readPerson(slug, { name: slug, memberId: slug }),
      cadenceId: world.cadenceId,
    })
    if (result.kind !== 'added') throw new Error(result.kind)
    for (const type of ['email', 'linkedin_connect']) {
      const enrollment = await world.store.get('enrollment', result.enrollmentId)
      const touch = { enrollmentId: result.enrollmentId, stepId: enrollment?.dueStepId ?? '' }
      if (type === 'email') await completeTouch(world, { ...touch, outcome: 'email_sent' })
      else if (what === 'sent') await completeTouch(world, { ...touch, outcome: 'linkedin_sent' })
      else await skipTouch(world, { ...touch, reason: 'not_connected' })
    }
  }
  await sendTo('inga', 'sent')
  await sendTo('odd', 'skipped')
  expect(await gaugeView(world)).toMatchObject({
    invitations: { count: 1, limit: 100 },
    open: { count: 1 },
    messages: { count: 0 },
  })
})

test('a day is full when it holds as many touches as the rep wants, later touches of others counted too', async () => {
  const at = world.clock.now()
  const full = (channel: Channel, when = at) => fullDay(world, { at: when, channel })
  expect(await full('email')).toBeNull()
  for (const person of people(3)) await addToCadence(world, { person, cadenceId: world.cadenceId })
  await world.settings.set({ dailyTouches: 6 })
  // A mail and an invitation of each are for today.
  expect(await full('email')).toEqual({ of: 'all', touches: 6, limit: 6 })
  expect(await full('email', '2026-11-26T11:00:00.000Z')).toBeNull()
  await world.settings.set({ dailyTouches: 7 })
  expect(await full('email')).toBeNull()
  await world.settings.set({ dailyTouches: 3 })
  expect(await full('email', '2026-11-26T11:00:00.000Z')).toEqual({ of: 'all', touches: 3, limit: 3 })
})

test('a day is full for a channel that holds as many as its own limit', async () => {
  for (const person of people(3)) await addToCadence(world, { person, cadenceId: world.cadenceId })
  const none = { email: null, linkedin: null, call: null, task: null }
  await world.settings.set({ dailyTouches: null, dailyCaps: { ...none, linkedin: 3, email: 4 } })
  const at = world.clock.now()
  expect(await fullDay(world, { at, channel: 'linkedin' })).toEqual({ of: 'linkedin', touches: 3, limit: 3 })
  expect(await fullDay(world, { at, channel: 'email' })).toBeNull()
  expect(await fullDay(world, { at, channel: 'call' })).toBeNull()
})
