import { beforeEach, describe, expect, test } from 'vitest'
import { addToCadence } from '#lib/app/enroll.ts'
import { peopleFile } from '#lib/app/export-people.ts'
import { personFile } from '#lib/app/export-person.ts'
import { readTable } from '#lib/app/import-file.ts'
import { previewImport } from '#lib/app/import-preview.ts'
import { editPerson } from '#lib/app/edit-person.ts'
import { NO_FILTER } from '#lib/app/people-list.ts'
import { saveNote } from '#lib/app/notes.ts'
import { savePerson, setDoNotContact } from '#lib/app/people.ts'
import { guessColumns } from '#lib/domain/import/columns.ts'
import { appWorld, readPerson, type AppWorld } from '#tests/support/app-world.ts'

let world: AppWorld
beforeEach(async () => {
  world = await appWorld()
})

const tableOf = async (text: string) => {
  const table = await readTable(new TextEncoder().encode(text))
  if (table.kind === 'refused') throw new Error(table.code)
  return table
}
const textOf = async (more: Partial<Parameters<typeof peopleFile>[1]> = {}): Promise<string> =>
  (await peopleFile(world, { query: '', ...more }))?.pieces.join('') ?? ''
const save = async (slug: string, values: Parameters<typeof readPerson>[1] = {}): Promise<string> => {
  const { result } = await savePerson(world, { person: readPerson(slug, values) })
  if (result.kind !== 'saved') throw new Error(result.kind)
  return result.contactId
}

describe('people as CSV', () => {
  test('has everybody, also beyond the first page, newest first', async () => {
    for (let n = 0; n < 230; n += 1) await save(`person-${n}`, { name: `Person ${n}` })
    const file = await peopleFile(world, { query: '' })
    expect(file).toMatchObject({ name: 'baton-people-2026-11-24.csv', count: 230 })
    const { rows } = await tableOf(file?.pieces.join('') ?? '')
    expect(rows.length).toBe(231)
    expect(rows[1]?.[0]).toBe('Person 229')
  })

  test('only those who are listed, where the list is narrowed', async () => {
    await save('kari', { name: 'Kari Nordmann', currentCompany: 'Fjordvolt' })
    await save('ola', { name: 'Ola Nordmann', currentCompany: 'Fjordvolt' })
    await save('inga')
    expect((await tableOf(await textOf({ query: 'fjordvolt' }))).rows.length).toBe(3)
    await setDoNotContact(world, { contactId: await save('otto'), on: true })
    const filter = { ...NO_FILTER, status: 'do_not_contact' as const }
    expect((await tableOf(await textOf({ filter }))).rows.length).toBe(2)
  })

  test('a formula in a name leaves as text', async () => {
    await save('evil', { name: '=HYPERLINK("https://evil.test","x")', currentCompany: '@SUM(A1)' })
    const text = await textOf()
    expect(text).toContain(`"'=HYPERLINK(""https://evil.test"",""x"")"`)
    expect(text).toContain(`,"'@SUM(A1)",`)
  })

  test('what went out is known again when it comes in', async () => {
    const id = await save('kari', { name: 'Kari "K" Nordmann, Dr.', currentCompany: '+Fjordvolt;\n' })
    await editPerson(world, { contactId: id, field: 'phone', value: '+4722334455' })
    await editPerson(world, { contactId: id, field: 'email', value: 'kari@fjordvolt.test' })
    const table = await tableOf(await textOf())
    const { headerRow, columns } = guessColumns(table.rows)
    expect(columns.slice(0, 10).map(({ target }) => target)).toEqual([
      'name', 'firstName', 'lastName', 'title', 'company', 'headline', 'email', 'phone', 'linkedin', 'location',
    ]) // oxfmt-ignore
    const mapping = {
      headers: columns.map(({ header }) => header),
      targets: columns.map(({ target }) => target),
    }
    const rows = await previewImport(world, { table, headerRow, mapping, source: 'x' })
    expect(rows).toMatchObject([{ kind: 'known', contactId: id, adds: [], remarks: [] }])
  })
})

test('one person’s file holds everything that is stored about them, and nobody else', async () => {
  const { result } = await addToCadence(world, {
    person: readPerson('inga-probe'),
    cadenceId: world.cadenceId,
  })
  if (result.kind !== 'added') throw new Error(result.kind)
  const { contactId } = result
  await save('other', { name: 'Somebody Else', currentCompany: 'Elsewhere' })
  const noteId = world.ids.next()
  const note = (body: string) => saveNote(world, { noteId, contactId, body, url: null })
  await note('First words')
  await note('Second words')
  await note('')
  await editPerson(world, { contactId, field: 'title', value: 'Buyer' })
  await editPerson(world, { contactId, field: 'title', value: 'Director' })
  await setDoNotContact(world, { contactId, on: true })
  const file = await personFile(world, world.store.whole, { contactId, version: '0.1.0' })
  expect(file?.name).toBe('baton-person-inga-probe-2026-11-24.json')
  const text = file?.pieces.join('') ?? ''
  const content = JSON.parse(text) as Record<string, unknown>
  expect(content).toMatchObject({
    kind: 'person',
    contact: { name: { value: 'Inga Probe' }, title: { value: 'Director' } },
    company: { name: { value: 'Probe Works' } },
    cadences: [{ cadence: 'Outbound starter', state: 'finished' }],
    notes: [{ body: 'Second words', deleted: true }],
    captures: [{ url: 'https://www.linkedin.com/in/inga-probe/' }],
    doNotContact: [{ key: 'li:inga-probe', active: true }],
  })
  expect(text).toContain('Buyer')
  expect(text).not.toMatch(/Somebody|Elsewhere/)
  expect(await personFile(world, world.store.whole, { contactId: noteId, version: '' })).toBeNull()
})
