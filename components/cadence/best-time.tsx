import type { StepWindow } from '#lib/domain/cadence/step.ts'
import { i18n } from '#components/ui/i18n.ts'
import { TextField } from '#components/ui/text-field.tsx'

/** The time within a window around which a step is planned (W5); an emptied field takes it off. */
export function BestTime({ opening, onChange }: BestTimeProps) {
  const { best, ...without } = opening
  const isOutside = best !== undefined && (best < opening.from || best >= opening.to)
  return (
    <TextField
      label={i18n.t('cadence.rules.best')}
      type="time"
      value={best ?? ''}
      onChange={({ target: { value } }) => onChange(value === '' ? without : { ...without, best: value })}
      help={i18n.t('cadence.rules.bestHelp')}
      {...(isOutside && { error: i18n.t('cadence.rules.bestOutside') })}
    />
  )
}

interface BestTimeProps {
  opening: StepWindow
  onChange: (opening: StepWindow) => void
}
