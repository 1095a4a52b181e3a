import * as z from 'zod/mini'
import { GENERATIONS, personFields, story } from './capture.ts'
import { SIGNALS, step, STEP_TYPES } from './cadence/step.ts'
import { contactPlace } from './place/contact-place.ts'
import { SENTIMENTS, TELEPHONY } from './outcome-axes.ts'
import { SNIPPET_NAME } from './templates/snippet-name.ts'
import { accountId, cadenceId, contactId, day, enrollmentId, instant, sourced, uuid } from './values.ts'

/**
 * The records of Baton, table by table: the schema is the type. Each is stored in IndexedDB, sent in operations
 * and kept by the server under the same names. A field is the unit of merging, so a value that may be edited
 * on two devices at once is a field of its own.
 * Absent people, absent facts: nullable fields say «known to be none yet»; nothing is optional, so that a
 * patch (a partial record) and a record cannot be confused.
 */

export const CONTACT_STATUSES = [
  'new',
  'researching',
  'working',
  'engaged',
  'meeting_set',
  'qualified',
  'nurture',
  'disqualified',
  'bad_data',
  'do_not_contact',
] as const
export type ContactStatus = (typeof CONTACT_STATUSES)[number]

/** `practice` marks the invented people of the practice range and all that belongs to them. */
const practice = z.boolean()

export const contact = z.object({
  name: sourced,
  firstName: z.nullable(sourced),
  lastName: z.nullable(sourced),
  headline: z.nullable(sourced),
  title: z.nullable(sourced),
  /** Display name of the company as it was read; the account it is joined to is `accountId`. */
  company: z.nullable(sourced),
  location: z.nullable(sourced),
  school: z.nullable(sourced),
  about: z.nullable(sourced),
  /** Canonical: percent-decoded, lower case, as in `/in/<slug>/`. */
  slug: z.nullable(sourced),
  /** LinkedIn's `ACoAA…` id or its number. */
  memberId: z.nullable(sourced),
  /** First is the one that is written to. */
  emails: z.array(sourced),
  phones: z.array(sourced),
  accountId: z.nullable(accountId),
  /** IANA zone, set by the rep or read from the location (then `place` has the same); null = the rep's own. */
  zone: z.nullable(z.string()),
  /** What the location text says of zone and region; absent where it was never read. */
  place: z.optional(z.nullable(contactPlace)),
  leadSource: z.enum(['outbound', 'inbound']),
  /** When an inbound lead came last (`arrival.ts`); absent and null where it is not known. */
  arrivedAt: z.optional(z.nullable(instant)),
  /** When a page first showed them as a connection (1st degree); absent and null where the last that told did not. */
  connectedAt: z.optional(z.nullable(instant)),
  status: z.enum(CONTACT_STATUSES),
  /** Why disqualified, nurtured or bad data: an id of `reasons.ts`. */
  statusReason: z.nullable(z.string()),
  /** Day on which a nurtured person comes back; set exactly when `status` is `nurture`. */
  nurtureUntil: z.nullable(day),
  /** Sticky: only the rep's explicit act clears it. */
  doNotContact: z.boolean(),
  owner: z.nullable(z.string()),
  createdAt: instant,
  practice,
})
export type Contact = z.infer<typeof contact>

export const account = z.object({
  name: sourced,
  slug: z.nullable(z.string()),
  linkedinId: z.nullable(z.string()),
  /** Registrable domain, never that of a free-mail service. */
  domain: z.nullable(z.string()),
  industry: z.nullable(sourced),
  /** Number range as written, e.g. `51-200`. */
  headcount: z.nullable(sourced),
  /** Facts of the company's own page. Optional: companies saved before they were read have none of them. */
  website: z.optional(z.nullable(sourced)),
  headquarters: z.optional(z.nullable(sourced)),
  founded: z.optional(z.nullable(sourced)),
  type: z.optional(z.nullable(sourced)),
  description: z.optional(z.nullable(sourced)),
  /** One a line. */
  specialities: z.optional(z.nullable(sourced)),
  /** Accounts that were found to be this company and went into it, with the names they had. */
  joined: z.optional(z.nullable(z.array(z.object({ id: accountId, name: z.string() })))),
  createdAt: instant,
  practice,
})
export type Account = z.infer<typeof account>

export const capture = z.object({
  contactId,
  /** Canonical address of the page; empty for a file and for values given up in a merge. */
  url: z.string(),
  pageType: z.enum(['profile', 'thread', 'list', 'file', 'merge']),
  generation: z.enum(GENERATIONS),
  fields: personFields,
  /** Positions, schools and ways to reach the person, where the page told them. */
  ...story,
  at: instant,
  practice,
})
export type Capture = z.infer<typeof capture>

export const note = z.object({
  contactId,
  body: z.string().check(z.maxLength(100_000)),
  /** Address of the page that was on screen while it was written; null when none could be seen. */
  url: z.nullable(z.string()),
  at: instant,
  editedAt: instant,
  practice,
})
export type Note = z.infer<typeof note>

export const cadence = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  steps: z.array(step).check(z.maxLength(60)),
  /** Id of the shipped template it came from; null for the rep's own. */
  shipped: z.nullable(z.string()),
  archived: z.boolean(),
  /** Whether any reply from the same company ends it (A1 to A4 of the cadence rules). Absent and null = no. */
  stopsAccount: z.optional(z.nullable(z.boolean())),
  createdAt: instant,
})
export type Cadence = z.infer<typeof cadence>

/** A named piece of text that templates put in by `{{ snippet.name }}`; Liquid text itself. Belongs to nobody, as cadences do. */
export const snippet = z.object({
  name: z.string().check(z.regex(SNIPPET_NAME)),
  body: z.string().check(z.maxLength(5_000)),
  createdAt: instant,
})
export type Snippet = z.infer<typeof snippet>

export const ENROLLMENT_STATES = ['active', 'paused', 'finished'] as const
export const PAUSE_REASONS = ['manual', 'out_of_office', 'time_off', 'missing_data'] as const
export const FINISH_REASONS = [
  'reply',
  'meeting',
  'no_reply',
  'bounced',
  'opted_out',
  'account_reply',
  'disqualified',
  'removed',
  'qualified',
  'nurture',
] as const
export type FinishReason = (typeof FINISH_REASONS)[number]

/** An overdue touch was put off when a backlog was cleaned up (K2 of the cadence's SPEC.md). */
export const shift = z.object({
  stepId: z.string(),
  type: z.enum(STEP_TYPES),
  cycle: z.number(),
  /** When it was put off, and until when. */
  at: instant,
  until: instant,
  /** The clean-up it belongs to. */
  batch: z.string(),
})
export type Shift = z.infer<typeof shift>

export const enrollment = z.object({
  contactId,
  cadenceId,
  state: z.enum(ENROLLMENT_STATES),
  pauseReason: z.nullable(z.enum(PAUSE_REASONS)),
  /** Day on which a pause ends by itself; null = until the rep resumes. */
  pausedUntil: z.nullable(day),
  finishReason: z.nullable(z.enum(FINISH_REASONS)),
  finishedAt: z.nullable(instant),
  startedAt: instant,
  /** The arrival this run counts from (`arrival.ts`); absent and null = its own beginning. */
  arrivedAt: z.optional(z.nullable(instant)),
  /** Grows when the same enrollment is begun again; part of the touch id. */
  cycle: z.number().check(z.int(), z.gte(0)),
  /** Index of the next due instant, derived by `plan`; null unless active. Can be rebuilt at any time. */
  dueAt: z.nullable(instant),
  /** Id of the step that is due at `dueAt`. */
  dueStepId: z.nullable(z.string()),
  /**
   * Every shift so far, the earliest first; absent and null = none. They stand here and not in touches and activities of
   * their own: a backlog of thousands is then one small change for each person.
   */
  shifts: z.optional(z.nullable(z.array(shift))),
  owner: z.nullable(z.string()),
  practice,
})
export type Enrollment = z.infer<typeof enrollment>

export const TOUCH_STATES = ['done', 'skipped', 'failed', 'snoozed'] as const

/** A row exists only once something happened to the touch; planned ones are derived. Id: `touchIdOf`. */
export const touch = z.object({
  enrollmentId,
  contactId,
  stepId: z.string(),
  cycle: z.number(),
  channel: z.enum(['email', 'linkedin', 'call', 'task']),
  state: z.enum(TOUCH_STATES),
  /** Id of `outcomes.ts`; set when done. */
  outcome: z.nullable(z.string()),
  /** When it was done, skipped or snoozed. */
  at: instant,
  /** When it had been due. */
  dueAt: z.nullable(instant),
  /** New due instant of a snoozed touch. */
  snoozedTo: z.nullable(instant),
  /** What was written, as rendered: thread replies and the timeline need it. */
  subject: z.nullable(z.string()),
  /** What the rep wrote in place of the template's text; absent where the text of the template was used. */
  body: z.optional(z.nullable(z.string().check(z.maxLength(50_000)))),
  /**
   * What the outcome meant when it was recorded: outcomes are the rep's to change. Absent where nothing was said, and
   * in touches recorded before; null is what an Undo leaves of a field that was not there.
   */
  signal: z.optional(z.nullable(z.enum(SIGNALS))),
  /** Which text of the step it was, where several are tried (`variant.ts`). */
  variant: z.optional(z.nullable(z.string())),
  /** What the line did, of a call. */
  telephony: z.optional(z.nullable(z.enum(TELEPHONY))),
  /** How the person took it. */
  sentiment: z.optional(z.nullable(z.enum(SENTIMENTS))),
  practice,
})
export type Touch = z.infer<typeof touch>

/** Append-only timeline. `group` ties it to the commit that made it, by which it can be undone. */
export const ACTIVITY_KINDS = [
  'captured',
  'saved',
  'enrolled',
  'touch_done',
  'touch_skipped',
  'touch_snoozed',
  'paused',
  'resumed',
  'finished',
  'verdict',
  'do_not_contact',
  'edited',
  'joined',
  'not_same',
  'changed_job',
] as const
export const activity = z.object({
  contactId,
  kind: z.enum(ACTIVITY_KINDS),
  at: instant,
  group: uuid,
  /** Facts of the kind, all strings; see `activity-facts.ts`. */
  facts: z.record(z.string(), z.string()),
  practice,
})
export type Activity = z.infer<typeof activity>

/** The id is a hash of the match key (`suppressionIdOf`): it outlives the person without naming anybody. */
export const suppression = z.object({ reason: z.string(), at: instant, active: z.boolean() })
export type Suppression = z.infer<typeof suppression>

export const TABLES = {
  contact,
  account,
  capture,
  note,
  cadence,
  enrollment,
  touch,
  activity,
  suppression,
  snippet,
} as const
export type Table = keyof typeof TABLES
export type RecordOf<T extends Table> = z.infer<(typeof TABLES)[T]>
export type Stored<T extends Table> = RecordOf<T> & { id: string }
export { accountId, cadenceId, contactId, enrollmentId }
