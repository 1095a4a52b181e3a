import type { Condition, Fact, PlanStep, Signal } from './step.ts'

/** Whether a step is made at all: conditions and tracks (rules B1 to B3 of SPEC.md). */

/** What is known when a step comes up. */
export interface Known {
  facts: ReadonlySet<Fact>
  /** The track the person is on (B2). */
  track: Signal
  /** The last outcome of each step, as recorded. */
  outcomes: ReadonlyMap<string, { outcome: string; signal: Signal }>
}

/** B1: all conditions hold; a step without any is always made. */
export function isMade(step: Pick<PlanStep, 'when'>, known: Known): boolean {
  return (step.when ?? []).every((condition) => holds(condition, known))
}

function holds(condition: Condition, { facts, track, outcomes }: Known): boolean {
  if (typeof condition !== 'string') {
    const last = outcomes.get(condition.step)
    return last !== undefined && (last.outcome === condition.outcome || last.signal === condition.outcome)
  }
  if (condition === 'positive' || condition === 'neutral' || condition === 'negative')
    return track === condition
  return facts.has(condition)
}

/** B2: the signal of the last outcome that was not neutral; neutral until there is one. */
export function trackOf(signals: readonly Signal[]): Signal {
  return signals.findLast((signal) => signal !== 'neutral') ?? 'neutral'
}
