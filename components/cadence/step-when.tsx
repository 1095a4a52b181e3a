import { Plus, Trash2 } from 'lucide-react'
import { useId } from 'react'
import { branchProblems, outcomeConditions, type OutcomeCondition } from '#lib/domain/cadence/branches.ts'
import {
  FACTS,
  SIGNALS,
  type Condition,
  type Fact,
  type Signal,
  type Step,
} from '#lib/domain/cadence/step.ts'
import { outcomesFor, type Outcome } from '#lib/domain/outcomes.ts'
import { useOutcomes } from '#lib/queries/settings.ts'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Select } from '#components/ui/select.tsx'
import { branchProblemWords, endWords } from './branch-words.ts'
import type { StepPatch } from './draft.ts'
import { useFocusNext } from './use-focus-next.ts'

/** For whom a step is made at all: what is known of the person, the track, and how earlier steps ended. */
export function WhenFields({ step, steps, onChange }: WhenProps) {
  const conditions = step.when ?? []
  const track = conditions.find(isSignal) ?? 'any'
  const put = (next: readonly Condition[]) => onChange({ when: next.length === 0 ? undefined : [...next] })
  const has = (fact: Fact): boolean => conditions.includes(fact)
  return (
    <fieldset className="cad-window">
      <legend className="label">{i18n.t('cadence.rules.when')}</legend>
      {FACTS.map((fact) => (
        <Checkbox
          key={fact}
          label={i18n.t(`cadence.rules.fact.${fact}`)}
          checked={has(fact)}
          onChange={(on) => put(on ? [...conditions, fact] : conditions.filter((one) => one !== fact))}
        />
      ))}
      <Select
        label={i18n.t('cadence.rules.track')}
        value={track}
        options={(['any', ...SIGNALS] as const).map((value) => ({
          value,
          label: i18n.t(`cadence.rules.tracks.${value}`),
        }))}
        onChange={(value) => {
          const others = conditions.filter((one) => !isSignal(one))
          put(value === 'any' ? others : [...others, value])
        }}
      />
      <p className="help m-0!">{i18n.t('cadence.rules.trackHelp')}</p>
      <AfterFields step={step} steps={steps} onPut={put} />
    </fieldset>
  )
}

interface WhenProps {
  step: Step
  /** All of the cadence. */
  steps: readonly Step[]
  onChange: (patch: StepPatch) => void
}

/** «Only when step 2 ended with Connected», as many as are wanted; all of them must hold. */
function AfterFields({ step, steps, onPut }: AfterProps) {
  const id = useId()
  const focus = useFocusNext()
  const all = useOutcomes()
  const index = steps.findIndex((one) => one.id === step.id)
  const conditions = step.when ?? []
  const before = steps[index - 1]
  const add = () => {
    if (!before) return
    onPut([...conditions, { step: before.id, outcome: endsOf(before, all)[0] ?? 'neutral' }])
    focus(`#${CSS.escape(id)} .cad-after:last-of-type select`)
  }
  return (
    <div id={id} className="cad-afters">
      {outcomeConditions(conditions).map((condition, at) => (
        <After
          // Two may be alike while they are edited.
          key={at}
          condition={condition}
          index={index}
          steps={steps}
          outcomes={all}
          onChange={(next) => onPut(conditions.map((one) => (one === condition ? next : one)))}
          onRemove={() => {
            onPut(conditions.filter((one) => one !== condition))
            focus(`#${CSS.escape(id)} [data-add-after]`)
          }}
        />
      ))}
      {before !== undefined && (
        <Button small icon={Plus} data-add-after onClick={add}>
          {i18n.t('cadence.rules.addAfter')}
        </Button>
      )}
    </div>
  )
}

interface AfterProps {
  step: Step
  steps: readonly Step[]
  onPut: (conditions: readonly Condition[]) => void
}

function After({ condition, index, steps, outcomes, onChange, onRemove }: OneAfterProps) {
  const id = useId()
  const named = steps.find((one) => one.id === condition.step)
  const problem = branchProblems(steps, index).find((one) => one.condition === condition)
  const earlier = steps.slice(0, index)
  const ends = named === undefined ? [...SIGNALS] : endsOf(named, outcomes)
  const wrong = problem === undefined ? {} : { 'aria-invalid': true, 'aria-errormessage': id }
  const choose = (next: Step | undefined) => {
    if (!next) return
    const others = endsOf(next, outcomes)
    const outcome = others.includes(condition.outcome) ? condition.outcome : (others[0] ?? 'neutral')
    onChange({ step: next.id, outcome })
  }
  return (
    <div className="cad-after" role="group" aria-label={i18n.t('cadence.rules.afterLabel')}>
      <Select
        label={i18n.t('cadence.rules.afterStep')}
        value={condition.step}
        options={[
          ...(named !== undefined && earlier.includes(named)
            ? []
            : [{ value: condition.step, label: stepWords(named, steps) }]),
          ...earlier.map((one) => ({ value: one.id, label: stepWords(one, steps) })),
        ]}
        onChange={(value) => choose(earlier.find((one) => one.id === value))}
        {...wrong}
      />
      <Select
        label={i18n.t('cadence.rules.afterOutcome')}
        value={condition.outcome}
        options={[...(ends.includes(condition.outcome) ? [] : [condition.outcome]), ...ends].map((value) => ({
          value,
          label: endWords(value, outcomes),
        }))}
        onChange={(outcome) => onChange({ ...condition, outcome })}
        {...wrong}
      />
      <Button small look="quiet" icon={Trash2} onClick={onRemove}>
        {i18n.t('cadence.rules.removeAfter')}
      </Button>
      {problem !== undefined && (
        <p className="error m-0!" id={id} role="alert">
          {branchProblemWords(problem, outcomes)}
        </p>
      )}
    </div>
  )
}

interface OneAfterProps {
  condition: OutcomeCondition
  /** Place of the step that asks, from 0. */
  index: number
  steps: readonly Step[]
  outcomes: readonly Outcome[]
  onChange: (condition: OutcomeCondition) => void
  onRemove: () => void
}

/** What a step can end with and the cadence go on: its outcomes, then any of a signal. */
function endsOf({ type }: Step, outcomes: readonly Outcome[]): string[] {
  const own = outcomesFor(type, outcomes).filter(({ effect }) => effect !== 'end')
  return [...own.map(({ id }) => id), ...SIGNALS]
}

function stepWords(step: Step | undefined, steps: readonly Step[]): string {
  if (step === undefined) return i18n.t('cadence.rules.goneStep')
  return `${String(steps.indexOf(step) + 1)} · ${i18n.t(`ui.step.${step.type}`)}`
}

function isSignal(condition: Condition): condition is Signal {
  return SIGNALS.some((signal) => signal === condition)
}
