import { calendarFor, spanOf, type Calendar, type DaySet } from '#lib/domain/cadence/calendar.ts'
import { nextTouch, resumeAt, type EndedPause } from '#lib/domain/cadence/plan.ts'
import { channelOf, type Step } from '#lib/domain/cadence/step.ts'
import { touchIdOf } from '#lib/domain/identity.ts'
import { regionOf } from '#lib/domain/place/contact-place.ts'
import { outcomeOf } from '#lib/domain/outcomes.ts'
import type { Cadence, Contact, Enrollment, Touch } from '#lib/domain/records.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { Day, Instant } from '#lib/domain/values.ts'
import type { Change, StoreReads } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'

type WithId<T> = T & { id: string }

/** What planning needs of one moment: read once per use case, so that all of it is planned against one clock. */
export interface Moment {
  now: Instant
  settings: Settings
  machineZone: string
  /** Public holidays by ISO 3166 region. */
  holidays?: ReadonlyMap<string, DaySet>
}

export async function thisMoment(deps: Deps): Promise<Moment> {
  const [settings, holidays] = await Promise.all([deps.settings.get(), deps.holidays?.get() ?? NO_HOLIDAYS])
  return { now: deps.clock.now(), settings, machineZone: deps.clock.zone(), holidays }
}

/**
 * The calendar that holds for this contact: the rep's hours, cut to the contact's where a zone is set, without the
 * public holidays of the contact's region, both as the settings say. One calendar for all who share both: what it works out is kept with it.
 */
export function calendarOf(moment: Moment, contact: Pick<Contact, 'zone' | 'place'>): Calendar {
  const { zone } = contact
  const region = regionOf(contact) ?? ''
  const kept = CALENDARS.get(moment) ?? new Map<string, Calendar>()
  CALENDARS.set(moment, kept)
  const key = `${zone ?? ''} ${region}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const { settings, machineZone } = moment
  const holidays = settings.contactHolidays ? moment.holidays?.get(region) : undefined
  const contactHours = settings.contactHours && spanOf(settings.contactHours)
  const made = calendarFor(settings, machineZone, zone, { contactHours, ...(holidays && { holidays }) })
  kept.set(key, made)
  return made
}

/** Everything the plan of one enrollment is made from. */
export interface Course {
  enrollment: WithId<Enrollment>
  contact: WithId<Contact>
  cadence: WithId<Cadence>
  touches: WithId<Touch>[]
}

/** What the timeline says of a step. */
export function stepFacts({ cadence }: Pick<Course, 'cadence'>, step: Step) {
  return {
    step: step.type,
    cadence: cadence.name,
    index: cadence.steps.indexOf(step) + 1,
    of: cadence.steps.length,
  }
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

/** The step that is next in this enrollment; null when none is. */
export async function dueStep(reads: StoreReads, enrollmentId: string): Promise<Step | null> {
  const course = await courseOf(reads, enrollmentId)
  return course?.cadence.steps.find(({ id }) => id === course.enrollment.dueStepId) ?? null
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
    contact: course.contact,
  })
  if (next.kind === 'due') return { dueAt: next.at, dueStepId: next.stepId }
  if (next.kind === 'paused') return { dueAt: null, dueStepId: null }
  return {
    state: 'finished',
    finishReason: next.reason,
    finishedAt: moment.now,
    dueAt: null,
    dueStepId: null,
  }
}

/**
 * When the pause of an enrollment began, as its timeline or its last outcome tells, and the day an absence was to end
 * (`stated`: that day ends the pause, not the rep). Null when neither knows.
 */
export async function pauseOf(
  reads: StoreReads,
  { enrollment, cadence, touches }: Course,
  stated: boolean,
): Promise<EndedPause | null> {
  const activities = await reads.activitiesOf(enrollment.contactId, PAUSE_IS_AMONG)
  const paused = activities.filter(({ kind, facts }) => kind === 'paused' && facts.cadence === cadence.name)
  if (enrollment.pauseReason === 'out_of_office') {
    // R4: told in another cadence of theirs, only the timeline has it.
    const elsewhere = paused.filter(({ facts }) => facts.reason === 'out_of_office')
    const known = touches.filter(({ outcome }) => outcome !== null && outcomeOf(outcome)?.effect === 'pause')
    // An outcome of the rep's own making: nothing is done to somebody who is away, so the last one said it.
    const told = known.length > 0 ? known : touches.filter(({ state }) => state === 'done')
    const from = [...told, ...elsewhere].reduce<Instant | null>(
      (last, { at }) => (last === null || at > last ? at : last),
      null,
    )
    return from === null ? null : { from, lastDay: stated ? enrollment.pausedUntil : null }
  }
  const [began] = paused
  return began === undefined ? null : { from: began.at, lastDay: null }
}

/** When the next touch is due once an absence that begins now ends with `until`; null when none is left. */
export function goesOnAt(course: Course, moment: Moment, until: Day): Instant | null {
  const calendar = calendarOf(moment, course.contact)
  const enrollment = { ...course.enrollment, state: 'active' as const }
  const day = Temporal.PlainDate.from(until).add({ days: 1 })
  const back = day.toZonedDateTime(calendar.contactZone ?? calendar.zone).toInstant()
  const input = { ...course, enrollment, calendar, now: back.toString({ smallestUnit: 'millisecond' }) }
  const next = nextTouch(input)
  if (next.kind !== 'due') return null
  return resumeAt(input, { from: moment.now, lastDay: until }) ?? next.at
}

/** What ends a pause: the enrollment runs again, and the next touch keeps the distance it had when the pause began. */
export function resumeChanges(paused: Course, moment: Moment, pause: EndedPause | null): Change[] {
  const enrollment: WithId<Enrollment> = {
    ...paused.enrollment,
    state: 'active',
    pauseReason: null,
    pausedUntil: null,
  }
  const course = { ...paused, enrollment }
  const input = { ...course, calendar: calendarOf(moment, course.contact), now: moment.now }
  const next = nextTouch(input)
  const until = resumeAt(input, pause)
  const step = next.kind === 'due' ? course.cadence.steps.find(({ id }) => id === next.stepId) : undefined
  const snoozed = step && until ? touchOf(course, step, moment, { state: 'snoozed', snoozedTo: until }) : null
  const touches = snoozed
    ? [...course.touches.filter(({ id }) => id !== snoozed.id), snoozed]
    : course.touches
  const { state, pauseReason, pausedUntil } = enrollment
  const index = plannedIndex({ ...course, touches }, moment)
  const changes: Change[] = [
    { t: 'enrollment', id: enrollment.id, k: 'patch', f: { state, pauseReason, pausedUntil, ...index } },
  ]
  if (snoozed) {
    const { id, ...f } = snoozed
    changes.push({ t: 'touch', id, k: 'put', f })
  }
  return changes
}

/** The row of what happened to a step; its id is the same on every device. */
export function touchOf(
  course: Course,
  step: Step,
  { now }: Moment,
  what: Pick<Touch, 'state'> & Partial<Pick<Touch, 'outcome' | 'subject' | 'body' | 'snoozedTo'>>,
): WithId<Touch> {
  const { id, contactId, cycle, dueAt, practice } = course.enrollment
  return {
    id: touchIdOf(id, step.id, cycle),
    enrollmentId: id as Touch['enrollmentId'], // a stored enrollment's own id
    contactId,
    stepId: step.id,
    cycle,
    channel: channelOf(step.type),
    at: now,
    dueAt,
    outcome: null,
    snoozedTo: null,
    subject: null,
    body: null,
    practice,
    ...what,
  }
}

/** A run of the cadence that begins now; its first touch is planned by the caller. */
export function freshEnrollment(
  deps: Pick<Deps, 'ids'>,
  contact: Pick<WithId<Contact>, 'id' | 'practice' | 'owner'>,
  cadenceId: string,
  moment: Moment,
): WithId<Enrollment> {
  return {
    id: deps.ids.next(),
    // Ids are branded by table; these come from stored records of those tables.
    contactId: contact.id as Enrollment['contactId'],
    cadenceId: cadenceId as Enrollment['cadenceId'],
    state: 'active',
    pauseReason: null,
    pausedUntil: null,
    finishReason: null,
    finishedAt: null,
    startedAt: moment.now,
    cycle: 0,
    dueAt: null,
    dueStepId: null,
    owner: contact.owner,
    practice: contact.practice,
  }
}

/** Made from the moment alone and gone with it: a cache, no state. */
const CALENDARS = new WeakMap<Moment, Map<string, Calendar>>()
const NO_HOLIDAYS: ReadonlyMap<string, DaySet> = new Map()

/** How many entries of the timeline are looked through for the beginning of a pause. */
const PAUSE_IS_AMONG = 100
