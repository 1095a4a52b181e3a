import { branchProblems, type BranchProblem } from '#lib/domain/cadence/branches.ts'
import { SIGNALS, type Condition, type Step } from '#lib/domain/cadence/step.ts'
import { outcomeOf, type Outcome } from '#lib/domain/outcomes.ts'
import { i18n } from '#components/ui/i18n.ts'
import { outcomeLabel, outcomeWord } from '#components/ui/words.ts'

/** «only on the positive track · when step 2 ended with Connected»; empty for a step that is made for everybody. */
export function branchWords(step: Step, steps: readonly Step[], outcomes: readonly Outcome[]): string {
  const words = (step.when ?? []).map((condition) => conditionWords(condition, steps, outcomes))
  return words.length === 0 ? '' : i18n.t('cadence.rules.only', { words: words.join(' · ') })
}

/** A condition in a few words. */
function conditionWords(condition: Condition, steps: readonly Step[], outcomes: readonly Outcome[]): string {
  if (typeof condition === 'string') return i18n.t(`cadence.rules.short.${condition}`)
  const place = steps.findIndex(({ id }) => id === condition.step) + 1
  const outcome = endWords(condition.outcome, outcomes)
  return place === 0
    ? i18n.t('cadence.rules.short.afterGone', { outcome })
    : i18n.t('cadence.rules.short.after', { place: String(place), outcome })
}

/** «Connected», «a positive outcome». */
export function endWords(outcome: string, outcomes: readonly Outcome[]): string {
  const signal = SIGNALS.find((one) => one === outcome)
  if (signal !== undefined) return i18n.t(`cadence.rules.ends.${signal}`)
  const known = outcomeOf(outcome, outcomes)
  return known === null ? outcomeWord(outcome) : outcomeLabel(known)
}

/** What is wrong with a condition, in a sentence. */
export function branchProblemWords(
  { kind, condition, place }: BranchProblem,
  outcomes: readonly Outcome[],
): string {
  if (kind === 'gone') return i18n.t('cadence.rules.broken.gone')
  if (kind === 'later') return i18n.t('cadence.rules.broken.later', { place: String(place) })
  const outcome = endWords(condition.outcome, outcomes)
  return i18n.t('cadence.rules.broken.never', { place: String(place), outcome })
}

/** The first step that asks for what cannot be, as a sentence with its place; empty when none does. */
export function firstBroken(steps: readonly Step[], outcomes: readonly Outcome[]): string {
  for (const [index] of steps.entries()) {
    const [problem] = branchProblems(steps, index)
    if (problem)
      return `${i18n.t('lint.step', { place: String(index + 1) })} ${branchProblemWords(problem, outcomes)}`
  }
  return ''
}
