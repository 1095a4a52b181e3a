import { useState } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import type { CadenceTemplate } from '#lib/domain/cadence/cadence-templates.ts'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useAct } from '#components/ui/act.tsx'
import { readCadenceFile, type CadenceFileRead } from '#lib/domain/cadence/cadence-file.ts'
import { problemWords } from '#components/touch/value-words.ts'
import { draftOf, problemsOf, type DraftProblem } from './draft.ts'
import { useSaveCadence } from './use-save-cadence.ts'

/** Cadences of the field to begin from; taking one stores a copy of the rep's own, which Undo takes back. */
export function Templates() {
  const [templates, setTemplates] = useState<readonly CadenceTemplate[]>([])
  const [, navigate] = useHashLocation()
  const save = useSaveCadence()
  const load = async () => {
    const { CADENCE_TEMPLATES } = await import('#lib/domain/cadence/cadence-templates.ts')
    setTemplates(CADENCE_TEMPLATES)
  }
  const take = async ({ name, steps }: CadenceTemplate) => {
    const id = await save(draftOf({ name, steps }), null)
    if (id !== null) navigate(`/cadences/${id}`)
  }
  return (
    <details className="cad-fields" onToggle={(event) => event.currentTarget.open && void load()}>
      <summary>{i18n.t('templates.title')}</summary>
      <ul className="cad-hints">
        {templates.map((template) => (
          <li key={template.id}>
            <p>{template.name}</p>
            <p className="sm t3">{i18n.t(`templates.about.${template.id}`)}</p>
            <Button small onClick={() => void take(template)}>
              {i18n.t('templates.take')}
              <span className="vh"> {template.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <FromFile />
    </details>
  )
}

/** A cadence that somebody gave away (`docs/schema/cadence-file.json`); what is no cadence changes nothing. */
function FromFile() {
  const [, navigate] = useHashLocation()
  const act = useAct()
  const save = useSaveCadence()
  const refuse = (problem: string) => act(() => Promise.resolve({ group: null }), { problem })
  const take = async (file: File) => {
    const read = file.size > LARGEST ? NO_CADENCE : readCadenceFile(await file.text())
    if (read.kind === 'refused') return refuse(refusalWords(read))
    const draft = draftOf(read)
    const [problem] = problemsOf(draft)
    if (problem !== undefined) return refuse(i18n.t('templates.refused.wrong', { at: placeWords(problem) }))
    const id = await save(draft, null)
    if (id !== null) navigate(`/cadences/${id}`)
  }
  return (
    <label className="form-row">
      <span className="label">{i18n.t('templates.file')}</span>
      <input
        type="file"
        accept=".json,application/json"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) void take(file)
        }}
      />
    </label>
  )
}

/** «first-mail, body. Line 2, column 5: unknown value: contact.x». */
function placeWords(problem: DraftProblem): string {
  if (!('stepId' in problem)) return problem.at
  const text = 'variant' in problem && problem.variant !== null ? `, ${problem.variant}` : ''
  const place = `${problem.stepId}${text}, ${problem.at}`
  const template = 'template' in problem ? problem.template : null
  return template === null ? place : `${place}. ${problemWords(template)}`
}

/** «steps[0].delay.unit (one of minutes, hours, business_days, days)». */
function refusalWords(read: Extract<CadenceFileRead, { kind: 'refused' }>): string {
  if (read.reason !== 'wrong') return i18n.t(`templates.refused.${read.reason}`)
  const { kind, value } = read.need
  const need = kind === 'other' ? '' : ` (${i18n.t(`templates.need.${kind}`, [value])})`
  return i18n.t('templates.refused.wrong', { at: `${read.at}${need}` })
}

const LARGEST = 4_000_000
const NO_CADENCE = { kind: 'refused', reason: 'noCadence', at: '' } as const
