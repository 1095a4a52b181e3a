import { useState } from 'react'
import { channelOf, type Step } from '#lib/domain/cadence/step.ts'
import { useOutcomes, useSettings } from '#lib/queries/settings.ts'
import { i18n } from '#components/ui/i18n.ts'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { branchWords } from './branch-words.ts'
import type { StepPatch } from './draft.ts'
import { rulesWords, windowWords } from './rules-words.ts'
import { WhenFields } from './step-when.tsx'
import { USUAL_WINDOW, WindowFields } from './window-fields.tsx'

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
        <StepWindowFields step={step} onChange={onChange} />
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

/** As for the channel in the settings, at any time, or in a window of its own (W6). */
function StepWindowFields({ step, onChange }: RuleProps) {
  const channel = channelOf(step.type)
  const shared = useSettings().data?.windows[channel]
  const kind = step.window !== undefined ? 'own' : step.anyTime === true ? 'any' : 'channel'
  return (
    <fieldset className="cad-window">
      <legend className="label">{i18n.t('cadence.rules.window')}</legend>
      <Select
        label={i18n.t('cadence.rules.window')}
        hideLabel
        value={kind}
        options={WINDOWS.map((value) => ({ value, label: i18n.t(`cadence.rules.windows.${value}`) }))}
        onChange={(value) =>
          onChange({
            window: value === 'own' ? (shared ?? USUAL_WINDOW) : undefined,
            anyTime: value === 'any' ? true : undefined,
          })
        }
      />
      {kind === 'channel' && (
        <p className="help m-0!">
          {shared === undefined
            ? i18n.t('cadence.rules.windowNone')
            : i18n.t('cadence.rules.windowShared', { words: windowWords(shared).join(' · ') })}
        </p>
      )}
      {step.window !== undefined && (
        <WindowFields opening={step.window} onChange={(window) => onChange({ window })} />
      )}
    </fieldset>
  )
}

const POLICIES = ['wait', 'slide', 'skip'] as const
const WINDOWS = ['channel', 'any', 'own'] as const
const SKIP_DAYS = 3
