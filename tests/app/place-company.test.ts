import { beforeEach, describe, expect, test } from 'vitest'
import { saveCompany } from '#lib/app/company-on-page.ts'
import { contactView } from '#lib/app/contact-view.ts'
import type { PlaceSource } from '#lib/app/deps.ts'
import { editPerson } from '#lib/app/edit-person.ts'
import { addToCadence } from '#lib/app/enroll.ts'
import { holidaySource } from '#lib/app/holidays.ts'
import { peopleToFollow, placePeople, sweepPlaces } from '#lib/app/place-people.ts'
import { calendarOf, thisMoment } from '#lib/app/planning.ts'
import type { PersonInput } from '#lib/app/person-input.ts'
import { previewSchedule, readPlaces } from '#lib/app/preview.ts'
import { undoGroup } from '#lib/app/undo.ts'
import { epochDay } from '#lib/domain/cadence/calendar.ts'
import { holidayList } from '#lib/domain/cadence/holidays.ts'
import { placeOf } from '#lib/domain/place/place-of.ts'
import { appWorld, readPerson, type AppWorld } from '#tests/support/app-world.ts'

const BERKELEY = 'Berkeley, California, United States'

let world: AppWorld
let placing: Parameters<typeof placePeople>[1]
beforeEach(async () => {
  world = await appWorld()
  world.holidays = holidaySource(world.profile.kv)
  const places: PlaceSource = {
    read: (text) => Promise.resolve(placeOf(text)),
    known: () => null,
    holidays: (region, from, to) => Promise.resolve(holidayList(region, from, to)),
  }
  placing = { kv: world.profile.kv, places }
})

/** A page of the company says where it is; who of it follows is placed, as an open page does. */
async function company(
  headquarters: string,
): Promise<{ accountId: string; group: string | null; placed: number }> {
  const fields = { name: 'Probe Works', slug: 'probe-works', headquarters }
  const { group, result } = await saveCompany(world, {
    read: {
      kind: 'company', generation: 'guest-v3', reader: 'test',
      fields: Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [name, { value, strategy: 'guest-about', confidence: 'sure' as const }]),
      ),
    },
    url: 'https://www.linkedin.com/company/probe-works/about/', at: world.clock.now(), practice: false,
  }) // oxfmt-ignore
  if (!('accountId' in result)) throw new Error(result.kind)
  return { accountId: result.accountId, group, placed: await follow(result.accountId) }
}
const follow = async (accountId: string) =>
  placePeople(world, placing, await peopleToFollow(world, [accountId]))

async function added(location: string) {
  const person = readPerson('inga-probe', {
    name: 'Inga Probe',
    currentCompany: 'Probe Works',
    ...(location !== '' && { location }),
  })
  const { group, result } = await addToCadence(world, { person, cadenceId: world.cadenceId })
  if (result.kind !== 'added') throw new Error(result.kind)
  return { ...result, group: group ?? '' }
}
const contact = async (id: string) => {
  const found = await world.store.get('contact', id)
  if (!found) throw new Error('no contact')
  return found
}
const dueAt = async (id: string) => (await world.store.get('enrollment', id))?.dueAt

describe('whose location names no place (C8)', () => {
  test.each(['', 'Everywhere and nowhere'])('«%s»: has zone and region of the company', async (location) => {
    world.at('2026-11-24T21:00:00.000Z')
    await company(BERKELEY)
    const { contactId, enrollmentId } = await added(location)
    expect(await dueAt(enrollmentId)).toBe('2026-11-25T09:00:00.000Z')
    expect(await placePeople(world, placing, [contactId])).toBe(1)
    expect(await contact(contactId)).toMatchObject({
      zone: 'America/Los_Angeles',
      place: { text: location, company: BERKELEY, region: 'US-CA', zones: [] },
    })
    expect(await dueAt(enrollmentId)).toBe('2026-11-25T17:00:00.000Z')
    expect(await placePeople(world, placing, [contactId])).toBe(0)
  })

  test('follows headquarters that become known later, that change, and that are taken back', async () => {
    const { contactId, enrollmentId } = await added('')
    await placePeople(world, placing, [contactId])
    expect((await contact(contactId)).zone).toBeNull()
    const before = await dueAt(enrollmentId)
    const { accountId, group, placed } = await company(BERKELEY)
    expect([placed, (await contact(contactId)).zone]).toEqual([1, 'America/Los_Angeles'])
    expect(await dueAt(enrollmentId)).not.toBe(before)
    expect(await undoGroup(world, { group: group ?? '' })).toBe('undone')
    await follow(accountId)
    expect([(await contact(contactId)).zone, await dueAt(enrollmentId)]).toEqual([null, before])
    await company(BERKELEY)
    world.at('2026-11-25T10:00:00.000Z')
    expect((await company('Lisboa, Portugal')).placed).toBe(1)
    expect(await contact(contactId)).toMatchObject({ zone: 'Europe/Lisbon', place: { region: 'PT' } })
  })

  test('is asked nothing, and has the rep’s clock, where the company’s place leaves several', async () => {
    const { accountId } = await company('United States')
    const { contactId } = await added('')
    await placePeople(world, placing, [contactId])
    expect(await contact(contactId)).toMatchObject({ zone: null, place: { zones: [], region: null } })
    expect((await contactView(world, contactId))?.zones).toEqual([])
    expect(await follow(accountId)).toBe(0)
  })

  test('has a place of their own from the moment one is known, and the company’s again without it', async () => {
    await company(BERKELEY)
    const { contactId } = await added('')
    await placePeople(world, placing, [contactId])
    await editPerson(world, { contactId, field: 'location', value: 'Oslo, Norway' })
    await placePeople(world, placing, [contactId])
    expect(await contact(contactId)).toMatchObject({ zone: 'Europe/Oslo', place: { region: 'NO' } })
    expect((await contact(contactId)).place?.company ?? null).toBeNull()
    await editPerson(world, { contactId, field: 'location', value: '' })
    await placePeople(world, placing, [contactId])
    expect((await contact(contactId)).zone).toBe('America/Los_Angeles')
  })
})

describe('what a person has of their own', () => {
  test.each([
    ['Oslo, Norway', 'Europe/Oslo', 'NO'],
    ['United States', null, 'US'],
  ])('%s: a place wins over the company’s', async (location, zone, region) => {
    const { contactId } = await added(location)
    await placePeople(world, placing, [contactId])
    expect((await company('Lisboa, Portugal')).placed).toBe(0)
    expect(await contact(contactId)).toMatchObject({ zone, place: { region } })
  })

  test('a zone the rep has set stays, and the holidays of the company do not count with it', async () => {
    const { contactId } = await added('')
    await company('München, Bayern, Deutschland')
    const epiphany = epochDay('2027-01-06') ?? 0
    const isHoliday = async () =>
      calendarOf(await thisMoment(world), await contact(contactId)).holidays.has(epiphany)
    expect(await isHoliday()).toBe(true)
    await editPerson(world, { contactId, field: 'zone', value: 'Asia/Tokyo' })
    expect([await isHoliday(), await placePeople(world, placing, [contactId])]).toEqual([false, 0])
    world.at('2026-11-25T10:00:00.000Z')
    await company(BERKELEY)
    expect((await contact(contactId)).zone).toBe('Asia/Tokyo')
    await editPerson(world, { contactId, field: 'zone', value: '' })
    expect([(await contact(contactId)).zone, await placePeople(world, placing, [contactId])]).toEqual([
      null,
      0,
    ])
  })
})

test('Undo of adding takes everything back, also once the company has placed them', async () => {
  await company(BERKELEY)
  const { contactId, enrollmentId, group } = await added('')
  await placePeople(world, placing, [contactId])
  expect((await contact(contactId)).zone).toBe('America/Los_Angeles')
  expect(await undoGroup(world, { group })).toBe('undone')
  expect(await world.store.get('contact', contactId)).toBeUndefined()
  expect(await world.store.get('enrollment', enrollmentId)).toBeUndefined()
})

test('the sweep of a page that opens places by the company too', async () => {
  await company(BERKELEY)
  const { contactId } = await added('')
  await sweepPlaces(world, placing)
  expect((await contact(contactId)).zone).toBe('America/Los_Angeles')
})

test('headquarters that were read before count in the first date already', async () => {
  world.at('2026-11-24T21:00:00.000Z')
  await company(BERKELEY)
  world.places = { ...placing.places, known: (text) => (text === BERKELEY ? placeOf(text) : null) }
  const { contactId, enrollmentId } = await added('')
  expect(await dueAt(enrollmentId)).toBe('2026-11-25T17:00:00.000Z')
  expect(await placePeople(world, placing, [contactId])).toBe(0)
})

describe('the dates shown before anything is saved', () => {
  /** A page that keeps what it has read. */
  function onPage(): string[] {
    const known = new Map<string, ReturnType<typeof placeOf>>()
    const asked: string[] = []
    world.places = {
      ...placing.places,
      known: (text) => known.get(text) ?? null,
      read: (text) => {
        asked.push(text)
        known.set(text, placeOf(text))
        return Promise.resolve(placeOf(text))
      },
    }
    return asked
  }
  const person = (fields: Record<string, string>) =>
    readPerson('inga-probe', { name: 'Inga Probe', currentCompany: 'Probe Works', ...fields })
  const preview = (who: PersonInput) => previewSchedule(world, { person: who, cadenceId: world.cadenceId })

  test.each([
    ['no location, a known company: the company’s zone', {}, 'America/Los_Angeles', [BERKELEY]],
    ['a location that names no place', { location: 'Remote' }, 'America/Los_Angeles', ['Remote', BERKELEY]],
    ['a location of their own', { location: 'Oslo, Norway' }, 'Europe/Oslo', ['Oslo, Norway']],
    ['a company nobody knows', { currentCompany: 'Else Ltd' }, 'Europe/Lisbon', []],
    [
      'several clocks of their own, which the company does not decide',
      { location: 'United States' },
      'Europe/Lisbon',
      ['United States'],
    ],
  ])('%s, and adding gives the same', async (_, fields, zone, texts) => {
    world.at('2026-11-24T21:00:00.000Z')
    await company(BERKELEY)
    const asked = onPage()
    expect(await readPlaces(world, person(fields))).toBe(texts.join('\n'))
    expect(asked).toEqual(texts)
    const shown = await preview(person(fields))
    expect(shown[0]?.zone).toBe(zone)
    const before = await world.store.version()
    expect(await readPlaces(world, person(fields))).toBe('')
    expect(await world.store.version()).toBe(before)
    const { result } = await addToCadence(world, { person: person(fields), cadenceId: world.cadenceId })
    expect(result).toMatchObject({ kind: 'added', schedule: shown })
    const { contacts } = await world.store.searchContacts('', { limit: 9 })
    const ids = contacts.map(({ id }) => id)
    await placePeople(world, { ...placing, places: world.places ?? placing.places }, ids)
    expect(await dueAt('enrollmentId' in result ? result.enrollmentId : '')).toBe(shown[0]?.at)
  })

  test('a location that the rep has put right before adding counts', async () => {
    world.at('2026-11-24T21:00:00.000Z')
    onPage()
    const corrected = {
      ...person({ location: 'Oslo, Norway' }),
      edits: { location: 'Berkeley, California, United States' },
    }
    await readPlaces(world, corrected)
    const shown = await preview(corrected)
    expect(shown[0]?.zone).toBe('America/Los_Angeles')
    const { result } = await addToCadence(world, { person: corrected, cadenceId: world.cadenceId })
    expect(result).toMatchObject({ kind: 'added', schedule: shown })
    expect((await preview(corrected))[0]?.zone).toBe('America/Los_Angeles')
  })
})
