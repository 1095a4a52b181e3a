import type { Calendar } from './calendar.ts'
import { windowOf } from './reckoning.ts'
import { channelOf, type Step } from './step.ts'
import { opensOnMonday } from './step-window.ts'

/**
 * What practice knows of cadences, as hints: none keeps a cadence from being saved. Sources: the field's lists of
 * touch counts and limits (replies flatten after three mails; 8 to 12 touches; LinkedIn's note of 200 characters on a
 * free account, 300 on a paid one). Every rule has its explanation in the interface.
 */
export const LINT_RULES = [
  'single_channel',
  'mails_close',
  'too_many',
  'no_breakup',
  'after_breakup',
  'last_no_task',
  'reply_skippable',
  'monday_call',
  'no_default',
  'note_long',
  'long_gap',
] as const
export type LintRule = (typeof LINT_RULES)[number]

export interface LintHint {
  rule: LintRule
  /** The step it is about; null = the whole cadence. */
  stepId: string | null
  /** Which of the texts that are tried beside the step's own; null = its own, or no text in particular. */
  variant: string | null
}

/**
 * The hints for a cadence, in the order of the rules, then of the steps. An empty cadence has none. `windows` are the
 * rep's own by channel, which hold where a step has none (W6).
 */
export function lint(steps: readonly Step[], windows: Calendar['windows'] = {}): LintHint[] {
  if (steps.length === 0) return []
  const days = daysOf(steps)
  return LINT_RULES.flatMap((rule) =>
    CHECKS[rule](steps, days, windows).map((at) => ({ rule, ...placeOf(at) })),
  )
}

/** Ids of the steps, or the texts of them, that a rule is about; null for the whole; empty when all is well. */
type Check = (
  steps: readonly Step[],
  days: readonly number[],
  windows: Calendar['windows'],
) => (string | TextOf | null)[]

/** A text of a step: its own, or one that is tried beside it. */
interface TextOf {
  stepId: string
  variant: string | null
}

function placeOf(at: string | TextOf | null): TextOf | { stepId: null; variant: null } {
  if (at === null) return { stepId: null, variant: null }
  return typeof at === 'string' ? { stepId: at, variant: null } : at
}

/** The texts of the steps of which something holds. */
function textsWhere(
  steps: readonly Step[],
  holds: (text: Pick<Step, 'type' | 'subject' | 'body'>) => boolean,
): TextOf[] {
  return steps.flatMap(({ id: stepId, type, subject, body, variants = [] }) =>
    [{ id: null, subject, body }, ...variants]
      .filter((text) => holds({ type, subject: text.subject, body: text.body }))
      .map(({ id: variant }) => ({ stepId, variant })),
  )
}

const CHECKS: Record<LintRule, Check> = {
  single_channel: (steps) =>
    steps.length >= 3 && new Set(steps.map(({ type }) => channelOf(type))).size === 1 ? [null] : [],
  mails_close: (steps, days) => {
    const mails = steps.flatMap((step, index) =>
      isMail(step) ? [{ id: step.id, day: days[index] ?? 0 }] : [],
    )
    const third = mails.find(({ day }, index) => index >= 2 && day - (mails[index - 2]?.day ?? 0) < MAIL_DAYS)
    return third ? [third.id] : []
  },
  too_many: (steps) => (steps.length > MOST_TOUCHES ? [null] : []),
  no_breakup: (steps) => (steps.some(({ breakup }) => breakup) ? [] : [null]),
  after_breakup: (steps) => {
    const breakup = steps.findIndex((step) => step.breakup)
    const later =
      breakup < 0 ? undefined : steps.slice(breakup + 1).find(({ type }) => channelOf(type) !== 'task')
    return later ? [later.id] : []
  },
  last_no_task: (steps) => {
    const last = steps.at(-1)
    return last && channelOf(last.type) !== 'task' ? [last.id] : []
  },
  reply_skippable: (steps) =>
    steps.flatMap((step, index) => {
      if (step.type !== 'email_reply') return []
      const thread = steps.slice(0, index).findLast(isMail)
      const mayBeAbsent = thread?.overdue?.policy === 'skip' || (thread?.when ?? []).length > 0
      return mayBeAbsent ? [step.id] : []
    }),
  monday_call: (steps, _, windows) => {
    const early = steps.filter((step) => {
      const hours = windowOf({ windows }, step)
      const opens = step.type === 'call' && hours ? opensOnMonday(hours) : null
      return opens !== null && (hours?.best ?? opens) < MONDAY_FROM
    })
    return early.map(({ id }) => id)
  },
  no_default: (steps) =>
    textsWhere(steps, ({ subject, body }) => hasBareValue(subject) || hasBareValue(body)),
  note_long: (steps) =>
    textsWhere(steps, ({ type, body }) => type === 'linkedin_connect' && lengthOf(body) > NOTE_LENGTH),
  long_gap: (steps, days) =>
    steps
      .filter((_, index) => index > 0 && (days[index] ?? 0) - (days[index - 1] ?? 0) > LONGEST_GAP)
      .map(({ id }) => id),
}

/** Days from the start as the cadence stands; five business days are counted as a week. */
function daysOf(steps: readonly Step[]): number[] {
  let before = 0
  return steps.map(({ delay: { value, unit, from } }) => {
    const days = unit === 'business_days' ? value : unit === 'days' ? (value * 5) / 7 : 0
    before = from === 'previous' ? before + days : days
    return before
  })
}

function isMail({ type }: Step): boolean {
  return channelOf(type) === 'email'
}

/** A value of a person or company that may be absent and has no `default`. */
function hasBareValue(text: string): boolean {
  return [...text.matchAll(/\{\{-?\s*([\w.]+)\s*([^}]*)\}\}/g)].some(
    ([, name = '', filters = '']) =>
      /^(contact|account|evidence)\./.test(name) && !/\bdefault\s*:/.test(filters),
  )
}

/** Of a text whose values are filled with names of usual length. */
function lengthOf(text: string): number {
  return text.replace(/\{\{[^}]*\}\}/g, 'x'.repeat(USUAL_NAME)).length
}

const MAIL_DAYS = 5
const MOST_TOUCHES = 12
const MONDAY_FROM = '10:00'
const NOTE_LENGTH = 200
const LONGEST_GAP = 10
const USUAL_NAME = 12
