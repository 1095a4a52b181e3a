import type { Contact, Enrollment, Note, Touch } from '#lib/domain/records.ts'
import type { Sourced } from '#lib/domain/values.ts'

/** Whole records of invented people, as `put` wants them. */

export const AT = '2026-11-02T09:00:00.000Z'
const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const uuidOf = id

export const typed = (value: string): Sourced => ({ value, by: 'rep', confidence: 'sure', at: AT })

export const contact = (over: Partial<Record<keyof Contact, unknown>> = {}): Record<string, unknown> => ({
  name: typed('Ines Falk'),
  firstName: null,
  lastName: null,
  headline: null,
  title: null,
  company: null,
  location: null,
  school: null,
  about: null,
  slug: null,
  memberId: null,
  emails: [],
  phones: [],
  accountId: null,
  zone: null,
  leadSource: 'outbound',
  status: 'new',
  statusReason: null,
  nurtureUntil: null,
  doNotContact: false,
  owner: null,
  createdAt: AT,
  practice: false,
  ...over,
})

export const note = (over: Partial<Record<keyof Note, unknown>> = {}): Record<string, unknown> => ({
  contactId: id(1),
  body: 'first',
  url: null,
  at: AT,
  editedAt: AT,
  practice: false,
  ...over,
})

export const touch = (over: Partial<Record<keyof Touch, unknown>> = {}): Record<string, unknown> => ({
  enrollmentId: id(2),
  contactId: id(1),
  stepId: 's1',
  cycle: 0,
  channel: 'email',
  state: 'done',
  outcome: 'sent',
  at: AT,
  dueAt: AT,
  snoozedTo: null,
  subject: null,
  practice: false,
  ...over,
})

export const enrollment = (
  over: Partial<Record<keyof Enrollment, unknown>> = {},
): Record<string, unknown> => ({
  contactId: id(1),
  cadenceId: id(3),
  state: 'active',
  pauseReason: null,
  pausedUntil: null,
  finishReason: null,
  finishedAt: null,
  startedAt: AT,
  cycle: 0,
  dueAt: AT,
  dueStepId: 's1',
  owner: null,
  practice: false,
  ...over,
})
