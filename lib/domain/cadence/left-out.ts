import { nextTouch, type PlanInput, type PlanTouch } from './plan.ts'
import { skippedAt } from './project.ts'
import { reckoningOf } from './reckoning.ts'
import type { Step } from './step.ts'
import type { Instant } from '../values.ts'

/** Rule O3 of SPEC.md for one enrollment. */

export interface LeftOut {
  /** The touches that are left out by now, in order, each at its own instant. */
  touches: { step: Step; at: Instant; dueAt: Instant }[]
  /** When the next one will be; null when none is going to be. */
  nextAt: Instant | null
}

/** What the overdue policy leaves out of an active enrollment by now. The next touch counts from there. */
export function leftOut(input: PlanInput): LeftOut {
  const touches: LeftOut['touches'] = []
  const written: PlanTouch[] = [...input.touches]
  const now = Temporal.Instant.from(input.now).epochMilliseconds
  for (let left = input.cadence.steps.length; left > 0; left--) {
    const next = nextTouch({ ...input, touches: written })
    const step = next.kind === 'due' ? input.cadence.steps.find(({ id }) => id === next.stepId) : undefined
    if (next.kind !== 'due' || step === undefined) break
    const due = Temporal.Instant.from(next.at).epochMilliseconds
    const at = skippedAt(step, due, reckoningOf(input.calendar, step))
    if (at === null) break
    const instant = Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'millisecond' })
    if (at > now) return { touches, nextAt: instant }
    touches.push({ step, at: instant, dueAt: next.at })
    const { cycle } = input.enrollment
    const place = written.findIndex((one) => one.cycle === cycle && one.stepId === step.id)
    const row: PlanTouch = { stepId: step.id, cycle, state: 'skipped', at: instant, snoozedTo: null }
    written.splice(place === -1 ? written.length : place, place === -1 ? 0 : 1, row)
  }
  return { touches, nextAt: null }
}
