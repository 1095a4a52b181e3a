import { useState } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import type { CadenceTemplate } from '#lib/domain/cadence/cadence-templates.ts'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
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
    const id = await save({ name, steps }, null)
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
    </details>
  )
}
