import * as z from 'zod/mini'

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
  /** `previous` = the previous touch that was done or skipped; `start` = the enrolment. */
  from: z.enum(['previous', 'start']),
})
export type Delay = z.infer<typeof delay>

export const step = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  type: z.enum(STEP_TYPES),
  delay,
  /** Mail subject; a reply keeps its thread's. Liquid text. */
  subject: z.string().check(z.maxLength(500)),
  /** Mail or message text, note of an invitation, call script or task. Liquid text. */
  body: z.string().check(z.maxLength(20_000)),
  breakup: z.boolean(),
})
export type Step = z.infer<typeof step>

/** The channel a step counts for. */
export function channelOf(type: StepType): Channel {
  if (type === 'email' || type === 'email_reply') return 'email'
  if (type === 'call') return 'call'
  return type.startsWith('linkedin_') ? 'linkedin' : 'task'
}
