import { Suspense, useState, type ReactNode } from 'react'
import { asksFor, type Outcome } from '#lib/domain/outcomes.ts'
import { later } from '#components/ui/later.tsx'
import type { OutcomeTold, TouchRef } from './use-touch-acts.ts'

const OutcomeWhen = later(async () => (await import('./outcome-when.tsx')).OutcomeWhen)

/**
 * Takes an outcome, and asks first where it has something to ask. `dialog` belongs into the page beside what takes it,
 * where it stays when a menu closes.
 */
export function useTold(
  touch: TouchRef,
  take: (outcome: Outcome, told: OutcomeTold) => void,
): { ask: (outcome: Outcome) => void; dialog: ReactNode } {
  const [asked, setAsked] = useState<Outcome | null>(null)
  return {
    ask: (outcome) => (asksFor(outcome) === null ? take(outcome, {}) : setAsked(outcome)),
    dialog: asked && (
      <Suspense fallback={null}>
        <OutcomeWhen
          touch={touch}
          outcome={asked}
          onClose={() => setAsked(null)}
          onTake={(told) => {
            setAsked(null)
            take(asked, told)
          }}
        />
      </Suspense>
    ),
  }
}
