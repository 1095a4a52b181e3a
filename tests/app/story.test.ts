import { expect, test } from 'vitest'
import { savePerson } from '#lib/app/people.ts'
import { storyOf } from '#lib/app/story.ts'
import type { PersonRead } from '#lib/domain/capture.ts'
import { appWorld, readPerson } from '#tests/support/app-world.ts'

test('positions, schools and sites come from the newest page that told each of them', async () => {
  const world = await appWorld()
  const save = async (at: string, more: Partial<PersonRead>): Promise<string> => {
    world.at(at)
    const person = readPerson('inga-probe')
    const { result } = await savePerson(world, {
      person: { ...person, at, read: { ...person.read, ...more } },
    })
    if (result.kind !== 'saved') throw new Error(result.kind)
    return result.contactId
  }
  const buyer = { title: 'Buyer', company: 'Old Mill', start: '2019', end: null, location: null }
  const head = { ...buyer, title: 'Head of Purchasing' }
  const contact = { emails: [], phones: [], websites: ['https://probeworks.example/'] }
  await save('2026-11-24T09:30:00.000Z', { experience: [buyer], contact })
  await save('2026-11-25T09:30:00.000Z', {
    experience: [head, buyer],
    education: [{ school: 'Sample College', degree: null }],
  })
  const id = await save('2026-11-26T09:30:00.000Z', {})
  expect(await storyOf(world, id)).toEqual({
    positions: [head, buyer],
    schools: [{ school: 'Sample College', degree: null }],
    websites: ['https://probeworks.example/'],
  })
  expect(await storyOf(world, world.ids.next())).toEqual({ positions: [], schools: [], websites: [] })
})
