import { beforeEach, describe, expect, test } from 'vitest'
import { detailsOnPage, saveDetails, type DetailsPage } from '#lib/app/details-on-page.ts'
import { savePerson } from '#lib/app/people.ts'
import { undoGroup } from '#lib/app/undo.ts'
import type { DetailsRead } from '#lib/domain/capture.ts'
import { appWorld, readPerson, TUESDAY, type AppWorld } from '#tests/support/app-world.ts'

let world: AppWorld
let contactId: string
beforeEach(async () => {
  world = await appWorld()
  const { result } = await savePerson(world, { person: readPerson('inga-probe') })
  if (result.kind !== 'saved') throw new Error(result.kind)
  contactId = result.contactId
})

const contact: DetailsRead = {
  kind: 'details',
  generation: 'sdui',
  reader: 'test',
  page: 'contact',
  fields: {},
  contact: {
    emails: ['Inga@ProbeWorks.example'],
    phones: ['+351 210 000 000'],
    websites: ['https://probeworks.example/'],
  },
}
const positions: DetailsRead = {
  kind: 'details',
  generation: 'sdui',
  reader: 'test',
  page: 'experience',
  fields: {},
  experience: [
    {
      title: 'Head of Purchasing',
      company: 'Probe Works',
      start: 'Mar 2022',
      end: 'Present',
      location: null,
    },
    { title: 'Buyer', company: 'Old Mill', start: '2019', end: '2022', location: 'Porto' },
  ],
}
const page = (read: DetailsRead, slug = 'inga-probe'): DetailsPage => ({
  read,
  url: `https://www.linkedin.com/in/${slug}/overlay/contact-info/`,
  at: TUESDAY,
  practice: false,
})

describe('a page behind a profile', () => {
  test.each([
    ['Lisbon, Portugal', '210 000 000', '+351210000000'],
    ['Oslo, Norway', '22 00 00 00', '+4722000000'],
    ['Oslo, Norway', '+351 210 000 000', '+351210000000'],
    ['Oslo, Norway', '12', undefined],
    ['Somewhere', '22 00 00 00', undefined],
  ])('in %s the number %s is %s', async (location, phone, number) => {
    await savePerson(world, { person: readPerson('inga-probe', { location }) })
    const { emails, websites } = contact.contact ?? { emails: [], websites: [] }
    await saveDetails(world, page({ ...contact, contact: { emails, websites, phones: [phone] } }))
    expect((await world.store.get('contact', contactId))?.phones[0]?.value).toBe(number)
  })

  test('belongs to the known person of its address', async () => {
    expect(await detailsOnPage(world, page(contact))).toEqual({
      known: { contactId, name: 'Inga Probe' },
      profile: 'https://www.linkedin.com/in/inga-probe/',
    })
    expect(await detailsOnPage(world, page(contact, 'somebody-else'))).toEqual({
      known: null,
      profile: 'https://www.linkedin.com/in/somebody-else/',
    })
  })

  test('mail, phone and sites are saved to the person, with where they were read; Undo takes them off', async () => {
    const { group, result } = await saveDetails(world, page(contact))
    expect(result).toMatchObject({ kind: 'saved', contactId, known: true })
    const kept = await world.store.get('contact', contactId)
    expect(kept?.emails.map(({ value }) => value)).toEqual(['inga@probeworks.example'])
    expect(kept?.phones.map(({ value }) => value)).toEqual(['+351210000000'])
    expect(kept?.name.value).toBe('Inga Probe')
    const captures = await world.store.capturesOf(contactId, 9)
    expect(captures.find((capture) => capture.contact !== undefined)?.contact).toEqual(contact.contact)
    expect(await undoGroup(world, { group: group ?? '' })).toBe('undone')
    expect((await world.store.get('contact', contactId))?.emails).toEqual([])
  })

  test('positions are kept with what was read, and change no name', async () => {
    await saveDetails(world, page(positions))
    const captures = await world.store.capturesOf(contactId, 9)
    expect(captures.find((capture) => capture.experience !== undefined)?.experience).toEqual(
      positions.experience,
    )
    expect((await world.store.get('contact', contactId))?.name.value).toBe('Inga Probe')
  })

  test('of somebody unknown saves nobody', async () => {
    const before = (await world.store.searchContacts('', { limit: 9 })).contacts.length
    expect(await saveDetails(world, page(contact, 'somebody-else'))).toEqual({
      group: null,
      result: { kind: 'unknown' },
    })
    expect((await world.store.searchContacts('', { limit: 9 })).contacts).toHaveLength(before)
  })

  test('without an address of a profile belongs to nobody', async () => {
    const nowhere = { ...page(contact), url: 'https://www.linkedin.com/feed/' }
    expect(await detailsOnPage(world, nowhere)).toEqual({ known: null, profile: null })
  })
})
