import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { Day } from '#lib/domain/values.ts'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { addRange, rangesOf, removeRange, type DayRange } from './days-off.ts'
import { useSaving } from './saving.tsx'

/** Days on which no touch falls: holidays and time off of the rep. */
export function DaysOff({ days }: { days: readonly Day[] }) {
  const { save } = useSaving()
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [problem, setProblem] = useState<'from' | 'order' | 'tooLong' | null>(null)
  const add = () => {
    const added = addRange(days, from, until)
    setProblem(added.ok ? null : added.problem)
    if (!added.ok) return
    save({ daysOff: added.days })
    setFrom('')
    setUntil('')
  }
  return (
    <fieldset className="set-days">
      <legend className="label">{i18n.t('settings.daysOff.title')}</legend>
      <ul className="chips">
        {rangesOf(days).map((range) => (
          <RangeChip
            key={range.from}
            range={range}
            onRemove={() => save({ daysOff: removeRange(days, range) })}
          />
        ))}
      </ul>
      <form
        className="set-days-add"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <TextField
          label={i18n.t('settings.daysOff.from')}
          type="date"
          value={from}
          {...(problem === 'from' || problem === 'order' ? { 'aria-invalid': true } : {})}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          label={i18n.t('settings.daysOff.until')}
          type="date"
          value={until}
          min={from}
          onChange={(event) => setUntil(event.target.value)}
        />
        <Button icon={Plus} type="submit">
          {i18n.t('settings.daysOff.add')}
        </Button>
      </form>
      {problem !== null && (
        <p className="error m-0!" role="alert">
          {i18n.t(PROBLEMS[problem])}
        </p>
      )}
    </fieldset>
  )
}

function RangeChip({ range, onRemove }: { range: DayRange; onRemove: () => void }) {
  const words = rangeWords(range)
  return (
    <li className="chip chip-btn">
      {words}
      <IconButton
        icon={X}
        small
        label={i18n.t('settings.daysOff.remove', [words])}
        tip={false}
        onClick={onRemove}
      />
    </li>
  )
}

/** «24 – 31 Dec 2026», as the rep's locale writes a range of days. */
function rangeWords({ from, until }: DayRange): string {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' })
  return format.formatRange(new Date(from), new Date(until))
}

const PROBLEMS = {
  from: 'settings.daysOff.wrongFrom',
  order: 'settings.daysOff.wrongOrder',
  tooLong: 'settings.daysOff.wrongLong',
} as const
