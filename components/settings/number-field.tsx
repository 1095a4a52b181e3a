import { i18n } from '#components/ui/i18n.ts'
import { TextField } from '#components/ui/text-field.tsx'
import { useTypedText, type Checked } from './use-typed.ts'

/** A whole number, saved as it is typed. Empty means «any number» where `none` is allowed. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, least, most, none = false, onSave } = props
  const typed = useTypedText<number | null>({
    saved: value,
    show: (number) => (number === null ? '' : String(number)),
    check: (text) => checkNumber(text, { least, most, none }),
    save: onSave,
  })
  return (
    <TextField
      label={label}
      inputMode="numeric"
      {...(none ? { placeholder: i18n.t('settings.load.any') } : {})}
      {...typed}
    />
  )
}

interface NumberFieldProps {
  label: string
  value: number | null
  least: number
  most: number
  none?: boolean
  onSave: (value: number | null) => void
}

export function checkNumber(
  text: string,
  { least, most, none }: { least: number; most: number; none: boolean },
): Checked<number | null> {
  const plain = text.trim()
  if (plain === '' && none) return { ok: true, value: null }
  const value = /^\d+$/.test(plain) ? Number(plain) : Number.NaN
  return value >= least && value <= most
    ? { ok: true, value }
    : { ok: false, problem: i18n.t('settings.load.notNumber', [String(least), String(most)]) }
}
