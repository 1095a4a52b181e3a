import { useDeferredValue, useState } from 'react'
import type { Step } from '#lib/domain/cadence/step.ts'
import { usePeople } from '#lib/queries/people.ts'
import { useStepPreview } from '#lib/queries/step-preview.ts'
import { Marked } from '#components/touch/marked.tsx'
import { heldWords } from '#components/touch/held-words.ts'
import { TextHints } from '#components/touch/text-hints.tsx'
import '#components/touch/touch.css'
import { problemWords } from '#components/touch/value-words.ts'
import { i18n } from '#components/ui/i18n.ts'
import { SearchField } from '#components/ui/text-field.tsx'

/** The text with the values of somebody who is stored: what is missing for whom is seen before anybody is added. */
export function StepPreview({ step, cadenceName, isReply }: StepPreviewProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="cad-fields" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{i18n.t('writing.preview')}</summary>
      {isOpen && <Preview step={step} cadenceName={cadenceName} isReply={isReply} />}
    </details>
  )
}

interface StepPreviewProps {
  step: Step
  cadenceName: string
  /** It answers in a thread, whose subject it keeps. */
  isReply: boolean
}

/** Begins with whom Baton saw last. */
function Preview({ step, cadenceName, isReply }: StepPreviewProps) {
  const last = usePeople('').data?.pages[0]?.rows[0]
  const [chosen, setChosen] = useState<Person | null>(null)
  const [isSearching, setSearching] = useState(false)
  const person = chosen ?? last ?? null
  const choose = (next: Person) => {
    setChosen(next)
    setSearching(false)
  }
  if (person === null) return <p className="help">{i18n.t('writing.previewNobody')}</p>
  return (
    <div className="cad-person">
      <p className="sm">
        {i18n.t('writing.previewOf', { name: person.name })}{' '}
        <button
          type="button"
          className="link"
          aria-expanded={isSearching}
          onClick={() => setSearching(!isSearching)}
        >
          {i18n.t('writing.previewOther')}
        </button>
      </p>
      {isSearching && <ChoosePerson onChoose={choose} />}
      <PreviewText
        step={step}
        contactId={person.id}
        cadenceName={cadenceName}
        threadSubject={isReply ? i18n.t('writing.previewThread') : null}
      />
    </div>
  )
}

interface Person {
  id: string
  name: string
}

function ChoosePerson({ onChoose }: { onChoose: (person: Person) => void }) {
  const [query, setQuery] = useState('')
  const people = usePeople(query)
  const rows = people.data?.pages[0]?.rows.slice(0, SHOWN) ?? []
  return (
    <>
      <SearchField
        autoFocus
        label={i18n.t('writing.previewSearch')}
        placeholder={i18n.t('writing.previewSearch')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {rows.length === 0 && !people.isPending && <p className="help">{i18n.t('writing.previewFound')}</p>}
      <ul className="cad-found">
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" aria-label={row.name} onClick={() => onChoose(row)}>
              <span className="trunc">
                <bdi>{row.name}</bdi> <span className="t3">{row.company ?? row.headline ?? ''}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function PreviewText({ step, contactId, cadenceName, threadSubject }: PreviewTextProps) {
  // Typing goes before drawing.
  const shown = useDeferredValue(step)
  const preview = useStepPreview(shown, { contactId, cadenceName, threadSubject })
  if (preview.data === undefined || preview.data === null)
    return <p className="help">{i18n.t('writing.previewReads')}</p>
  const { subject, body, missing, problem } = preview.data
  const isHeld = missing.length > 0 || problem !== null
  return (
    <div className="cad-shown" aria-live="polite">
      {subject !== '' && (
        <p className="font-medium wrap-anywhere" dir="auto">
          <span className="vh">{i18n.t('writing.previewSubject')}: </span>
          <Marked text={subject} missing={missing} />
        </p>
      )}
      <div className="whitespace-pre-wrap wrap-anywhere" dir="auto">
        <Marked text={body} missing={missing} />
      </div>
      {isHeld && <p className="sm due">{problem === null ? heldWords(missing) : problemWords(problem)}</p>}
      {!isHeld && <TextHints text={{ type: step.type, subject, body, inThread: threadSubject !== null }} />}
    </div>
  )
}

interface PreviewTextProps {
  step: Step
  contactId: string
  cadenceName: string
  threadSubject: string | null
}

const SHOWN = 5
