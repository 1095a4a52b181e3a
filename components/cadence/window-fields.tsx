import { useId } from 'react'
import type { StepWindow } from '#lib/domain/cadence/step.ts'
import { hoursOfWindow, windowOfHours, withoutHours } from '#lib/domain/cadence/step-window.ts'
import { WeekRows } from '#components/settings/hours-fields.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { ChipButton } from '#components/ui/chip.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { BestTime } from './best-time.tsx'
import './window.css'

/** One window: the same times on its weekdays, or those of each. */
export function WindowFields({ opening, onChange }: WindowFieldsProps) {
  const differs = opening.hours !== undefined
  const zone = (
    <Select
      label={i18n.t('cadence.rules.zone')}
      value={opening.zone ?? 'contact'}
      options={ZONES.map((value) => ({ value, label: i18n.t(`cadence.rules.zones.${value}`) }))}
      onChange={(value) => onChange({ ...opening, zone: value })}
    />
  )
  return (
    <>
      {differs ? zone : <Times opening={opening} onChange={onChange} zone={zone} />}
      <BestTime opening={opening} onChange={onChange} />
      <Checkbox
        label={i18n.t('cadence.rules.byWeekday')}
        checked={differs}
        onChange={(on) =>
          onChange(on ? windowOfHours(opening, hoursOfWindow(opening)) : withoutHours(opening))
        }
      />
      {differs ? (
        <div className="set-hours">
          <WeekRows
            hours={hoursOfWindow(opening)}
            onSave={(hours) => onChange(windowOfHours(opening, hours))}
          />
        </div>
      ) : (
        <Weekdays opening={opening} onChange={onChange} />
      )}
    </>
  )
}

export interface WindowFieldsProps {
  opening: StepWindow
  onChange: (opening: StepWindow) => void
}

/** The browser's own time fields; an emptied one keeps what was there. */
function Times({ opening, onChange, zone }: WindowFieldsProps & { zone: React.ReactNode }) {
  return (
    <div className="cad-delay">
      <TextField
        label={i18n.t('cadence.rules.from')}
        type="time"
        value={opening.from}
        onChange={({ target: { value } }) => value !== '' && onChange({ ...opening, from: value })}
      />
      <TextField
        label={i18n.t('cadence.rules.to')}
        type="time"
        value={opening.to === '24:00' ? '23:59' : opening.to}
        onChange={({ target: { value } }) => value !== '' && onChange({ ...opening, to: value })}
        {...(opening.from >= opening.to ? { error: i18n.t('cadence.rules.windowWrong') } : {})}
      />
      {zone}
    </div>
  )
}

function Weekdays({ opening, onChange }: WindowFieldsProps) {
  const id = useId()
  const days = opening.weekdays ?? ALL_DAYS
  const turn = (day: number) => {
    const next = days.includes(day)
      ? days.filter((one) => one !== day)
      : [...days, day].toSorted((a, b) => a - b)
    if (next.length > 0) onChange({ ...opening, weekdays: next })
  }
  return (
    <div className="cad-days" role="group" aria-labelledby={id}>
      <span className="vh" id={id}>
        {i18n.t('cadence.rules.weekdays')}
      </span>
      {ALL_DAYS.map((day) => (
        <ChipButton key={day} pressed={days.includes(day)} onPress={() => turn(day)}>
          {WEEKDAY.format(new Date(Date.UTC(2024, 0, day)))}
        </ChipButton>
      ))}
    </div>
  )
}

const ZONES = ['contact', 'rep'] as const
/** ISO weekdays; 2024 began with a Monday. */
const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7]
const WEEKDAY = new Intl.DateTimeFormat(undefined, { weekday: 'short', timeZone: 'UTC' })
export const USUAL_WINDOW: StepWindow = { from: '09:00', to: '17:00', weekdays: [1, 2, 3, 4, 5] }
