import { beforeEach, describe, expect, test } from 'vitest'
import { timelineOf } from '#lib/app/contact-view.ts'
import { copyCadence } from '#lib/app/cadences.ts'
import { editPerson } from '#lib/app/edit-person.ts'
import { addToCadence } from '#lib/app/enroll.ts'
import { saveNote } from '#lib/app/notes.ts'
import { savePerson } from '#lib/app/people.ts'
import { completeTouch, snoozeTouch } from '#lib/app/touches.ts'
import { undoGroup } from '#lib/app/undo.ts'
import { appWorld, readPerson, type AppWorld } from '#tests/support/app-world.ts'

let world: AppWorld

beforeEach(async () => {
  world = await appWorld()
})

async function added() {
  const person = readPerson('inga-probe')
  const { group, result } = await addToCadence(world, { person, cadenceId: world.cadenceId })
  if (result.kind !== 'added' || group === null) throw new Error(result.kind)
  return {
    group,
    contactId: result.contactId,
    enrollmentId: result.enrollmentId,
    first: result.schedule[0]?.stepId ?? '',
  }
}
const note = (contactId: string, body = 'met at the fair') =>
  saveNote(world, { noteId: world.ids.next(), contactId, body, url: null })
const contactOf = (id: string) => world.store.get('contact', id)

describe('Undo of «Added»', () => {
  test('takes the person away with everything, when nothing was done since', async () => {
    const { group, contactId, enrollmentId } = await added()
    expect(await undoGroup(world, { group })).toBe('undone')
    expect(await contactOf(contactId)).toBeUndefined()
    expect(await world.store.get('enrollment', enrollmentId)).toBeUndefined()
  })

  test.each<[string, (contactId: string) => Promise<unknown>]>([
    ['a note was written', (contactId) => note(contactId)],
    ['a value was typed', (contactId) => editPerson(world, { contactId, field: 'email', value: 'inga@probe.example' })],
  ])('takes the cadence back and keeps the person where %s since', async (_what, since) => {
    const { group, contactId, enrollmentId } = await added()
    await since(contactId)
    const kept = await contactOf(contactId)
    expect(await undoGroup(world, { group })).toBe('undone')
    expect(await world.store.get('enrollment', enrollmentId)).toBeUndefined()
    expect(await contactOf(contactId)).toEqual({ ...kept, status: 'new' })
    expect(await world.store.get('account', kept?.accountId ?? '')).toBeDefined()
    expect(await world.store.capturesOf(contactId, 5)).toHaveLength(1)
    const kinds = (await timelineOf(world, contactId)).map(({ kind }) => kind)
    expect(kinds).toContain('captured')
    expect(kinds).not.toContain('enrolled')
    expect(await world.store.dueEnrollments('2099-01-01T00:00:00.000Z', 5)).toEqual([])
  }) // oxfmt-ignore

  test('keeps the person who was added to a second cadence since, and that one goes on', async () => {
    const { group, contactId } = await added()
    const { result: other } = await copyCadence(world, { cadenceId: world.cadenceId, name: 'Second' })
    if (other.id === null) return expect.unreachable('no copy')
    const person = { from: 'contact' as const, contactId }
    await addToCadence(world, { person, cadenceId: other.id })
    expect(await undoGroup(world, { group })).toBe('undone')
    expect(await contactOf(contactId)).toMatchObject({ status: 'working' })
    expect(await world.store.enrollmentsOf(contactId)).toMatchObject([{ cadenceId: other.id }])
  })

  test('is refused once a touch was done, and says so by changing nothing', async () => {
    const { group, contactId, enrollmentId, first } = await added()
    await completeTouch(world, { enrollmentId, stepId: first, outcome: 'email_sent' })
    await note(contactId)
    expect(await undoGroup(world, { group })).toBe('changed-since')
    expect(await world.store.get('enrollment', enrollmentId)).toBeDefined()
  })
})

describe('Undo of «Saved»', () => {
  test('is refused where a note was written since: the note would go with it', async () => {
    const { group, result } = await savePerson(world, { person: readPerson('inga-probe') })
    if (result.kind !== 'saved') return expect.unreachable(result.kind)
    await note(result.contactId)
    expect(await undoGroup(world, { group: group ?? '' })).toBe('changed-since')
    expect(await contactOf(result.contactId)).toBeDefined()
  })
})

test('Undo of «Done» brings back the snoozed touch as it was', async () => {
  const { enrollmentId, first: stepId } = await added()
  await snoozeTouch(world, { enrollmentId, stepId, until: world.clock.now() })
  const { group } = await completeTouch(world, { enrollmentId, stepId, outcome: 'email_sent' })
  expect(await undoGroup(world, { group: group ?? '' })).toBe('undone')
  expect(await world.store.touchesOf(enrollmentId)).toMatchObject([{ state: 'snoozed', outcome: null }])
  const again = await completeTouch(world, { enrollmentId, stepId, outcome: 'email_sent' })
  expect(again.result.kind).toBe('recorded')
})
