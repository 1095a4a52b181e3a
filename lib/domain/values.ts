import * as z from 'zod/mini'

/** The small values every record is made of. Instants are UTC, written as `Date#toISOString` writes them, so that they sort as text. */

export const instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/))
/** Calendar day `YYYY-MM-DD`, without a zone. */
export const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))
export const uuid = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))

export type Instant = z.infer<typeof instant>
export type Day = z.infer<typeof day>

export const contactId = uuid.brand<'ContactId'>()
export const accountId = uuid.brand<'AccountId'>()
export const cadenceId = uuid.brand<'CadenceId'>()
export const enrollmentId = uuid.brand<'EnrollmentId'>()
export const touchId = uuid.brand<'TouchId'>()
export type ContactId = z.infer<typeof contactId>
export type AccountId = z.infer<typeof accountId>
export type CadenceId = z.infer<typeof cadenceId>
export type EnrollmentId = z.infer<typeof enrollmentId>
export type TouchId = z.infer<typeof touchId>

/** ● sure: two independent ways agree · ◔ likely: one way · ○ guess: derived, or ways disagree. */
export const confidence = z.enum(['sure', 'likely', 'guess'])
export type Confidence = z.infer<typeof confidence>

/** A value with where it comes from. What the rep typed (`by: 'rep'`) wins over every later reading. */
export const sourced = z.object({
  value: z.string().check(z.maxLength(20_000)),
  by: z.enum(['page', 'rep', 'import']),
  /** Name of the way it was read, e.g. `sdui-topcard-heading`; absent for what was typed. */
  strategy: z.optional(z.string()),
  confidence,
  /** Address of the page it was read on, canonical, without query. */
  url: z.optional(z.string()),
  at: instant,
})
export type Sourced = z.infer<typeof sourced>
