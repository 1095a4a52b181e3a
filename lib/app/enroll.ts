import { arrivedPatch, openArrival } from '#lib/domain/arrival.ts'
import { schedule, type PlannedTouch } from '#lib/domain/cadence/plan.ts'
import {
  headquartersOf,
  isUnplaced,
  nowhere,
  orCompany,
  placedPatch,
} from '#lib/domain/place/contact-place.ts'
import { endsEverything, enrolledStatus } from '#lib/domain/status.ts'
import type { Cadence, Enrollment } from '#lib/domain/records.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { Change, Commit, Plan, StoreReads } from '#lib/store/store.ts'
import { backFromAbsence, isAway } from './absence.ts'
import { activityChange } from './activity.ts'
import type { Deps } from './deps.ts'
import type { WithId } from './people.ts'
import type { PersonInput } from './person-input.ts'
import { personPlan } from './person-plan.ts'
import {
  calendarOf,
  courseOf,
  freshEnrollment,
  pauseOf,
  plannedIndex,
  resumeChanges,
  thisMoment,
  type Course,
  type Moment,
} from './planning.ts'
import { coursesOf } from './replan.ts'

export type AddResult =
  | { kind: 'added'; contactId: string; known: boolean; enrollmentId: string; schedule: PlannedTouch[] }
  /** The contact is in this cadence already; only what the page says anew was saved. */
  | { kind: 'already'; contactId: string; enrollmentId: string }
  | { kind: 'suppressed'; contactId: string | null }
  | { kind: 'no-cadence' }
  | { kind: 'no-name' }
  | { kind: 'gone' }
  | { kind: 'never'; entry: string }

/**
 * The one click: saves contact and company, enrols, plans the first touch; one commit, one Undo. A second click on
 * the same person finds the running enrollment and changes nothing.
 */
export async function addToCadence(
  deps: Deps,
  {
    person,
    cadenceId,
    arrivedAt = null,
  }: { person: PersonInput; cadenceId: string; arrivedAt?: Instant | null },
): Promise<Commit<AddResult>> {
  const moment = await thisMoment(deps)
  const { group, result } = await deps.store.commit<EnrollResult>(async (reads, own) => {
    const cadence = await usableCadence(reads, cadenceId)
    if (!cadence) return { changes: [], result: { kind: 'no-cadence' } }
    return enrollPlan(deps, reads, { person, cadence, moment, group: own, arrivedAt })
  })
  if (result.kind !== 'added') return { group, result }
  await deps.settings.set({ lastCadenceId: cadenceId })
  const { course, ...added } = result
  const calendar = calendarOf(moment, course.contact)
  return { group, result: { ...added, schedule: schedule({ ...course, calendar, now: moment.now }) } }
}

/** The cadence, if people can be added to it. */
export async function usableCadence(
  reads: Pick<StoreReads, 'get'>,
  cadenceId: string,
): Promise<WithId<Cadence> | null> {
  const cadence = await reads.get('cadence', cadenceId)
  return cadence && !cadence.archived && cadence.steps.length > 0 ? cadence : null
}

export type EnrollResult =
  | { kind: 'added'; contactId: string; known: boolean; enrollmentId: string; course: Course }
  | Exclude<AddResult, { kind: 'added' }>

/** What adding this person changes; part of the commit of «Add to cadence», for one person or for many. */
export async function enrollPlan(
  deps: Deps,
  reads: StoreReads,
  { person, cadence, moment, group, batch, startedAt = null, arrivedAt = null }: EnrollInput,
): Promise<Plan<EnrollResult>> {
  const read = await personPlan(deps, reads, person, group)
  if (read.kind !== 'planned') return { changes: [], result: read }
  const saved = await withPlace(reads, read, deps.places)
  const { contact, known } = saved
  if (saved.suppressed) {
    return { changes: [], result: { kind: 'suppressed', contactId: known ? contact.id : null } }
  }
  const earlier = known ? await reads.enrollmentsOf(contact.id) : []
  const running = earlier.find(({ cadenceId, state }) => cadenceId === cadence.id && state !== 'finished')
  if (running) {
    const changes = saved.updated ? saved.changes : []
    return { changes, result: { kind: 'already', contactId: contact.id, enrollmentId: running.id } }
  }
  const fresh = freshEnrollment(deps, contact, cadence.id, moment)
  const arrival = arrivedAt ?? openArrival(contact, earlier)
  const back = backFromAbsence(earlier, calendarOf(moment, contact))
  const wanted = startedAt ?? fresh.startedAt
  const enrollment = {
    ...fresh,
    startedAt: back !== null && back > wanted ? back : wanted,
    ...(arrival !== null && { arrivedAt: arrival }),
  }
  const course = { enrollment, contact, cadence, touches: [] }
  const { id, ...record } = { ...enrollment, ...plannedIndex(course, moment) }
  const facts = { cadence: cadence.name, ...(batch !== undefined && { batch }) }
  const changes: Change[] = [
    ...saved.changes,
    { t: 'enrollment', id, k: 'put', f: record },
    activityChange(deps, { contact, kind: 'enrolled', at: moment.now, group, facts }),
  ]
  const gained = { ...enrolledStatus(contact), ...arrivedPatch(contact, arrivedAt) }
  if (Object.keys(gained).length > 0) changes.push({ t: 'contact', id: contact.id, k: 'patch', f: gained })
  return { changes, result: { kind: 'added', contactId: contact.id, known, enrollmentId: id, course } }
}

/** The person with zone and region, where both texts were read before: then the first dates are right at once. */
async function withPlace(
  reads: Pick<StoreReads, 'get'>,
  saved: Planned,
  places: Deps['places'],
): Promise<Planned> {
  const { contact } = saved
  if (!places) return saved
  const account = contact.accountId === null ? null : await reads.get('account', contact.accountId)
  const headquarters = headquartersOf(account)
  if (!isUnplaced(contact, headquarters)) return saved
  const readBefore = (text: string) => (text === '' ? nowhere(text) : places.known(text))
  const [theirs, company] = [readBefore(contact.location?.value ?? ''), readBefore(headquarters)]
  const place = theirs && orCompany(theirs, company ?? nowhere(''))
  if (!place) return saved
  const f = placedPatch(contact, place)
  const isOwn = (change: Change): boolean => change.t === 'contact' && change.id === contact.id
  const own = saved.changes.find((change) => isOwn(change) && (change.k === 'put' || change.k === 'patch'))
  const rest = saved.changes.filter((change) => change !== own)
  // Both kinds carry fields of a contact; a put stays one, everything else becomes the patch.
  const changed =
    own === undefined
      ? { t: 'contact', id: contact.id, k: 'patch', f }
      : { ...own, f: { ...('f' in own ? own.f : {}), ...f } }
  return { ...saved, contact: { ...contact, ...f }, changes: [...rest, changed as Change] }
}

type Planned = Extract<Awaited<ReturnType<typeof personPlan>>, { kind: 'planned' }>

interface EnrollInput {
  person: PersonInput
  cadence: WithId<Cadence>
  moment: Moment
  group: string
  /** Id of the batch it is part of. */
  batch?: string
  /** When the cadence begins for this person; null = now. */
  startedAt?: Instant | null
  /** When the person came to the rep, where that is said with it; null = as far as it is known (`arrival.ts`, I3). */
  arrivedAt?: Instant | null
}

/** Pauses until the rep resumes, or until the morning of `until` (day `YYYY-MM-DD`). */
export async function pauseCadence(
  deps: Deps,
  { enrollmentId, until = null }: { enrollmentId: string; until?: string | null },
): Promise<Commit<null>> {
  return changeEnrollment(
    deps,
    enrollmentId,
    () => ({ state: 'paused', pauseReason: 'manual', pausedUntil: until, dueAt: null, dueStepId: null }),
    ({ contact, cadence }, when) => {
      const facts = { cadence: cadence.name, reason: 'manual', ...(until !== null && { until }) }
      return activityChange(deps, { contact, kind: 'paused', facts, ...when })
    },
  )
}

/**
 * Goes on where it was paused; a touch that fell due meanwhile is due again with the next working time. Who is back
 * from an absence is back for every cadence that rests for it (R4).
 */
export async function resumeCadence(
  deps: Deps,
  { enrollmentId }: { enrollmentId: string },
): Promise<Commit<null>> {
  const moment = await thisMoment(deps)
  return deps.store.commit(async (reads, group) => {
    const course = await courseOf(reads, enrollmentId)
    if (!course || course.enrollment.state !== 'paused' || course.contact.doNotContact) {
      return { changes: [], result: null }
    }
    const others = (await reads.enrollmentsOf(course.contact.id)).filter(({ id }) => id !== enrollmentId)
    const back = isAway(course.enrollment) ? await coursesOf(reads, others.filter(isAway)) : []
    const changes: Change[] = []
    for (const one of [course, ...back]) {
      const { contact, cadence } = one
      const facts = { cadence: cadence.name }
      changes.push(
        ...resumeChanges(one, moment, await pauseOf(reads, one, false)),
        activityChange(deps, { contact, kind: 'resumed', at: moment.now, group, facts }),
      )
    }
    return { changes, result: null }
  })
}

/** Takes the person out of the cadence; what was done stays in the timeline. */
export async function removeFromCadence(
  deps: Deps,
  { enrollmentId }: { enrollmentId: string },
): Promise<Commit<null>> {
  return changeEnrollment(
    deps,
    enrollmentId,
    (now) => endsEverything('removed', now),
    ({ contact, cadence }, when) => {
      const facts = { cadence: cadence.name, reason: 'removed' as const }
      return activityChange(deps, { contact, kind: 'finished', facts, ...when })
    },
  )
}

async function changeEnrollment(
  deps: Deps,
  enrollmentId: string,
  patchAt: (now: string) => Partial<Enrollment>,
  entry: (course: Course, when: { at: string; group: string }) => Change,
): Promise<Commit<null>> {
  const moment = await thisMoment(deps)
  return deps.store.commit(async (reads, group) => {
    const course = await courseOf(reads, enrollmentId)
    if (!course || course.enrollment.state === 'finished') return { changes: [], result: null }
    const patch = patchAt(moment.now)
    const index = plannedIndex({ ...course, enrollment: { ...course.enrollment, ...patch } }, moment)
    return {
      changes: [
        { t: 'enrollment', id: enrollmentId, k: 'patch', f: { ...patch, ...index } },
        entry(course, { at: moment.now, group }),
      ],
      result: null,
    }
  })
}
