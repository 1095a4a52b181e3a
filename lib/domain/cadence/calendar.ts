import type { Settings } from '../settings.ts'
import type { Day } from '../values.ts'
import type { WeekHours } from './week-hours.ts'
import { dateOf, zoneDays } from './zone-days.ts'

/**
 * When people work. Days are counted as whole numbers since 1970-01-01 (`EpochDay`), instants as milliseconds,
 * so that planning a working year costs additions and not date objects (`zone-days.ts` ties both to a zone). Rules C1
 * to C7 of SPEC.md.
 */

/** Minutes after local midnight; `to` may be 1440. */
export interface Span {
  from: number
  to: number
}

export interface Calendar {
  /** The rep's zone: working days, days off and «today» are reckoned in it. */
  zone: string
  /** The zone the rep has set for this contact, or null: then the rep's hours alone count. */
  contactZone: string | null
  /** Working spans by ISO weekday (index 1 = Monday to 7; 0 is unused), in order, none overlapping. */
  hours: readonly (readonly Span[])[]
  daysOff: ReadonlySet<EpochDay>
  /** Public holidays where the contact is, as dates there (C7). */
  holidays: DaySet
  /** When a contact with a zone may be met in a step that has no window of its own (C3); null = at any time. */
  contactHours: Span | null
  /** Windows of channels, for steps that name none (W6). */
  windows: Settings['windows']
}

/** Dates that can be asked for one by one; they may be looked up only then. */
export interface DaySet {
  has(day: EpochDay): boolean
}

/** Days since 1970-01-01 of a calendar date, without a zone. */
export type EpochDay = number

/** A working stretch: `from` is inside, `to` is not. Milliseconds since 1970. */
export interface Stretch {
  from: number
  to: number
}

export type CalendarSettings = Pick<Settings, 'zone' | 'hours' | 'daysOff'> &
  Partial<Pick<Settings, 'windows'>>

/**
 * The calendar of the rep for one contact. `machineZone` counts where the settings name no zone; a zone nobody
 * knows is passed over. Without any working hour at all Monday to Friday 09:00 to 17:00 count (C6).
 */
export function calendarFor(
  settings: CalendarSettings,
  machineZone: string,
  contactZone: string | null,
  {
    holidays = NO_DAYS,
    contactHours = CONTACT_HOURS,
  }: Partial<Pick<Calendar, 'holidays' | 'contactHours'>> = {},
): Calendar {
  const zone = [settings.zone, machineZone].find((name) => name !== null && knownZone(name)) ?? 'UTC'
  const hours = [0, 1, 2, 3, 4, 5, 6, 7].map((day) => spansOf(settings.hours, day))
  return {
    zone,
    contactZone: contactZone !== null && contactZone !== zone && knownZone(contactZone) ? contactZone : null,
    hours: hours.some((spans) => spans.length > 0) ? hours : DEFAULT_HOURS,
    daysOff: new Set(settings.daysOff.map((day) => epochDay(day)).filter((day) => day !== null)),
    holidays,
    contactHours,
    windows: settings.windows ?? {},
  }
}

/** C1, C7: a date on which the rep works and the contact has no holiday. */
export function isWorkingDay(calendar: Calendar, day: EpochDay): boolean {
  return worksOn(calendar, day) && !calendar.holidays.has(day)
}

function worksOn(calendar: Calendar, day: EpochDay): boolean {
  return (calendar.hours[weekdayOf(day)]?.length ?? 0) > 0 && !calendar.daysOff.has(day)
}

/** C2: the rep's own working stretches of a date, whatever the contact does. */
export function ownStretches(calendar: Calendar, day: EpochDay): Stretch[] {
  if (!worksOn(calendar, day)) return []
  return (calendar.hours[weekdayOf(day)] ?? [])
    .map((span) => stretchOf(calendar.zone, day, span))
    .filter((found) => found !== null)
}

/**
 * C2, C3, C7: the working stretches of a day of the rep, in order, for a contact and a step without a window; where a
 * contact zone is set, cut to `contactHours` there, unless nothing would be left. Empty on a day without work, on a
 * holiday, and on a date the zone leaves out.
 */
export function stretchesOf(calendar: Calendar, day: EpochDay): Stretch[] {
  const own = ownStretches(calendar, day)
  const { contactZone: zone, contactHours: hours } = calendar
  if (zone === null || hours === null || own.length === 0) return withoutHolidays(calendar, own)
  // The rep's day touches up to three dates of the contact, on the far side of the date line.
  const theirs = [day - 1, day, day + 1].map((date) => stretchOf(zone, date, hours)).filter((s) => s !== null)
  const left = inBoth(own, theirs)
  return withoutHolidays(calendar, left.length > 0 ? left : own)
}

/** What two lists of stretches have in common, in order. */
export function inBoth(ones: readonly Stretch[], others: readonly Stretch[]): Stretch[] {
  const both = ones.flatMap((a) =>
    others.map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) })),
  )
  return both.filter((found) => found.from < found.to).sort((a, b) => a.from - b.from)
}

/** C7: the stretches without the dates, there, on which the contact has a holiday. */
export function withoutHolidays(calendar: Calendar, stretches: Stretch[]): Stretch[] {
  const { holidays } = calendar
  if (holidays === NO_DAYS) return stretches
  const days = zoneDays(calendar.contactZone ?? calendar.zone)
  return stretches.flatMap((whole) => {
    const kept: Stretch[] = []
    let { from } = whole
    while (from < whole.to) {
      const day = days.dayAt(from)
      const to = Math.min(whole.to, days.startOf(day + 1))
      const last = kept.at(-1)
      if (!holidays.has(day)) {
        if (last !== undefined && last.to === from) last.to = to
        else kept.push({ from, to })
      }
      from = to
    }
    return kept
  })
}

/** C4: the first instant at or after `at` that lies in working time. */
export function nextWorking(calendar: Calendar, at: number): number {
  let day = dayAt(calendar.zone, at)
  for (let tries = 0; tries < MAX_DAYS; tries++, day++) {
    for (const found of stretchesOf(calendar, day)) if (found.to > at) return Math.max(found.from, at)
  }
  return at
}

/** C5: the start of work on the day itself, or on the first working day after it. */
export function startOfWork(calendar: Calendar, day: EpochDay): number {
  for (let tries = 0, date = day; tries < MAX_DAYS; tries++, date++) {
    const first = stretchesOf(calendar, date)[0]
    if (first !== undefined) return first.from
  }
  return startOfDay(calendar.zone, day)
}

/** C5: the `count`-th working day after `day` (itself not counted); `day` when the count is 0. */
export function addWorkingDays(calendar: Calendar, day: EpochDay, count: number): EpochDay {
  let date = day
  for (let left = count, tries = 0; left > 0 && tries < MAX_DAYS; tries++) {
    date++
    if (isWorkingDay(calendar, date)) left--
  }
  return date
}

/** The rep's or contact's calendar date at an instant (ms). */
export function dayAt(zone: string, at: number): EpochDay {
  return zoneDays(zone).dayAt(at)
}

/** The instant (ms) at which a date begins in a zone. */
export function startOfDay(zone: string, day: EpochDay): number {
  return zoneDays(zone).startOf(day)
}

/** `YYYY-MM-DD` of a day. */
export function dayText(day: EpochDay): Day {
  return dateOf(day).toString()
}

/** Day of `YYYY-MM-DD`; null when there is no such date. */
export function epochDay(text: string): EpochDay | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (match === null) return null
  const day = fromCivil(Number(match[1]), Number(match[2]), Number(match[3]))
  return dayText(day) === text ? day : null
}

/** ISO weekday of a day, 1 = Monday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: EpochDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Local wall time as an instant (ms): a time that a clock change leaves out moves on, one that comes twice is the first. */
export function atLocal(zone: string, day: EpochDay, minutes: number): number {
  return zoneDays(zone).at(day, minutes)
}

/** A span of a date of a zone; null when nothing is left of it. */
export function stretchOf(zone: string, day: EpochDay, span: Span): Stretch | null {
  const from = atLocal(zone, day, span.from)
  const to = atLocal(zone, day, span.to)
  // A date that a zone skipped whole (Apia, 2011-12-30) would come out as the next one.
  return from < to && dayAt(zone, from) === day ? { from, to } : null
}

/** The spans of an ISO weekday, in order; overlapping ones are one. */
export function spansOf(hours: WeekHours, day: number): Span[] {
  const key = String(day) as keyof WeekHours // absent keys give undefined, also '0'
  const spans = (hours[key] ?? []).map((span) => spanOf(span))
  const sorted = spans.filter((span) => span.from < span.to).sort((a, b) => a.from - b.from)
  const joined: Span[] = []
  for (const span of sorted) {
    const last = joined.at(-1)
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else joined.push(span)
  }
  return joined
}

/** Two local times as the settings write them. */
export function spanOf([from, to]: readonly [string, string]): Span {
  return { from: minutesOf(from), to: minutesOf(to) }
}

/** Minutes after midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** Whether the zone's name is one that this machine knows. */
export function knownZone(zone: string): boolean {
  try {
    zoneDays(zone)
    return true
  } catch {
    return false
  }
}

/** Days since 1970 of a date of the proleptic Gregorian calendar (Hinnant, «chrono-compatible low-level date algorithms»). */
function fromCivil(year: number, month: number, day: number): EpochDay {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yoe = y - era * 400
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719_468
}

/** No date at all. */
export const NO_DAYS: DaySet = new Set<EpochDay>()
/** Longest search for a working day: ten years of days off are passed over, then the search gives up (C6). */
const MAX_DAYS = 12_000
const CONTACT_HOURS: Span = { from: 9 * 60, to: 17 * 60 }
const WEEK: readonly Span[] = [{ from: 9 * 60, to: 17 * 60 }]
const DEFAULT_HOURS: readonly (readonly Span[])[] = [[], WEEK, WEEK, WEEK, WEEK, WEEK, [], []]
