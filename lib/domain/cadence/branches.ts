import { outcomeOf } from '../outcomes.ts'
import { channelOf, SIGNALS, type Condition, type Step } from './step.ts'

/** The conditions of a step that name an earlier one (B3 of SPEC.md), while a cadence is edited. */
export type OutcomeCondition = Exclude<Condition, string>

export interface BranchProblem {
  /** The step it names is deleted, comes no earlier than the one that asks, or can never end like this. */
  kind: 'gone' | 'later' | 'never'
  condition: OutcomeCondition
  /** Where the named step stands, from 1; null when it is gone. */
  place: number | null
}

/** Conditions of the step at `index` that can never hold, in their order; empty when all can. */
export function branchProblems(steps: readonly BranchStep[], index: number): BranchProblem[] {
  return outcomeConditions(steps[index]?.when).flatMap((condition): BranchProblem[] => {
    const at = steps.findIndex(({ id }) => id === condition.step)
    const named = steps[at]
    if (named === undefined) return [{ kind: 'gone', condition, place: null }]
    if (at >= index) return [{ kind: 'later', condition, place: at + 1 }]
    return canEndWith(named, condition.outcome) ? [] : [{ kind: 'never', condition, place: at + 1 }]
  })
}

type BranchStep = Pick<Step, 'id' | 'type' | 'when'>

export function outcomeConditions(when: readonly Condition[] = []): OutcomeCondition[] {
  return when.filter((condition): condition is OutcomeCondition => typeof condition !== 'string')
}

/** Places, from 1, of the steps that ask for the outcome of the step `id`. */
export function placesAskingFor(steps: readonly BranchStep[], id: string): number[] {
  return steps.flatMap(({ when }, index) =>
    outcomeConditions(when).some(({ step }) => step === id) ? [index + 1] : [],
  )
}

/** An outcome of another channel never comes of a step; a word that is not Baton's own may be anybody's. */
function canEndWith({ type }: BranchStep, outcome: string): boolean {
  const known = SIGNALS.some((signal) => signal === outcome) ? null : outcomeOf(outcome)
  return known === null || (known.channel === channelOf(type) && (known.types?.includes(type) ?? true))
}
