import type {
  Account,
  Activity,
  Cadence,
  Capture,
  Contact,
  Enrollment,
  Note,
  Touch,
} from '#lib/domain/records.ts'
import type { AccountId, CadenceId, ContactId, EnrollmentId, Sourced } from '#lib/domain/values.ts'

/** Invented records of every table, complete and valid; tests change what matters to them. */

export const AT = '2026-01-05T09:00:00.000Z'

/** UUID of a number; numbers in rising order give ids in rising order. */
export const idOf = (n: number, kind = 0): string =>
  `0190${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

export const contactIdOf = (n: number): ContactId => idOf(n, 1) as ContactId
export const accountIdOf = (n: number): AccountId => idOf(n, 2) as AccountId
export const cadenceIdOf = (n: number): CadenceId => idOf(n, 3) as CadenceId
export const enrollmentIdOf = (n: number): EnrollmentId => idOf(n, 4) as EnrollmentId

export const sourced = (value: string): Sourced => ({ value, by: 'rep', confidence: 'sure', at: AT })

export function sampleContact(over: Partial<Contact> = {}): Contact {
  return {
    name: sourced('Ada Sample'), firstName: null, lastName: null, headline: null, title: null,
    company: sourced('Sample Works'), location: null, school: null, about: null, slug: sourced('ada-sample'),
    memberId: null, emails: [], phones: [], accountId: null, zone: null, leadSource: 'outbound', status: 'new',
    statusReason: null, nurtureUntil: null, doNotContact: false, owner: null, createdAt: AT, practice: false, ...over,
  } // oxfmt-ignore
}

export function sampleAccount(over: Partial<Account> = {}): Account {
  return {
    name: sourced('Sample Works'), slug: 'sample-works', linkedinId: null, domain: null, industry: null,
    headcount: null, createdAt: AT, practice: false, ...over,
  } // oxfmt-ignore
}

export function sampleCadence(over: Partial<Cadence> = {}): Cadence {
  return { name: 'Sample cadence', steps: [], shipped: null, archived: false, createdAt: AT, ...over }
}

export function sampleEnrollment(over: Partial<Enrollment> = {}): Enrollment {
  return {
    contactId: contactIdOf(1), cadenceId: cadenceIdOf(1), state: 'active', pauseReason: null, pausedUntil: null,
    finishReason: null, finishedAt: null, startedAt: AT, cycle: 0, dueAt: AT, dueStepId: 's1', owner: null,
    practice: false, ...over,
  } // oxfmt-ignore
}

export function sampleTouch(over: Partial<Touch> = {}): Touch {
  return {
    enrollmentId: enrollmentIdOf(1), contactId: contactIdOf(1), stepId: 's1', cycle: 0, channel: 'email',
    state: 'done', outcome: 'sent', at: AT, dueAt: AT, snoozedTo: null, subject: null, practice: false, ...over,
  } // oxfmt-ignore
}

export function sampleNote(over: Partial<Note> = {}): Note {
  return {
    contactId: contactIdOf(1),
    body: 'likes trains',
    url: null,
    at: AT,
    editedAt: AT,
    practice: false,
    ...over,
  }
}

export function sampleActivity(over: Partial<Activity> = {}): Activity {
  return {
    contactId: contactIdOf(1),
    kind: 'saved',
    at: AT,
    group: idOf(1, 9),
    facts: {},
    practice: false,
    ...over,
  }
}

export function sampleCapture(over: Partial<Capture> = {}): Capture {
  return {
    contactId: contactIdOf(1), url: 'https://www.linkedin.com/in/ada-sample/', pageType: 'profile',
    generation: 'sdui', fields: {}, at: AT, practice: false, ...over,
  } // oxfmt-ignore
}
