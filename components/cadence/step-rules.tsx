import { useId, useState } from 'react'
import type { Step, StepWindow } from '#lib/domain/cadence/step.ts'
import { useOutcomes } from '#lib/queries/settings.ts'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { ChipButton } from '#components/ui/chip.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { BestTime } from './best-time.tsx'
import { branchWords } from './branch-words.ts'
import type { StepPatch } from './draft.ts'
import { rulesWords } from './rules-words.ts'
import { WhenFields } from './step-when.tsx'

/** When on a day the step may be made, what becomes of it when nobody makes it, and for whom it is made at all. */
export function StepRules({ step, steps, isWrong, onChange }: StepRulesProps) {
  const [isOpen, setOpen] = useState(false)
  const branch = branchWords(step, steps, useOutcomes())
  const words = [...rulesWords(step), ...(branch === '' ? [] : [branch])]
  return (
    <details
      className="cad-fields"
      open={isOpen || isWrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {i18n.t('cadence.rules.title')}
        {words.length > 0 && <span className="t3"> · {words.join(' · ')}</span>}
      </summary>
      <div className="cad-rules">
        <OverdueFields step={step} onChange={onChange} />
        <WindowFields step={step} onChange={onChange} />
        <WhenFields step={step} steps={steps} onChange={onChange} />
      </div>
    </details>
  )
}

interface RuleProps {
  step: Step
  onChange: (patch: StepPatch) => void
}

interface StepRulesProps extends RuleProps {
  /** All of the cadence, which conditions name. */
  steps: readonly Step[]
  /** A condition asks for what cannot be: it is shown. */
  isWrong: boolean
}

function OverdueFields({ step, onChange }: RuleProps) {
  const policy = step.overdue?.policy ?? 'wait'
  return (
    <div className="cad-delay">
      <Select
        label={i18n.t('cadence.rules.overdue')}
        value={policy}
        options={POLICIES.map((value) => ({ value, label: i18n.t(`cadence.rules.policy.${value}`) }))}
        onChange={(value) =>
          onChange({ overdue: value === 'skip' ? { policy: value, days: SKIP_DAYS } : { policy: value } })
        }
      />
      {policy === 'skip' && (
        <TextField
          label={i18n.t('cadence.rules.after')}
          type="number"
          min={1}
          max={365}
          value={step.overdue?.days ?? SKIP_DAYS}
          onChange={(event) => {
            const days = event.target.valueAsNumber
            if (Number.isInteger(days) && days >= 1 && days <= 365)
              onChange({ overdue: { policy: 'skip', days } })
          }}
        />
      )}
      <p className="help m-0!">{i18n.t(`cadence.rules.policyHelp.${policy}`)}</p>
    </div>
  )
}

/** The browser's own time fields; an emptied one keeps what was there. */
function WindowFields({ step, onChange }: RuleProps) {
  const id = useId()
  const { window: opening } = step
  const put = (patch: Partial<StepWindow>) => onChange({ window: { ...(opening ?? USUAL), ...patch } })
  const days = opening?.weekdays ?? ALL_DAYS
  return (
    <fieldset className="cad-window">
      <legend className="label">{i18n.t('cadence.rules.window')}</legend>
      <Checkbox
        label={i18n.t('cadence.rules.windowOnly')}
        checked={opening !== undefined}
        onChange={(on) => onChange({ window: on ? USUAL : undefined })}
      />
      {opening !== undefined && (
        <>
          <div className="cad-delay">
            <TextField
              label={i18n.t('cadence.rules.from')}
              type="time"
              value={opening.from}
              onChange={(event) => event.target.value !== '' && put({ from: event.target.value })}
            />
            <TextField
              label={i18n.t('cadence.rules.to')}
              type="time"
              value={opening.to === '24:00' ? '23:59' : opening.to}
              onChange={(event) => event.target.value !== '' && put({ to: event.target.value })}
              {...(opening.from >= opening.to ? { error: i18n.t('cadence.rules.windowWrong') } : {})}
            />
            <Select
              label={i18n.t('cadence.rules.zone')}
              value={opening.zone ?? 'contact'}
              options={ZONES.map((value) => ({ value, label: i18n.t(`cadence.rules.zones.${value}`) }))}
              onChange={(zone) => put({ zone })}
            />
          </div>
          <BestTime opening={opening} onChange={(window) => onChange({ window })} />
          <div className="cad-days" role="group" aria-labelledby={id}>
            <span className="vh" id={id}>
              {i18n.t('cadence.rules.weekdays')}
            </span>
            {ALL_DAYS.map((day) => (
              <ChipButton
                key={day}
                pressed={days.includes(day)}
                onPress={() => {
                  const next = days.includes(day)
                    ? days.filter((one) => one !== day)
                    : [...days, day].toSorted((a, b) => a - b)
                  if (next.length > 0) put({ weekdays: next })
                }}
              >
                {WEEKDAY.format(new Date(Date.UTC(2024, 0, day)))}
              </ChipButton>
            ))}
          </div>
        </>
      )}
    </fieldset>
  )
}

const POLICIES = ['wait', 'slide', 'skip'] as const
const ZONES = ['contact', 'rep'] as const
const SKIP_DAYS = 3
/** ISO weekdays; 2024 began with a Monday. */
const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7]
const WEEKDAY = new Intl.DateTimeFormat(undefined, { weekday: 'short', timeZone: 'UTC' })
const USUAL: StepWindow = { from: '09:00', to: '17:00', weekdays: [1, 2, 3, 4, 5] }
