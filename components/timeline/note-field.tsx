import { useRef } from 'react'
import { i18n } from '#components/ui/i18n.ts'
import { KeyHint } from '#components/ui/key-hint.tsx'
import { useKeys } from '#components/ui/use-keys.ts'
import { useNoteDraft, type NoteState } from './use-note-draft.ts'

/** The note field on top of the timeline. Saves as typed and says so; `New note` begins the next one. */
export function NoteField({ contactId, noteId, onSave, onNew }: NoteFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const { body, state, type, flush } = useNoteDraft({ contactId, noteId, stored: '', save: onSave })
  const begin = () => {
    void flush().then(onNew)
    requestAnimationFrame(() => field.current?.focus())
  }
  useKeys([{ keys: 'n', run: () => field.current?.focus(), label: i18n.t('timeline.newNote') }])
  return (
    <div className="composer">
      <label className="vh" htmlFor={`note-${noteId}`}>
        {i18n.t('timeline.note')}
      </label>
      <textarea
        ref={field}
        id={`note-${noteId}`}
        className="textarea field-sizing-content max-h-60 min-h-13"
        rows={2}
        dir="auto"
        placeholder={i18n.t('timeline.notePlaceholder')}
        value={body}
        onChange={(event) => type(event.target.value)}
        onBlur={() => void flush()}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <p className="help flex justify-between gap-2 min-h-4.5">
        <span role="status" className={state === 'failed' ? 'late' : ''}>
          {stateWords(state)}
        </span>
        {body.trim() === '' ? (
          <span className="inline-flex items-center gap-1.5">
            {i18n.t('timeline.newNote')} <KeyHint keys="n" />
          </span>
        ) : (
          <button type="button" className="link link-24" onClick={begin}>
            {i18n.t('timeline.newNote')}
          </button>
        )}
      </p>
    </div>
  )
}

interface NoteFieldProps {
  contactId: string
  noteId: string
  onSave: (body: string) => Promise<unknown>
  onNew: () => void
}

function stateWords(state: NoteState): string {
  return state === 'empty' ? '' : i18n.t(`timeline.noteState.${state}`)
}
