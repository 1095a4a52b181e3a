import { expect, test } from 'vitest'
import { addToCadence } from '#lib/app/enroll.ts'
import { timeBrings, type WakePorts } from '#lib/app/wake.ts'
import { appWorld, readPerson } from '#tests/support/app-world.ts'
import { createFakeStorage } from '#tests/support/fake-storage.ts'

test('while an inbound lead waits, the worker wakes at its marks, and at the red one the badge turns red', async () => {
  const world = await appWorld()
  const { result } = await addToCadence(world, { person: readPerson('inga'), cadenceId: world.cadenceId })
  if (result.kind !== 'added') throw new Error(result.kind)
  const { contactId } = result
  await world.store.commit(() =>
    Promise.resolve({
      changes: [{ t: 'contact', id: contactId, k: 'patch', f: { leadSource: 'inbound' } }],
      result: null,
    }),
  )
  const seen: unknown[] = []
  let next: string | null = null
  const ports: WakePorts = {
    kv: world.profile.kv,
    session: createFakeStorage(),
    show: () => Promise.resolve(),
    clear: () => Promise.resolve(),
    showBadge: ({ count, tone }) =>
      Promise.resolve(void seen.push([world.clock.now().slice(11, 16), tone, count])),
    wakeAt: (at) => Promise.resolve(void (next = at)),
  }
  for (let wakes = 0; wakes < 3; wakes++) {
    await timeBrings(world, ports)
    if (wakes < 2) world.at(next ?? '')
  }
  expect(seen).toEqual([
    ['09:30', 'due', 1],
    ['09:35', 'due', 1],
    ['10:00', 'waiting', 1],
  ])
})
