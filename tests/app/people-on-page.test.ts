import { beforeEach, describe, expect, test } from 'vitest'
import { addMany } from '#lib/app/add-many.ts'
import type { PersonInput } from '#lib/app/person-input.ts'
import { canBeAdded, peopleOnPage } from '#lib/app/people-on-page.ts'
import { savePerson, setDoNotContact } from '#lib/app/people.ts'
import type { PersonRow } from '#lib/domain/capture.ts'
import { appWorld, readPerson, TUESDAY, type AppWorld } from '#tests/support/app-world.ts'

let world: AppWorld
beforeEach(async () => {
  world = await appWorld()
})

const row = (name: string | null, slug: string | null, over: Partial<PersonRow> = {}): PersonRow => ({
  name,
  slug,
  memberId: null,
  headline: 'Buyer at Probe Works',
  location: 'Porto',
  degree: '3rd',
  anonymous: false,
  ...over,
})
const HIDDEN = row(null, null, { anonymous: true, headline: 'Chief of something' })
const look = (rows: PersonRow[]) =>
  peopleOnPage(world, {
    read: { kind: 'people', generation: 'sdui', reader: 'test', list: 'search', marked: true, rows },
    url: 'https://www.linkedin.com/search/results/people/?keywords=probe',
    at: TUESDAY,
    practice: false,
  })
const batches = () => ({ kv: world.profile.kv, locks: world.profile.env().locks })
async function save(slug: string, name: string): Promise<string> {
  const { result } = await savePerson(world, { person: readPerson(slug, { name }) })
  if (result.kind !== 'saved') throw new Error(result.kind)
  return result.contactId
}

describe('a list on screen', () => {
  test('tells new, known, held and hidden rows apart, and who may be ticked', async () => {
    await save('inga-probe', 'Inga Probe')
    const held = await save('held-probe', 'Held Probe')
    await setDoNotContact(world, { contactId: held, on: true })
    const people = await look([
      row('Nora New', 'nora-new'),
      row('Inga Probe', 'inga-probe'),
      row('Held Probe', 'held-probe'),
      HIDDEN,
    ])
    expect(people.map(({ recognition }) => recognition.kind)).toEqual([
      'new',
      'known',
      'suppressed',
      'nobody',
    ])
    expect(people.map((person) => canBeAdded(person, world.cadenceId))).toEqual([true, true, false, false])
    expect(people[1]?.known).toMatchObject({ name: 'Inga Probe', status: 'new', cadenceIds: [] })
  })

  test('who is in the chosen cadence already cannot be ticked for it, for another one they can', async () => {
    const [first] = await look([row('Nora New', 'nora-new')])
    if (!first) throw new Error('nobody')
    await addMany(world, batches(), { people: [first.input], cadenceId: world.cadenceId })
    const [again] = await look([row('Nora New', 'nora-new')])
    if (!again) throw new Error('nobody')
    expect(again.known?.cadenceIds).toEqual([world.cadenceId])
    expect([canBeAdded(again, world.cadenceId), canBeAdded(again, world.ids.next())]).toEqual([false, true])
  })

  test('rows nobody can be sure of are left alone even where they are handed over', async () => {
    await save('inga-probe', 'Inga Probe')
    const [hidden, nora] = await look([HIDDEN, row('Nora New', 'nora-new')])
    const alike: PersonInput = {
      from: 'hand',
      name: 'Inga Probe',
      company: 'Probe Works',
      email: null,
      linkedin: null,
      practice: false,
    }
    const run = await addMany(world, batches(), {
      people: [alike, ...[hidden, nora].flatMap((person) => person?.input ?? [])],
      cadenceId: world.cadenceId,
    })
    const kinds = run.rows.map((one) => (one.kind === 'done' ? one.result.kind : one.code))
    expect(kinds).toEqual(['unclear', 'nobody', 'added'])
  })

  test('a row keeps its key when the list is read again, longer; the same row twice has two', async () => {
    const short = await look([row('Nora New', 'nora-new'), row('No Slug', null)])
    const long = await look([row('No Slug', null), row('Nora New', 'nora-new'), row('No Slug', null)])
    expect(long.slice(0, 2).map(({ key }) => key)).toEqual(short.toReversed().map(({ key }) => key))
    expect(new Set(long.map(({ key }) => key)).size).toBe(3)
  })
})
