import { expect, test } from 'vitest'
import { addToCadence } from '#lib/app/enroll.ts'
import { saveNote } from '#lib/app/notes.ts'
import { erasePerson, savePerson } from '#lib/app/people.ts'
import { todayView } from '#lib/app/today-view.ts'
import { appWorld, readPerson } from '#tests/support/app-world.ts'
import { dumpOf } from '#tests/support/dump.ts'

test('erasing a person also takes a note that was deleted before, everywhere it is kept', async () => {
  const world = await appWorld()
  const { result } = await savePerson(world, { person: readPerson('inga-probe') })
  const contactId = result.kind === 'saved' ? result.contactId : ''
  const noteId = world.ids.next()
  await saveNote(world, { noteId, contactId, body: 'Secret words', url: null })
  await saveNote(world, { noteId, contactId, body: '', url: null })
  const kept = async (): Promise<string> =>
    JSON.stringify([await dumpOf(world.profile), await world.profile.kv.get(await world.profile.kv.keys(''))])
  expect(await kept()).toContain('Secret words')
  await erasePerson(world, { contactId, typedName: 'Inga Probe' })
  expect(await kept()).not.toContain('Secret words')
})

test('nothing of an erased person stays in the packed rows of Today', async () => {
  const world = await appWorld()
  const person = readPerson('inga-probe')
  const { result } = await addToCadence(world, { person, cadenceId: world.cadenceId })
  const contactId = result.kind === 'added' ? result.contactId : ''
  const packed = async (): Promise<string> => JSON.stringify((await dumpOf(world.profile))['day'])
  await todayView(world)
  expect(await packed()).toContain('Inga Probe')
  await erasePerson(world, { contactId, typedName: 'Inga Probe' })
  expect(await packed()).not.toContain('Inga Probe')
  await todayView(world)
  expect(await packed()).not.toContain('Inga Probe')
})
