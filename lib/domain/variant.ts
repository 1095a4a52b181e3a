import { v5 } from 'uuid'
import type { Step } from './cadence/step.ts'
import type { Touch } from './records.ts'

/**
 * Texts of one step that are tried against each other.
 *
 *   V1  A is the step's own text, the others are its `variants`. Who gets which follows from enrollment and step
 *       alone: the same on every device, today and next month, whatever text is edited.
 *   V2  Each has an equal share. Each variant bids for an enrollment and the highest bid wins, so that a variant that
 *       is added or removed moves only those it wins or loses.
 *   V3  A done touch says which text it was (`touch.variant`); one without counts for none.
 */
type WithVariants = Pick<Step, 'id' | 'subject' | 'body' | 'variants'>

/** Id of the step's own text. */
export const OWN_TEXT = 'A'

/** Ids of the texts of a step, its own first. */
export function variantIds({ variants = [] }: Pick<Step, 'variants'>): string[] {
  return [OWN_TEXT, ...variants.map(({ id }) => id)]
}

/** V1, V2: the text this enrollment gets; null where there is only one. */
export function variantOf(step: Pick<Step, 'id' | 'variants'>, enrollmentId: string): string | null {
  if ((step.variants ?? []).length === 0) return null
  const bids = variantIds(step).map((id) => ({ id, bid: v5(`${enrollmentId}/${step.id}/${id}`, BID_SPACE) }))
  return bids.reduce((best, one) => (one.bid > best.bid ? one : best)).id
}

/** The step with the text this enrollment gets. */
export function withVariant<S extends WithVariants>(step: S, enrollmentId: string): S {
  const chosen = variantOf(step, enrollmentId)
  const text = step.variants?.find(({ id }) => id === chosen)
  return text === undefined ? step : { ...step, subject: text.subject, body: text.body }
}

/** An id for one more text: the first free letter. */
export function nextVariantId(step: Pick<Step, 'variants'>): string | null {
  const taken = new Set(variantIds(step))
  return LETTERS.find((letter) => !taken.has(letter)) ?? null
}

export interface VariantCount {
  id: string
  /** Touches that were done with it. */
  done: number
  /** Of these, those whose person answered well in the same run of the cadence. */
  replied: number
}

/** V3: how often each text was used and answered. A reply counts for the texts its person got in that run. */
export function countVariants(
  step: Pick<Step, 'id' | 'variants'>,
  touches: readonly Pick<Touch, 'enrollmentId' | 'stepId' | 'cycle' | 'state' | 'variant' | 'signal'>[],
): VariantCount[] {
  const run = (touch: { enrollmentId: string; cycle: number }): string =>
    `${touch.enrollmentId} ${String(touch.cycle)}`
  const answered = new Set(touches.filter(({ signal }) => signal === 'positive').map(run))
  return variantIds(step).map((id) => {
    const done = touches.filter(
      (touch) => touch.stepId === step.id && touch.state === 'done' && touch.variant === id,
    )
    return { id, done: done.length, replied: done.filter((touch) => answered.has(run(touch))).length }
  })
}

const BID_SPACE = '8d4b2f6a-1c3e-5b79-9a0d-6e5f4c3b2a19'
const LETTERS = ['B', 'C', 'D', 'E']
