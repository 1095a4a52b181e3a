import { beforeEach, describe, expect, test } from 'vitest'
import { copyCadence } from '#lib/app/cadences.ts'
import { timelineOf } from '#lib/app/contact-view.ts'
import { addToCadence, pauseCadence, resumeCadence } from '#lib/app/enroll.ts'
import { previewSchedule } from '#lib/app/preview.ts'
import { completeTouch } from '#lib/app/touches.ts'
import { undoGroup } from '#lib/app/undo.ts'
import { endPauses } from '#lib/app/wake.ts'
import { OUTCOMES, outcomeData } from '#lib/domain/outcomes.ts'
import { appWorld, readPerson, type AppWorld } from '#tests/support/app-world.ts'

/** R4: somebody who is away is away for every cadence. One person in two of them, and a colleague in one. */
let world: AppWorld
let told: string
let other: string
let colleague: string
let copy: string

const add = async (slug: string, cadenceId: string) => {
  const { result } = await addToCadence(world, { person: readPerson(slug), cadenceId })
  if (result.kind !== 'added') throw new Error(result.kind)
  return result.enrollmentId
}
const enrollment = async (id: string) => {
  const found = await world.store.get('enrollment', id)
  if (!found) throw new Error('no enrollment')
  return found
}
const record = async (id: string, outcome: string, until?: string) => {
  const { dueStepId } = await enrollment(id)
  return completeTouch(world, {
    enrollmentId: id,
    stepId: dueStepId ?? '',
    outcome,
    ...(until !== undefined && { until }),
  })
}
const away = (until = '2026-12-11') => record(told, 'email_out_of_office', until)
const rests = { state: 'paused', pauseReason: 'out_of_office', dueAt: null, dueStepId: null }
const ofKind = async (kind: string) => {
  const { contactId } = await enrollment(told)
  return (await timelineOf(world, contactId)).filter((entry) => entry.kind === kind)
}

beforeEach(async () => {
  world = await appWorld()
  const { result } = await copyCadence(world, { cadenceId: world.cadenceId, name: 'Second' })
  copy = result.id ?? ''
  told = await add('inga-probe', world.cadenceId)
  other = await add('inga-probe', copy)
  colleague = await add('odd-probe', world.cadenceId)
  // Both touches of the first day are made: two business days to the mail of the 26th.
  await record(other, 'email_sent')
  await record(other, 'linkedin_sent')
})

describe('an absence', () => {
  test('R5: who is added meanwhile begins when the others go on, as the preview says', async () => {
    await away()
    const { result: third } = await copyCadence(world, { cadenceId: world.cadenceId, name: 'Third' })
    const cadenceId = third.id ?? ''
    const [shown] = await previewSchedule(world, { person: readPerson('inga-probe'), cadenceId })
    const { dueAt, state } = await enrollment(await add('inga-probe', cadenceId))
    // Away until Friday the 11th: nothing before work begins on Monday, in Lisbon.
    expect([state, dueAt, shown?.at]).toEqual([
      'active',
      '2026-12-14T09:00:00.000Z',
      '2026-12-14T09:00:00.000Z',
    ])
  })

  test('R4: told in one cadence, it rests every cadence of the person, and nobody else’s', async () => {
    const { group, result } = await away()
    expect(result).toMatchObject({ away: { until: '2026-12-11', rested: 1 } })
    for (const id of [told, other])
      expect(await enrollment(id)).toMatchObject({ ...rests, pausedUntil: '2026-12-11' })
    expect((await enrollment(colleague)).state).toBe('active')
    expect(await ofKind('paused')).toMatchObject([
      { group, facts: { cadence: 'Second', reason: 'out_of_office', until: '2026-12-11' } },
    ])
  })

  test('R4: one Undo takes all of it back', async () => {
    const before = [await enrollment(told), await enrollment(other)]
    const { group } = await away()
    expect(await undoGroup(world, { group: group ?? '' })).toBe('undone')
    expect([await enrollment(told), await enrollment(other)]).toEqual(before)
    expect(await ofKind('paused')).toEqual([])
  })

  test('R1, R3: when the day has come each goes on by what was left to it', async () => {
    expect((await enrollment(other)).dueAt).toBe('2026-11-26T09:00:00.000Z')
    await away()
    world.at('2026-12-10T20:00:00.000Z')
    await endPauses(world)
    expect((await enrollment(other)).state).toBe('paused')
    world.at('2026-12-12T08:00:00.000Z')
    await endPauses(world)
    expect(await enrollment(told)).toMatchObject({ state: 'active', dueAt: '2026-12-14T09:00:00.000Z' })
    // Two business days were left on the 24th: two after Friday the 11th.
    expect(await enrollment(other)).toMatchObject({ state: 'active', dueAt: '2026-12-15T09:00:00.000Z' })
  })

  test('R4: who is back before is back for all of them', async () => {
    await away()
    world.at('2026-11-27T10:00:00.000Z')
    const { group } = await resumeCadence(world, { enrollmentId: other })
    expect((await enrollment(told)).state).toBe('active')
    expect((await enrollment(other)).dueAt).toBe('2026-12-01T09:00:00.000Z')
    expect(await undoGroup(world, { group: group ?? '' })).toBe('undone')
    for (const id of [told, other]) expect(await enrollment(id)).toMatchObject(rests)
  })

  test('R4: what the rep has paused stays paused, now and when the person is back', async () => {
    await pauseCadence(world, { enrollmentId: other })
    expect((await away()).result).toMatchObject({ away: { rested: 0 } })
    expect(await enrollment(other)).toMatchObject({ pauseReason: 'manual', pausedUntil: null })
    await resumeCadence(world, { enrollmentId: told })
    expect((await enrollment(other)).state).toBe('paused')
  })

  test('R4: told again in a cadence that began meanwhile, the new day holds for all, the distance stays', async () => {
    await away('2026-12-04')
    const { result } = await copyCadence(world, { cadenceId: world.cadenceId, name: 'Third' })
    world.at('2026-11-30T09:30:00.000Z')
    const third = await add('inga-probe', result.id ?? '')
    expect((await record(third, 'email_out_of_office', '2026-12-18')).result).toMatchObject({
      away: { rested: 0 },
    })
    for (const id of [told, other, third])
      expect(await enrollment(id)).toMatchObject({ ...rests, pausedUntil: '2026-12-18' })
    world.at('2026-12-19T08:00:00.000Z')
    await endPauses(world)
    expect((await enrollment(other)).dueAt).toBe('2026-12-22T09:00:00.000Z')
  })

  test('R4: a task the rep has promised goes on, a call back rests until the person is there again', async () => {
    const promise = outcomeData.parse(OUTCOMES.find(({ id }) => id === 'call_follow_up'))
    await world.settings.set({ outcomes: [{ ...promise, effect: 'continue' }] })
    await record(other, 'call_follow_up')
    await record(told, 'call_back')
    const followUps = async () => {
      const { contactId } = await enrollment(told)
      const all = await world.store.enrollmentsOf(contactId)
      return all.filter(({ id }) => id !== told && id !== other).map(({ state }) => state)
    }
    expect(await followUps()).toEqual(['active', 'active'])
    await away()
    expect((await followUps()).toSorted()).toEqual(['active', 'paused'])
    world.at('2026-12-12T08:00:00.000Z')
    await endPauses(world)
    expect(await followUps()).toEqual(['active', 'active'])
  })
})
