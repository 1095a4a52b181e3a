import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { useBaton } from '#lib/queries/context.tsx'
import { useDrafts } from '#lib/queries/drafts.ts'
import { useSnippets } from '#lib/queries/snippets.ts'
import { Button } from '#components/ui/button.tsx'
import { Chip } from '#components/ui/chip.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { SkeletonRows } from '#components/ui/skeleton.tsx'
import { SearchField } from '#components/ui/text-field.tsx'
import { useKeys } from '#components/ui/use-keys.ts'
import { CadenceHead } from './cadence-head.tsx'
import { SnippetEditor } from './snippet-editor.tsx'
import { snippetDraftKey } from './use-snippet-draft.ts'

/** Named pieces of text for templates: found, written, taken away. */
export function SnippetsScreen({ wide }: { wide: boolean }) {
  const baton = useBaton()
  const [, navigate] = useHashLocation()
  const drafts = useDrafts()
  const snippets = useSnippets()
  const [query, setQuery] = useState('')
  // A new one gets its id when it is begun, so that its draft is found again.
  const [openId, setOpenId] = useState<string | null>(null)
  const all = snippets.data ?? []
  const shown = all.filter(({ name, body }) => isFound(`${name} ${body}`, query))
  const isNew = openId !== null && all.every(({ id }) => id !== openId)
  const begin = () => setOpenId(baton.newId())
  useKeys([
    {
      keys: '/',
      run: () => document.getElementById(SEARCH)?.focus(),
      label: i18n.t('writing.snippetSearch'),
    },
    { keys: 'n', run: begin, label: i18n.t('writing.snippetNew') },
    {
      keys: 'Escape',
      run: () => (openId === null ? navigate('/cadences') : setOpenId(null)),
      label: i18n.t('ui.back'),
      group: 'everywhere',
    },
  ])
  return (
    <section className="cad-page" aria-label={i18n.t('writing.snippets')}>
      <CadenceHead wide={wide} name={i18n.t('writing.snippets')} />
      <div className="cad-scroll">
        <div className="cad-main">
          <p className="sm t3">{i18n.t('writing.snippetsAbout')}</p>
          <div className="snip-bar">
            <SearchField
              id={SEARCH}
              label={i18n.t('writing.snippetSearch')}
              placeholder={i18n.t('writing.snippetSearch')}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
            <Button icon={Plus} keyHint="n" onClick={begin}>
              {i18n.t('writing.snippetNew')}
            </Button>
          </div>
          {snippets.isPending && <SkeletonRows rows={3} words={i18n.t('cadence.reads')} />}
          {isNew && <SnippetEditor key={openId} id={openId} saved={null} onDone={() => setOpenId(null)} />}
          {!snippets.isPending && shown.length === 0 && !isNew && (
            <p className="t2">
              {i18n.t(all.length === 0 ? 'writing.snippetNone' : 'writing.snippetNotFound')}
            </p>
          )}
          <h2 className="vh">{i18n.t('writing.snippets')}</h2>
          <ul className="cad-steps">
            {shown.map((snippet) => (
              <li key={snippet.id} className="cad-step">
                <h3>
                  <button
                    type="button"
                    aria-expanded={snippet.id === openId}
                    onClick={() => setOpenId(snippet.id === openId ? null : snippet.id)}
                  >
                    <code dir="ltr">{snippet.name}</code>
                    <span className="t3 trunc grow" dir="auto">
                      {snippet.body.split('\n', 1)[0]}
                    </span>
                    {drafts.get(snippetDraftKey(snippet.id)) !== null && (
                      <Chip tone="due">{i18n.t('cadence.draftChip')}</Chip>
                    )}
                  </button>
                </h3>
                {snippet.id === openId && (
                  <SnippetEditor id={snippet.id} saved={snippet} onDone={() => setOpenId(null)} />
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}

/** Every word of the query stands somewhere in it. */
function isFound(text: string, query: string): boolean {
  const plain = text.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => plain.includes(word))
}

const SEARCH = 'find-snippet'
