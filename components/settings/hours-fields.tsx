import { Copy, Plus, X } from 'lucide-react'
import type { WeekHours } from '#lib/domain/cadence/week-hours.ts'
import type { Settings } from '#lib/domain/settings.ts'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import {
  checkSpans,
  WEEKDAYS,
  withBreak,
  withDay,
  type SpanProblem,
  type TypedSpan,
  type Weekday,
} from './hours.ts'
import { useSaving } from './saving.tsx'
import { useTyped } from './use-typed.ts'
import './hours.css'

/** Working hours by weekday, with breaks. A day without hours is off. */
export function HoursFields({ hours }: { hours: Settings['hours'] }) {
  const { save } = useSaving()
  const monday = hours['1'] ?? []
  const copy = () => {
    const days = WEEKDAYS.slice(1, 5)
    save({ hours: days.reduce((all, day) => withDay(all, day, monday), hours) })
  }
  return (
    <fieldset className="set-hours">
      <legend className="label">{i18n.t('settings.hours.title')}</legend>
      <WeekRows hours={hours} onSave={(next) => save({ hours: next })} />
      <div className="set-hours-foot">
        <p className="help m-0!">{i18n.t('settings.hours.help')}</p>
        <Button small look="quiet" icon={Copy} onClick={copy}>
          {i18n.t('settings.hours.copyMonday')}
        </Button>
      </div>
    </fieldset>
  )
}

/** A line for each weekday; `onSave` gets the whole week, once what was typed in a day can be read. */
export function WeekRows({ hours, onSave }: { hours: WeekHours; onSave: (hours: WeekHours) => void }) {
  return WEEKDAYS.map((weekday) => (
    <DayHours
      key={weekday}
      weekday={weekday}
      saved={hours[weekday] ?? []}
      onSave={(spans) => onSave(withDay(hours, weekday, spans))}
    />
  ))
}

function DayHours({ weekday, saved, onSave }: DayHoursProps) {
  const {
    value: spans,
    problem,
    focused,
    type,
    onFocus,
    onBlur,
  } = useTyped<[string, string][], readonly TypedSpan[], SpanProblem>({
    saved,
    show: (value) => value,
    check: checkSpans,
    save: onSave,
  })
  const name = weekdayName(weekday)
  // While the rep is between the two fields of a span it may well be wrong; it is said once they leave the day.
  const wrong = focused ? null : problem
  const typeAt = (at: number, side: 0 | 1, text: string) =>
    type(spans.map((span, n) => (n === at ? (side === 0 ? [text, span[1]] : [span[0], text]) : span)))

  return (
    <div
      role="group"
      aria-label={name}
      className="set-day"
      onFocus={onFocus}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onBlur()}
    >
      <span className="set-day-name">{name}</span>
      <div className="set-spans">
        {spans.length === 0 && (
          <span className="set-off t3 leading-8">{i18n.t('settings.hours.dayOff')}</span>
        )}
        {spans.map((span, at) => (
          <div className="set-span" key={at}>
            <ClockField
              label={i18n.t('settings.hours.from', [name])}
              value={span[0]}
              wrong={wrong?.at === at}
              onType={(text) => typeAt(at, 0, text)}
            />
            <span className="t3">{i18n.t('settings.hours.to')}</span>
            <ClockField
              label={i18n.t('settings.hours.until', [name])}
              value={span[1]}
              wrong={wrong?.at === at}
              onType={(text) => typeAt(at, 1, text)}
            />
            <IconButton
              icon={X}
              small
              label={i18n.t('settings.hours.remove', [span[0], span[1], name])}
              onClick={() => type(spans.toSpliced(at, 1))}
            />
          </div>
        ))}
        {wrong !== null && (
          <p className="error m-0!" role="alert">
            {hoursProblemWords(wrong)}
          </p>
        )}
      </div>
      <Button
        small
        look="quiet"
        icon={Plus}
        aria-label={i18n.t(spans.length === 0 ? 'settings.hours.addHoursOn' : 'settings.hours.addBreakOn', [
          name,
        ])}
        onClick={() => type(withBreak(spans))}
      >
        {i18n.t(spans.length === 0 ? 'settings.hours.addHours' : 'settings.hours.addBreak')}
      </Button>
    </div>
  )
}

interface DayHoursProps {
  weekday: Weekday
  saved: [string, string][]
  onSave: (spans: [string, string][]) => void
}

function ClockField({ label, value, wrong, onType }: ClockFieldProps) {
  return (
    <TextField
      label={label}
      hideLabel
      value={value}
      inputMode="numeric"
      className="set-clock"
      {...(wrong ? { 'aria-invalid': true } : {})}
      onChange={(event) => onType(event.target.value)}
    />
  )
}

interface ClockFieldProps {
  label: string
  value: string
  wrong: boolean
  onType: (text: string) => void
}

export function hoursProblemWords(problem: SpanProblem): string {
  if (problem.kind === 'order') return i18n.t('settings.hours.wrongOrder', [problem.until, problem.from])
  if (problem.kind === 'overlap') return i18n.t('settings.hours.wrongOverlap', [problem.from, problem.until])
  if (problem.typed.trim() === '') return i18n.t('settings.hours.wrongEmpty')
  return i18n.t('settings.hours.wrongTime', [problem.typed])
}

/** In the language of the browser; 1 January 2024 was a Monday. */
function weekdayName(weekday: Weekday): string {
  const day = new Date(Date.UTC(2024, 0, Number(weekday)))
  return new Intl.DateTimeFormat(undefined, { weekday: 'long', timeZone: 'UTC' }).format(day)
}
