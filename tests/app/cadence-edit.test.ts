import { beforeEach, describe, expect, test } from 'vitest'
import { previewEdit, saveCadence, undoEdit } from '#lib/app/cadence-edit.ts'
import { addToCadence, pauseCadence } from '#lib/app/enroll.ts'
import { finishReplans } from '#lib/app/replan.ts'
import { completeTouch, snoozeTouch } from '#lib/app/touches.ts'
import { followPlanning } from '#lib/app/wake.ts'
import { nextTouch } from '#lib/domain/cadence/plan.ts'
import { calendarOf, courseOf, thisMoment } from '#lib/app/planning.ts'
import type { Cadence } from '#lib/domain/records.ts'
import { appWorld, readPerson, type AppWorld } from '#tests/support/app-world.ts'

let world: AppWorld
beforeEach(async () => {
  world = await appWorld()
})

type Saved = Cadence & { id: string }
const cadence = async (): Promise<Saved> => {
  const found = await world.store.get('cadence', world.cadenceId)
  if (!found) throw new Error('no cadence')
  return found
}
const enrollments = () => world.store.enrollmentsOfCadence(world.cadenceId, 10_000)

/** Adds people; the first `past` of them have made their first two touches. */
async function people(count: number, past = 0): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    const person = readPerson(`probe-${n}`, { name: `Probe Number${n}` })
    const { result } = await addToCadence(world, { person, cadenceId: world.cadenceId })
    if (result.kind !== 'added') throw new Error(result.kind)
    ids.push(result.enrollmentId)
    for (let done = 0; done < (n < past ? 2 : 0); done++) {
      const stepId = (await world.store.get('enrollment', result.enrollmentId))?.dueStepId ?? ''
      const outcome = done === 0 ? 'email_sent' : 'linkedin_sent'
      await completeTouch(world, { enrollmentId: result.enrollmentId, stepId, outcome })
    }
  }
  return ids
}

/** What the engine says from scratch, by enrollment, with what stands stored. */
async function planned(): Promise<[stored: string, scratch: string][]> {
  const moment = await thisMoment(world)
  return Promise.all(
    (await enrollments()).map(async ({ id, dueAt, dueStepId }): Promise<[string, string]> => {
      const course = await courseOf(world.store, id)
      if (!course) throw new Error('gone')
      const next = nextTouch({ ...course, calendar: calendarOf(moment, course.contact), now: moment.now })
      const scratch = next.kind === 'due' ? `${next.stepId} ${next.at}` : 'none'
      return [dueAt === null ? 'none' : `${dueStepId ?? ''} ${dueAt}`, scratch]
    }),
  )
}
const save = (changed: Saved) => saveCadence(world, world.profile, { cadence: changed })

describe('the preview of an edited cadence', () => {
  test('says how many keep, move, get a new step and lose theirs, and names who changes', async () => {
    await people(5, 2)
    const now = await cadence()
    const [first, second, third, ...rest] = now.steps
    if (!first || !second || !third) throw new Error('steps')
    const later = { ...third, delay: { ...third.delay, value: 4 } }
    const moved = await previewEdit(world, {
      cadence: { ...now, steps: [first, second, later, ...rest] },
    })
    expect(moved?.counts).toMatchObject({
      people: 5,
      kinds: { keeps: 3, moves: 2 },
      moves: [{ days: 4, count: 2 }],
      laterMoves: 3,
    })
    expect(moved?.people.slice(0, 2).map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'Probe Number0 moves',
      'Probe Number1 moves',
    ])
    const without = await previewEdit(world, { cadence: { ...now, steps: [second, third, ...rest] } })
    expect(without?.counts.kinds).toMatchObject({ keeps: 2, loses: 3 })
    const added = await previewEdit(world, {
      cadence: { ...now, steps: [first, second, { ...first, id: 'new' }, third, ...rest] },
    })
    expect(added?.counts.kinds).toMatchObject({ keeps: 3, new_step: 2 })
    const short = await previewEdit(world, { cadence: { ...now, steps: [first, second] } })
    expect(short?.counts.kinds).toMatchObject({ keeps: 3, ends: 2 })
  })

  test('changes nothing, is what saving then does, and stops when it is not wanted any more', async () => {
    await people(3, 1)
    const before = await planned()
    const now = await cadence()
    const changed = { ...now, steps: now.steps.slice(1) }
    const preview = await previewEdit(world, { cadence: changed })
    expect(await planned()).toEqual(before)
    await save(changed)
    const dates = new Map((await enrollments()).map(({ id, dueAt }) => [id, dueAt]))
    for (const { enrollmentId, to } of preview?.people ?? []) expect(dates.get(enrollmentId)).toBe(to?.at)
    const stop = new AbortController()
    stop.abort()
    expect(await previewEdit(world, { cadence: now, signal: stop.signal })).toBeNull()
  })

  test('counts who is paused apart', async () => {
    const [one] = await people(2)
    await pauseCadence(world, { enrollmentId: one ?? '' })
    const now = await cadence()
    const preview = await previewEdit(world, { cadence: { ...now, steps: now.steps.slice(1) } })
    expect(preview?.counts.kinds).toMatchObject({ paused: 1, loses: 1 })
  })
})

describe('saving an edited cadence', () => {
  test('puts everybody where planning from scratch does, in commits of at most 200 operations', async () => {
    await people(70, 3)
    const now = await cadence()
    const told: string[] = []
    const steps = now.steps.slice(1).map((step) => ({ ...step, delay: { ...step.delay, value: 3 } }))
    const saved = await saveCadence(world, world.profile, {
      cadence: { ...now, steps },
      onProgress: ({ done, of }) => told.push(`${done} of ${of}`),
    })
    expect(saved.affected).toBe(70)
    expect(saved.groups).toHaveLength(3)
    expect(told).toEqual(['70 of 70'])
    for (const [stored, scratch] of await planned()) expect(stored).toBe(scratch)
  })

  test('with other words only plans nobody anew', async () => {
    await people(2)
    const now = await cadence()
    expect(await save({ ...now, name: 'Another name' })).toMatchObject({ affected: 0 })
  })

  test('who has no step left ends without a reply and comes back from nurture', async () => {
    const [one] = await people(2, 1)
    const now = await cadence()
    await save({ ...now, steps: now.steps.slice(0, 2) })
    const ended = await world.store.get('enrollment', one ?? '')
    expect(ended).toMatchObject({ state: 'finished', finishReason: 'no_reply', dueAt: null })
    const contact = await world.store.get('contact', ended?.contactId ?? '')
    expect([contact?.status, contact?.nurtureUntil]).toEqual(['nurture', '2027-02-22'])
    const [latest] = await world.store.activitiesOf(ended?.contactId ?? '', 1)
    expect(latest).toMatchObject({ kind: 'finished', facts: { reason: 'no_reply' } })
  })

  test('is taken back as one, also for whom it had ended', async () => {
    await people(4, 2)
    const before = { cadence: await cadence(), planned: await planned() }
    const { groups } = await save({ ...before.cadence, steps: before.cadence.steps.slice(0, 2) })
    const undone = await undoEdit(world, world.profile, { cadenceId: world.cadenceId, groups })
    expect(undone).toBe('undone')
    expect((await cadence()).steps).toEqual(before.cadence.steps)
    expect(await planned()).toEqual(before.planned)
    const [one] = await enrollments()
    expect((await world.store.get('contact', one?.contactId ?? ''))?.status).toBe('working')
  })

  test('taken back after somebody was worked on: the old steps hold for them too', async () => {
    const [one] = await people(2)
    const now = await cadence()
    const { groups } = await save({ ...now, steps: now.steps.slice(1) })
    const stepId = (await world.store.get('enrollment', one ?? ''))?.dueStepId ?? ''
    await snoozeTouch(world, { enrollmentId: one ?? '', stepId, until: '2026-12-01T10:00:00.000Z' })
    await undoEdit(world, world.profile, { cadenceId: world.cadenceId, groups })
    for (const [stored, scratch] of await planned()) expect(stored).toBe(scratch)
  })

  test('edited once more since, the first save is not taken back', async () => {
    await people(1)
    const now = await cadence()
    const { groups } = await save({ ...now, steps: now.steps.slice(1) })
    await save({ ...now, steps: now.steps.slice(2) })
    const standing = await planned()
    expect(await undoEdit(world, world.profile, { cadenceId: world.cadenceId, groups })).toBe('changed-since')
    expect(await planned()).toEqual(standing)
  })

  test('cut off between the steps and the people: the next wake plans the rest', async () => {
    await people(5)
    const now = await cadence()
    const write = world.store.commitMany
    world.store.commitMany = () => Promise.reject(new Error('killed'))
    await save({ ...now, steps: now.steps.slice(1) }).catch(() => undefined)
    world.store.commitMany = write
    expect((await planned()).some(([stored, scratch]) => stored !== scratch)).toBe(true)
    await followPlanning(world, world.profile.kv)
    for (const [stored, scratch] of await planned()) expect(stored).toBe(scratch)
    expect((await world.profile.kv.get(['planning.cadences']))['planning.cadences']).toEqual([])
    await finishReplans(world, world.profile.kv)
  })
})
