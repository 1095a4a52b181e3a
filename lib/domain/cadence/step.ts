import * as z from 'zod/mini'
import { weekHours } from './week-hours.ts'

/** One step of a cadence, as stored and as edited. Steps have stable ids, so a running cadence can be edited. */

export const STEP_TYPES = [
  'email',
  'email_reply',
  'call',
  'linkedin_view',
  'linkedin_follow',
  'linkedin_engage',
  'linkedin_connect',
  'linkedin_message',
  'linkedin_inmail',
  'linkedin_voice',
  'task',
  'research',
] as const
export type StepType = (typeof STEP_TYPES)[number]

export const CHANNELS = ['email', 'linkedin', 'call', 'task'] as const
export type Channel = (typeof CHANNELS)[number]

export const delay = z.object({
  value: z.number().check(z.int(), z.gte(0), z.lte(3650)),
  unit: z.enum(['minutes', 'hours', 'business_days', 'days']),
  /** `previous` = the previous touch that was done or skipped; `start` = the enrolment; `arrival` = the lead's arrival. */
  from: z.enum(['previous', 'start', 'arrival']),
})
export type Delay = z.infer<typeof delay>

/** When on a day a touch may be made. */
export const stepWindow = z.object({
  from: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  to: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)),
  /** ISO weekdays, 1 = Monday; absent = all. */
  weekdays: z.optional(z.array(z.int().check(z.gte(1), z.lte(7))).check(z.minLength(1))),
  /** Best time of day within it, on its clock (W5): what counts in days is planned from then on; absent = its beginning. */
  best: z.optional(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
  /**
   * Where weekdays differ: the spans of each, within `from` to `to` and on `weekdays` as everywhere; a missing day has
   * none. Whoever writes it keeps `from`, `to` and `weekdays` around it (`windowOfHours`), so that a reader who does
   * not know it is not led astray. Absent = the same on every day.
   */
  hours: z.optional(weekHours),
  /** Whose clock and dates count; absent = the contact's. */
  zone: z.optional(z.enum(['contact', 'rep'])),
})
export type StepWindow = z.infer<typeof stepWindow>

/** What becomes of a touch that nobody made: rules O1 to O4 of SPEC.md. */
export const overdue = z.object({
  policy: z.enum(['wait', 'slide', 'skip']),
  /** Business days after which `skip` leaves it out; absent = 3. */
  days: z.optional(z.int().check(z.gte(0), z.lte(365))),
})

/** What must be so for a step to be made (rules B1 to B3 of SPEC.md): a fact, a track, or the outcome of an earlier step. */
export const FACTS = ['has_email', 'has_phone', 'connected', 'opened_thread'] as const
export type Fact = (typeof FACTS)[number]
export const SIGNALS = ['positive', 'neutral', 'negative'] as const
export type Signal = (typeof SIGNALS)[number]
export const condition = z.union([
  z.enum([...FACTS, ...SIGNALS]),
  z.object({ step: z.string().check(z.minLength(1)), outcome: z.string().check(z.minLength(1)) }),
])
export type Condition = z.infer<typeof condition>

export const step = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  type: z.enum(STEP_TYPES),
  delay,
  /** Mail subject; a reply keeps its thread's. Liquid text. */
  subject: z.string().check(z.maxLength(500)),
  /** Mail or message text, note of an invitation, call script or task. Liquid text. */
  body: z.string().check(z.maxLength(20_000)),
  breakup: z.boolean(),
  // Absent in every step that asks for nothing special, and in those stored before these rules.
  window: z.optional(stepWindow),
  /** Without a window of its own it takes none of its channel either (W6). */
  anyTime: z.optional(z.boolean()),
  overdue: z.optional(overdue),
  /** All of them must hold. */
  when: z.optional(z.array(condition)),
  /** Other texts that are tried beside the step's own (`variant.ts`). */
  variants: z.optional(
    z
      .array(
        z.object({
          id: z.string().check(z.minLength(1), z.maxLength(16)),
          subject: z.string().check(z.maxLength(500)),
          body: z.string().check(z.maxLength(20_000)),
        }),
      )
      .check(z.maxLength(4)),
  ),
})
export type Step = z.infer<typeof step>
/** What planning needs of a step. */
export type PlanStep = Pick<Step, 'id' | 'type' | 'delay' | 'window' | 'anyTime' | 'overdue' | 'when'>

/** The channel a step counts for. */
export function channelOf(type: StepType): Channel {
  if (type === 'email' || type === 'email_reply') return 'email'
  if (type === 'call') return 'call'
  return type.startsWith('linkedin_') ? 'linkedin' : 'task'
}
