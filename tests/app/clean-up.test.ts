import { beforeEach, describe, expect, test } from 'vitest'
import { planCleanUp, readBacklog, type CleanUpPlan } from '#lib/app/backlog.ts'
import { batchSize, cutOffBatches, undoBatch, type BatchPorts } from '#lib/app/batch.ts'
import { cleanUp } from '#lib/app/clean-up.ts'
import { timelineOf } from '#lib/app/contact-view.ts'
import { addToCadence, pauseCadence } from '#lib/app/enroll.ts'
import { completeTouch, snoozeTouch } from '#lib/app/touches.ts'
import type { CleanUp } from '#lib/domain/cadence/clean-up.ts'
import { touchIdOf } from '#lib/domain/identity.ts'
import type { CadenceId, ContactId, EnrollmentId } from '#lib/domain/values.ts'
import { openStore } from '#lib/store/open.ts'
import type { Change } from '#lib/store/store.ts'
import { appWorld, readPerson, type AppWorld } from '#tests/support/app-world.ts'
import { doomed } from '#tests/support/kill.ts'
import { sampleContact, sampleEnrollment, sampleTouch } from '#tests/support/sample-records.ts'

let world: AppWorld
let ports: BatchPorts
beforeEach(async () => {
  world = await appWorld()
  ports = { kv: world.profile.kv, locks: world.profile.env().locks }
})

/** People whose second touch was due on the day they were added, 24 November; the clock then moves on to 8 December. */
async function overdue(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    const person = readPerson(`probe-${n}`, { name: `Probe Number${n}` })
    const { result } = await addToCadence(world, { person, cadenceId: world.cadenceId })
    if (result.kind !== 'added') throw new Error(result.kind)
    const { enrollmentId } = result
    const stepId = (await world.store.get('enrollment', enrollmentId))?.dueStepId ?? ''
    await completeTouch(world, { enrollmentId, stepId, outcome: 'email_sent' })
    ids.push(enrollmentId)
  }
  world.at('2026-12-08T09:30:00.000Z')
  return ids
}

/** As `overdue`, written at once. */
async function manyOverdue(count: number): Promise<string[]> {
  world.at('2026-12-08T09:30:00.000Z')
  const cadence = await world.store.get('cadence', world.cadenceId)
  const [first, second] = cadence?.steps ?? []
  const at = '2026-11-24T09:30:00.000Z'
  const ids: string[] = []
  const changes: Change[] = []
  for (let n = 0; n < count; n++) {
    const contactId = world.ids.next() as ContactId
    const id = world.ids.next() as EnrollmentId
    const run = { contactId, startedAt: at, dueAt: at, dueStepId: second?.id ?? '' }
    const f = sampleEnrollment({ ...run, cadenceId: world.cadenceId as CadenceId })
    const made = sampleTouch({ enrollmentId: id, contactId, stepId: first?.id ?? '', at })
    changes.push({ t: 'contact', id: contactId, k: 'put', f: sampleContact() })
    changes.push({ t: 'enrollment', id, k: 'put', f })
    changes.push({ t: 'touch', id: touchIdOf(id, made.stepId, 0), k: 'put', f: made })
    ids.push(id)
  }
  await world.store.commit(() => Promise.resolve({ changes, result: null }))
  return ids
}

async function planOf(how: CleanUp, perDay = 40): Promise<CleanUpPlan> {
  const backlog = await readBacklog(world)
  const choices = backlog.items.map((item) => ({ item, how }))
  const plan = await planCleanUp(world, { backlog, choices, perDay, courses: new Map() })
  if (plan === null) throw new Error('aborted')
  return plan
}
const enrollment = (id: string) => world.store.get('enrollment', id)

describe('the backlog', () => {
  test('is what was due on an earlier day, with its cadence, channel and age', async () => {
    const [one] = await overdue(2)
    const { items } = await readBacklog(world)
    expect(items).toHaveLength(2)
    expect(items[0]).toMatchObject({ enrollmentId: one, channel: 'linkedin', days: 14 })
    world.at('2026-11-24T18:00:00.000Z')
    expect((await readBacklog(world)).items).toEqual([])
  })
})

describe('a clean-up is shown before it is done', () => {
  test('a shift fills the days up to the limit and changes nothing yet', async () => {
    const ids = await overdue(5)
    const plan = await planOf('shift', 2)
    expect(plan.rows.map(({ to }) => to?.at.slice(0, 10))).toEqual([
      '2026-12-09', '2026-12-09', '2026-12-10', '2026-12-10', '2026-12-11',
    ]) // oxfmt-ignore
    expect(plan.load.map(({ before, after }) => [before, after])).toEqual([
      [0, 2],
      [0, 2],
      [0, 1],
    ])
    expect((await enrollment(ids[0] ?? ''))?.dueAt?.slice(0, 10)).toBe('2026-11-24')
  })

  test('one touch leaves out what would be over by now, close ends', async () => {
    await overdue(1)
    const [collapsed] = (await planOf('collapse')).rows
    expect([collapsed?.skipped, collapsed?.to?.at]).toEqual([5, '2026-12-08T09:30:00.000Z'])
    expect(await planOf('close')).toMatchObject({ ends: 1, counts: { close: 1 }, load: [] })
  })
})

describe('a clean-up', () => {
  test.each(['shift', 'skip', 'collapse'] as const)(
    '%s leaves everybody where the preview said',
    async (how) => {
      await overdue(4)
      const plan = await planOf(how)
      const run = await cleanUp(world, ports, { rows: plan.rows })
      expect(run.rows.every((row) => row.kind === 'done' && row.result === 'cleaned')).toBe(true)
      for (const { item, to } of plan.rows) {
        const { dueAt, dueStepId } = (await enrollment(item.enrollmentId)) ?? {}
        expect([dueStepId, dueAt]).toEqual([to?.stepId, to?.at])
      }
      expect((await readBacklog(world)).items).toEqual([])
    },
  )

  test('closing ends the cadence without a reply, the person in nurture', async () => {
    const [one] = await overdue(1)
    await cleanUp(world, ports, { rows: (await planOf('close')).rows })
    const ended = await enrollment(one ?? '')
    expect(ended).toMatchObject({ state: 'finished', finishReason: 'no_reply', dueAt: null })
    const contact = await world.store.get('contact', ended?.contactId ?? '')
    expect([contact?.status, contact?.nurtureUntil]).toEqual(['nurture', '2027-03-08'])
  })

  test('is undone as one, and one person alone from the timeline', async () => {
    const ids = await overdue(5)
    const before = await Promise.all(ids.map(enrollment))
    const plan = await planOf('skip')
    const run = await cleanUp(world, ports, { rows: plan.rows })
    const contactId = plan.rows[0]?.item.contactId ?? ''
    const [entry] = await timelineOf(world, contactId)
    expect(entry).toMatchObject({ kind: 'touch_skipped', canUndo: true, facts: { batch: run.id } })
    expect(await undoBatch(world, ports, { id: run.id })).toEqual({ undone: 5, changed: 0, gone: 0 })
    expect(await Promise.all(ids.map(enrollment))).toEqual(before)
    expect(await world.store.touchesOf(ids[0] ?? '')).toHaveLength(1)
  })

  test('of hundreds tells its progress, and so does its Undo, which leaves who was worked on since', async () => {
    const ids = await manyOverdue(1_040)
    const before = await world.store.getMany('enrollment', ids)
    const told: number[] = []
    const { rows } = await planOf('shift')
    const run = await cleanUp(world, ports, { rows, onProgress: (now) => told.push(now.rows.length) })
    expect(told).toEqual([1_000, 1_040])
    const enrollmentId = rows[7]?.item.enrollmentId ?? ''
    const stepId = (await enrollment(enrollmentId))?.dueStepId ?? ''
    await completeTouch(world, { enrollmentId, stepId, outcome: 'linkedin_sent' })
    const taken: number[] = []
    const count = await undoBatch(world, ports, { id: run.id, onProgress: (done) => taken.push(done) })
    expect([taken, count]).toEqual([[840, 1_040], { undone: 1_039, changed: 1, gone: 0 }])
    const after = await world.store.getMany('enrollment', ids)
    expect(after.filter((one, at) => one?.dueAt !== before[at]?.dueAt).map((one) => one?.id)).toEqual([
      enrollmentId,
    ])
  })

  test('of a shift is one operation for each person, and a line in the timeline that takes all of it back', async () => {
    const ids = await overdue(3)
    const before = await Promise.all(ids.map(enrollment))
    const { rows } = await planOf('shift')
    const run = await cleanUp(world, ports, { rows })
    expect(new Set(run.rows.map((row) => (row.kind === 'done' ? row.group : null))).size).toBe(1)
    expect(await world.store.touchesOf(ids[0] ?? '')).toHaveLength(1)
    const contactId = rows[0]?.item.contactId ?? ''
    const [entry] = await timelineOf(world, contactId)
    expect(entry).toMatchObject({
      kind: 'touch_snoozed',
      at: '2026-12-08T09:30:00.000Z',
      facts: { step: 'linkedin_connect', until: rows[0]?.to?.at, batch: run.id },
    })
    expect(await batchSize(world, ports, run.id)).toBe(3)
    expect(await undoBatch(world, ports, { id: run.id })).toEqual({ undone: 3, changed: 0, gone: 0 })
    expect((await Promise.all(ids.map(enrollment))).map((one) => [one?.dueAt, one?.shifts])).toEqual(
      before.map((one) => [one?.dueAt, null]),
    )
    expect((await timelineOf(world, contactId))[0]?.kind).toBe('touch_done')
  })

  test('that was put off again, paused or made since keeps what came later when the shift is undone', async () => {
    const ids = await overdue(4)
    const run = await cleanUp(world, ports, { rows: (await planOf('shift')).rows })
    const stepId = (await enrollment(ids[0] ?? ''))?.dueStepId ?? ''
    const until = '2026-12-20T10:00:00.000Z'
    await snoozeTouch(world, { enrollmentId: ids[0] ?? '', stepId, until })
    await pauseCadence(world, { enrollmentId: ids[1] ?? '' })
    await completeTouch(world, { enrollmentId: ids[2] ?? '', stepId, outcome: 'linkedin_sent' })
    const later = await Promise.all(ids.slice(0, 3).map(enrollment))
    expect(later[0]?.dueAt).toBe(until)
    expect(await undoBatch(world, ports, { id: run.id })).toEqual({ undone: 1, changed: 3, gone: 0 })
    expect(await Promise.all(ids.slice(0, 3).map(enrollment))).toEqual(later)
  })

  test('is stopped between two turns; what is done is kept', async () => {
    await manyOverdue(1_040)
    const stop = new AbortController()
    const { rows } = await planOf('shift')
    const run = await cleanUp(world, ports, { rows, signal: stop.signal, onProgress: () => stop.abort() })
    expect([run.state, run.rows.length, (await readBacklog(world)).items.length]).toEqual([
      'stopped',
      1_000,
      40,
    ])
  })

  test('leaves alone what was done or put off since it was shown', async () => {
    const [one, two] = await overdue(3)
    const plan = await planOf('shift')
    const stepId = (await enrollment(one ?? ''))?.dueStepId ?? ''
    await completeTouch(world, { enrollmentId: one ?? '', stepId, outcome: 'linkedin_sent' })
    const until = '2026-12-20T10:00:00.000Z'
    await snoozeTouch(world, { enrollmentId: two ?? '', stepId, until })
    const run = await cleanUp(world, ports, { rows: plan.rows })
    expect(run.rows.map((row) => row.kind === 'done' && row.result)).toEqual([
      'moved-on',
      'moved-on',
      'cleaned',
    ])
    expect((await enrollment(two ?? ''))?.dueAt).toBe(until)
  })

  test('cut off by a kill anywhere in its last turn, it is found at the next start and can be taken back', async () => {
    const seen = new Set<number>()
    const { steps } = await killedAt(Infinity)
    for (let step = steps - 5; step <= steps; step++) {
      const { before } = await killedAt(step)
      const ids = [...before.keys()]
      const [cut] = await cutOffBatches(world, ports)
      const done = ids.length - (await readBacklog(world)).items.length
      expect(cut).toMatchObject({ kind: 'clean-up', total: 210, done })
      seen.add(done)
      expect(await undoBatch(world, ports, { id: cut?.id ?? '' })).toMatchObject({ undone: done, changed: 0 })
      const back = await world.store.getMany('enrollment', ids)
      expect(back.filter((one) => one?.dueAt !== before.get(one?.id ?? ''))).toEqual([])
      expect(await cutOffBatches(world, ports)).toEqual([])
    }
    // A turn is there whole or not at all.
    expect([...seen].toSorted((a, b) => a - b)).toEqual([200, 210])
  })
})

/** A new profile in which 210 touches are cleaned up by a context that dies before the given step, then a new start. */
async function killedAt(last: number): Promise<{ steps: number; before: Map<string, string | null> }> {
  world = await appWorld()
  const ids = await manyOverdue(210)
  const found = await world.store.getMany('enrollment', ids)
  const before = new Map(found.map((one) => [one?.id ?? '', one?.dueAt ?? null]))
  const { rows } = await planOf('shift')
  const dying = doomed(world.profile.env(), (step) => (step >= last ? 'stop' : 'go'))
  const store = await openStore(dying.env)
  await cleanUp({ ...world, store }, { kv: dying.env.kv, locks: dying.env.locks }, { rows, turn: 200 }).catch(
    () => null,
  )
  world = await world.reopened()
  world.at('2026-12-08T09:30:00.000Z')
  ports = { kv: world.profile.kv, locks: world.profile.env().locks }
  return { steps: dying.steps, before }
}
