import type { LintHint } from './lint.ts'

/** Why a shipped cadence, or a copy of it, is as it is where the linter has something to say: key below `lint.shipped.`. */
export type ShippedSo = 'nurture' | 'mailOnly' | 'afterCall' | 'lastCall'

/** The reason for a hint about a step that came with Baton; null for whatever the rep has made of it. */
export function shippedSo({ rule, stepId }: LintHint, steps: readonly { id: string }[]): ShippedSo | null {
  if (rule === 'single_channel') return steps.every(({ id }) => MAIL_ONLY.test(id)) ? 'mailOnly' : null
  return (stepId === null ? undefined : REASONS[rule]?.[stepId]) ?? null
}

const MAIL_ONLY = /^mail-only-\d+$/
const REASONS: Partial<Record<LintHint['rule'], Readonly<Record<string, ShippedSo>>>> = {
  last_no_task: {
    'os-9-break-up': 'nurture',
    'inbound-8': 'nurture',
    'tier-8': 'nurture',
    'mail-linkedin-10': 'nurture',
    'mail-only-6': 'nurture',
    'cold-9': 'nurture',
    'balanced-8': 'nurture',
    'c-level-5': 'nurture',
    'again-4': 'nurture',
  },
  after_breakup: { 'tier-8': 'lastCall' },
  mails_close: { 'cold-5': 'afterCall' },
}
