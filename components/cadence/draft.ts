import type { Cadence } from '#lib/domain/records.ts'
import { branchProblems, type BranchProblem } from '#lib/domain/cadence/branches.ts'
import type { Step, StepType } from '#lib/domain/cadence/step.ts'
import { templateProblem } from '#lib/domain/template.ts'
import type { TemplateProblem } from '#lib/domain/templates/variables.ts'

/** A cadence while it is edited: plain values, changed by pure functions, so that every change can be kept and compared. */

export interface CadenceDraft {
  name: string
  /** Any reply from the same company ends it. */
  stopsAccount: boolean
  steps: Step[]
}

export function draftOf(cadence: Pick<Cadence, 'name' | 'steps' | 'stopsAccount'>): CadenceDraft {
  return { name: cadence.name, stopsAccount: cadence.stopsAccount ?? false, steps: cadence.steps }
}

export function sameDraft(a: CadenceDraft, b: CadenceDraft): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** A new step behind `after` (at the end when -1 finds nothing): two business days later, without text. */
export function withStep(draft: CadenceDraft, after: number, type: StepType, id: string): CadenceDraft {
  const first = draft.steps.length === 0
  const step: Step = {
    id,
    type,
    delay: { value: first ? 0 : 2, unit: 'business_days', from: 'previous' },
    subject: '',
    body: '',
    breakup: false,
  }
  return { ...draft, steps: draft.steps.toSpliced(after + 1, 0, step) }
}

export function withoutStep(draft: CadenceDraft, index: number): CadenceDraft {
  return { ...draft, steps: draft.steps.toSpliced(index, 1) }
}

/** New values of a step; undefined takes a rule off. */
export type StepPatch = { [Name in keyof Step]?: Step[Name] | undefined }

/** The step at `index` one place up (-1) or down (1); at the edge nothing changes. */
export function movedStep(draft: CadenceDraft, index: number, by: -1 | 1): CadenceDraft {
  const step = draft.steps[index]
  const target = index + by
  if (!step || target < 0 || target >= draft.steps.length) return draft
  return { ...draft, steps: draft.steps.toSpliced(index, 1).toSpliced(target, 0, step) }
}

export function patchedStep(draft: CadenceDraft, index: number, patch: StepPatch): CadenceDraft {
  const step = draft.steps[index]
  if (!step) return draft
  const changed = { ...step, ...patch }
  // A rule that was taken off is absent, not undefined: records are compared as text.
  const kept = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined))
  return { ...draft, steps: draft.steps.with(index, kept as Step) } // a step without its absent rules
}

export type DraftProblem =
  | { at: 'name' | 'steps' }
  | { at: 'delay'; stepId: string }
  | { at: 'when'; stepId: string; branch: BranchProblem }
  /** `variant`: of which text that is tried beside the step's own; null = its own. `template` null: too long. */
  | { at: 'subject' | 'body'; stepId: string; variant: string | null; template: TemplateProblem | null }

/** What keeps a draft from being saved, in the order of the form; empty = it can be saved. */
export function problemsOf(draft: CadenceDraft): DraftProblem[] {
  const problems: DraftProblem[] = []
  const name = draft.name.trim()
  if (name.length === 0 || name.length > 200) problems.push({ at: 'name' })
  if (draft.steps.length === 0 || draft.steps.length > 60) problems.push({ at: 'steps' })
  return [
    ...problems,
    ...draft.steps.flatMap((step, index) => [
      ...problemsOfStep(step),
      ...branchProblems(draft.steps, index)
        .slice(0, 1)
        .map((branch) => ({ at: 'when' as const, stepId: step.id, branch })),
    ]),
  ]
}

function problemsOfStep(step: Step): DraftProblem[] {
  const { id: stepId, delay } = step
  const problems: DraftProblem[] = []
  if (!Number.isInteger(delay.value) || delay.value < 0 || delay.value > 3650)
    problems.push({ at: 'delay', stepId })
  for (const text of [{ ...step, id: null }, ...(step.variants ?? [])]) {
    const at = { stepId, variant: text.id }
    if (text.subject.length > 500) problems.push({ ...at, at: 'subject', template: null })
    if (text.body.length > 20_000) problems.push({ ...at, at: 'body', template: null })
    const subject = hasSubject(step.type) ? text.subject : ''
    const template = templateProblem({ type: step.type, subject, body: text.body })
    if (template) problems.push({ ...at, at: template.part, template })
  }
  return problems
}

/** Those of one text of a step: its own (null), or one that is tried beside it. */
export function problemsOfText(problems: readonly DraftProblem[], variant: string | null): DraftProblem[] {
  return problems.filter((problem) => 'variant' in problem && problem.variant === variant)
}

/** Mails have a subject; that of a reply is used only where no thread was begun. */
export function hasSubject(type: StepType): boolean {
  return type === 'email' || type === 'email_reply' || type === 'linkedin_inmail'
}

/** An answer in a thread needs a mail before it; without one it begins a new thread. */
export function repliesToNothing(steps: readonly Step[], index: number): boolean {
  return steps[index]?.type === 'email_reply' && !steps.slice(0, index).some(({ type }) => type === 'email')
}

/**
 * Length of an invitation's note. LinkedIn takes 200 characters from a free account and 300 from a premium one
 * (help a550555). Fields are not filled yet, so a text that holds some is longer or shorter in the end.
 */
export function noteLength(body: string): {
  length: number
  hasFields: boolean
  fits: 'free' | 'premium' | 'none'
} {
  const length = body.length
  return {
    length,
    hasFields: body.includes('{{'),
    fits: length <= 200 ? 'free' : length <= 300 ? 'premium' : 'none',
  }
}
