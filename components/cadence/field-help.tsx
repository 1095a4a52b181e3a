import { useId, type RefObject } from 'react'
import { VARIABLES } from '#lib/domain/templates/variables.ts'
import { useSnippets } from '#lib/queries/snippets.ts'
import { i18n } from '#components/ui/i18n.ts'

/** The fields a text may hold; pressing one puts it where the caret stands. */
export function FieldHelp({
  body,
  onInsert,
}: {
  body: RefObject<HTMLTextAreaElement | null>
  onInsert: (text: string) => void
}) {
  const id = useId()
  const snippets = useSnippets().data ?? []
  const insert = (name: string) => {
    const area = body.current
    if (!area) return
    const field = `{{ ${name} }}`
    const caret = area.selectionStart + field.length
    onInsert(area.value.slice(0, area.selectionStart) + field + area.value.slice(area.selectionEnd))
    area.focus()
    requestAnimationFrame(() => area.setSelectionRange(caret, caret))
  }
  return (
    <details className="cad-fields">
      <summary>{i18n.t('cadence.fields')}</summary>
      <p className="help" id={id}>
        {i18n.t('cadence.fieldsHelp')} <code dir="ltr">{DEFAULT_EXAMPLE}</code>
      </p>
      <ul className="chips" aria-describedby={id}>
        {[...FIELDS, ...snippets.map(({ name }) => `snippet.${name}`)].map((name) => (
          <li key={name}>
            <button type="button" className="chip chip-btn" dir="ltr" onClick={() => insert(name)}>
              <span className="vh">{i18n.t('cadence.insert')} </span>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

const DEFAULT_EXAMPLE = "{{ contact.first_name | default: 'there' }}"
const FIELDS = Object.entries(VARIABLES).flatMap(([group, names]) => names.map((name) => `${group}.${name}`))
