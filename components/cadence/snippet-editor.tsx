import { Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { snippetProblem } from '#lib/domain/template.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useAct } from '#components/ui/act.tsx'
import { problemWords } from '#components/touch/value-words.ts'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { FieldHelp } from './field-help.tsx'
import { useSnippetDraft, type SnippetText } from './use-snippet-draft.ts'

/** One snippet: its name, its text, what is wrong with it. Saved with Save or Ctrl+S; kept as typed until then. */
export function SnippetEditor({ id, saved, onDone }: SnippetEditorProps) {
  const baton = useBaton()
  const act = useAct()
  const draft = useSnippetDraft(id, saved)
  const [refused, setRefused] = useState<'name' | 'taken' | 'long' | null>(null)
  const body = useRef<HTMLTextAreaElement>(null)
  const { name, body: text } = draft.value
  const problem = snippetProblem(name, text)
  const save = async () => {
    const done = await act(
      () => baton.saveSnippet({ id, name: name.trim(), body: text }),
      ({ result }) => {
        setRefused(result.kind === 'refused' ? result.code : null)
        return result.kind === 'refused'
          ? { problem: i18n.t(`writing.snippetRefused.${result.code}`) }
          : { title: i18n.t('writing.snippetSaved', { name: name.trim() }) }
      },
    )
    if (done === null) return
    draft.drop()
    onDone()
  }
  const remove = async () => {
    const title = i18n.t('writing.snippetRemoved', { name })
    const detail = i18n.t('writing.snippetRemovedDetail')
    if ((await act(() => baton.removeSnippet({ id }), { title, detail })) === null) return
    draft.drop()
    onDone()
  }
  return (
    <form
      className="cad-form snip-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (draft.isDirty && problem === null) void save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        if (draft.isDirty && problem === null) void save()
      }}
    >
      <TextField
        autoFocus={saved === null}
        dir="ltr"
        label={i18n.t('writing.snippetName')}
        value={name}
        maxLength={40}
        onChange={(event) => draft.change({ name: event.target.value.toLowerCase().replace(/[\s-]+/g, '_') })}
        help={`${i18n.t('writing.snippetNameHelp')} {{ snippet.${name || 'name'} }}`}
        {...(refused === null || refused === 'long'
          ? {}
          : { error: i18n.t(`writing.snippetRefused.${refused}`) })}
      />
      <div>
        <TextArea
          ref={body}
          label={i18n.t('writing.snippetBody')}
          rows={6}
          maxLength={5_000}
          value={text}
          onChange={(event) => draft.change({ body: event.target.value })}
          {...(problem === null ? {} : { error: problemWords(problem) })}
        />
        <FieldHelp body={body} onInsert={(next) => draft.change({ body: next })} />
      </div>
      <div className="cad-place">
        <Button look="filled" small type="submit" disabled={!draft.isDirty || problem !== null}>
          {i18n.t('writing.snippetSave')}
        </Button>
        {saved !== null && (
          <Button small look="danger" icon={Trash2} onClick={() => void remove()}>
            {i18n.t('writing.snippetRemove')}
          </Button>
        )}
        {draft.isDirty && (
          <>
            <Button small look="quiet" onClick={draft.drop}>
              {i18n.t('cadence.discard')}
            </Button>
            <span className="sm t3" role="status">
              {i18n.t('writing.snippetDraft')}
            </span>
          </>
        )}
      </div>
    </form>
  )
}

interface SnippetEditorProps {
  id: string
  /** Null: a new one. */
  saved: SnippetText | null
  onDone: () => void
}
