import type { Outcome } from '../outcomes.ts'
import type { Cadence, Enrollment } from '../records.ts'
import type { Sentiment } from '../outcome-axes.ts'

/** Rules A1 to A4 of SPEC.md: an answer from a company ends the cadences of its other people that say so. */

type WithId<T> = T & { id: string }

/** A1. `sentiment`: as it is recorded with the touch, which may say more than the outcome. */
export function isAnswer(
  { effect, finishReason }: Pick<Outcome, 'effect' | 'finishReason'>,
  sentiment: Sentiment | null,
): boolean {
  if (effect !== 'end') return false
  return finishReason === 'reply' || finishReason === 'meeting' || sentiment !== null
}

/** The cadences that an answer from the company stops. */
export function stoppingCadences(cadences: readonly WithId<Cadence>[]): ReadonlySet<string> {
  return new Set(cadences.filter(({ stopsAccount }) => stopsAccount === true).map(({ id }) => id))
}

/** A2: those of the account's enrollments that end; `answered` is the id of the one that the answer came in. */
export function endedByAnswer<E extends Pick<WithId<Enrollment>, 'id' | 'state' | 'cadenceId'>>(
  ofAccount: readonly E[],
  { answered, stopping }: { answered: string; stopping: ReadonlySet<string> },
): E[] {
  return ofAccount.filter(
    ({ id, state, cadenceId }) => id !== answered && state !== 'finished' && stopping.has(cadenceId),
  )
}
