import { expect, test } from 'vitest'
import { saveNote } from '#lib/app/notes.ts'
import { erasePerson, savePerson } from '#lib/app/people.ts'
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
