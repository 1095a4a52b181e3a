import { openArrival } from '#lib/domain/arrival.ts'
import { schedule, type PlannedTouch } from '#lib/domain/cadence/plan.ts'
import { fit, type Fit } from '#lib/domain/fit.ts'
import { timeline, type TimelineEntry } from '#lib/domain/timeline.ts'
import type { Account, Activity, Cadence, Contact, Enrollment } from '#lib/domain/records.ts'
import { newContact } from '#lib/domain/merge.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { PersonInput } from './person-input.ts'
import type { StoreReads } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'
import type { WithId } from './people.ts'
import { isSuppressed } from './recognition.ts'
import { calendarOf, courseOf, thisMoment } from './planning.ts'
import { zoneQuestion } from './zone-question.ts'

export type { TimelineEntry }

export interface ContactView {
  contact: WithId<Contact>
  account: WithId<Account> | null
  /** The running enrollment, or the last one. */
  enrollment: WithId<Enrollment> | null
  cadence: WithId<Cadence> | null
  next: PlannedTouch | null
  /** All touches of that enrollment, done and to come. */
  schedule: PlannedTouch[]
  fit: Fit
  suppressed: boolean
  /** Zones to ask the rep about; empty where nothing is open or it does not matter. */
  zones: string[]
  /** When the inbound person came, as long as no run counts from it (I3 of `arrival.ts`). */
  arrival: Instant | null
  /** Others known at the same company, at most five. */
  colleagues: WithId<Contact>[]
}

export async function contactView(deps: Deps, contactId: string): Promise<ContactView | null> {
  const reads = deps.store
  const contact = await reads.get('contact', contactId)
  if (!contact) return null
  const moment = await thisMoment(deps)
  const [account, enrollments, suppressed, colleagues] = await Promise.all([
    contact.accountId ? reads.get('account', contact.accountId) : undefined,
    reads.enrollmentsOf(contactId),
    isSuppressed(reads, contact),
    contact.accountId ? reads.contactsOfAccount(contact.accountId, 6) : [],
  ])
  const enrollment = lastOf(enrollments)
  const course = enrollment ? await courseOf(reads, enrollment.id) : null
  const planned = course
    ? schedule({ ...course, calendar: calendarOf(moment, contact), now: moment.now })
    : []
  return {
    contact,
    account: account ?? null,
    enrollment,
    cadence: course?.cadence ?? null,
    next: planned.find(({ state }) => state === 'next') ?? null,
    schedule: planned,
    fit: fit(moment.settings.icp, fitFacts(contact, account ?? null)),
    suppressed,
    zones: course ? zoneQuestion(course, moment) : [],
    arrival: openArrival(contact, enrollments),
    colleagues: colleagues.filter(({ id }) => id !== contactId).slice(0, 5),
  }
}

/** The fit of a person who is not saved yet. */
export async function fitOf(deps: Deps, person: Exclude<PersonInput, { from: 'contact' }>): Promise<Fit> {
  const { icp } = await deps.settings.get()
  return fit(icp, fitFacts(newContact(person, deps.clock.now()), null))
}

/** The facts a fit score may use, each with the way it was learned. */
export function fitFacts(
  contact: Pick<Contact, 'title' | 'headline' | 'location'>,
  account: Pick<Account, 'headcount'> | null,
) {
  return {
    title: contact.title?.value ?? null,
    headline: contact.headline?.value ?? null,
    location: contact.location?.value ?? null,
    headcount: account?.headcount?.value ?? null,
  }
}

const TIMELINE_PAGE = 200

/** Captures, notes, touches and shifts of the contact, newest first. */
export async function timelineOf(deps: Deps, contactId: string): Promise<TimelineEntry[]> {
  const reads = deps.store
  const [activities, notes, enrollments] = await Promise.all([
    reads.activitiesOf(contactId, TIMELINE_PAGE),
    reads.notesOf(contactId, TIMELINE_PAGE),
    reads.enrollmentsOf(contactId),
  ])
  const shifts = enrollments.flatMap((enrollment) => enrollment.shifts ?? [])
  const undoable = await reads.undoableAmong([...new Set(activities.map(({ group }) => group))])
  return timeline(await withNames(reads, activities), notes, shifts, undoable)
}

/** Who answered is kept as an id, so that nobody who was erased stands in another's timeline; `name` is read here. */
async function withNames(reads: StoreReads, activities: WithId<Activity>[]): Promise<WithId<Activity>[]> {
  const ids = [...new Set(activities.flatMap(({ facts }) => facts.who ?? []))]
  const contacts = await reads.getMany('contact', ids)
  const names = new Map(contacts.flatMap((contact) => (contact ? [[contact.id, contact.name.value]] : [])))
  return activities.map((activity) => {
    const name = names.get(activity.facts.who ?? '')
    return name === undefined ? activity : { ...activity, facts: { ...activity.facts, name } }
  })
}

function lastOf(enrollments: readonly WithId<Enrollment>[]): WithId<Enrollment> | null {
  const rank = (enrollment: Enrollment): number => (enrollment.state === 'finished' ? 0 : 1)
  return (
    enrollments.toSorted((a, b) => rank(b) - rank(a) || b.startedAt.localeCompare(a.startedAt))[0] ?? null
  )
}
