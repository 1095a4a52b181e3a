import {
  atLocal,
  dayAt,
  dayText,
  minutesOf,
  startOfWork,
  isWorkingDay,
  type Calendar,
} from './cadence/calendar.ts'
import type { Settings } from './settings.ts'
import type { Day, Instant } from './values.ts'

/** The moments of a rep's day that reminders keep to. Rules N7 to N9 of `reminders.ts`. */

/** N7: the end of the quiet hours that `now` lies in; null outside of them. */
export function quietUntil(quiet: Settings['quietHours'], calendar: Calendar, now: Instant): Instant | null {
  if (quiet === null) return null
  const [from, to] = [minutesOf(quiet[0]), minutesOf(quiet[1])]
  if (from === to) return null
  const at = msOf(now)
  const today = dayAt(calendar.zone, at)
  // Those that began yesterday may go on until today; the date before was another one where a zone left one out.
  for (const day of [today - 2, today - 1, today]) {
    const begin = atLocal(calendar.zone, day, from)
    const end = atLocal(calendar.zone, from < to ? day : day + 1, to)
    if (at >= begin && at < end) return textOf(end)
  }
  return null
}

export interface Morning {
  /** The rep's present day. */
  day: Day
  /** Whether this is the time of its digest: a working day, from the start of work until three hours later. */
  isNow: boolean
  /** When the next one begins. */
  nextAt: Instant
}

/** N8: where `now` stands to the morning of the rep's day. */
export function morningOf(calendar: Calendar, now: Instant): Morning {
  const at = msOf(now)
  const today = dayAt(calendar.zone, at)
  const start = isWorkingDay(calendar, today) ? startOfWork(calendar, today) : null
  const next = start !== null && at < start ? start : startOfWork(calendar, today + 1)
  return {
    day: dayText(today),
    isNow: start !== null && at >= start && at < start + MORNING_MS,
    nextAt: textOf(next),
  }
}

/** N9: when a touch that is still open is told of again: with the start of work of the first working day after it. */
export function escalatesAt(dueAt: Instant, calendar: Calendar): Instant {
  return textOf(startOfWork(calendar, dayAt(calendar.zone, msOf(dueAt)) + 1))
}

function msOf(at: Instant): number {
  return Temporal.Instant.from(at).epochMilliseconds
}

function textOf(ms: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' })
}

const MORNING_MS = 3 * 3_600_000
