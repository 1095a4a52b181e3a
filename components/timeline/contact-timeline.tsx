import { useState } from 'react'
import type { TimelineEntry } from '#lib/app/contact-view.ts'
import type { Contact } from '#lib/domain/records.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useTimeline } from '#lib/queries/contact.ts'
import { useDrafts } from '#lib/queries/drafts.ts'
import { useUndo } from '#components/ui/act.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { SkeletonRows } from '#components/ui/skeleton.tsx'
import { leftoverDraft } from './note-drafts.ts'
import { NoteField } from './note-field.tsx'
import type { StoredNote } from './research.tsx'
import { Timeline } from './timeline.tsx'

/** The note field on top, then what happened, newest first. */
export function ContactTimeline({ contact }: { contact: Contact & { id: string } }) {
  const baton = useBaton()
  const undo = useUndo()
  const entries = useTimeline(contact.id)
  const drafts = useDrafts()
  const [noteId, setNoteId] = useState(() => leftoverDraft(drafts, contact.id)?.noteId ?? baton.newId())
  const notes = useNotes(contact, entries.data ?? [])
  return (
    <>
      <NoteField
        key={noteId}
        contactId={contact.id}
        noteId={noteId}
        onSave={(body) => notes.saveNew(noteId, body)}
        onNew={() => setNoteId(baton.newId())}
      />
      {entries.data === undefined ? (
        <SkeletonRows rows={4} words={i18n.t('timeline.reading')} />
      ) : (
        <Timeline
          // The note being written stands in its field, not below it as well.
          items={entries.data.filter((entry) => entry.id !== noteId)}
          onUndo={(group) => void undo(group)}
        />
      )}
    </>
  )
}

/** The notes of the contact and how they are saved: with the address of the page on screen, where Chrome shows it. */
export function useNotes(contact: Contact & { id: string }, entries: readonly TimelineEntry[]) {
  const baton = useBaton()
  const list: StoredNote[] = entries.flatMap((entry) =>
    entry.kind === 'note' ? [{ ...entry.note, id: entry.id }] : [],
  )
  return {
    list,
    save: (note: StoredNote, body: string) =>
      baton.saveNote({ noteId: note.id, contactId: contact.id, body, url: note.url }),
    saveNew: async (noteId: string, body: string) =>
      baton.saveNote({ noteId, contactId: contact.id, body, url: await baton.addressOnScreen() }),
  }
}
