import { beforeEach, describe, expect, test } from 'vitest'
import { lookForNews } from '#lib/app/look.ts'
import { saveSnippet } from '#lib/app/snippets.ts'
import { appWorld, TUESDAY, type AppWorld } from '#tests/support/app-world.ts'
import { createFakeStorage } from '#tests/support/fake-storage.ts'

let world: AppWorld
let notes: ReturnType<typeof createFakeStorage>
let looks: string[]
beforeEach(async () => {
  world = await appWorld()
  notes = createFakeStorage()
  looks = []
})

const wake = (...again: (string | null)[]) =>
  lookForNews(world, notes, (now) => {
    looks.push(now)
    return Promise.resolve(again)
  })

const later = (minutes: number) =>
  world.at(new Date(Date.parse(world.clock.now()) + minutes * 60_000).toISOString())

describe('a wake looks only when there can be something new', () => {
  test('once, while nothing changes', async () => {
    for (let wakes = 0; wakes < 3; wakes++) {
      await wake()
      later(5)
    }
    expect(looks).toEqual([TUESDAY])
  })

  test('again after a record was written', async () => {
    await wake()
    await saveSnippet(world, { id: world.ids.next(), name: 'sign_off', body: 'Best' })
    await wake()
    expect(looks).toHaveLength(2)
  })

  test('again after another setting, and in another zone', async () => {
    await wake()
    await world.settings.set({ notifications: false })
    await wake()
    world.zoneIs('Asia/Kolkata')
    await wake()
    expect(looks).toHaveLength(3)
  })

  test('at the earliest of the instants that it waited for', async () => {
    await wake('2026-11-24T12:00:00.000Z', null, '2026-11-24T10:00:00.000Z')
    later(29)
    await wake()
    expect(looks).toHaveLength(1)
    later(1)
    await wake()
    expect(looks).toEqual([TUESDAY, '2026-11-24T10:00:00.000Z'])
  })

  test('on the next day of the rep', async () => {
    await wake('2026-11-27T10:00:00.000Z')
    world.at('2026-11-24T23:59:59.999Z')
    await wake('2026-11-27T10:00:00.000Z')
    expect(looks).toHaveLength(1)
    world.at('2026-11-25T00:00:00.000Z')
    await wake()
    expect(looks).toHaveLength(2)
  })

  test('after the clock was set back', async () => {
    await wake()
    later(-1)
    await wake()
    expect(looks).toHaveLength(2)
  })

  test('after a look that failed, and in another browser', async () => {
    await lookForNews(world, notes, () => Promise.reject(new Error('cut off'))).catch(() => undefined)
    await wake()
    notes = createFakeStorage()
    await wake()
    expect(looks).toHaveLength(2)
  })

  test('after what changed while it looked', async () => {
    await lookForNews(world, notes, async () => {
      await world.settings.set({ notifications: false })
      return []
    })
    await wake()
    expect(looks).toHaveLength(1)
  })
})
