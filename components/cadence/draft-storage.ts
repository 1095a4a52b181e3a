import * as z from 'zod/mini'
import type { Drafts } from '#lib/app/drafts.ts'
import { step } from '#lib/domain/cadence/step.ts'
import type { CadenceDraft } from './draft.ts'

/**
 * What was typed and not saved yet. It lives beside the page, not in the records: a half-written step must not
 * reach people who are in the cadence, and must be there again after the panel was closed or the browser fell.
 */

/** Absent in drafts that were kept before there was such a rule. */
const stopsAccount = z.prefault(z.boolean(), false)

const kept = z.object({
  /** The saved cadence on which the draft stands, to notice that it was changed elsewhere since. */
  base: z.nullable(z.object({ name: z.string(), stopsAccount, steps: z.array(step) })),
  /** The draft may be invalid (an empty name, a long note): that is why it is kept and not saved. */
  draft: z.object({
    name: z.string(),
    stopsAccount,
    steps: z.array(
      z.extend(step, {
        subject: z.string(),
        body: z.string(),
        delay: z.object({
          value: z.nullable(z.number()),
          unit: step.shape.delay.shape.unit,
          from: step.shape.delay.shape.from,
        }),
      }),
    ),
  }),
})

export interface KeptDraft {
  base: CadenceDraft | null
  draft: CadenceDraft
}

export function readDraft(drafts: Drafts, key: string): KeptDraft | null {
  const text = drafts.get(PREFIX + key)
  if (text === null) return null
  const parsed = kept.safeParse(safeJson(text))
  if (!parsed.success) return null
  const { base, draft } = parsed.data
  // JSON writes NaN, an emptied number field, as null.
  const steps = draft.steps.map((one) => ({ ...one, delay: { ...one.delay, value: one.delay.value ?? NaN } }))
  return { base, draft: { ...draft, steps } }
}

/** False when the browser refused (storage full): the caller says so, and the draft stays on screen. */
export function keepDraft(drafts: Drafts, key: string, draft: KeptDraft): Promise<boolean> {
  return drafts.keep(PREFIX + key, JSON.stringify(draft)).then(
    () => true,
    () => false,
  )
}

export function dropDraft(drafts: Drafts, key: string): void {
  drafts.drop(PREFIX + key)
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const PREFIX = 'cadence.'
