import { arrivalOf } from './arrival.ts'
import {
  dayAt,
  dayText,
  epochDay,
  isWorkingDay,
  startOfDay,
  startOfWork,
  type Calendar,
  type EpochDay,
} from './cadence/calendar.ts'
import { channelOf, type Channel, type StepType } from './cadence/step.ts'
import { channelMinutes, minutesOf } from './capacity.ts'
import { fitter, type Fit, type FitFacts } from './fit.ts'
import type { Cadence, Contact, Enrollment } from './records.ts'
import type { Icp, Settings } from './settings.ts'
import { waitingSince, type Waiting } from './sla.ts'
import { CLOSING, closings, ORDER } from './today-order.ts'
import type { Day, Instant } from './values.ts'

/**
 * The rep's day. The next touch of every enrollment falls into one group:
 *
 *   T1  replied   somebody answered and the rep has not judged it yet (status `engaged`, ended by `reply`)
 *   T2  inbound   an inbound person's first touch that is due, or was
 *   T3  due       its instant has come, today
 *   T4  later     its instant is still to come, today
 *   T5  overdue   its instant was on an earlier day of the rep
 *   T6  everything after today counts for `days` only
 *   T7  a nurtured person whose day has come is due at the start of work of that day, until the rep enrols the person
 *       again or gives another verdict
 *   T8  What is due and what is overdue is done in this order: whose window closes soonest (the step's, in the contact's
 *       zone; a closed one counts with its next opening), what is due longest, the better fit, what the step is for. What
 *       is to come stands in the order of its instants, a hand-raiser who waits longest first.
 *   T9  One touch after another goes through inbound, then due and overdue as one, of one channel or of all.
 *
 * Left out: who must not be contacted, and what is not active (save T1). A day is the rep's, in the rep's zone.
 */

/** As much of a person, a cadence run and a company as a row of Today is made of. */
export interface DayRow {
  /** Null for somebody who is back from nurture. */
  enrollment:
    | ({ id: string } & Pick<
        Enrollment,
        | 'cadenceId'
        | 'state'
        | 'finishReason'
        | 'finishedAt'
        | 'startedAt'
        | 'arrivedAt'
        | 'cycle'
        | 'dueAt'
        | 'dueStepId'
      >)
    | null
  contact: { id: string; name: Said } & Record<'company' | 'title' | 'headline' | 'location', Said | null> &
    Pick<
      Contact,
      'accountId' | 'zone' | 'leadSource' | 'status' | 'nurtureUntil' | 'doNotContact' | 'practice'
    >
  account: { id: string; name: Said; headcount: Said | null } | null
}
interface Said {
  value: string
}

/** One enrollment with what its row shows. */
export interface TodayItem {
  enrollment: NonNullable<DayRow['enrollment']>
  contact: DayRow['contact']
  cadence: Pick<Cadence, 'name' | 'steps'>
  account: Pick<NonNullable<DayRow['account']>, 'name' | 'headcount'> | null
}

export type TodayGroupId = 'replied' | 'inbound' | 'due' | 'later' | 'overdue'

export interface TodayRow {
  /** The enrollment's id, or the contact's for somebody who is back from nurture. */
  id: string
  group: TodayGroupId
  /** Null for somebody who is back from nurture. */
  enrollmentId: string | null
  contactId: string
  name: string
  company: string | null
  /** Null as the enrollment is. */
  cadenceName: string | null
  /** Null for a reply, for somebody who is back, and for a step that an edit has just taken away. */
  stepId: string | null
  type: StepType | null
  channel: Channel
  /** Position of the step, from 1, and how many there are; `index` is null without a step. */
  index: number | null
  of: number
  /** Position among the mails of the cadence («mail 3 of 7»); null for other steps. */
  mail: { index: number; of: number } | null
  breakup: boolean
  /** When it is or was due; for a reply, when it came. */
  at: Instant
  /** The contact's zone where one is set, else the rep's. */
  zone: string
  /** The rep's day of `at`: «since Fri». */
  day: Day
  grade: Fit['grade']
  score: Fit['score']
  /** When the touch may no longer be made today; null where nothing is due or nothing closes. */
  closesAt: Instant | null
  /** How long an inbound lead has been waiting for the first answer (`sla.ts`); null in every other group. */
  waiting: Waiting | null
  practice: boolean
}

export interface TodayView {
  /** In this order, the empty ones too. */
  groups: { id: TodayGroupId; rows: TodayRow[] }[]
  /** Replied, inbound and due together: the number of the tab and the badge. */
  dueCount: number
  overdueCount: number
  /** Estimate for what `dueCount` counts, by the rep's minutes per touch. */
  minutes: number
  doneToday: number
  /** The earliest touch that is still to come, of today or later. */
  next: TodayRow | null
  /** Touches of the next five days that are working days or have any, today left out. */
  days: { day: Day; count: number }[]
}

export interface TodayInput {
  now: Instant
  /** The rep's calendar; its contact zone is not looked at. */
  calendar: Calendar
  icp: Icp
  touchMinutes: Settings['touchMinutes']
  /** Active enrollments due up to some days ahead, and those ended by a reply; in any order. */
  items: readonly TodayItem[]
  /** Nurtured people whose day is today or was before (T7). */
  returning: readonly Returning[]
  doneToday: number
}

export type Returning = Pick<TodayItem, 'contact' | 'account'>

export function groupToday(input: TodayInput): TodayView {
  const { now, calendar, icp, items, returning, doneToday } = input
  const today = dayAt(calendar.zone, Temporal.Instant.from(now).epochMilliseconds)
  const bounds = { now, start: instantOf(calendar, today), end: instantOf(calendar, today + 1) }
  const shared: Shared = {
    calendar,
    grade: fitter(icp),
    dayOf: daysOf(calendar, today),
    closes: closings(calendar, now),
    waits: (since) => waitingSince(since, now, calendar),
  }
  const rows: Record<TodayGroupId, TodayRow[]> = { replied: [], inbound: [], due: [], later: [], overdue: [] }
  const ahead: { item: TodayItem; at: Instant }[] = []
  for (const item of items) {
    const place = placeOf(item, bounds)
    if (place === null) continue
    if (place.group === 'ahead') ahead.push({ item, at: place.at })
    else rows[place.group].push(rowOf(item, place.group, place.at, shared))
  }
  for (const back of returning) {
    const at = backAt(back.contact, calendar)
    if (at === null || at >= bounds.end) continue
    const group = at > now ? 'later' : at >= bounds.start ? 'due' : 'overdue'
    rows[group].push(backRow(back, group, at, shared))
  }
  ahead.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const groups = GROUPS.map((id) => ({ id, rows: rows[id].sort(ORDER[id]) }))
  const counted = [...rows.replied, ...rows.inbound, ...rows.due]
  const first = ahead[0]
  return {
    groups,
    dueCount: counted.length,
    overdueCount: rows.overdue.length,
    minutes: counted.reduce(
      (sum, { type, channel }) => sum + (type === null ? channelMinutes(channel) : minutesOf(type, input)),
      0,
    ),
    doneToday,
    next: rows.later[0] ?? (first === undefined ? null : rowOf(first.item, 'later', first.at, shared)),
    days: daysAhead(
      ahead.map(({ at }) => at),
      today,
      calendar,
    ),
  }
}

export interface Badge {
  count: number
  /** `waiting`: an inbound lead among what is due has waited beyond the red mark (L2). */
  tone: 'due' | 'waiting' | 'overdue' | 'none'
}

/**
 * The badge of the toolbar button: what is due, in red when an inbound lead waits too long; in red what is overdue
 * when nothing else is left; else nothing.
 */
export function badge({ dueCount, overdueCount, groups }: BadgeFacts): Badge {
  const waits = waitingRows(groups).some(({ level }) => level === 'red' || level === 'alarm')
  if (dueCount > 0) return { count: dueCount, tone: waits ? 'waiting' : 'due' }
  return overdueCount > 0 ? { count: overdueCount, tone: 'overdue' } : { count: 0, tone: 'none' }
}

/** When a lead that waits reaches its next mark up to the red one, the earliest of all; null when none does. */
export function nextMark({ groups }: Pick<TodayView, 'groups'>): Instant | null {
  const marks = waitingRows(groups).flatMap(({ level, nextAt }) =>
    nextAt !== null && (level === 'onTime' || level === 'amber') ? [nextAt] : [],
  )
  return marks.toSorted()[0] ?? null
}

type BadgeFacts = Pick<TodayView, 'dueCount' | 'overdueCount' | 'groups'>

const waitingRows = (groups: TodayView['groups']): Waiting[] =>
  groups.flatMap(({ rows }) => rows.flatMap(({ waiting }) => waiting ?? []))

/** T1: somebody answered, and neither a verdict nor another step has been taken since. */
function awaitsAnswer(
  contact: Pick<Contact, 'status' | 'doNotContact'>,
  enrollment: Pick<Enrollment, 'state' | 'finishReason'>,
): boolean {
  const replied = enrollment.state === 'finished' && enrollment.finishReason === 'reply'
  return replied && contact.status === 'engaged' && !contact.doNotContact
}

/** What all rows of one view are made with. */
interface Shared {
  calendar: Calendar
  grade(facts: FitFacts): Fit
  dayOf(at: Instant): Day
  closes: ReturnType<typeof closings>
  waits(since: Instant): Waiting
}

/**
 * The rep's day of an instant. A thousand rows fall on a few days, so the beginnings of the days around today are
 * worked out once and compared as text; what lies further away costs a date object.
 */
function daysOf(calendar: Calendar, today: EpochDay): (at: Instant) => Day {
  const starts: { start: Instant; day: Day }[] = []
  const last = instantOf(calendar, today + 1)
  return (at) => {
    for (let index = 0; at < last && index < NEAR_DAYS; index++) {
      const known = (starts[index] ??= {
        start: instantOf(calendar, today - index),
        day: dayText(today - index),
      })
      if (at >= known.start) return known.day
    }
    return dayText(dayAt(calendar.zone, Temporal.Instant.from(at).epochMilliseconds))
  }
}

interface Bounds {
  now: Instant
  /** First instant of the rep's day, and of the next one. */
  start: Instant
  end: Instant
}

/** Instants sort as text, so a thousand rows need no date object. */
function placeOf(
  { contact, enrollment, cadence }: TodayItem,
  { now, start, end }: Bounds,
): { group: TodayGroupId | 'ahead'; at: Instant } | null {
  if (awaitsAnswer(contact, enrollment))
    return { group: 'replied', at: enrollment.finishedAt ?? enrollment.startedAt }
  if (contact.doNotContact || enrollment.state !== 'active' || enrollment.dueAt === null) return null
  const at = enrollment.dueAt
  if (at >= end) return { group: 'ahead', at }
  if (at > now) return { group: 'later', at }
  const isFirst = cadence.steps[0]?.id === enrollment.dueStepId
  if (contact.leadSource === 'inbound' && isFirst) return { group: 'inbound', at }
  return { group: at >= start ? 'due' : 'overdue', at }
}

/** T7: the start of work of the day; null unless the person is in nurture. */
function backAt(
  { status, nurtureUntil, doNotContact }: DayRow['contact'],
  calendar: Calendar,
): Instant | null {
  const day = status === 'nurture' && nurtureUntil !== null && !doNotContact ? epochDay(nurtureUntil) : null
  return day === null ? null : text(startOfWork(calendar, day))
}

function backRow(back: Returning, group: TodayGroupId, at: Instant, shared: Shared): TodayRow {
  return {
    ...personOf(back, group, at, shared),
    id: back.contact.id, enrollmentId: null, cadenceName: null, stepId: null, type: null, channel: 'task',
    index: null, of: 0, mail: null, breakup: false, closesAt: null, waiting: null,
  } // prettier-ignore
}

function rowOf(item: TodayItem, group: TodayGroupId, at: Instant, shared: Shared): TodayRow {
  const { enrollment, cadence } = item
  const position = group === 'replied' ? -1 : cadence.steps.findIndex(({ id }) => id === enrollment.dueStepId)
  const step = cadence.steps[position] ?? null
  return {
    ...personOf(item, group, at, shared),
    id: enrollment.id, enrollmentId: enrollment.id, cadenceName: cadence.name,
    stepId: step?.id ?? null, type: step?.type ?? null,
    // An answer is answered by mail, as far as the records can say.
    closesAt: step !== null && CLOSING.has(group) ? shared.closes(item.contact.zone, step) : null,
    channel: step !== null ? channelOf(step.type) : group === 'replied' ? 'email' : 'task',
    index: step === null ? null : position + 1, of: cadence.steps.length, mail: mailOf(cadence.steps, position),
    breakup: step?.breakup ?? false,
    waiting: group === 'inbound' ? shared.waits(arrivalOf(enrollment)) : null,
  } // prettier-ignore
}

/** What a row says of the person, whatever is due. */
function personOf({ contact, account }: Returning, group: TodayGroupId, at: Instant, shared: Shared) {
  const facts = {
    title: contact.title?.value ?? null,
    headline: contact.headline?.value ?? null,
    location: contact.location?.value ?? null,
    headcount: account?.headcount?.value ?? null,
  }
  const { grade, score } = shared.grade(facts)
  return {
    group,
    at,
    contactId: contact.id,
    name: contact.name.value,
    company: contact.company?.value ?? account?.name.value ?? null,
    zone: contact.zone ?? shared.calendar.zone,
    day: shared.dayOf(at),
    grade,
    score,
    practice: contact.practice,
  }
}

function mailOf(steps: Cadence['steps'], position: number): TodayRow['mail'] {
  const step = steps[position]
  if (step === undefined || channelOf(step.type) !== 'email') return null
  const mails = steps.filter(({ type }) => channelOf(type) === 'email')
  return { index: mails.indexOf(step) + 1, of: mails.length }
}

function daysAhead(
  instants: readonly Instant[],
  today: EpochDay,
  calendar: Calendar,
): { day: Day; count: number }[] {
  const days: { day: Day; count: number }[] = []
  for (let day = today + 1; days.length < DAYS_AHEAD && day < today + 30; day++) {
    const [start, end] = [instantOf(calendar, day), instantOf(calendar, day + 1)]
    const count = instants.filter((at) => at >= start && at < end).length
    if (count > 0 || isWorkingDay(calendar, day)) days.push({ day: dayText(day), count })
  }
  return days
}

function instantOf(calendar: Calendar, day: EpochDay): Instant {
  return text(startOfDay(calendar.zone, day))
}

function text(ms: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' })
}

const GROUPS = ['replied', 'inbound', 'due', 'later', 'overdue'] as const
const DAYS_AHEAD = 5
const NEAR_DAYS = 60
