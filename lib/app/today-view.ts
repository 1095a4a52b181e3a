import { dayAt, dayText, calendarFor, startOfDay, type Calendar } from '#lib/domain/cadence/calendar.ts'
import type { Account, Cadence, Contact, Enrollment } from '#lib/domain/records.ts'
import { badge, groupToday, type Returning, type TodayItem, type TodayView } from '#lib/domain/today.ts'
import type { StoreReads } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'
import type { WithId } from './people.ts'
import { thisMoment, type Moment } from './planning.ts'

/** Rows of one group that are looked at; more than anybody does in a day, few enough to read at once. */
const MOST_ROWS = 300
const DAY_MS = 86_400_000
const DAYS_AHEAD_MS = 9 * DAY_MS

/** The rep's day: replied, inbound, due, later today, overdue; what comes next where the day is empty. */
export async function todayView(deps: Deps): Promise<TodayView> {
  const moment = await thisMoment(deps)
  const calendar = calendarFor(moment.settings, moment.machineZone, null)
  const { start, end } = dayBounds(moment, calendar)
  const [enrollments, returning, doneToday] = await Promise.all([
    ofToday(deps.store, start, end),
    backFromNurture(deps.store, repsDay(moment)),
    deps.store.countDone(start, 2_000),
  ])
  const ahead = await comingUp(deps.store, end, enrollments.length + returning.length === 0)
  const items = await withPeople(deps.store, [...enrollments, ...ahead])
  return groupToday({ now: moment.now, calendar, icp: moment.settings.icp, items, returning, doneToday })
}

/** The number on the toolbar icon. */
export async function todayBadge(deps: Deps): Promise<ReturnType<typeof badge>> {
  return badge(await todayView(deps))
}

/** Enrollments of which something is or was due by now, with their people: what reminders are made from. */
export async function dueItems(reads: StoreReads, now: string): Promise<TodayItem[]> {
  const dayAgo = new Date(Date.parse(now) - DAY_MS).toISOString()
  // The last day is looked at by itself: a long backlog must not hide what has just become due.
  const [backlog, fresh] = await Promise.all([
    reads.dueEnrollments(dayAgo, MOST_ROWS),
    reads.dueEnrollments(justAfter(now), MOST_ROWS, dayAgo),
  ])
  return withPeople(reads, [...backlog, ...fresh])
}

async function ofToday(reads: StoreReads, start: string, end: string): Promise<WithId<Enrollment>[]> {
  const lists = await Promise.all([
    reads.finishedFor('reply', MOST_ROWS),
    reads.dueEnrollments(end, MOST_ROWS, start),
    reads.dueEnrollments(start, MOST_ROWS),
  ])
  return lists.flat()
}

/** Nurtured people whose day has come, each with the company. */
async function backFromNurture(reads: StoreReads, today: string): Promise<Returning[]> {
  const contacts = await reads.nurtureUntil(today, MOST_ROWS)
  const accounts = await accountsOf(reads, contacts)
  return contacts.map((contact) => ({ contact, account: accounts.get(contact.accountId ?? '') ?? null }))
}

/** The next touch after today; where today is empty, all of the days that the empty screen draws. */
async function comingUp(reads: StoreReads, end: string, isEmpty: boolean): Promise<WithId<Enrollment>[]> {
  if (!isEmpty) return reads.dueEnrollments(END_OF_TIME, 1, end)
  const until = new Date(Date.parse(end) + DAYS_AHEAD_MS).toISOString()
  const coming = await reads.dueEnrollments(until, 2_000, end)
  return coming.length > 0 ? coming : reads.dueEnrollments(END_OF_TIME, 1, end)
}

/** Joins enrollments with contact, cadence and account; one that has lost any of the first two is left out. */
export async function withPeople(
  reads: StoreReads,
  enrollments: readonly WithId<Enrollment>[],
): Promise<TodayItem[]> {
  const [contacts, cadences] = await Promise.all([
    reads.getMany(
      'contact',
      enrollments.map(({ contactId }) => contactId),
    ),
    reads.cadences(),
  ])
  const byId = new Map<string, WithId<Cadence>>(cadences.map((cadence) => [cadence.id, cadence]))
  const accounts = await accountsOf(reads, contacts)
  return enrollments.flatMap((enrollment, index) => {
    const contact: WithId<Contact> | undefined = contacts[index]
    const cadence = byId.get(enrollment.cadenceId)
    if (!contact || !cadence) return []
    const account = contact.accountId === null ? null : (accounts.get(contact.accountId) ?? null)
    return [{ enrollment, contact, cadence, account }]
  })
}

async function accountsOf(
  reads: StoreReads,
  contacts: readonly (WithId<Contact> | undefined)[],
): Promise<Map<string, WithId<Account>>> {
  const ids = [...new Set(contacts.flatMap((contact) => contact?.accountId ?? []))]
  const accounts = await reads.getMany('account', ids)
  return new Map(accounts.flatMap((account) => (account ? [[account.id, account]] : [])))
}

function dayBounds(moment: Moment, calendar: Calendar): { start: string; end: string } {
  const today = dayAt(calendar.zone, Date.parse(moment.now))
  const at = (day: number): string => new Date(startOfDay(calendar.zone, day)).toISOString()
  return { start: at(today), end: at(today + 1) }
}

/** The rep's present day, `YYYY-MM-DD`. */
export function repsDay(moment: Moment): string {
  const { zone } = calendarFor(moment.settings, moment.machineZone, null)
  return dayText(dayAt(zone, Date.parse(moment.now)))
}

const justAfter = (now: string): string => new Date(Date.parse(now) + 1).toISOString()
const END_OF_TIME = '9999-12-31T23:59:59.999Z'
