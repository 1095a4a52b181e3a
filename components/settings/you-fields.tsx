import type { Settings } from '#lib/domain/settings.ts'
import { i18n } from '#components/ui/i18n.ts'
import { SegmentedField } from '#components/ui/segmented.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useSaving } from './saving.tsx'
import { useTypedText } from './use-typed.ts'

/** The fields of «You» that the welcome page has too. */

export function NameField({ name }: { name: string }) {
  const { save } = useSaving()
  const field = useTypedText({
    saved: name,
    show: (value) => value,
    check: (typed) =>
      typed.trim().length > 200
        ? { ok: false, problem: i18n.t('settings.you.nameLong') }
        : { ok: true, value: typed.trim() },
    save: (value) => save({ name: value }),
  })
  return (
    <TextField
      label={i18n.t('settings.you.name')}
      help={i18n.t('settings.you.nameHelp')}
      autoComplete="name"
      {...field}
    />
  )
}

export function MailAppField({ mailApp }: { mailApp: Settings['mailApp'] }) {
  const { save } = useSaving()
  return (
    <SegmentedField
      label={i18n.t('settings.you.mailApp')}
      value={mailApp}
      options={[
        { value: 'found', label: i18n.t('settings.you.found') },
        { value: 'gmail', label: i18n.t('settings.you.gmail') },
        { value: 'outlook', label: i18n.t('settings.you.outlook') },
        { value: 'mailto', label: i18n.t('settings.you.mailto') },
      ]}
      onChange={(value) => save({ mailApp: value })}
    />
  )
}
