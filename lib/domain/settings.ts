import * as z from 'zod/mini'
import { outcomeData } from './outcomes.ts'
import { STEP_TYPES, stepWindow } from './cadence/step.ts'
import { span, weekHours } from './cadence/week-hours.ts'
import { day, instant } from './values.ts'

/** The rep's settings: extension storage only, never synced. Every field has its default here. */

const cap = z.int().check(z.gte(1), z.lte(1_000))

/** Ideal customer profile, first form; every list may be empty = «does not matter». */
export const icp = z.object({
  titleWords: z.array(z.string().check(z.minLength(1), z.maxLength(100))),
  seniorities: z.array(z.enum(['owner', 'c_level', 'vp', 'head', 'director', 'manager', 'senior', 'other'])),
  headcount: z.object({ min: z.nullable(z.number()), max: z.nullable(z.number()) }),
  regions: z.array(z.string().check(z.minLength(1), z.maxLength(100))),
})
export type Icp = z.infer<typeof icp>

const line = z.optional(z.string().check(z.maxLength(500)))

export const settings = z.object({
  name: z.string().check(z.maxLength(200)),
  /** What templates may say of the rep beside the name (`rep.title` …); absent and empty = not there. */
  rep: z.object({ title: line, company: line, phone: line, email: line, meetingLink: line }),
  /** The rep's own mail addresses: left out of thread participants. */
  ownAddresses: z.array(z.string()),
  /** Lines of the never-capture list as typed: addresses, domains, profiles, names (`never-list.ts`). */
  neverCapture: z.array(z.string().check(z.minLength(1), z.maxLength(500))),
  /** People with a mail address at the rep's own firm count as on that list. */
  neverColleagues: z.boolean(),
  /** IANA zone; null = the machine's, followed when it changes. */
  zone: z.nullable(z.string()),
  /** Working hours by ISO weekday (1 = Monday), local times, in order; a missing day is off. */
  hours: weekHours,
  /** Window of a channel's steps that name none themselves (W6); an absent one = the working hours alone. */
  windows: z.object({
    email: z.optional(stepWindow),
    linkedin: z.optional(stepWindow),
    call: z.optional(stepWindow),
    task: z.optional(stepWindow),
  }),
  daysOff: z.array(day),
  /** When a contact may be met, local times there, in a step that has no window of its own; null = at any hour. */
  contactHours: z.nullable(span),
  /** The public holidays where the contact is stay free. */
  contactHolidays: z.boolean(),
  /** Where mail is written; `found` = the webmail that is open in a tab, or that the rep's address belongs to. */
  mailApp: z.enum(['found', 'gmail', 'outlook', 'mailto']),
  /** An open panel reads mail threads by itself; off = only by key, menu or «Read this page». */
  readMail: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
  singleKeys: z.boolean(),
  notifications: z.boolean(),
  /** Names on notifications; off = «A touch is due». */
  notifyNames: z.boolean(),
  /** `each`: three or more at once come as one; `together`: two or more do. */
  notifyStyle: z.enum(['each', 'together']),
  /** One notification in the morning for what is due and what the day brings. */
  digest: z.boolean(),
  /** What is still open a working day later is told of once more. */
  escalate: z.boolean(),
  /** Local times between which nothing new is shown; may go over midnight. Null = at no time. */
  quietHours: z.nullable(span),
  /** What Snooze on a notification means. */
  snoozeMinutes: z.int().check(z.gte(5), z.lte(480)),
  /** Outcomes the rep has changed, whole, and those of the rep's own (`outcomesWith`). */
  outcomes: z.array(outcomeData),
  /** A free LinkedIn account has five personalised notes a month. */
  linkedinPlan: z.enum(['free', 'premium']),
  /** LinkedIn publishes no number; people report restrictions from 100 to 200 on. */
  weeklyInvitations: z.int().check(z.gte(1), z.lte(500)),
  /** Touches a day holds, in all and by channel; null = any number. */
  dailyTouches: z.nullable(cap),
  dailyCaps: z.object({
    email: z.nullable(cap),
    linkedin: z.nullable(cap),
    call: z.nullable(cap),
    task: z.nullable(cap),
  }),
  /** Minutes of a touch where they differ from the usual ones of its channel. */
  touchMinutes: z.partialRecord(z.enum(STEP_TYPES), z.int().check(z.gte(1), z.lte(240))),
  lastCadenceId: z.nullable(z.string()),
  icp,
  welcomedAt: z.nullable(instant),
})
export type Settings = z.infer<typeof settings>

const WORKDAY: [string, string][] = [['09:00', '17:30']]

export const DEFAULT_SETTINGS: Settings = {
  name: '',
  rep: {},
  ownAddresses: [],
  neverCapture: [],
  neverColleagues: true,
  zone: null,
  hours: { '1': WORKDAY, '2': WORKDAY, '3': WORKDAY, '4': WORKDAY, '5': WORKDAY },
  windows: {},
  daysOff: [],
  contactHours: ['09:00', '17:00'],
  contactHolidays: true,
  mailApp: 'found',
  readMail: false,
  theme: 'system',
  singleKeys: true,
  notifications: true,
  notifyNames: true,
  notifyStyle: 'each',
  digest: true,
  escalate: true,
  quietHours: ['20:00', '07:00'],
  snoozeMinutes: 60,
  outcomes: [],
  linkedinPlan: 'free',
  weeklyInvitations: 100,
  dailyTouches: 80,
  // Fifty to a hundred mails a day and mailbox are the sensible ceiling for mails written by hand.
  dailyCaps: { email: 50, linkedin: 20, call: null, task: null },
  touchMinutes: {},
  lastCadenceId: null,
  icp: { titleWords: [], seniorities: [], headcount: { min: null, max: null }, regions: [] },
  welcomedAt: null,
}
