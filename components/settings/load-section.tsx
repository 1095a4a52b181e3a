import { minutesOf } from '#lib/domain/capacity.ts'
import { CHANNELS, STEP_TYPES, type Channel, type StepType } from '#lib/domain/cadence/step.ts'
import type { Settings } from '#lib/domain/settings.ts'
import { useGauge } from '#lib/queries/gauge.ts'
import { i18n } from '#components/ui/i18n.ts'
import { GaugeLines } from '#components/load/gauge-lines.tsx'
import { NumberField } from './number-field.tsx'
import { useSaving } from './saving.tsx'
import { ChoiceRow, Section } from './section.tsx'

/** How much a day holds, what a touch takes, and what LinkedIn allows. */
export function LoadSection({ settings }: { settings: Settings }) {
  const { save } = useSaving()
  const gauge = useGauge().data
  return (
    <Section id="load" title={i18n.t('settings.load.title')} intro={i18n.t('settings.load.intro')}>
      <div className="set-numbers">
        <NumberField
          label={i18n.t('settings.load.day')}
          value={settings.dailyTouches}
          least={1}
          most={1000}
          none
          onSave={(dailyTouches) => save({ dailyTouches })}
        />
        {CHANNELS.map((channel) => (
          <NumberField
            key={channel}
            label={i18n.t(`settings.load.channel.${channel}`)}
            value={settings.dailyCaps[channel]}
            least={1}
            most={1000}
            none
            onSave={(cap) => save({ dailyCaps: withCap(settings, channel, cap) })}
          />
        ))}
      </div>
      <h3 className="set-sub">{i18n.t('settings.load.linkedin')}</h3>
      <ChoiceRow
        label={i18n.t('settings.load.plan')}
        help={i18n.t('settings.load.planHelp')}
        value={settings.linkedinPlan}
        options={[
          { value: 'free', label: i18n.t('settings.load.free') },
          { value: 'premium', label: i18n.t('settings.load.premium') },
        ]}
        onChange={(linkedinPlan) => save({ linkedinPlan })}
      />
      <div className="set-numbers">
        <NumberField
          label={i18n.t('settings.load.weekly')}
          value={settings.weeklyInvitations}
          least={1}
          most={500}
          onSave={(weekly) => weekly !== null && save({ weeklyInvitations: weekly })}
        />
      </div>
      {gauge && <GaugeLines gauge={gauge} />}
      <h3 className="set-sub">{i18n.t('settings.load.minutes')}</h3>
      <div className="set-numbers">
        {STEP_TYPES.map((type) => (
          <NumberField
            key={type}
            label={i18n.t(`ui.step.${type}`)}
            value={minutesOf(type, settings)}
            least={1}
            most={240}
            onSave={(minutes) => save({ touchMinutes: withMinutes(settings, type, minutes) })}
          />
        ))}
      </div>
    </Section>
  )
}

function withCap(settings: Settings, channel: Channel, cap: number | null): Settings['dailyCaps'] {
  return { ...settings.dailyCaps, [channel]: cap }
}

function withMinutes(settings: Settings, type: StepType, minutes: number | null): Settings['touchMinutes'] {
  return minutes === null ? settings.touchMinutes : { ...settings.touchMinutes, [type]: minutes }
}
