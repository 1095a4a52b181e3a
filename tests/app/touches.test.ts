import { beforeEach, describe, expect, test } from 'vitest'
import { addToCadence, pauseCadence, removeFromCadence, resumeCadence } from '#lib/app/enroll.ts'
import { completeTouch, skipTouch, snoozeTouch } from '#lib/app/touches.ts'
import { touchView } from '#lib/app/touch-view.ts'
import { previewSchedule } from '#lib/app/preview.ts'
import { todayView } from '#lib/app/today-view.ts'
import { setVerdict } from '#lib/app/verdicts.ts'
import type { StepWindow } from '#lib/domain/cadence/step.ts'
import { followPlanning, endPauses } from '#lib/app/wake.ts'
import { timelineOf } from '#lib/app/contact-view.ts'
import { saveCadence } from '#lib/app/cadence-edit.ts'
import { setDoNotContact } from '#lib/app/people.ts'
import { OUTCOMES, outcomeData, plainOutcome } from '#lib/domain/outcomes.ts'
import { appWorld, readPerson, TUESDAY, type AppWorld } from '#tests/support/app-world.ts'

const IN_NEW_YORK = {
  zone: 'America/New_York',
  place: { text: 'New York', zone: 'America/New_York', zones: [], region: 'US' },
}

let world: AppWorld
let enrollmentId: string
let contactId: string

beforeEach(async () => {
  world = await appWorld()
  const { result } = await addToCadence(world, {
    person: readPerson('inga-probe'),
    cadenceId: world.cadenceId,
  })
  if (result.kind !== 'added') throw new Error(result.kind)
  ;({ enrollmentId, contactId } = result)
})

const enrollment = async () => {
  const found = await world.store.get('enrollment', enrollmentId)
  if (!found) throw new Error('no enrollment')
  return found
}

/** Does what is due next with its plain outcome. */
async function doNext() {
  const view = await touchView(world, enrollmentId)
  if (!view) throw new Error('nothing is next')
  const outcome = plainOutcome(view.step.type) ?? 'call_no_answer'
  return completeTouch(world, { enrollmentId, stepId: view.step.id, outcome })
}

describe('adding', () => {
  test('is due at once inside working hours, and gives the dates that were shown before', async () => {
    expect((await enrollment()).dueAt).toBe(TUESDAY)
    const shown = await previewSchedule(world, {
      person: readPerson('odd-probe'),
      cadenceId: world.cadenceId,
    })
    const { result } = await addToCadence(world, {
      person: readPerson('odd-probe'),
      cadenceId: world.cadenceId,
    })
    expect(result.kind === 'added' && result.schedule).toEqual(shown)
  })

  test('a second click finds the running enrollment and changes nothing', async () => {
    const again = await addToCadence(world, { person: readPerson('inga-probe'), cadenceId: world.cadenceId })
    expect(again).toEqual({ group: null, result: { kind: 'already', contactId, enrollmentId } })
  })

  test('two windows adding at the same moment enrol once', async () => {
    const add = () => addToCadence(world, { person: readPerson('odd-probe'), cadenceId: world.cadenceId })
    const kinds = (await Promise.all([add(), add(), add()])).map(({ result }) => result.kind)
    expect(kinds.toSorted()).toEqual(['added', 'already', 'already'])
    expect(await world.store.contactsByKeys(['li:odd-probe'])).toHaveLength(1)
  })
})

describe('a touch', () => {
  test('done plans the next one: the invitation of the same day, then the mail two business days later', async () => {
    await doNext()
    expect(await enrollment()).toMatchObject({ dueAt: TUESDAY })
    await doNext()
    const thursday = await enrollment()
    expect(thursday.dueAt?.slice(0, 10)).toBe('2026-11-26')
    expect((await timelineOf(world, contactId)).map(({ kind }) => kind).slice(0, 2)).toEqual([
      'touch_done',
      'touch_done',
    ])
  })

  test('is recorded once: a second press on the same step changes nothing', async () => {
    const { dueStepId } = await enrollment()
    const press = () => completeTouch(world, { enrollmentId, stepId: dueStepId ?? '', outcome: 'email_sent' })
    const results = await Promise.all([press(), press()])
    expect(results.map(({ result }) => result.kind)).toEqual(['recorded', 'moved-on'])
    expect(await world.store.touchesOf(enrollmentId)).toHaveLength(1)
  })

  test('snoozed comes at its instant and the later ones move along; Undo brings the old instant back', async () => {
    const { dueStepId, dueAt } = await enrollment()
    const until = '2026-11-25T10:00:00.000Z'
    const { group } = await snoozeTouch(world, { enrollmentId, stepId: dueStepId ?? '', until })
    expect(await enrollment()).toMatchObject({ dueAt: until, dueStepId })
    expect(await world.store.undo(group ?? '')).toBe('undone')
    expect(await enrollment()).toMatchObject({ dueAt, dueStepId })
  })

  test('skipped leaves a row with no outcome and goes on', async () => {
    const { dueStepId } = await enrollment()
    await skipTouch(world, { enrollmentId, stepId: dueStepId ?? '', reason: 'not_needed' })
    const [touch] = await world.store.touchesOf(enrollmentId)
    expect(touch).toMatchObject({ state: 'skipped', outcome: null, stepId: dueStepId })
    expect((await enrollment()).dueStepId).not.toBe(dueStepId)
  })

  test('a reply ends the cadence, engages the contact and stands in Today until it is judged', async () => {
    const { dueStepId } = await enrollment()
    await completeTouch(world, { enrollmentId, stepId: dueStepId ?? '', outcome: 'email_replied' })
    expect(await enrollment()).toMatchObject({ state: 'finished', finishReason: 'reply', dueAt: null })
    const replied = (await todayView(world)).groups.find(({ id }) => id === 'replied')
    expect(replied?.rows.map((row) => row.contactId)).toEqual([contactId])
    await setVerdict(world, { contactId, verdict: { kind: 'qualified' } })
    expect((await todayView(world)).dueCount).toBe(0)
  })

  test('the last one without a reply ends in nurture with a date, and the date brings the person back', async () => {
    for (let done = 0; done < 30 && (await enrollment()).state === 'active'; done++) {
      world.at((await enrollment()).dueAt ?? TUESDAY)
      await doNext()
    }
    expect(await enrollment()).toMatchObject({ state: 'finished', finishReason: 'no_reply' })
    const contact = await world.store.get('contact', contactId)
    expect(contact).toMatchObject({ status: 'nurture', statusReason: 'no_response' })
    world.at(`${contact?.nurtureUntil ?? ''}T12:00:00.000Z`)
    const due = (await todayView(world)).groups.find(({ id }) => id === 'due')
    expect(due?.rows).toMatchObject([{ contactId, enrollmentId: null }])
    await addToCadence(world, { person: { from: 'contact', contactId }, cadenceId: world.cadenceId })
    expect((await todayView(world)).groups.find(({ id }) => id === 'due')?.rows).toMatchObject([
      { contactId, enrollmentId: expect.any(String) },
    ])
  })

  test('an opt-out is a «do not contact» that also outlives the record', async () => {
    const { dueStepId } = await enrollment()
    await completeTouch(world, { enrollmentId, stepId: dueStepId ?? '', outcome: 'email_opted_out' })
    expect(await world.store.get('contact', contactId)).toMatchObject({ doNotContact: true })
    const again = await addToCadence(world, { person: readPerson('inga-probe'), cadenceId: world.cadenceId })
    expect(again.result.kind).toBe('suppressed')
  })

  test('of somebody who must not be contacted is refused', async () => {
    const { dueStepId } = await enrollment()
    await setDoNotContact(world, { contactId, on: true })
    const { result } = await completeTouch(world, {
      enrollmentId,
      stepId: dueStepId ?? '',
      outcome: 'email_sent',
    })
    expect(result.kind).not.toBe('recorded')
    expect(await world.store.touchesOf(enrollmentId)).toEqual([])
  })

  test('undone from the timeline is next again', async () => {
    const { dueStepId } = await enrollment()
    await doNext()
    const [entry] = await timelineOf(world, contactId)
    if (!entry || entry.kind === 'note') throw new Error('no entry')
    expect(entry.canUndo).toBe(true)
    expect(await world.store.undo(entry.group)).toBe('undone')
    expect(await enrollment()).toMatchObject({ dueStepId, state: 'active' })
    expect(await world.store.touchesOf(enrollmentId)).toEqual([])
  })
})

describe('pause, resume, remove', () => {
  test('a paused cadence is due nowhere; a resumed one is not overdue at once', async () => {
    await pauseCadence(world, { enrollmentId })
    expect(await enrollment()).toMatchObject({ state: 'paused', dueAt: null })
    world.at('2026-12-08T07:00:00.000Z')
    await resumeCadence(world, { enrollmentId })
    expect(await enrollment()).toMatchObject({ state: 'active', dueAt: '2026-12-08T09:00:00.000Z' })
  })

  test('going on keeps the distance to the next touch: two business days were left, two are left again', async () => {
    await doNext()
    await doNext()
    expect((await enrollment()).dueAt).toBe('2026-11-26T09:00:00.000Z')
    await pauseCadence(world, { enrollmentId })
    world.at('2026-12-08T07:00:00.000Z')
    await resumeCadence(world, { enrollmentId })
    expect(await enrollment()).toMatchObject({ state: 'active', dueAt: '2026-12-10T09:00:00.000Z' })
  })

  test('an absence leaves one working day after its last day, and the days that were left count on from it', async () => {
    const view = await touchView(world, enrollmentId)
    if (!view) throw new Error('nothing is next')
    await completeTouch(world, { enrollmentId, stepId: view.step.id, outcome: 'email_out_of_office' })
    expect(await enrollment()).toMatchObject({ state: 'paused', pausedUntil: '2026-12-01' })
    world.at('2026-12-01T08:00:00.000Z')
    await endPauses(world)
    // The invitation was to follow at once; the 2nd is the first working day after the absence.
    expect(await enrollment()).toMatchObject({ state: 'active', dueAt: '2026-12-02T09:00:00.000Z' })
  })

  test('an absence that is told ends with the day that was said, and Undo takes it back', async () => {
    const { id: stepId } = (await touchView(world, enrollmentId))?.step ?? { id: '' }
    const away = { enrollmentId, stepId, outcome: 'email_out_of_office', until: '2026-12-11' }
    const { group, result } = await completeTouch(world, away)
    // The 11th is a Friday; the invitation was to follow at once.
    const goesOn = '2026-12-14T09:00:00.000Z'
    expect(result).toMatchObject({ next: null, away: { until: '2026-12-11', goesOn } })
    expect(await enrollment()).toMatchObject({ state: 'paused', pausedUntil: '2026-12-11' })
    expect((await timelineOf(world, contactId))[0]).toMatchObject({
      kind: 'touch_done',
      facts: { until: '2026-12-11' },
    })
    await world.store.undo(group ?? '')
    expect(await enrollment()).toMatchObject({ state: 'active', dueAt: TUESDAY, pausedUntil: null })

    await completeTouch(world, away)
    world.at('2026-12-10T20:00:00.000Z')
    await endPauses(world)
    expect((await enrollment()).state).toBe('paused')
    world.at('2026-12-12T08:00:00.000Z')
    await endPauses(world)
    expect(await enrollment()).toMatchObject({ state: 'active', dueAt: goesOn })
  })

  test('a pause with a date ends by itself', async () => {
    await pauseCadence(world, { enrollmentId, until: '2026-11-30' })
    world.at('2026-11-29T12:00:00.000Z')
    await endPauses(world)
    expect((await enrollment()).state).toBe('paused')
    world.at('2026-11-30T08:00:00.000Z')
    await endPauses(world)
    expect((await enrollment()).state).toBe('active')
  })

  test('removed stays in People and can be added again', async () => {
    await removeFromCadence(world, { enrollmentId })
    expect(await enrollment()).toMatchObject({ state: 'finished', finishReason: 'removed' })
    const again = await addToCadence(world, {
      person: { from: 'contact', contactId },
      cadenceId: world.cadenceId,
    })
    expect(again.result.kind).toBe('added')
  })
})

describe('verdicts', () => {
  test('nurture and disqualified end the cadence with their reason', async () => {
    await setVerdict(world, {
      contactId,
      verdict: { kind: 'nurture', until: '2027-02-22', reason: 'in_contract' },
    })
    expect(await world.store.get('contact', contactId)).toMatchObject({
      status: 'nurture',
      nurtureUntil: '2027-02-22',
      statusReason: 'in_contract',
    })
    expect(await enrollment()).toMatchObject({ state: 'finished', finishReason: 'nurture' })
  })

  test('a day that has passed is refused and nothing changes', async () => {
    const given = await setVerdict(world, {
      contactId,
      verdict: { kind: 'nurture', until: '2026-11-24', reason: 'in_contract' },
    })
    expect(given).toEqual({ group: null, result: { kind: 'refused', code: 'past-date' } })
    expect((await enrollment()).state).toBe('active')
  })
})

describe('an outcome', () => {
  const step = async () => (await enrollment()).dueStepId ?? ''
  const others = async () =>
    (await world.store.enrollmentsOf(contactId)).filter(({ id }) => id !== enrollmentId)
  const complete = async (outcome: string, more: { sentiment?: 'not_now'; followUpAt?: string } = {}) =>
    completeTouch(world, { enrollmentId, stepId: await step(), outcome, ...more })

  test('is kept with what it meant: line, sentiment, signal', async () => {
    const stepId = await step()
    await complete('call_talked', { sentiment: 'not_now' })
    const [touch] = await world.store.touchesOf(enrollmentId)
    expect(touch).toMatchObject({
      stepId,
      outcome: 'call_talked',
      signal: 'positive',
      telephony: 'answered',
      sentiment: 'not_now',
    })
  })

  test('that asks for a follow-up makes one, due a business day later; Undo takes both back', async () => {
    const { group, result } = await complete('call_back')
    expect(result).toMatchObject({ kind: 'recorded', followUp: '2026-11-25T09:00:00.000Z' })
    const [task] = await others()
    expect(task).toMatchObject({ state: 'active', dueAt: '2026-11-25T09:00:00.000Z' })
    const view = await touchView(world, task?.id ?? '')
    expect(view).toMatchObject({
      step: { type: 'call' },
      rendered: { body: 'Call back, as asked', missing: [] },
    })
    expect((await world.store.get('contact', contactId))?.status).toBe('working')

    await world.store.undo(group ?? '')
    expect(await others()).toEqual([])
    expect(await world.store.touchesOf(enrollmentId)).toEqual([])
  })

  test('that is told when to call back plans the call then; said again, the call that waits moves', async () => {
    const { group, result } = await complete('call_back', { followUpAt: '2026-11-27T14:15:00.000Z' })
    expect(result).toMatchObject({ followUp: '2026-11-27T14:15:00.000Z' })
    const due = async () => (await others()).map(({ dueAt }) => dueAt)
    expect(await due()).toEqual(['2026-11-27T14:15:00.000Z'])
    const told = (await timelineOf(world, contactId)).find(({ kind }) => kind === 'touch_done')
    expect(told).toMatchObject({ facts: { followUp: '2026-11-27T14:15:00.000Z' } })

    const later = await complete('call_back', { followUpAt: '2026-12-01T10:00:00.000Z' })
    expect(await due()).toEqual(['2026-12-01T10:00:00.000Z'])
    await world.store.undo(later.group ?? '')
    expect(await due()).toEqual(['2026-11-27T14:15:00.000Z'])
    await world.store.undo(group ?? '')
    expect(await due()).toEqual([])
  })

  test('asks for the same follow-up once, however often it comes', async () => {
    await complete('call_back')
    await complete('call_back')
    expect(await others()).toHaveLength(1)
  })

  test('a follow-up that is done ends without a word about the person', async () => {
    await complete('call_follow_up')
    expect((await enrollment()).finishReason).toBe('reply')
    const [task] = await others()
    const done = { enrollmentId: task?.id ?? '', stepId: task?.dueStepId ?? '', outcome: 'task_done' }
    expect((await completeTouch(world, done)).result).toMatchObject({ kind: 'recorded', next: null })
    expect((await others())[0]).toMatchObject({ state: 'finished', finishReason: 'removed' })
    const contact = await world.store.get('contact', contactId)
    expect(contact).toMatchObject({ status: 'engaged', nurtureUntil: null })
  })

  test('follows the rep’s own rules, and an old touch keeps what it meant', async () => {
    const data = outcomeData.parse(OUTCOMES.find(({ id }) => id === 'email_out_of_office'))
    const own = {
      ...data,
      id: 'own-1',
      label: 'Asked for a brochure',
      effect: 'continue' as const,
      signal: 'positive' as const,
    }
    const changed = { ...outcomeData.parse(OUTCOMES[0]), effect: 'end' as const, status: 'engaged' as const }
    await world.settings.set({ outcomes: [changed, own] })
    await complete('own-1')
    expect((await enrollment()).state).toBe('active')
    await complete('email_sent')
    expect(await enrollment()).toMatchObject({ state: 'finished', finishReason: 'reply' })
    await world.settings.set({ outcomes: [] })
    const touches = await world.store.touchesOf(enrollmentId)
    expect(touches.find(({ outcome }) => outcome === 'own-1')?.signal).toBe('positive')
    const [, earlier] = (await timelineOf(world, contactId)).filter(({ kind }) => kind === 'touch_done')
    expect(earlier).toMatchObject({ facts: { outcome: 'own-1', label: 'Asked for a brochure' } })
  })

  test('of the rep’s own that pauses is gone on from like any absence', async () => {
    const data = outcomeData.parse(OUTCOMES.find(({ id }) => id === 'email_out_of_office'))
    await world.settings.set({ outcomes: [{ ...data, id: 'own-2', label: 'On leave' }] })
    await complete('own-2')
    expect(await enrollment()).toMatchObject({ state: 'paused', pauseReason: 'out_of_office' })
    world.at('2026-12-10T09:30:00.000Z')
    await endPauses(world)
    expect((await enrollment()).state).toBe('active')
  })
})

describe('the plan follows', () => {
  test('an edited cadence: who is not yet past the step gets the new date', async () => {
    await doNext()
    await doNext()
    const cadence = await world.store.get('cadence', world.cadenceId)
    if (!cadence) throw new Error('no cadence')
    const { dueStepId } = await enrollment()
    const steps = cadence.steps.map((step) =>
      step.id === dueStepId ? { ...step, delay: { ...step.delay, value: 5 } } : step,
    )
    const result = await saveCadence(world, world.profile, { cadence: { ...cadence, steps } })
    expect(result.affected).toBe(1)
    expect((await enrollment()).dueAt?.slice(0, 10)).toBe('2026-12-01')
  })

  test('W5: a best time moves the date that is planned within its day, and snoozing goes before it', async () => {
    await doNext()
    await doNext()
    const { dueStepId } = await enrollment()
    expect((await enrollment()).dueAt).toBe('2026-11-26T09:00:00.000Z')
    const cadence = await world.store.get('cadence', world.cadenceId)
    if (!cadence) throw new Error('no cadence')
    const window = { from: '09:00', to: '17:00', weekdays: [1, 2, 3, 4, 5], best: '10:15' }
    const steps = cadence.steps.map((step) => (step.id === dueStepId ? { ...step, window } : step))
    await saveCadence(world, world.profile, { cadence: { ...cadence, steps } })
    expect((await enrollment()).dueAt).toBe('2026-11-26T10:15:00.000Z')
    const until = '2026-11-26T09:05:00.000Z'
    await snoozeTouch(world, { enrollmentId, stepId: dueStepId ?? '', until })
    expect((await enrollment()).dueAt).toBe(until)
  })

  test('W6: windows of the channels move what is due, and taking them off moves it back', async () => {
    await followPlanning(world, world.profile.kv)
    await doNext()
    await doNext()
    expect((await enrollment()).dueAt).toBe('2026-11-26T09:00:00.000Z')
    const late = { from: '15:00', to: '17:00', hours: { '4': [['15:45', '17:00']] } } satisfies StepWindow
    await world.settings.set({ windows: { call: late } })
    await followPlanning(world, world.profile.kv)
    expect((await enrollment()).dueAt).toBe('2026-11-26T09:00:00.000Z')
    await world.settings.set({ windows: { email: late } })
    await followPlanning(world, world.profile.kv)
    expect((await enrollment()).dueAt).toBe('2026-11-26T15:45:00.000Z')
    await world.settings.set({ windows: {} })
    await followPlanning(world, world.profile.kv)
    expect((await enrollment()).dueAt).toBe('2026-11-26T09:00:00.000Z')
  })

  test('the zone of the machine: what was due at 09:00 in Lisbon is due at 09:00 in Tokyo', async () => {
    await followPlanning(world, world.profile.kv)
    await doNext()
    await doNext()
    expect((await enrollment()).dueAt).toBe('2026-11-26T09:00:00.000Z')
    world.zoneIs('Asia/Tokyo')
    await followPlanning(world, world.profile.kv)
    expect((await enrollment()).dueAt).toBe('2026-11-26T00:00:00.000Z')
  })

  test('what the rep says of the hours and holidays where people are', async () => {
    await world.store.commit(async () => ({
      changes: [{ t: 'contact', id: contactId, k: 'patch', f: IN_NEW_YORK }],
      result: null,
    }))
    const thanksgiving = Temporal.PlainDate.from('2026-11-26').since('1970-01-01').days
    world.holidays = { get: async () => new Map([['US', new Set([thanksgiving])]]) }
    await followPlanning(world, world.profile.kv)
    await doNext()
    await doNext()
    expect((await enrollment()).dueAt).toBe('2026-11-27T14:00:00.000Z')
    await world.settings.set({ contactHours: ['08:00', '12:00'] })
    await followPlanning(world, world.profile.kv)
    expect((await enrollment()).dueAt).toBe('2026-11-27T13:00:00.000Z')
    await world.settings.set({ contactHours: null, contactHolidays: false })
    await followPlanning(world, world.profile.kv)
    expect((await enrollment()).dueAt).toBe('2026-11-26T09:00:00.000Z')
  })
})
