import { beforeEach, expect, test } from 'vitest'
import { saveCadence } from '#lib/app/cadence-edit.ts'
import { timelineOf } from '#lib/app/contact-view.ts'
import { addToCadence } from '#lib/app/enroll.ts'
import { undoGroup } from '#lib/app/undo.ts'
import { followPlanning } from '#lib/app/wake.ts'
import type { Cadence } from '#lib/domain/records.ts'
import { appWorld, readPerson, type AppWorld } from '#tests/support/app-world.ts'

let world: AppWorld
beforeEach(async () => {
  world = await appWorld()
})
const wake = () => followPlanning(world, world.profile.kv)

/** Somebody in a cadence whose steps are left out after a business day; the first is due on Tuesday 24 November. */
async function added(change: (steps: Cadence['steps']) => Cadence['steps']): Promise<string> {
  const cadence = await world.store.get('cadence', world.cadenceId)
  if (!cadence) throw new Error('no cadence')
  await saveCadence(world, world.profile, { cadence: { ...cadence, steps: change(cadence.steps) } })
  const { result } = await addToCadence(world, {
    person: readPerson('inga-probe'),
    cadenceId: world.cadenceId,
  })
  if (result.kind !== 'added') throw new Error(result.kind)
  return result.enrollmentId
}
const skipping = (step: Cadence['steps'][number]) => ({
  ...step,
  overdue: { policy: 'skip' as const, days: 1 },
})

test('what nobody made is left out on its day, once, and the next one counts from there', async () => {
  const id = await added(([first, ...rest]) => (first ? [skipping(first), ...rest] : []))
  await wake()
  expect(await world.store.touchesOf(id)).toEqual([])
  world.at('2026-11-25T09:00:00.000Z')
  await wake()
  await wake()
  const [touch, ...others] = await world.store.touchesOf(id)
  expect(others).toEqual([])
  expect(touch).toMatchObject({ state: 'skipped', at: '2026-11-25T09:00:00.000Z', outcome: null })
  const enrollment = await world.store.get('enrollment', id)
  expect(enrollment?.dueStepId).not.toBe(touch?.stepId)
  const [entry] = await timelineOf(world, enrollment?.contactId ?? '')
  expect(entry).toMatchObject({ kind: 'touch_skipped', facts: { reason: 'overdue' }, canUndo: true })
})

test('days of sleep leave out everything that was to be, at the same instants as had it been awake', async () => {
  const id = await added((steps) => steps.map(skipping))
  world.at('2026-12-01T12:00:00.000Z')
  await wake()
  const asleep = (await world.store.touchesOf(id)).map(({ stepId, at }) => `${stepId} ${at}`)
  expect(asleep.length).toBeGreaterThan(2)
  const other = await appWorld()
  world = other
  const awakeId = await added((steps) => steps.map(skipping))
  for (let day = 25; day <= 31; day++) {
    const at = Temporal.PlainDate.from('2026-11-24').add({ days: day - 24 })
    world.at(`${at.toString()}T12:00:00.000Z`)
    await wake()
  }
  const awake = (await world.store.touchesOf(awakeId)).map(({ stepId, at }) => `${stepId} ${at}`)
  expect(awake.toSorted()).toEqual(asleep.toSorted())
})

test('a cadence whose every touch is left out ends without a reply', async () => {
  const id = await added((steps) => steps.slice(0, 2).map(skipping))
  world.at('2026-12-01T12:00:00.000Z')
  await wake()
  const ended = await world.store.get('enrollment', id)
  expect(ended).toMatchObject({ state: 'finished', finishReason: 'no_reply' })
  expect((await world.store.get('contact', ended?.contactId ?? ''))?.status).toBe('nurture')
})

test('taken back in the timeline, it is due again; the policy then leaves it out at the next look', async () => {
  const id = await added(([first, ...rest]) => (first ? [skipping(first), ...rest] : []))
  world.at('2026-11-25T09:00:00.000Z')
  await wake()
  const enrollment = await world.store.get('enrollment', id)
  const [entry] = await timelineOf(world, enrollment?.contactId ?? '')
  if (entry?.kind !== 'touch_skipped') throw new Error('no entry')
  expect(await undoGroup(world, { group: entry.group })).toBe('undone')
  expect(await world.store.touchesOf(id)).toEqual([])
})
