import * as z from 'zod/mini'
import { oneLine } from './scope.ts'
import type { Rendered } from './variables.ts'

/**
 * What the rep wrote for one touch: a text of its own in place of the template's, and values for what was missing.
 * Kept as typed, under the touch's own key; recorded with the touch when it is done.
 */
export const touchDraft = z.object({
  /** Null: the template's. */
  subject: z.nullable(z.string().check(z.maxLength(2_000))),
  body: z.nullable(z.string().check(z.maxLength(50_000))),
  fills: z.record(z.string(), z.string().check(z.maxLength(2_000))),
})
export type TouchDraft = z.infer<typeof touchDraft>

export const NO_DRAFT: TouchDraft = { subject: null, body: null, fills: {} }

/** Key of the draft; another step, or another run of the cadence, is another touch. */
export function touchDraftKey(touch: { enrollmentId: string; stepId: string; cycle: number }): string {
  return `touch.${touch.enrollmentId}.${String(touch.cycle)}.${touch.stepId}`
}

/** The kept text as a draft; what cannot be read is none. */
export function readTouchDraft(text: string | null): TouchDraft {
  if (text === null) return NO_DRAFT
  try {
    const parsed = touchDraft.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : NO_DRAFT
  } catch {
    return NO_DRAFT
  }
}

export function isEmptyDraft({ subject, body, fills }: TouchDraft): boolean {
  return subject === null && body === null && Object.keys(fills).length === 0
}

/**
 * The text as it would be sent: what the rep wrote in place of what the template gave. A value is missing only while
 * its mark still stands in the text, and template code that was pasted is a hole like any other.
 */
export function preparedText(rendered: Rendered, draft: TouchDraft): Rendered {
  const subject = draft.subject === null ? rendered.subject : oneLine(draft.subject.toWellFormed())
  const body = draft.body === null ? rendered.body : draft.body.toWellFormed()
  const isOwn = draft.subject !== null && draft.body !== null
  const whole = `${subject}\n${body}`
  const missing =
    draft.subject === null && draft.body === null
      ? rendered.missing
      : rendered.missing.filter((name) => whole.includes(`[${name}]`))
  const code = [draft.subject, draft.body].flatMap((text) => codeIn(text ?? ''))
  // A text of the rep's own is not the template: its fault is gone with it.
  const isFaultGone = isOwn || (rendered.problem !== null && draft[rendered.problem.part] !== null)
  return {
    subject,
    body,
    missing: [...missing, ...code],
    problem: isFaultGone ? null : rendered.problem,
  }
}

/** Why the text must not be sent as it stands; empty when it may. Also of a text without draft. */
export function isHeld({ missing, problem }: Pick<Rendered, 'missing' | 'problem'>): boolean {
  return missing.length > 0 || problem !== null
}

function codeIn(text: string): string[] {
  const found = text.slice(0, 50_000).match(/\{\{[^{}]{0,80}\}?\}?|\{%[^{}]{0,80}%?\}?/g) ?? []
  return [...new Set(found)].slice(0, 5)
}
