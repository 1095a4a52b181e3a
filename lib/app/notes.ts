import type { Note } from '#lib/domain/records.ts'
import type { Change, Commit } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'

/**
 * Saves a note as it is typed: the first keystrokes make it, later ones change its body. An emptied note goes.
 * `url` is the address of the page on screen when the note was begun.
 */
export async function saveNote(
  deps: Deps,
  { noteId, contactId, body, url }: { noteId: string; contactId: string; body: string; url: string | null },
): Promise<Commit<{ noteId: string }>> {
  return deps.store.commit(async (reads) => {
    const [contact, note] = await Promise.all([reads.get('contact', contactId), reads.get('note', noteId)])
    const now = deps.clock.now()
    return {
      changes: contact ? noteChanges(contact, note, { noteId, body, url, now }) : [],
      result: { noteId },
    }
  })
}

function noteChanges(
  contact: { id: string; practice: boolean },
  note: Note | undefined,
  { noteId, body, url, now }: { noteId: string; body: string; url: string | null; now: string },
): Change[] {
  if (body.trim() === '') return note ? [{ t: 'note', id: noteId, k: 'del' }] : []
  if (note)
    return note.body === body ? [] : [{ t: 'note', id: noteId, k: 'patch', f: { body, editedAt: now } }]
  const contactId = contact.id as Note['contactId'] // a stored contact's own id
  return [
    {
      t: 'note',
      id: noteId,
      k: 'put',
      f: { contactId, body, url, at: now, editedAt: now, practice: contact.practice },
    },
  ]
}
