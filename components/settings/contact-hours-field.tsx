import { DEFAULT_SETTINGS, type Settings } from '#lib/domain/settings.ts'
import { i18n } from '#components/ui/i18n.ts'
import { Switch } from '#components/ui/switch.tsx'
import { useSaving } from './saving.tsx'
import { SpanFields } from './span-fields.tsx'

/** When people may be met where they are: their hours and their holidays. */
export function ContactHoursField({
  contactHours,
  contactHolidays,
}: Pick<Settings, 'contactHours' | 'contactHolidays'>) {
  const { save } = useSaving()
  return (
    <fieldset className="set-hours">
      <legend className="label">{i18n.t('settings.contactHours.title')}</legend>
      <div className="set-switches">
        <Switch
          label={i18n.t('settings.contactHours.holidays')}
          help={i18n.t('settings.contactHours.holidaysHelp')}
          checked={contactHolidays}
          onChange={(on) => save({ contactHolidays: on })}
        />
        <Switch
          label={i18n.t('settings.contactHours.hours')}
          help={i18n.t('settings.contactHours.hoursHelp')}
          checked={contactHours !== null}
          onChange={(on) => save({ contactHours: on ? DEFAULT_SETTINGS.contactHours : null })}
        />
      </div>
      {contactHours !== null && (
        <SpanFields
          span={contactHours}
          from={i18n.t('settings.contactHours.from')}
          to={i18n.t('settings.contactHours.to')}
          onSave={(span) => save({ contactHours: span })}
        />
      )}
    </fieldset>
  )
}
