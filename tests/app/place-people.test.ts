import { beforeEach, describe, expect, test } from 'vitest'
import { contactView } from '#lib/app/contact-view.ts'
import type { PlaceSource } from '#lib/app/deps.ts'
import { editPerson } from '#lib/app/edit-person.ts'
import { addToCadence } from '#lib/app/enroll.ts'
import { holidaySource } from '#lib/app/holidays.ts'
import { placePeople, sweepPlaces } from '#lib/app/place-people.ts'
import { previewSchedule } from '#lib/app/preview.ts'
import { completeTouch } from '#lib/app/touches.ts'
import { undoGroup } from '#lib/app/undo.ts'
import { holidayList } from '#lib/domain/cadence/holidays.ts'
import { placeOf } from '#lib/domain/place/place-of.ts'
import type { ContactPlace } from '#lib/domain/place/contact-place.ts'
import { appWorld, readPerson, type AppWorld } from '#tests/support/app-world.ts'

let world: AppWorld
let read: string[]
let placing: Parameters<typeof placePeople>[1]
beforeEach(async () => {
  world = await appWorld()
  world.holidays = holidaySource(world.profile.kv)
  read = []
  const places: PlaceSource = {
    read: (text) => {
      read.push(text)
      return Promise.resolve(placeOf(text))
    },
    known: () => null,
    holidays: (region, from, to) => Promise.resolve(holidayList(region, from, to)),
  }
  placing = { kv: world.profile.kv, places }
})

async function added(location: string, slug = 'inga-probe') {
  const person = readPerson(slug, { location, name: `Inga ${slug}` })
  const { group, result } = await addToCadence(world, { person, cadenceId: world.cadenceId })
  if (result.kind !== 'added') throw new Error(result.kind)
  return { ...result, group: group ?? '' }
}
const contact = (id: string) => world.store.get('contact', id)
const enrollment = (id: string) => world.store.get('enrollment', id)

describe('people get the zone and region of their location', () => {
  test('and their next touch is planned anew in it', async () => {
    world.at('2026-11-24T21:00:00.000Z')
    const { contactId, enrollmentId } = await added('San Francisco, California, United States')
    expect((await enrollment(enrollmentId))?.dueAt).toBe('2026-11-25T09:00:00.000Z')
    expect(await placePeople(world, placing, [contactId])).toBe(1)
    expect(await contact(contactId)).toMatchObject({
      zone: 'America/Los_Angeles',
      place: { region: 'US-CA' },
    })
    expect((await enrollment(enrollmentId))?.dueAt).toBe('2026-11-25T17:00:00.000Z')
    expect(await placePeople(world, placing, [contactId])).toBe(0)
  })

  test('a public holiday there is passed over, also by who cannot look holidays up', async () => {
    const { contactId, enrollmentId } = await added('München, Bayern, Deutschland')
    await placePeople(world, placing, [contactId])
    // Two touches on Monday 4 January; the next is two business days later, and the 6th is a holiday in Bavaria.
    world.at('2027-01-04T10:00:00.000Z')
    for (const outcome of ['email_sent', 'linkedin_sent']) {
      const stepId = (await enrollment(enrollmentId))?.dueStepId ?? ''
      await completeTouch(world, { enrollmentId, stepId, outcome })
    }
    expect((await enrollment(enrollmentId))?.dueAt?.slice(0, 10)).toBe('2027-01-07')
  })

  test('a zone the rep has set stays', async () => {
    const { contactId } = await added('Oslo, Norway')
    await editPerson(world, { contactId, field: 'zone', value: 'Asia/Tokyo' })
    await placePeople(world, placing, [contactId])
    expect(await contact(contactId)).toMatchObject({ zone: 'Asia/Tokyo', place: { region: 'NO' } })
  })

  test('Undo of adding them still takes them back whole', async () => {
    const { contactId, group } = await added('Oslo, Norway')
    await placePeople(world, placing, [contactId])
    expect(await undoGroup(world, { group })).toBe('undone')
    expect(await contact(contactId)).toBeUndefined()
  })

  test('who came while no page was open is placed at the next one, everybody once', async () => {
    for (let n = 0; n < 3; n++) await added('Oslo, Norway', `probe-${n}`)
    await sweepPlaces(world, placing)
    const { contacts } = await world.store.searchContacts('', { limit: 9 })
    expect(contacts.map(({ zone }) => zone)).toEqual(['Europe/Oslo', 'Europe/Oslo', 'Europe/Oslo'])
    expect(read).toEqual(['Oslo, Norway'])
    await added('Bergen, Norway', 'later-probe')
    const turns: unknown[] = []
    await sweepPlaces(world, placing, async (share) => turns.push(await share()))
    expect([read, turns]).toEqual([['Oslo, Norway', 'Bergen, Norway'], [1]])
  })
})

describe('a place that was read before', () => {
  test('counts in the preview and in the first date already', async () => {
    world.at('2026-11-24T21:00:00.000Z')
    const known: ContactPlace = placeOf('San Francisco, California, United States')
    world.places = { ...placing.places, known: (text) => (text === known.text ? known : null) }
    const person = readPerson('inga-probe', { location: known.text })
    const [first] = await previewSchedule(world, { person, cadenceId: world.cadenceId })
    expect([first?.at, first?.zone]).toEqual(['2026-11-25T17:00:00.000Z', 'America/Los_Angeles'])
    const { contactId, enrollmentId } = await added(known.text)
    expect((await enrollment(enrollmentId))?.dueAt).toBe(first?.at)
    expect((await contact(contactId))?.place).toEqual(known)
  })
})

describe('several clocks', () => {
  test('are asked about while the dates depend on it, and no more once it is answered', async () => {
    const { contactId } = await added('United States')
    await placePeople(world, placing, [contactId])
    const asked = (await contactView(world, contactId))?.zones ?? []
    expect(asked).toContain('America/New_York')
    await editPerson(world, { contactId, field: 'zone', value: 'America/New_York' })
    expect((await contactView(world, contactId))?.zones).toEqual([])
  })

  test('are not asked about where one clock gives the same dates, nor where there is one', async () => {
    const cadence = await world.store.get('cadence', world.cadenceId)
    if (!cadence) throw new Error('no cadence')
    const window = { from: '00:00', to: '24:00', zone: 'rep' as const }
    const steps = cadence.steps.map((step) => ({ ...step, window }))
    await world.store.commit(() =>
      Promise.resolve({
        changes: [{ t: 'cadence', id: cadence.id, k: 'patch', f: { steps } }],
        result: null,
      }),
    )
    const wide = await added('United States')
    const oslo = await added('Oslo, Norway', 'other-probe')
    await placePeople(world, placing, [wide.contactId, oslo.contactId])
    expect((await contactView(world, wide.contactId))?.zones).toEqual([])
    expect((await contactView(world, oslo.contactId))?.zones).toEqual([])
  })
})
