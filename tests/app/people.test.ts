import { beforeEach, describe, expect, test } from 'vitest'
import { addToCadence } from '#lib/app/enroll.ts'
import { deletePerson, erasePerson, savePerson, setDoNotContact } from '#lib/app/people.ts'
import { editPerson } from '#lib/app/edit-person.ts'
import { recognise } from '#lib/app/recognition.ts'
import { peoplePage } from '#lib/app/people-list.ts'
import { appWorld, readPerson, type AppWorld } from '#tests/support/app-world.ts'

let world: AppWorld
beforeEach(async () => {
  world = await appWorld()
})

async function add(slug = 'inga-probe', values = {}) {
  const { result } = await addToCadence(world, {
    person: readPerson(slug, values),
    cadenceId: world.cadenceId,
  })
  if (result.kind !== 'added') throw new Error(`not added: ${result.kind}`)
  return result
}

describe('saving', () => {
  test('keeps the person, the company and the capture, with the evidence of every value', async () => {
    const { result } = await savePerson(world, { person: readPerson('inga-probe') })
    if (result.kind !== 'saved') throw new Error(result.kind)
    const contact = await world.store.get('contact', result.contactId)
    expect(contact).toMatchObject({
      status: 'new',
      name: {
        value: 'Inga Probe',
        by: 'page',
        strategy: 'test',
        url: 'https://www.linkedin.com/in/inga-probe/',
      },
    })
    const account = await world.store.get('account', contact?.accountId ?? '')
    expect(account?.name.value).toBe('Probe Works')
    expect(await world.store.capturesOf(result.contactId, 10)).toHaveLength(1)
    expect(await world.store.enrollmentsOf(result.contactId)).toEqual([])
  })

  test('a second time updates the known contact, never makes a second one', async () => {
    const first = await savePerson(world, { person: readPerson('inga-probe') })
    world.at('2026-11-25T10:00:00.000Z')
    const again = await savePerson(world, {
      person: readPerson('inga-probe', { headline: 'Chief of Purchasing' }),
    })
    expect(again.result).toMatchObject({ kind: 'saved', known: true })
    expect((await peoplePage(world, { query: '', limit: 10 })).rows).toHaveLength(1)
    const contact = await world.store.contactsByKeys(['li:inga-probe'])
    expect(contact[0]?.headline?.value).toBe('Chief of Purchasing')
    expect(first.result).not.toEqual(again.result)
  })

  test('two people of one company share its account', async () => {
    await savePerson(world, { person: readPerson('inga-probe') })
    await savePerson(world, {
      person: readPerson('odd-probe', { name: 'Odd Probe', currentCompany: 'Probe Works' }),
    })
    const [one, two] = await world.store.contactsByKeys(['li:inga-probe', 'li:odd-probe'])
    expect(one?.accountId).toBe(two?.accountId)
  })

  test('a page without any name saves nobody', async () => {
    const person = { ...readPerson('x'), url: 'https://www.linkedin.com/feed/' }
    person.read.fields = {}
    const { result, group } = await savePerson(world, { person })
    expect(result).toEqual({ kind: 'no-name' })
    expect(group).toBeNull()
  })

  test('what the rep corrected before adding wins over the page, then and later', async () => {
    const person = { ...readPerson('inga-probe'), edits: { company: 'Probe Group' } }
    await savePerson(world, { person })
    await savePerson(world, { person: readPerson('inga-probe') })
    const [contact] = await world.store.contactsByKeys(['li:inga-probe'])
    expect(contact?.company).toMatchObject({ value: 'Probe Group', by: 'rep' })
  })

  test('a mail participant with a known address is the known contact', async () => {
    const { contactId } = await add()
    await editPerson(world, { contactId, field: 'email', value: 'inga@probe.example' })
    const participant = { address: 'Inga@Probe.example', name: 'Inga P.' }
    const { known } = await recognise(world, world.store, {
      from: 'participant', participant, url: 'https://mail.google.com/mail/u/0/#inbox/x', at: world.clock.now(), practice: false,
    }) // oxfmt-ignore
    expect(known?.id).toBe(contactId)
  })
})

describe('do not contact', () => {
  test('ends the cadence and refuses every later enrolment, also after the person was deleted', async () => {
    const { contactId, enrollmentId } = await add()
    await setDoNotContact(world, { contactId, on: true })
    expect(await world.store.get('enrollment', enrollmentId)).toMatchObject({
      state: 'finished',
      finishReason: 'opted_out',
      dueAt: null,
    })
    const again = await addToCadence(world, { person: readPerson('inga-probe'), cadenceId: world.cadenceId })
    expect(again.result).toMatchObject({ kind: 'suppressed' })
    await deletePerson(world, { contactId })
    const later = await addToCadence(world, { person: readPerson('inga-probe'), cadenceId: world.cadenceId })
    expect(later.result).toEqual({ kind: 'suppressed', contactId: null })
    expect(later.group).toBeNull()
  })

  test('is taken back by Undo', async () => {
    const { contactId, enrollmentId } = await add()
    const { group } = await setDoNotContact(world, { contactId, on: true })
    expect(await world.store.undo(group ?? '')).toBe('undone')
    expect(await world.store.get('enrollment', enrollmentId)).toMatchObject({ state: 'active' })
    expect((await recognise(world, world.store, readPerson('inga-probe'))).suppressed).toBe(false)
  })
})

describe('deleting and erasing', () => {
  test('a deleted person comes back whole by Undo', async () => {
    const { contactId, enrollmentId } = await add()
    const { group } = await deletePerson(world, { contactId })
    expect(await world.store.get('contact', contactId)).toBeUndefined()
    expect(await world.store.dueEnrollments('9999', 10)).toEqual([])
    expect(await world.store.undo(group ?? '')).toBe('undone')
    expect(await world.store.get('enrollment', enrollmentId)).toMatchObject({ state: 'active' })
    expect((await world.store.activitiesOf(contactId, 10)).length).toBeGreaterThan(0)
  })

  test('erasing wants the name and leaves nothing of the person in storage', async () => {
    const { contactId } = await add('inga-probe', { name: 'Inga Überprobe' })
    const refused = await erasePerson(world, { contactId, typedName: 'Inga' })
    expect(refused.result).toBe('name-differs')
    const { result } = await erasePerson(world, { contactId, typedName: ' inga  überprobe ' })
    expect(result).toBe('erased')
    expect(await world.store.get('contact', contactId)).toBeUndefined()
    const kept = await world.profile.kv.get(await world.profile.kv.keys(''))
    expect(JSON.stringify(kept)).not.toMatch(/Überprobe|inga-probe/i)
  })
})

describe('People', () => {
  test('finds by name, company, mail and address, also in an ended cadence', async () => {
    const { contactId } = await add()
    await editPerson(world, { contactId, field: 'email', value: 'inga@probe.example' })
    await setDoNotContact(world, { contactId, on: true })
    for (const query of ['inga', 'PROBE w', 'inga@probe', 'inga-probe']) {
      const { rows } = await peoplePage(world, { query, limit: 10 })
      expect(
        rows.map(({ id }) => id),
        query,
      ).toEqual([contactId])
    }
    expect((await peoplePage(world, { query: 'nobody', limit: 10 })).rows).toEqual([])
  })
})
