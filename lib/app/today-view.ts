import { dayAt, dayText, calendarFor, startOfDay, type Calendar } from '#lib/domain/cadence/calendar.ts'
import type { Enrollment } from '#lib/domain/records.ts'
import {
  badge,
  groupToday,
  nextMark,
  type Badge,
  type DayRow,
  type TodayItem,
  type TodayView,
} from '#lib/domain/today.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { StoreReads } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'
import type { WithId } from './people.ts'
import { thisMoment, type Moment } from './planning.ts'

const DAY_MS = 86_400_000
const DAYS_AHEAD_MS = 9 * DAY_MS
/** What the bars of the empty screen are drawn from. */
const MOST_AHEAD = 2_000

/** The rep's day: replied, inbound, due, later today, overdue; what comes next where the day is empty. */
export async function todayView(deps: Deps): Promise<TodayView> {
  const [moment, cadences] = await Promise.all([thisMoment(deps), deps.store.cadences()])
  const calendar = calendarFor(moment.settings, moment.machineZone, null)
  const { start, end } = dayBounds(moment, calendar)
  const [rows, doneToday, next] = await Promise.all([
    deps.store.dayRows(end),
    deps.store.countDone(start, 2_000),
    comingUp(deps.store, end, END_OF_TIME, 1),
  ])
  const today = rows.filter(({ enrollment }) => (enrollment?.dueAt ?? '') < end)
  // Where today is empty, all of the days that the empty screen draws.
  const until = new Date(Date.parse(end) + DAYS_AHEAD_MS).toISOString()
  const coming = today.length === 0 ? await comingUp(deps.store, end, until, MOST_AHEAD) : []
  const { items, returning } = joined([...today, ...(coming.length > 0 ? coming : next)], cadences)
  const { icp, touchMinutes } = moment.settings
  return groupToday({ now: moment.now, calendar, icp, touchMinutes, items, returning, doneToday })
}

/** The number on the toolbar icon, and when it may look different although nothing is done. */
export async function todayBadge(deps: Deps): Promise<Badge & { changesAt: Instant | null }> {
  const view = await todayView(deps)
  return { ...badge(view), changesAt: nextMark(view) }
}

/**
 * Enrollments of which something is due before `until`, with their people: what reminders are made from. All of them:
 * the rows packed for Today leave some out where very many are due.
 */
export async function dueItems(reads: StoreReads, until: string): Promise<TodayItem[]> {
  const [packed, cadences] = await Promise.all([reads.dayRows(until), reads.cadences()])
  const due = packed.filter(({ enrollment }) => (enrollment?.dueAt ?? END_OF_TIME) < until)
  if (packed.length < MAY_BE_CUT) return joined(due, cadences).items
  const known = new Set(due.map(({ enrollment }) => enrollment?.id))
  const all = await reads.dueEnrollments(until, MOST_DUE)
  const rest = await withPeople(
    reads,
    all.filter(({ id }) => !known.has(id)),
  )
  return joined([...due, ...rest], cadences).items
}

/** What is due from `from` on and before `until`, at most `most`, with its people. */
async function comingUp(reads: StoreReads, from: string, until: string, most: number): Promise<DayRow[]> {
  return withPeople(reads, await reads.dueEnrollments(until, most, from))
}

/** Enrollments that are not packed for the day, with their people. */
async function withPeople(reads: StoreReads, enrollments: readonly WithId<Enrollment>[]): Promise<DayRow[]> {
  const contacts = await reads.getMany(
    'contact',
    enrollments.map(({ contactId }) => contactId),
  )
  const accounts = await reads.getMany(
    'account',
    contacts.flatMap((contact) => contact?.accountId ?? []),
  )
  const byId = new Map<string, NonNullable<(typeof accounts)[0]>>(
    accounts.flatMap((account) => (account ? [[account.id, account]] : [])),
  )
  return enrollments.flatMap((enrollment, index) => {
    const contact = contacts[index]
    return contact ? [{ enrollment, contact, account: byId.get(contact.accountId ?? '') ?? null }] : []
  })
}

/** Joins rows with their cadences; one whose cadence is gone is left out. */
function joined(rows: readonly DayRow[], cadences: readonly WithId<TodayItem['cadence']>[]) {
  const byId = new Map(cadences.map((cadence) => [cadence.id, cadence]))
  const items: TodayItem[] = []
  for (const { enrollment, contact, account } of rows) {
    const cadence = enrollment && byId.get(enrollment.cadenceId)
    if (cadence) items.push({ enrollment, contact, account, cadence })
  }
  return { items, returning: rows.filter(({ enrollment }) => enrollment === null) }
}

/** First instants of the rep's day and of the next one. */
export function dayBounds(moment: Moment, calendar: Calendar): { start: string; end: string } {
  const today = dayAt(calendar.zone, Date.parse(moment.now))
  const at = (day: number): string => new Date(startOfDay(calendar.zone, day)).toISOString()
  return { start: at(today), end: at(today + 1) }
}

/** The rep's present day, `YYYY-MM-DD`. */
export function repsDay(moment: Moment): string {
  const { zone } = calendarFor(moment.settings, moment.machineZone, null)
  return dayText(dayAt(zone, Date.parse(moment.now)))
}

/** Fewer rows than this are packed whole. */
const MAY_BE_CUT = 150
const MOST_DUE = 20_000
const END_OF_TIME = '9999-12-31T23:59:59.999Z'
