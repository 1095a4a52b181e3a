import { beforeEach, describe, expect, test } from 'vitest'
import { copyCadence } from '#lib/app/cadences.ts'
import { timelineOf } from '#lib/app/contact-view.ts'
import { editPerson } from '#lib/app/edit-person.ts'
import { addToCadence } from '#lib/app/enroll.ts'
import { todayView } from '#lib/app/today-view.ts'
import { completeTouch } from '#lib/app/touches.ts'
import { undoGroup } from '#lib/app/undo.ts'
import { OUTCOMES, outcomeData } from '#lib/domain/outcomes.ts'
import { appWorld, readPerson, type AppWorld } from '#tests/support/app-world.ts'

/** One person in two cadences. */
let world: AppWorld
let contactId: string
let first: string
let second: string

const add = async (name: string) => {
  const { result: copy } = await copyCadence(world, { cadenceId: world.cadenceId, name })
  const person = readPerson('inga-probe')
  const { result } = await addToCadence(world, { person, cadenceId: copy.id ?? '' })
  if (result.kind !== 'added') throw new Error(result.kind)
  ;({ contactId } = result)
  return result.enrollmentId
}
const enrollment = async (id: string) => {
  const found = await world.store.get('enrollment', id)
  if (!found) throw new Error('no enrollment')
  return found
}
const record = async (id: string, outcome: string) => {
  const { dueStepId } = await enrollment(id)
  return completeTouch(world, { enrollmentId: id, stepId: dueStepId ?? '', outcome })
}
const states = async () => [(await enrollment(first)).state, (await enrollment(second)).state]
const status = async () => {
  const found = await world.store.get('contact', contactId)
  return [found?.status, found?.statusReason]
}
const type = async (field: 'email' | 'phone', value: string) => {
  const { result } = await editPerson(world, { contactId, field, value })
  expect(result.kind).toBe('ok')
}
/** The rep's own rule: a bounce alone does not end the cadence. */
const bounceGoesOn = async () => {
  const bounced = outcomeData.parse(OUTCOMES.find(({ id }) => id === 'email_bounced'))
  await world.settings.set({ outcomes: [{ ...bounced, effect: 'continue', status: null, reason: null }] })
}

beforeEach(async () => {
  world = await appWorld()
  first = await add('First')
  second = await add('Second')
})

describe('A5: what is said of the person', () => {
  test.each([
    ['email_replied', 'reply', 'account_reply', 1],
    ['call_meeting', 'meeting', 'account_reply', 0],
    ['email_not_now', 'nurture', 'nurture', 0],
    ['email_left_company', 'disqualified', 'disqualified', 0],
    ['email_opted_out', 'opted_out', 'opted_out', 0],
  ])('%s ends every cadence of theirs; one Undo brings both back', async (outcome, own, reason, due) => {
    const before = [await enrollment(first), await enrollment(second)]
    const { group } = await record(first, outcome)
    expect(await enrollment(first)).toMatchObject({ state: 'finished', finishReason: own, dueAt: null })
    expect(await enrollment(second)).toMatchObject({ state: 'finished', finishReason: reason, dueAt: null })
    const end = (await timelineOf(world, contactId)).find(({ kind }) => kind === 'finished')
    expect(end).toMatchObject({ group, facts: { cadence: 'Second', reason } })
    expect((await todayView(world)).dueCount).toBe(due)
    expect(await undoGroup(world, { group: group ?? '' })).toBe('undone')
    expect([await enrollment(first), await enrollment(second)]).toEqual(before)
  })

  test.each(['email_bounced', 'call_not_them', 'call_no_authority'])('%s ends its own', async (outcome) => {
    await record(first, outcome)
    expect(await states()).toEqual(['finished', 'active'])
  })

  test('a promised call stays after a reply, and goes with an opt-out', async () => {
    const promised = async () => {
      const all = await world.store.enrollmentsOf(contactId)
      return all.find(({ id }) => id !== first && id !== second)?.state
    }
    await record(second, 'call_back')
    const { group } = await record(first, 'email_replied')
    expect(await promised()).toBe('active')
    await undoGroup(world, { group: group ?? '' })
    await record(first, 'email_opted_out')
    expect(await promised()).toBe('finished')
  })
})

describe('neither mail nor number', () => {
  test('D1: without a mail address a bad number ends the cadences with bad data', async () => {
    await record(first, 'call_bad_number')
    expect(await states()).toEqual(['finished', 'finished'])
    expect(await status()).toEqual(['bad_data', 'bad_phone'])
  })

  test('D1: with one the cadence goes on, until the mail has bounced too', async () => {
    await type('email', 'inga@probe.example')
    await record(first, 'call_bad_number')
    expect(await states()).toEqual(['active', 'active'])
    expect(await status()).toEqual(['working', null])
    const { group } = await record(second, 'email_bounced')
    expect(await states()).toEqual(['finished', 'finished'])
    expect(await enrollment(first)).toMatchObject({ finishReason: 'bounced' })
    expect(await status()).toEqual(['bad_data', 'bounced_email'])
    await undoGroup(world, { group: group ?? '' })
    expect(await states()).toEqual(['active', 'active'])
  })

  test('D1: the mail that has bounced in another cadence counts', async () => {
    await type('email', 'inga@probe.example')
    await record(first, 'email_bounced')
    expect(await states()).toEqual(['finished', 'active'])
    await record(second, 'call_bad_number')
    expect(await enrollment(second)).toMatchObject({ state: 'finished', finishReason: 'bounced' })
    expect(await status()).toEqual(['bad_data', 'bad_phone'])
  })

  test('D2: where a bounce may go on, a bad number before or after it ends the cadence', async () => {
    await type('email', 'inga@probe.example')
    await bounceGoesOn()
    await record(first, 'email_bounced')
    expect(await states()).toEqual(['active', 'active'])
    const bad = await record(first, 'call_bad_number')
    expect(await states()).toEqual(['finished', 'finished'])
    await undoGroup(world, { group: bad.group ?? '' })
    await record(second, 'call_bad_number')
    expect(await states()).toEqual(['finished', 'finished'])
  })

  test('D2: the bounce comes last', async () => {
    await type('email', 'inga@probe.example')
    await bounceGoesOn()
    await record(first, 'call_bad_number')
    await record(first, 'email_bounced')
    expect(await states()).toEqual(['finished', 'finished'])
  })

  test('D3: an address typed since has not bounced', async () => {
    await type('email', 'inga@probe.example')
    await record(first, 'email_bounced')
    world.at('2026-11-25T09:30:00.000Z')
    await type('email', 'inga.probe@works.example')
    await record(second, 'call_bad_number')
    expect((await states())[1]).toBe('active')
  })

  test('D3: a number typed since is not the bad one', async () => {
    await type('email', 'inga@probe.example')
    await bounceGoesOn()
    await record(first, 'call_bad_number')
    world.at('2026-11-25T09:30:00.000Z')
    await type('phone', '+351 21 000 00 00')
    await record(first, 'email_bounced')
    expect(await states()).toEqual(['active', 'active'])
  })
})
