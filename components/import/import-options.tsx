import { useCadences } from '#lib/queries/cadences.ts'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'

export interface Options {
  /** Empty: no cadence. */
  cadenceId: string
  source: string
  updateKnown: boolean
}

/** What holds for everybody in the file. */
export function ImportOptions({ options, disabled, onChange }: ImportOptionsProps) {
  const cadences = (useCadences().data ?? []).filter(({ steps }) => steps.length > 0)
  return (
    <fieldset className="imp-options" disabled={disabled}>
      <legend className="label">{i18n.t('files.forAll')}</legend>
      <Select
        label={i18n.t('files.cadence')}
        value={options.cadenceId}
        options={[
          { value: '', label: i18n.t('files.noCadence') },
          ...cadences.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(cadenceId) => onChange({ ...options, cadenceId })}
      />
      <TextField
        label={i18n.t('files.source')}
        help={i18n.t('files.sourceHelp')}
        maxLength={200}
        value={options.source}
        onChange={(event) => onChange({ ...options, source: event.target.value })}
      />
      <Checkbox
        label={i18n.t('files.updateKnown')}
        checked={options.updateKnown}
        disabled={disabled}
        onChange={(updateKnown) => onChange({ ...options, updateKnown })}
      />
    </fieldset>
  )
}

interface ImportOptionsProps {
  options: Options
  disabled: boolean
  onChange: (options: Options) => void
}
