import type { Settings } from '#lib/domain/settings.ts'
import { i18n } from '#components/ui/i18n.ts'
import { Select } from '#components/ui/select.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { useSaving } from './saving.tsx'
import { ChoiceRow, Section, SetRow } from './section.tsx'
import { SpanFields } from './span-fields.tsx'

/** Which notifications come, when they keep quiet, and what their Snooze means. */
export function RemindersSection({ settings }: { settings: Settings }) {
  const { save } = useSaving()
  const off = !settings.notifications
  const word = (key: 'each' | 'together') => i18n.t(`settings.reminders.style.${key}`)
  return (
    <Section id="reminders" title={i18n.t('settings.reminders.title')}>
      <div className="set-switches">
        <Switch
          label={i18n.t('settings.reminders.notifications')}
          help={i18n.t('settings.reminders.notificationsHelp')}
          checked={settings.notifications}
          onChange={(notifications) => save({ notifications })}
        />
        <Switch
          label={i18n.t('settings.reminders.names')}
          help={i18n.t('settings.reminders.namesHelp')}
          checked={settings.notifyNames}
          disabled={off}
          onChange={(notifyNames) => save({ notifyNames })}
        />
        <Switch
          label={i18n.t('settings.reminders.digest')}
          help={i18n.t('settings.reminders.digestHelp')}
          checked={settings.digest}
          disabled={off}
          onChange={(digest) => save({ digest })}
        />
        <Switch
          label={i18n.t('settings.reminders.escalate')}
          help={i18n.t('settings.reminders.escalateHelp')}
          checked={settings.escalate}
          disabled={off}
          onChange={(escalate) => save({ escalate })}
        />
        <Switch
          label={i18n.t('settings.reminders.quiet')}
          help={i18n.t('settings.reminders.quietHelp')}
          checked={settings.quietHours !== null}
          disabled={off}
          onChange={(on) => save({ quietHours: on ? USUAL : null })}
        />
      </div>
      {settings.quietHours !== null && (
        <SpanFields
          span={settings.quietHours}
          from={i18n.t('settings.reminders.quietFrom')}
          to={i18n.t('settings.reminders.quietTo')}
          overnight
          onSave={(quietHours) => save({ quietHours })}
        />
      )}
      <ChoiceRow
        label={i18n.t('settings.reminders.style.label')}
        help={i18n.t(`settings.reminders.style.${settings.notifyStyle}Help`)}
        value={settings.notifyStyle}
        options={[
          { value: 'each', label: word('each') },
          { value: 'together', label: word('together') },
        ]}
        onChange={(notifyStyle) => save({ notifyStyle })}
      />
      <SetRow label={i18n.t('settings.reminders.snooze')} help={i18n.t('settings.reminders.snoozeHelp')}>
        <Select
          label={i18n.t('settings.reminders.snooze')}
          hideLabel
          value={String(settings.snoozeMinutes)}
          options={SNOOZES.map((minutes) => ({ value: String(minutes), label: spanWord(minutes) }))}
          onChange={(minutes) => save({ snoozeMinutes: Number(minutes) })}
        />
      </SetRow>
    </Section>
  )
}

function spanWord(minutes: number): string {
  return minutes < 60
    ? i18n.t('settings.reminders.minutes', [String(minutes)])
    : i18n.t('settings.reminders.hours', minutes / 60)
}

const USUAL: [string, string] = ['20:00', '07:00']
const SNOOZES = [10, 15, 30, 60, 120, 240] as const
