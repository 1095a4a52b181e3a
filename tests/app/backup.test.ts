import { beforeEach, describe, expect, test } from 'vitest'
import { addToCadence } from '#lib/app/enroll.ts'
import { backupFile } from '#lib/app/backup.ts'
import { undoBatch } from '#lib/app/batch.ts'
import { editPerson } from '#lib/app/edit-person.ts'
import { saveNote } from '#lib/app/notes.ts'
import { deletePerson, erasePerson, savePerson, setDoNotContact } from '#lib/app/people.ts'
import { countRestore, readBackup, restore } from '#lib/app/restore.ts'
import { completeTouch } from '#lib/app/touches.ts'
import { BACKUP_FORM, BACKUP_TABLES, type Backup } from '#lib/domain/backup.ts'
import { appWorld, readPerson, TUESDAY, type AppWorld } from '#tests/support/app-world.ts'
import { createProfile } from '#tests/support/store-env.ts'

let world: AppWorld
beforeEach(async () => {
  world = await appWorld()
})

const another = (): Promise<AppWorld> =>
  appWorld(createProfile({ seed: 9, now: Date.parse('2026-11-25T10:00:00.000Z'), name: 'other' }))
const portsOf = (one: AppWorld) => ({
  kv: one.profile.kv,
  locks: one.profile.env().locks,
  whole: one.store.whole,
})
const fileOf = async (one: AppWorld): Promise<string> =>
  (await backupFile(one, one.store.whole, { version: '0.1.0' }))?.pieces.join('') ?? ''
const mustRead = async (text: string): Promise<Backup> => {
  const backup = await readBackup(text)
  if ('kind' in backup) throw new Error(`${backup.code} ${backup.place ?? ''}`)
  return backup
}
/** The records of a file without the clocks of the device that wrote it. */
const contentOf = (backup: Backup) =>
  Object.fromEntries(BACKUP_TABLES.map((t) => [t, backup.records[t].map(({ id, f }) => ({ id, f }))]))
const restored = async (one: AppWorld, text: string, withSettings = true) =>
  restore(one, portsOf(one), { backup: await mustRead(text), withSettings })
const add = async (
  one: AppWorld,
  slug: string,
  name: string,
): Promise<{ contactId: string; enrollmentId: string }> => {
  const person = readPerson(slug, { name })
  const { result } = await addToCadence(one, { person, cadenceId: one.cadenceId })
  if (result.kind !== 'added') throw new Error(result.kind)
  return result
}

/** People in every state, with notes, touches, edits, somebody deleted and somebody who must not be contacted. */
async function live(one: AppWorld): Promise<Record<'inga' | 'otto' | 'gone', string>> {
  const inga = await add(one, 'inga-probe', 'Inga Probe')
  const otto = await add(one, 'otto-probe', 'Otto Probe')
  const gone = await add(one, 'gone-probe', 'Gone Probe')
  const first = await one.store.get('enrollment', inga.enrollmentId)
  const stepId = first?.dueStepId ?? ''
  await completeTouch(one, { enrollmentId: inga.enrollmentId, stepId, outcome: 'email_sent' })
  const noteId = one.ids.next()
  await saveNote(one, {
    noteId,
    contactId: inga.contactId,
    body: 'Wants <b>prices</b> "soon" \u2028 😀',
    url: null,
  })
  await editPerson(one, { contactId: inga.contactId, field: 'email', value: 'inga@probe.test' })
  await setDoNotContact(one, { contactId: otto.contactId, on: true })
  await deletePerson(one, { contactId: gone.contactId })
  await one.settings.set({ name: 'Marta', daysOff: ['2026-12-24'] })
  return { inga: inga.contactId, otto: otto.contactId, gone: gone.contactId }
}

describe('everything out and back in', () => {
  test('on an empty store: the same records and settings, table by table', async () => {
    await live(world)
    const text = await fileOf(world)
    const other = await another()
    expect((await restored(other, text)).state).toBe('done')
    const [before, after] = [await mustRead(text), await mustRead(await fileOf(other))]
    for (const t of BACKUP_TABLES) expect(contentOf(after)[t], t).toEqual(contentOf(before)[t])
    expect(after.settings).toEqual(before.settings)
    expect(before.records.contact.length).toBe(2)
    for (const t of [
      'note',
      'touch',
      'enrollment',
      'activity',
      'suppression',
      'capture',
      'account',
    ] as const) {
      expect(before.records[t].length, t).toBeGreaterThan(0)
    }
  })

  test('what was restored is found, due and suppressed as before', async () => {
    await live(world)
    const other = await another()
    await restored(other, await fileOf(world))
    const { contacts } = await other.store.searchContacts('inga', { limit: 5 })
    expect(contacts.length).toBe(1)
    const far = '2027-01-01T00:00:00.000Z'
    expect(await other.store.dueEnrollments(far, 9)).toEqual(await world.store.dueEnrollments(far, 9))
    const again = await addToCadence(other, { person: readPerson('otto-probe'), cadenceId: other.cadenceId })
    expect(again.result.kind).toBe('suppressed')
  })

  test('the file is dated, of one form, and a record a line', async () => {
    await live(world)
    const file = await backupFile(world, world.store.whole, { version: '0.1.0' })
    expect(file?.name).toBe('baton-2026-11-24.json')
    const text = file?.pieces.join('') ?? ''
    expect(JSON.parse(text)).toMatchObject({ app: 'baton', kind: 'backup', form: BACKUP_FORM, at: TUESDAY })
    expect(text.split('\n').filter((line) => line.startsWith('{"id"')).length).toBeGreaterThan(10)
    expect(text).not.toMatch(/token|bearer|authorization/i)
  })

  test('a second time nothing changes', async () => {
    await live(world)
    const text = await fileOf(world)
    const other = await another()
    await restored(other, text)
    const counts = await countRestore(other.store.whole, await mustRead(text))
    const changing = BACKUP_TABLES.filter((t) => {
      const { added, returned, updated } = counts?.[t] ?? { added: 1, returned: 0, updated: 0 }
      return added + returned + updated > 0
    })
    expect(changing).toEqual([])
    expect((await restored(other, text)).rows.every((row) => row.kind === 'done' && row.group === null)).toBe(
      true,
    )
  })

  test('one Undo takes the whole restore back', async () => {
    await live(world)
    const other = await another()
    const before = contentOf(await mustRead(await fileOf(other)))
    const run = await restored(other, await fileOf(world))
    expect((await undoBatch(other, portsOf(other), { id: run.id }))?.changed).toBe(0)
    const after = contentOf(await mustRead(await fileOf(other)))
    for (const t of BACKUP_TABLES) expect(after[t], t).toEqual(before[t])
  })
})

describe('on a store that has records', () => {
  test('what is here stays, what was edited later in the file comes, what is only here is untouched', async () => {
    const { inga } = await live(world)
    const early = await fileOf(world)
    world.at('2026-11-25T08:00:00.000Z')
    await editPerson(world, { contactId: inga, field: 'title', value: 'Director' })
    const late = await fileOf(world)
    const other = await another()
    await restored(other, early)
    const ola = await savePerson(other, { person: readPerson('ola', { name: 'Ola Nordmann' }) })
    other.at('2026-11-26T08:00:00.000Z')
    await editPerson(other, { contactId: inga, field: 'location', value: 'Oslo' })
    await restored(other, late)
    const contact = await other.store.get('contact', inga)
    expect(contact).toMatchObject({ location: { value: 'Oslo' } })
    expect((await other.store.searchContacts('ola', { limit: 2 })).contacts.length).toBe(1)
    expect(ola.result.kind).toBe('saved')
  })

  test('an old file never lowers do-not-contact, and brings it where it was set', async () => {
    const person = readPerson('kari', { name: 'Kari' })
    const { result } = await savePerson(world, { person })
    const id = result.kind === 'saved' ? result.contactId : ''
    const open = await fileOf(world)
    world.at('2026-11-25T08:00:00.000Z')
    await setDoNotContact(world, { contactId: id, on: true })
    const held = await fileOf(world)
    await restored(world, open)
    expect((await world.store.get('contact', id))?.doNotContact).toBe(true)
    const other = await another()
    await restored(other, open)
    await restored(other, held)
    expect((await other.store.get('contact', id))?.doNotContact).toBe(true)
  })

  test('a person deleted here comes back, and the count says so beforehand', async () => {
    const { inga } = await live(world)
    const text = await fileOf(world)
    await deletePerson(world, { contactId: inga })
    const counts = await countRestore(world.store.whole, await mustRead(text))
    expect(counts?.contact).toEqual({ added: 0, returned: 1, updated: 0, kept: 1, erased: 0 })
    await restored(world, text)
    expect((await world.store.get('contact', inga))?.name.value).toBe('Inga Probe')
    expect((await world.store.notesOf(inga, 5)).length).toBe(1)
  })

  test('settings stay where the rep wants it so', async () => {
    await live(world)
    const other = await another()
    await other.settings.set({ name: 'Joris' })
    await restored(other, await fileOf(world), false)
    expect((await other.settings.get()).name).toBe('Joris')
  })
})

/** The text of a JSON file with one value of it exchanged; undefined takes it away. */
function exchanged(text: string, path: readonly (string | number)[], value: unknown): string {
  const file: unknown = JSON.parse(text)
  const [last, ...rest] = path.toReversed()
  // Walks what JSON.parse gave: objects and lists.
  const place = rest
    .toReversed()
    .reduce((at, key) => (at as Record<string | number, unknown>)[key], file) as Record<
    string | number,
    unknown
  >
  if (value === undefined && Array.isArray(place)) place.splice(Number(last), 1)
  else if (last !== undefined) place[last] = value
  return JSON.stringify(file)
}

describe('a file that is not whole is refused with the place, and nothing changes', () => {
  test.each([
    ['no JSON', 'hello', 'not-json'],
    ['another JSON', '{"a":1}', 'not-baton'],
    ['a list', '[]', 'not-baton'],
    ['one person’s file', '{"app":"baton","kind":"person"}', 'other-file'],
    ['the unsent of the sync screen', '{"app":"baton","form":1,"operations":[]}', 'other-file'],
  ])('%s', async (_what, text, code) => {
    expect(await readBackup(text)).toMatchObject({ kind: 'refused', code })
  })

  test('cut off: the line at which it ends', async () => {
    await live(world)
    const text = (await fileOf(world)).slice(0, -200)
    expect(await readBackup(text)).toEqual({
      kind: 'refused',
      code: 'cut-off',
      place: String(text.split('\n').length),
    })
  })

  test.each([
    ['a newer form', ['form'], BACKUP_FORM + 1, 'newer', '0.1.0'],
    ['a table is missing', ['records', 'note'], undefined, 'incomplete', 'note'],
    ['a record is missing', ['records', 'contact', 0], undefined, 'incomplete', 'contact'],
    ['a setting of another kind', ['settings', 'daysOff'], 'x', 'broken', 'settings, daysOff'],
    [
      'a field of another kind',
      ['records', 'contact', 1, 'f', 'status'],
      'sleeping',
      'broken',
      'contact 2, status',
    ],
    [
      'a field is missing',
      ['records', 'contact', 1, 'f', 'emails'],
      undefined,
      'broken',
      'contact 2, emails',
    ],
    ['an id that is none', ['records', 'contact', 1, 'id'], '../x', 'broken', 'contact 2, id'],
    [
      'a value too long',
      ['records', 'contact', 1, 'f', 'name', 'value'],
      'x'.repeat(30_000),
      'broken',
      'contact 2, name.value',
    ],
    ['no record at all', ['records', 'contact', 1], 'x', 'broken', 'contact 2'],
  ] as const)('%s', async (_what, path, value, code, place) => {
    await live(world)
    const text = exchanged(await fileOf(world), path, value)
    expect(await readBackup(text)).toEqual({ kind: 'refused', code, place })
  })

  test('two records under one id', async () => {
    const { inga } = await live(world)
    const file = await fileOf(world)
    const index = (await mustRead(file)).records.contact.findIndex(({ id }) => id === inga)
    const text = exchanged(file, ['records', 'contact', 1 - index, 'id'], inga)
    expect(await readBackup(text)).toMatchObject({ code: 'broken', place: 'contact 2, id' })
  })

  test('names such as __proto__ are names like any other', async () => {
    await live(world)
    const text = (await fileOf(world)).replace('"facts":{', '"facts":{"__proto__":"x",')
    const backup = await readBackup(text)
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
    expect('kind' in backup ? backup.code : 'read').toBe('read')
  })
})

test('somebody erased for ever stays away, where the store remembers', async () => {
  const { inga } = await live(world)
  const text = await fileOf(world)
  await world.store.sync.bind({
    ws: world.ids.next(),
    user: 'u',
    server: 'https://api.test',
    practice: false,
  })
  await world.store.sync.promote(1_000)
  await erasePerson(world, { contactId: inga, typedName: 'Inga Probe' })
  const counts = await countRestore(world.store.whole, await mustRead(text))
  expect(counts?.contact.erased).toBe(1)
  expect((await restored(world, text)).state).toBe('done')
  expect(await world.store.get('contact', inga)).toBeUndefined()
})
