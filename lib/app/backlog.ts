import { calendarFor, dayAt, startOfDay, type EpochDay } from '#lib/domain/cadence/calendar.ts'
import { cleanedUp, daySpread, firstOn, type CleanUp } from '#lib/domain/cadence/clean-up.ts'
import type { EditPlace } from '#lib/domain/cadence/edit-effect.ts'
import { channelOf } from '#lib/domain/cadence/step.ts'
import type { BacklogItem } from '#lib/domain/backlog.ts'
import { touchIdOf } from '#lib/domain/identity.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { Deps } from './deps.ts'
import { calendarOf, thisMoment, type Course, type Moment } from './planning.ts'
import { coursesOf, type OnProgress } from './replan.ts'

/** The overdue touches, and what cleaning them up would make of each; reads only. `clean-up.ts` carries it out. */

export interface Backlog {
  items: BacklogItem[]
  /** Touches that are planned on each of the rep's days from today on, without the overdue ones. */
  planned: ReadonlyMap<EpochDay, number>
  today: EpochDay
}

/** Every touch that was due on an earlier day of the rep, the oldest first. */
export async function readBacklog(deps: Deps): Promise<Backlog> {
  const moment = await thisMoment(deps)
  const { zone } = repsCalendar(moment)
  const today = dayAt(zone, Date.parse(moment.now))
  const start = new Date(startOfDay(zone, today)).toISOString()
  const end = new Date(startOfDay(zone, today + DAYS_AHEAD)).toISOString()
  const [overdue, ahead, cadences] = await Promise.all([
    deps.store.dueEnrollments(start, MOST),
    deps.store.dueEnrollments(end, MOST, start),
    deps.store.cadences(),
  ])
  const byId = new Map<string, (typeof cadences)[number]>(cadences.map((cadence) => [cadence.id, cadence]))
  const items = overdue.flatMap(({ id, contactId, cadenceId, dueAt, dueStepId }): BacklogItem[] => {
    const cadence = byId.get(cadenceId)
    const step = cadence?.steps.find((one) => one.id === dueStepId)
    if (!cadence || !step || dueAt === null) return []
    return [
      {
        enrollmentId: id, contactId, cadenceId, cadenceName: cadence.name, stepId: step.id, type: step.type,
        channel: channelOf(step.type), dueAt, days: today - dayAt(zone, Date.parse(dueAt)),
      },
    ] // prettier-ignore
  })
  const planned = new Map<EpochDay, number>()
  for (const { dueAt } of ahead) {
    const day = dueAt === null ? null : dayAt(zone, Date.parse(dueAt))
    if (day !== null) planned.set(day, (planned.get(day) ?? 0) + 1)
  }
  return { items, planned, today }
}

export interface CleanUpChoice {
  item: BacklogItem
  how: CleanUp
}

export interface CleanUpRow extends CleanUpChoice {
  name: string
  company: string | null
  /** Null: the cadence ends for the person. */
  to: EditPlace | null
  /** Touches that are left out. */
  skipped: number
  /** Touches that are going to be written. */
  touchIds: string[]
}

export interface CleanUpPlan {
  rows: CleanUpRow[]
  counts: Record<CleanUp, number>
  /** How many cadences end. */
  ends: number
  /** The rep's days that get touches, in order: what is planned there now and then. */
  load: { day: EpochDay; before: number; after: number }[]
}

export interface PlanCleanUp {
  backlog: Backlog
  choices: readonly CleanUpChoice[]
  /** Most touches of one day, those that are planned already included. */
  perDay: number
  /** Courses read before, by enrollment; grows. */
  courses: Map<string, Course>
  signal?: AbortSignal
  onProgress?: OnProgress
}

/** What the choices would do; null when `signal` was aborted. Who was worked on meanwhile is left out. */
export async function planCleanUp(
  deps: Deps,
  { backlog, choices, perDay, courses, signal, onProgress }: PlanCleanUp,
): Promise<CleanUpPlan | null> {
  const moment = await thisMoment(deps)
  if (
    !(await readCourses(deps, {
      choices,
      courses,
      ...(signal && { signal }),
      ...(onProgress && { onProgress }),
    }))
  )
    return null
  const calendar = repsCalendar(moment)
  const spread = daySpread(calendar, { from: backlog.today + 1, perDay, planned: backlog.planned })
  const plan: CleanUpPlan = {
    rows: [],
    counts: { shift: 0, skip: 0, collapse: 0, close: 0 },
    ends: 0,
    load: [],
  }
  const load = new Map<EpochDay, number>()
  for (const choice of choices) {
    const course = courses.get(choice.item.enrollmentId)
    if (course === undefined || course.enrollment.dueStepId !== choice.item.stepId) continue
    const row = rowOf(choice, course, moment, spread)
    if (row === null) continue
    plan.rows.push(row)
    plan.counts[choice.how]++
    if (row.to === null) plan.ends++
    const day = row.to && dayAt(calendar.zone, Date.parse(row.to.at))
    if (day !== null) load.set(day, (load.get(day) ?? 0) + 1)
  }
  plan.load = [...load]
    .map(([day, more]) => {
      const before = backlog.planned.get(day) ?? 0
      return { day, before, after: before + more }
    })
    .sort((a, b) => a.day - b.day)
  return plan
}

function rowOf(
  { item, how }: CleanUpChoice,
  course: Course,
  moment: Moment,
  spread: (first: (day: EpochDay) => Instant) => Instant,
): CleanUpRow | null {
  const input = { ...course, calendar: calendarOf(moment, course.contact), now: moment.now }
  const at = how === 'shift' ? spread((day) => firstOn(input, item.stepId, day)) : undefined
  const cleaned = cleanedUp(input, how, at)
  if (cleaned === null) return null
  const { contact } = course
  return {
    item,
    how,
    name: contact.name.value,
    company: contact.company?.value ?? null,
    to: cleaned.to,
    skipped: cleaned.touches.filter(({ state }) => state === 'skipped').length,
    touchIds: cleaned.touches.map(({ step }) =>
      touchIdOf(course.enrollment.id, step.id, course.enrollment.cycle),
    ),
  }
}

/** False when it was not wanted any more. */
async function readCourses(
  deps: Deps,
  {
    choices,
    courses,
    signal,
    onProgress,
  }: Pick<PlanCleanUp, 'choices' | 'courses' | 'signal' | 'onProgress'>,
): Promise<boolean> {
  const open = choices.filter(({ item }) => !courses.has(item.enrollmentId))
  for (let from = 0; from < open.length; from += SHARE) {
    if (signal?.aborted === true) return false
    const ids = open.slice(from, from + SHARE).map(({ item }) => item.enrollmentId)
    const found = (await deps.store.getMany('enrollment', ids)).filter((one) => one !== undefined)
    for (const course of await coursesOf(deps.store, found)) courses.set(course.enrollment.id, course)
    onProgress?.({ done: Math.min(open.length, from + SHARE), of: open.length })
  }
  return true
}

function repsCalendar({ settings, machineZone }: Moment) {
  return calendarFor(settings, machineZone, null)
}

const MOST = 50_000
/** Days whose load is looked at; what lies behind them counts as free. */
const DAYS_AHEAD = 120
const SHARE = 1_000
