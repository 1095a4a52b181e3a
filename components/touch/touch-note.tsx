import { Suspense, useEffect, useRef, useState } from 'react'
import type { Contact } from '#lib/domain/records.ts'
import { useDrafts } from '#lib/queries/drafts.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { NOTE } from '#components/frame/routes.ts'
import { leftoverDraft } from '#components/timeline/note-drafts.ts'
import { NoteField } from '#components/timeline/note-field.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useKeys } from '#components/ui/use-keys.ts'

/** A note beside the touch: there at once for a call, else with `n`. Saved as typed, like every note. */
export function TouchNote({ contact, atOnce }: { contact: Contact & { id: string }; atOnce: boolean }) {
  const [open, setOpen] = useState<'no' | 'yes' | 'focused'>(() =>
    history.state === NOTE ? 'focused' : atOnce ? 'yes' : 'no',
  )
  useKeys([{ keys: 'n', run: () => setOpen('focused'), label: i18n.t('timeline.newNote') }], {
    enabled: open === 'no',
  })
  if (open === 'no') return null
  return (
    <Suspense fallback={null}>
      <Field contact={contact} focused={open === 'focused'} />
    </Suspense>
  )
}

function Field({ contact, focused }: { contact: Contact & { id: string }; focused: boolean }) {
  const baton = useBaton()
  const drafts = useDrafts()
  const place = useRef<HTMLDivElement>(null)
  const [noteId, setNoteId] = useState(() => leftoverDraft(drafts, contact.id)?.noteId ?? baton.newId())
  useEffect(() => {
    if (focused) place.current?.querySelector('textarea')?.focus()
  }, [focused])
  return (
    <div ref={place} className="border-t border-line">
      <NoteField
        key={noteId}
        contactId={contact.id}
        noteId={noteId}
        onSave={async (body) =>
          baton.saveNote({ noteId, contactId: contact.id, body, url: await baton.addressOnScreen() })
        }
        onNew={() => setNoteId(baton.newId())}
      />
    </div>
  )
}
