import { beforeEach, describe, expect, test } from 'vitest'
import { saveCadence } from '#lib/app/cadence-edit.ts'
import { copyCadence } from '#lib/app/cadences.ts'
import { timelineOf } from '#lib/app/contact-view.ts'
import { addToCadence, pauseCadence, removeFromCadence } from '#lib/app/enroll.ts'
import { erasePerson } from '#lib/app/people.ts'
import { todayView } from '#lib/app/today-view.ts'
import { completeTouch } from '#lib/app/touches.ts'
import { undoGroup } from '#lib/app/undo.ts'
import { appWorld, readPerson, type AppWorld } from '#tests/support/app-world.ts'

interface Added {
  contactId: string
  enrollmentId: string
}

let world: AppWorld
let inga: Added
let odd: Added
let stranger: Added

async function add(slug: string, name: string, currentCompany: string, cadenceId = world.cadenceId) {
  const person = readPerson(slug, { name, currentCompany })
  const { result } = await addToCadence(world, { person, cadenceId })
  if (result.kind !== 'added') throw new Error(result.kind)
  const { contactId, enrollmentId } = result
  return { contactId, enrollmentId }
}

async function setRule(stopsAccount: boolean, id = world.cadenceId) {
  const cadence = await world.store.get('cadence', id)
  if (!cadence) throw new Error('no cadence')
  return saveCadence(world, world.profile, { cadence: { ...cadence, stopsAccount } })
}

const enrollment = async ({ enrollmentId }: Added) => {
  const found = await world.store.get('enrollment', enrollmentId)
  if (!found) throw new Error('no enrollment')
  return found
}

async function record(of: Added, outcome: string) {
  const { dueStepId } = await enrollment(of)
  return completeTouch(world, { enrollmentId: of.enrollmentId, stepId: dueStepId ?? '', outcome })
}

const endsOf = async ({ contactId }: Added) =>
  (await timelineOf(world, contactId)).flatMap((entry) =>
    entry.kind === 'finished' ? [[entry.facts, entry.group] as const] : [],
  )

beforeEach(async () => {
  world = await appWorld()
  inga = await add('inga-probe', 'Inga Probe', 'Probe Works')
  odd = await add('odd-probe', 'Odd Probe', 'Probe Works')
  stranger = await add('una-probe', 'Una Probe', 'Other Works')
})

describe('without the rule', () => {
  test('an answer ends the cadence of the one who answered, and nobody else’s', async () => {
    expect((await record(inga, 'email_replied')).result).toMatchObject({ stopped: 0 })
    expect(await enrollment(inga)).toMatchObject({ state: 'finished', finishReason: 'reply' })
    expect((await enrollment(odd)).state).toBe('active')
  })
})

describe('any reply from the same company ends it', () => {
  beforeEach(async () => {
    await setRule(true)
  })

  test('A2, A3: colleagues stop in the same commit, others do not; the timeline says why and who', async () => {
    const { group, result } = await record(inga, 'email_replied')
    expect(result).toMatchObject({ kind: 'recorded', stopped: 1 })
    expect(await enrollment(odd)).toMatchObject({
      state: 'finished', finishReason: 'account_reply', finishedAt: world.clock.now(), dueAt: null, dueStepId: null,
    }) // oxfmt-ignore
    expect((await enrollment(stranger)).state).toBe('active')
    expect((await world.store.get('contact', odd.contactId))?.status).toBe('working')
    expect(await endsOf(odd)).toEqual([
      [
        {
          cadence: 'Outbound starter',
          reason: 'account_reply',
          who: inga.contactId,
          name: 'Inga Probe',
        },
        group,
      ],
    ])
    const today = await todayView(world)
    expect(today.groups.flatMap(({ rows }) => rows.map(({ contactId }) => contactId))).not.toContain(
      odd.contactId,
    )
  })

  test('A3: one Undo takes all of it back', async () => {
    const [before, later] = [await enrollment(inga), await enrollment(odd)]
    const { group } = await record(inga, 'email_replied')
    expect(await undoGroup(world, { group: group ?? '' })).toBe('undone')
    expect([await enrollment(inga), await enrollment(odd)]).toEqual([before, later])
    expect(await endsOf(odd)).toEqual([])
    expect(await world.store.touchesOf(inga.enrollmentId)).toEqual([])
  })

  test('a name is not kept with others: who was erased is in nobody’s timeline', async () => {
    await record(inga, 'email_replied')
    await erasePerson(world, { contactId: inga.contactId, typedName: 'Inga Probe' })
    const [end] = await endsOf(odd)
    expect(end?.[0]).toEqual({
      cadence: 'Outbound starter',
      reason: 'account_reply',
      who: inga.contactId,
    })
  })

  test('A2: who rests in the cadence stops too, who has finished or is in another cadence does not', async () => {
    const { result: copy } = await copyCadence(world, { cadenceId: world.cadenceId, name: 'Goes on' })
    await setRule(false, copy.id ?? '')
    const other = await add('kai-probe', 'Kai Probe', 'Probe Works', copy.id ?? '')
    const gone = await add('lea-probe', 'Lea Probe', 'Probe Works')
    await removeFromCadence(world, gone)
    await pauseCadence(world, odd)
    expect((await record(inga, 'email_not_now')).result).toMatchObject({ stopped: 1 })
    expect(await enrollment(odd)).toMatchObject({
      state: 'finished',
      finishReason: 'account_reply',
      pauseReason: null,
    })
    expect((await enrollment(other)).state).toBe('active')
    expect((await enrollment(gone)).finishReason).toBe('removed')
  })

  test('A2: the rule of the colleague’s cadence counts, not that of the cadence with the answer', async () => {
    const { result: copy } = await copyCadence(world, { cadenceId: world.cadenceId, name: 'Goes on' })
    await setRule(false, copy.id ?? '')
    const other = await add('kai-probe', 'Kai Probe', 'Probe Works', copy.id ?? '')
    expect((await record(other, 'email_replied')).result).toMatchObject({ stopped: 2 })
  })

  test.each(['email_sent', 'email_bounced', 'email_out_of_office', 'call_not_them'])(
    'A1: %s stops nobody else',
    async (outcome) => {
      expect((await record(inga, outcome)).result).toMatchObject({ stopped: 0 })
      expect((await enrollment(odd)).state).toBe('active')
    },
  )

  test('A4: a second answer stops nobody again', async () => {
    const kai = await add('kai-probe', 'Kai Probe', 'Probe Works')
    await setRule(false)
    await record(kai, 'email_sent')
    await setRule(true)
    await record(inga, 'email_replied')
    expect((await record(kai, 'email_replied')).result).toEqual({ kind: 'moved-on' })
    expect(await endsOf(odd)).toHaveLength(1)
  })

  test('somebody without a company stops nobody', async () => {
    const { contactId } = inga
    await world.store.commit(() =>
      Promise.resolve({
        changes: [{ t: 'contact', id: contactId, k: 'patch', f: { accountId: null } }],
        result: null,
      }),
    )
    expect((await record(inga, 'email_replied')).result).toMatchObject({ stopped: 0 })
  })
})

test('the rule is saved with the cadence, is copied with it, and an edit of the steps leaves it', async () => {
  const rule = async (id = world.cadenceId) => (await world.store.get('cadence', id))?.stopsAccount
  expect(await rule()).toBeUndefined()
  const { groups } = await setRule(true)
  expect(await rule()).toBe(true)
  const { result } = await copyCadence(world, { cadenceId: world.cadenceId, name: 'Mine' })
  expect(await rule(result.id ?? '')).toBe(true)
  expect(groups).toHaveLength(1)
})
