import { beforeEach, describe, expect, test } from 'vitest'
import { saveCadence } from '#lib/app/cadence-edit.ts'
import { addToCadence, pauseCadence } from '#lib/app/enroll.ts'
import { todayView } from '#lib/app/today-view.ts'
import { snoozeTouch } from '#lib/app/touches.ts'
import { timeBrings, type WakePorts } from '#lib/app/wake.ts'
import { appWorld, readPerson, TUESDAY, type AppWorld } from '#tests/support/app-world.ts'
import { createFakeStorage } from '#tests/support/fake-storage.ts'

/** The clock of the machine is set forward and back by hours and days; a wake follows each time. */
let world: AppWorld
let ports: WakePorts
let shown: string[]
let standing: Set<string>
let badge: string
let next: string | null
let enrollmentId: string
let contactId: string

beforeEach(async () => {
  world = await appWorld()
  await world.settings.set({ digest: false, escalate: false, quietHours: null })
  shown = []
  standing = new Set()
  ports = {
    kv: world.profile.kv,
    session: createFakeStorage(),
    show: ({ id }) => {
      standing.add(id)
      return Promise.resolve(void shown.push(id))
    },
    clear: (id) => Promise.resolve(void standing.delete(id)),
    showBadge: ({ tone, count }) => Promise.resolve(void (badge = `${tone} ${String(count)}`)),
    wakeAt: (at) => Promise.resolve(void (next = at)),
  }
  const added = await addToCadence(world, { person: readPerson('inga-probe'), cadenceId: world.cadenceId })
  if (added.result.kind !== 'added') throw new Error(added.result.kind)
  ;({ enrollmentId, contactId } = added.result)
  const stepId = (await enrollment()).dueStepId ?? ''
  await snoozeTouch(world, { enrollmentId, stepId, until: THURSDAY })
  await wake()
})

const THURSDAY = '2026-11-26T10:00:00.000Z'
const enrollment = async () => {
  const found = await world.store.get('enrollment', enrollmentId)
  if (!found) throw new Error('no enrollment')
  return found
}
const wake = () => timeBrings(world, ports)
const wakeAt = async (at: string) => {
  world.at(at)
  await wake()
}
const groups = async () =>
  (await todayView(world)).groups.flatMap(({ id, rows }) => (rows.length > 0 ? [id] : []))

describe('a snoozed touch of Thursday, on Tuesday', () => {
  test.each([
    ['an hour too early', '2026-11-26T10:30:00.000Z', '2026-11-26T09:30:00.000Z'],
    ['days too early', '2026-12-03T10:00:00.000Z', '2026-11-24T10:00:00.000Z'],
    ['a year too early', '2027-11-26T10:00:00.000Z', '2026-11-24T10:00:00.000Z'],
  ])('%s told by a wrong clock, it is told on Thursday, once', async (_, ahead, back) => {
    await wakeAt(ahead)
    expect(standing.size).toBe(1)
    await wakeAt(back)
    expect([...standing]).toEqual([])
    expect(badge).toBe('none 0')
    expect(next).toBe(THURSDAY)
    expect((await enrollment()).dueAt).toBe(THURSDAY)
    shown = []
    await wakeAt(THURSDAY)
    await wake()
    expect(shown).toHaveLength(1)
    expect(standing.size).toBe(1)
    expect(await groups()).toEqual(['due'])
  })

  test('is not told again where the clock goes back behind a telling in time', async () => {
    await wakeAt(THURSDAY)
    for (const at of ['2026-11-26T12:00:00.000Z', '2026-11-26T10:01:00.000Z', '2026-11-27T10:00:00.000Z'])
      await wakeAt(at)
    expect(shown).toHaveLength(1)
  })

  test('a clock that stood years behind tells nothing, and all of it when it is right', async () => {
    await wakeAt('2019-01-01T00:00:00.000Z')
    expect(shown).toEqual([])
    expect((await enrollment()).dueAt).toBe(THURSDAY)
    await wakeAt('2026-11-26T11:00:00.000Z')
    expect(shown).toHaveLength(1)
  })

  test('the day it stands in follows the clock there and back', async () => {
    expect(await groups()).toEqual([])
    world.at('2026-11-26T08:00:00.000Z')
    expect(await groups()).toEqual(['later'])
    world.at('2026-11-27T08:00:00.000Z')
    expect(await groups()).toEqual(['overdue'])
    world.at(TUESDAY)
    expect(await groups()).toEqual([])
    world.at(THURSDAY)
    expect(await groups()).toEqual(['due'])
  })
})

test('an inbound lead waits by the clock there is: never less than nothing, alarm only after an hour of work', async () => {
  await world.store.commit(() =>
    Promise.resolve({
      changes: [
        { t: 'contact', id: contactId, k: 'patch', f: { leadSource: 'inbound' } },
        { t: 'enrollment', id: enrollmentId, k: 'patch', f: { arrivedAt: TUESDAY, dueAt: TUESDAY } },
      ],
      result: null,
    }),
  )
  const waits = async () => {
    await wake()
    return (await todayView(world)).groups.flatMap(({ rows }) => rows.map(({ waiting }) => waiting?.level))
  }
  world.at('2026-11-24T10:45:00.000Z')
  expect(await waits()).toEqual(['alarm'])
  const told = shown.length
  world.at('2026-11-24T09:31:00.000Z')
  expect(await waits()).toEqual(['onTime'])
  world.at('2026-11-24T10:01:00.000Z')
  expect(await waits()).toEqual(['red'])
  world.at('2026-11-24T10:45:00.000Z')
  expect(await waits()).toEqual(['alarm'])
  expect(new Set(shown).size).toBe(told)
})

test('a rule of leaving out looks again at its time although a wrong clock has put the look off', async () => {
  const cadence = await world.store.get('cadence', world.cadenceId)
  if (!cadence) throw new Error('no cadence')
  const steps = cadence.steps.map((step) => ({ ...step, overdue: { policy: 'skip' as const, days: 1 } }))
  await pauseCadence(world, { enrollmentId })
  await saveCadence(world, world.profile, { cadence: { ...cadence, steps } })
  await wakeAt('2027-01-15T10:00:00.000Z')
  world.at(TUESDAY)
  const { result } = await addToCadence(world, { person: readPerson('odd-probe'), cadenceId: cadence.id })
  const id = result.kind === 'added' ? result.enrollmentId : ''
  await wakeAt(TUESDAY)
  expect(await world.store.touchesOf(id)).toEqual([])
  await wakeAt('2026-11-25T09:00:00.000Z')
  expect(await world.store.touchesOf(id)).toMatchObject([{ state: 'skipped' }])
})
