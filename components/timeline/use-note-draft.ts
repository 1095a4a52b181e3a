import { useCallback, useEffect, useRef, useState } from 'react'
import { useDrafts } from '#lib/queries/drafts.ts'
import { dropDraft, keepDraft, leftoverDraft } from './note-drafts.ts'

export type NoteState = 'empty' | 'typing' | 'saving' | 'saved' | 'failed'

/**
 * Saves a note as it is typed: 400 ms after the last key, and at once when the field loses the focus, the panel is
 * hidden, the page is left, or the field goes away. A draft is kept from the first key until the note is stored.
 */
export function useNoteDraft({ contactId, noteId, stored, save }: NoteDraftOptions) {
  const drafts = useDrafts()
  const [body, setBody] = useState(() => {
    const leftover = leftoverDraft(drafts, contactId)
    return leftover?.noteId === noteId ? leftover.body : stored
  })
  const [state, setState] = useState<NoteState>(body === '' ? 'empty' : body === stored ? 'saved' : 'typing')
  const draft = useRef({ body, stored, timer: 0 })
  const latestSave = useRef(save)
  useEffect(() => {
    latestSave.current = save
  })

  const flush = useCallback(
    async function flushDraft(): Promise<void> {
      const now = draft.current
      clearTimeout(now.timer)
      if (now.body === now.stored) return
      const sent = now.body
      setState('saving')
      try {
        await latestSave.current(sent)
        now.stored = sent
        if (now.body !== sent) return
        dropDraft(drafts, contactId, noteId)
        setState(sent.trim() === '' ? 'empty' : 'saved')
      } catch {
        // The draft is still kept, and tried again without waiting for another key.
        setState('failed')
        now.timer = window.setTimeout(() => void flushDraft(), AGAIN_AFTER_MS)
      }
    },
    [drafts, contactId, noteId],
  )

  const type = useCallback(
    (next: string) => {
      const now = draft.current
      now.body = next
      setBody(next)
      setState('typing')
      keepDraft(drafts, contactId, { noteId, body: next })
      clearTimeout(now.timer)
      now.timer = window.setTimeout(() => void flush(), SAVE_AFTER_MS)
    },
    [drafts, contactId, noteId, flush],
  )

  useEffect(() => {
    const onHide = () => void flush()
    void flush() // What a panel that was closed at once left over.
    window.addEventListener('pagehide', onHide)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      window.removeEventListener('pagehide', onHide)
      document.removeEventListener('visibilitychange', onHide)
      void flush()
    }
  }, [flush])

  return { body, state, type, flush }
}

interface NoteDraftOptions {
  contactId: string
  noteId: string
  /** The body as it is stored; empty for a note not yet begun. */
  stored: string
  save: (body: string) => Promise<unknown>
}

const SAVE_AFTER_MS = 400
const AGAIN_AFTER_MS = 2_000
