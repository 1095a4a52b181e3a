import { beforeEach, expect, test } from 'vitest'
import { addToCadence } from '#lib/app/enroll.ts'
import { NO_FILTER, peoplePage, type PeopleFilter, type PersonRow } from '#lib/app/people-list.ts'
import { savePerson, setDoNotContact } from '#lib/app/people.ts'
import { appWorld, readPerson, type AppWorld } from '#tests/support/app-world.ts'

let world: AppWorld
beforeEach(async () => {
  world = await appWorld()
})

const save = async (name: string): Promise<string> => {
  const { result } = await savePerson(world, {
    person: readPerson(name.toLowerCase(), { name: `${name} Probe` }),
  })
  return result.kind === 'saved' ? result.contactId : ''
}
const add = (name: string) =>
  addToCadence(world, {
    person: readPerson(name.toLowerCase(), { name: `${name} Probe` }),
    cadenceId: world.cadenceId,
  })
/** Every page, one after the other. */
const all = async (filter: Partial<PeopleFilter>, query = '', limit = 2): Promise<PersonRow[]> => {
  const rows: PersonRow[] = []
  let after: string | null | undefined
  do {
    const page = await peoplePage(world, {
      query, limit, filter: { ...NO_FILTER, ...filter }, ...(after ? { after } : {}),
    }) // oxfmt-ignore
    expect(page.rows.length).toBeLessThanOrEqual(limit)
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  return rows
}
const names = (rows: readonly PersonRow[]): string[] => rows.map(({ name }) => name.replace(' Probe', ''))

test('people are narrowed by status, page by page, and do not contact goes before any other', async () => {
  for (const name of ['Ada', 'Bea', 'Cleo', 'Dora']) await save(name)
  await add('Emil')
  const held = await save('Finn')
  await setDoNotContact(world, { contactId: held, on: true })
  expect(names(await all({ status: 'new' }))).toEqual(['Dora', 'Cleo', 'Bea', 'Ada'])
  expect(names(await all({ status: 'working' }))).toEqual(['Emil'])
  expect(names(await all({ status: 'do_not_contact' }))).toEqual(['Finn'])
  expect(names(await all({ status: 'new' }, 'bea'))).toEqual(['Bea'])
  expect(await all({ status: 'nurture' })).toEqual([])
})

test('people of one cadence, newest first, and those with a next touch, soonest first', async () => {
  await add('Ada')
  world.at('2026-11-27T09:30:00.000Z')
  await add('Bea')
  await save('Cleo')
  world.at('2026-11-25T09:30:00.000Z')
  await add('Dora')
  expect(names(await all({ cadenceId: world.cadenceId }))).toEqual(['Dora', 'Bea', 'Ada'])
  const soonest = await all({ order: 'next' })
  expect(names(soonest)).toEqual(['Ada', 'Dora', 'Bea'])
  const instants = soonest.map(({ nextAt }) => nextAt ?? '')
  expect(instants).toEqual(instants.toSorted((a, b) => (a < b ? -1 : 1)))
  expect(names(await all({ order: 'next' }, 'dora'))).toEqual(['Dora'])
})

test('the fit stands in the row once there is a profile to fit', async () => {
  await save('Ada')
  expect((await all({}))[0]?.grade).toBeNull()
  const icp = {
    titleWords: ['purchasing'],
    seniorities: [],
    headcount: { min: null, max: null },
    regions: [],
  }
  await world.settings.set({ icp })
  expect((await all({}))[0]?.grade).toBe('A')
})
