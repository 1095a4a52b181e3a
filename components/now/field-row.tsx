import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button, TextButton } from '#components/ui/button.tsx'
import { ConfidenceMark } from '#components/ui/confidence-mark.tsx'
import { i18n } from '#components/ui/i18n.ts'
import type { Evidence } from './evidence-words.ts'

/**
 * One value with its evidence. Pressing the value turns it into a field in place; Enter saves, Escape goes back,
 * leaving the field saves. Where two places differ, both are offered.
 */
export function FieldRow(props: FieldRowProps) {
  const { label, value, evidence, from, onSave, earlier = [] } = props
  const [isEditing, setEditing] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setEditing(false)
    requestAnimationFrame(() => opener.current?.focus())
  }
  return (
    <div className={`field ${from === undefined ? '' : 'field-2'}`}>
      <dt>{label}</dt>
      <dd>
        {isEditing && onSave ? (
          <FieldEditor
            label={label}
            value={value ?? ''}
            others={evidence?.others ?? []}
            onSave={(next) => {
              if (next !== value) onSave(next)
              close()
            }}
            onCancel={close}
          />
        ) : (
          <FieldValue {...props} opener={opener} onEdit={() => setEditing(true)} />
        )}
        {earlier.length > 0 && <EarlierValues label={label} earlier={earlier} />}
      </dd>
    </div>
  )
}

export interface FieldRowProps {
  label: string
  value: string | null
  evidence: Evidence | null
  /** Where, how and when, under the value; only in Details. */
  from?: string
  /** Missing: the value is shown and cannot be edited here. */
  onSave?: (value: string) => void
  /** Words in place of a value that is not there. */
  none?: string
  /** What it was before, newest first, each with where and when. */
  earlier?: readonly { value: string; words: string }[]
}

function FieldValue(props: FieldRowProps & { opener: React.Ref<HTMLButtonElement>; onEdit: () => void }) {
  const { label, value, evidence, from, onSave, none, opener, onEdit } = props
  if (value === null) {
    return (
      <>
        <span className="value value-none">{none ?? i18n.t('now.notOnPage')}</span>
        {onSave && (
          <Button
            small
            look="quiet"
            icon={Plus}
            ref={opener}
            onClick={onEdit}
            aria-label={i18n.t('now.addField', { field: label })}
          >
            {i18n.t('now.add')}
          </Button>
        )}
      </>
    )
  }
  const differs = (evidence?.others.length ?? 0) > 0
  const look = `value ${evidence?.level === 'guess' ? 'value-guess' : ''}`
  const inner = (
    <>
      <bdi>{value}</bdi>
      {differs && <span className="due block text-sm">{i18n.t('now.differ')}</span>}
    </>
  )
  return (
    <>
      {onSave ? (
        <button ref={opener} type="button" className={look} onClick={onEdit}>
          <span className="vh">{label}: </span>
          {inner}
          <span className="vh">. {i18n.t('now.edit')}</span>
        </button>
      ) : (
        <span className={`${look} cursor-default!`}>{inner}</span>
      )}
      {evidence && <ConfidenceMark level={evidence.level} words={evidence.words} />}
      {from !== undefined && <span className="from">{from}</span>}
    </>
  )
}

/** Behind a line: what the field was before. */
function EarlierValues({
  label,
  earlier,
}: {
  label: string
  earlier: NonNullable<FieldRowProps['earlier']>
}) {
  return (
    <details className="basis-full">
      <summary className="sm t3 cursor-pointer">{i18n.t('same.earlier', earlier.length)}</summary>
      <ul className="history" aria-label={i18n.t('same.earlierOf', { field: label })}>
        {earlier.map(({ value, words }) => (
          <li key={value}>
            <bdi className="wrap-anywhere">{value}</bdi>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function FieldEditor({ label, value, others, onSave, onCancel }: FieldEditorProps) {
  const [typed, setTyped] = useState(value)
  const isSettled = useRef(false)
  const settle = (run: () => void) => {
    if (isSettled.current) return
    isSettled.current = true
    run()
  }
  const save = (next: string) => settle(() => (next.trim() === '' ? onCancel() : onSave(next.trim())))
  return (
    <div
      className="grow"
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || save(typed)}
    >
      <input
        className="input input-sm -ms-1!"
        aria-label={label}
        dir="auto"
        autoFocus
        value={typed}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save(typed)
          if (event.key === 'Escape') settle(onCancel)
        }}
      />
      {others.length > 0 && (
        <ul className="sm t3 grid gap-1 py-1">
          {[value, ...others].map((offer) => (
            <li key={offer}>
              <TextButton className="link-24" onClick={() => save(offer)}>
                <bdi>{offer}</bdi>
              </TextButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface FieldEditorProps {
  label: string
  value: string
  others: readonly string[]
  onSave: (value: string) => void
  onCancel: () => void
}
