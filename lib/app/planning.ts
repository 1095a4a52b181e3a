import { calendarFor } from '#lib/domain/cadence/calendar.ts'
import { nextTouch } from '#lib/domain/cadence/plan.ts'
import type { Cadence, Contact, Enrollment, Touch } from '#lib/domain/records.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { StoreReads } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'

type WithId<T> = T & { id: string }

/** What planning needs of one moment: read once per use case, so that all of it is planned against one clock. */
export interface Moment {
  now: Instant
  settings: Settings
  machineZone: string
}

export async function thisMoment(deps: Deps): Promise<Moment> {
  return { now: deps.clock.now(), settings: await deps.settings.get(), machineZone: deps.clock.zone() }
}

/** The calendar that holds for this contact: the rep's hours, in the contact's zone where one is set. */
export function calendarOf(moment: Moment, contact: Pick<Contact, 'zone'>) {
  return calendarFor(moment.settings, moment.machineZone, contact.zone)
}

/** Everything the plan of one enrollment is made from. */
export interface Course {
  enrollment: WithId<Enrollment>
  contact: WithId<Contact>
  cadence: WithId<Cadence>
  touches: WithId<Touch>[]
}

/** The enrollment with all it stands on; null when one of them is gone. */
export async function courseOf(reads: StoreReads, enrollmentId: string): Promise<Course | null> {
  const enrollment = await reads.get('enrollment', enrollmentId)
  if (!enrollment) return null
  const [contact, cadence, touches] = await Promise.all([
    reads.get('contact', enrollment.contactId),
    reads.get('cadence', enrollment.cadenceId),
    reads.touchesOf(enrollmentId),
  ])
  return contact && cadence ? { enrollment, contact, cadence, touches } : null
}

/**
 * The derived index of an enrollment as it should stand: the next due instant and step of an active one, its end
 * when no step is left, nothing for a paused or finished one.
 */
export function plannedIndex(course: Course, moment: Moment): Partial<Enrollment> {
  if (course.enrollment.state !== 'active') return { dueAt: null, dueStepId: null }
  const next = nextTouch({
    cadence: course.cadence,
    enrollment: course.enrollment,
    touches: course.touches,
    calendar: calendarOf(moment, course.contact),
    now: moment.now,
  })
  if (next.kind === 'due') return { dueAt: next.at, dueStepId: next.stepId }
  if (next.kind === 'paused') return { dueAt: null, dueStepId: null }
  return { state: 'finished', finishReason: next.reason, finishedAt: moment.now, dueAt: null, dueStepId: null }
}
