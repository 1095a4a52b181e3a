import { useState } from 'react'
import type { Note } from '#lib/domain/records.ts'
import { TextButton } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { capital } from '#components/ui/time.ts'
import { useTime } from '#components/ui/time-provider.tsx'
import { NoteEntry } from './timeline.tsx'
import { useNoteDraft } from './use-note-draft.ts'

export type StoredNote = Note & { id: string }

/** Research, first form: the notes of this person, newest first, each with its page, each to be edited in place. */
export function Research({ notes, onSave }: ResearchProps) {
  const time = useTime()
  const [editing, setEditing] = useState<string | null>(null)
  if (notes.length === 0) return <p className="t2 p-3">{i18n.t('timeline.noNotes')}</p>
  return (
    <ol className="timeline">
      {notes.map((note) => (
        <NoteEntry key={note.id} note={note} at={note.at}>
          {editing === note.id ? (
            <NoteEditor note={note} onSave={(body) => onSave(note, body)} onDone={() => setEditing(null)} />
          ) : (
            <div className="text">
              <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
                {note.body}
              </p>
              <p className="sm t3 mt-1">
                {capital(time.when(note.editedAt))}{' '}
                <TextButton className="link-24" onClick={() => setEditing(note.id)}>
                  {i18n.t('timeline.edit')}
                </TextButton>
              </p>
            </div>
          )}
        </NoteEntry>
      ))}
    </ol>
  )
}

interface ResearchProps {
  notes: readonly StoredNote[]
  onSave: (note: StoredNote, body: string) => Promise<unknown>
}

function NoteEditor({ note, onSave, onDone }: NoteEditorProps) {
  const { body, type, flush } = useNoteDraft({
    contactId: note.contactId,
    noteId: note.id,
    stored: note.body,
    save: onSave,
  })
  return (
    <textarea
      className="textarea text p-2! col-span-full field-sizing-content"
      aria-label={i18n.t('timeline.note')}
      autoFocus
      dir="auto"
      value={body}
      onChange={(event) => type(event.target.value)}
      onBlur={() => void flush().then(onDone)}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
    />
  )
}

interface NoteEditorProps {
  note: StoredNote
  onSave: (body: string) => Promise<unknown>
  onDone: () => void
}
