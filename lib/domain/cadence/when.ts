import {
  addWorkingDays,
  atLocal,
  dayAt,
  startOfDay,
  weekdayOf,
  type Calendar,
  type EpochDay,
} from './calendar.ts'
import type { Instant } from '../values.ts'

/** Typed English times: «fri 10», «tomorrow», «24 nov», «in 2 hours», «next week», `2026-11-24 10:00`. */

/**
 * The instant that is meant, seen from `now` in `zone`; null when the words are not understood or the time is past.
 * A day without an hour means `hour` (09:00); a bare hour from 1 to 6 means the afternoon. Weeks begin on Monday,
 * months before days only where a name or a number above 12 leaves no doubt. `calendar` counts «business days».
 */
export function parseWhen(
  text: string,
  now: Instant,
  zone: string,
  options: { hour?: number; calendar?: Calendar } = {},
): Instant | null {
  const words = text.toLowerCase().trim().replace(/\s+/g, ' ')
  if (words === '' || words.length > 60) return null
  const from: From = {
    now: Temporal.Instant.from(now).epochMilliseconds,
    zone,
    minutes: Math.round((options.hour ?? 9) * 60),
    calendar: options.calendar ?? null,
  }
  const at = isoInstant(words) ?? inSpan(words, from) ?? onDay(words, from)
  return at === null || at <= from.now || at > from.now + FAR ? null : instantText(at)
}

interface From {
  now: number
  zone: string
  /** Minutes after midnight of a day named without an hour. */
  minutes: number
  calendar: Calendar | null
}

function isoInstant(words: string): number | null {
  if (!/^\d{4}-\d\d-\d\dt[\d:.]+(z|[+-]\d\d:?\d\d)$/.test(words)) return null
  try {
    return Temporal.Instant.from(words.toUpperCase()).epochMilliseconds
  } catch {
    return null
  }
}

/** «in 2 hours», «3 d», «in a week», «in 3 business days». */
function inSpan(words: string, from: From): number | null {
  const match =
    /^(in )?(an?|one|\d{1,3}(?:\.5)?) ?(business days?|working days?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?)$/.exec(
      words,
    )
  if (match === null) return null
  const count = /^\d/.test(match[2] ?? '') ? Number(match[2]) : 1
  const unit = match[3] ?? ''
  if (/^(business|working)/.test(unit)) {
    if (!Number.isInteger(count) || from.calendar === null) return null
    return at(from, addWorkingDays(from.calendar, today(from), count), from.minutes)
  }
  if (unit.startsWith('h')) return from.now + count * 3_600_000
  if (unit === 'm' || unit.startsWith('min')) return from.now + count * 60_000
  if (!Number.isInteger(count)) return null
  if (unit.startsWith('month')) return at(from, addMonths(today(from), count), from.minutes)
  return at(from, today(from) + count * (unit.startsWith('w') ? 7 : 1), from.minutes)
}

/** A day, a time, or both in either order. */
function onDay(words: string, from: From): number | null {
  const tokens = words
    .replace(/\b(at|on|the|of|,)\b|,/g, ' ')
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .trim()
    .split(/\s+/)
  for (let split = tokens.length; split >= 0; split--) {
    const found =
      dayAndTime(tokens.slice(0, split).join(' '), tokens.slice(split).join(' '), from) ??
      dayAndTime(tokens.slice(split).join(' '), tokens.slice(0, split).join(' '), from)
    if (found !== null) return found
  }
  return null
}

function dayAndTime(dayWords: string, timeWords: string, from: From): number | null {
  const minutes = timeWords === '' ? from.minutes : minutesOf(timeWords, dayWords !== '')
  if (minutes === null) return null
  if (dayWords === '') {
    if (timeWords === '') return null
    const soon = at(from, today(from), minutes)
    return soon > from.now ? soon : at(from, today(from) + 1, minutes)
  }
  const days = daysNamed(dayWords, from)
  // «fri 10» said on a Friday at 9 means today, at 11 the next one: the first that is still to come.
  return days.map((day) => at(from, day, minutes)).find((instant) => instant > from.now) ?? null
}

function minutesOf(words: string, withDay: boolean): number | null {
  if (words === 'noon') return 12 * 60
  if (words === 'morning') return 9 * 60
  if (words === 'afternoon') return 14 * 60
  if (words === 'evening') return 18 * 60
  const match = /^(\d{1,2})(?:[:.h](\d\d))? ?(am|pm|a\.m\.|p\.m\.|h|uhr)?$/.exec(words)
  if (match === null) return null
  const [, hours = '', minutes, half = ''] = match
  // A number alone is an hour only beside a day: «24» by itself could be anything.
  if (minutes === undefined && half === '' && !withDay) return null
  const hour = Number(hours)
  const minute = Number(minutes ?? 0)
  if (minute > 59) return null
  if (half.startsWith('a') || half.startsWith('p')) {
    if (hour < 1 || hour > 12) return null
    return ((hour % 12) + (half.startsWith('p') ? 12 : 0)) * 60 + minute
  }
  if (hour > 23) return null
  const afternoon = minutes === undefined && half === '' && hour >= 1 && hour <= 6
  return (afternoon ? hour + 12 : hour) * 60 + minute
}

/** The dates a name can mean, the nearest first. */
function daysNamed(words: string, from: From): EpochDay[] {
  const now = today(from)
  if (words === 'today') return [now]
  if (words === 'tomorrow' || words === 'tmr' || words === 'tom') return [now + 1]
  if (words === 'day after tomorrow') return [now + 2]
  if (words === 'next week') return [now + 8 - weekdayOf(now)]
  if (words === 'next month') return [firstOfNextMonth(now)]
  const weekday = /^(next |this )?([a-z]{2,9})$/.exec(words)
  const index = WEEKDAYS.findIndex((name) => weekday !== null && isShortOf(weekday[2] ?? '', name))
  if (index >= 0) {
    const ahead = (index + 1 - weekdayOf(now) + 7) % 7
    // «next friday» is the one of the week after this; a plain one the first to come.
    if (weekday?.[1] === 'next ') return [now + 8 - weekdayOf(now) + index]
    return [now + ahead, now + ahead + 7]
  }
  return datesNamed(words, now)
}

function datesNamed(words: string, now: EpochDay): EpochDay[] {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(words)
  if (iso !== null) return dates(Number(iso[3]), Number(iso[2]), Number(iso[1]), now)
  const named =
    /^(\d{1,2})\.? ([a-z]{3,9})\.?(?: (\d{4}))?$/.exec(words) ??
    swapped(/^([a-z]{3,9})\.? (\d{1,2})\.?(?: (\d{4}))?$/.exec(words))
  if (named !== null) {
    const month = MONTHS.findIndex((name) => isShortOf(named[2] ?? '', name)) + 1
    return month === 0
      ? []
      : dates(Number(named[1]), month, named[3] === undefined ? null : Number(named[3]), now)
  }
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(words)
  if (dotted !== null)
    return dates(
      Number(dotted[1]),
      Number(dotted[2]),
      dotted[3] === undefined ? null : Number(dotted[3]),
      now,
    )
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(words)
  if (slashed === null) return []
  const [first, second] = [Number(slashed[1]), Number(slashed[2])]
  if (first <= 12 && second <= 12 && first !== second) return []
  const [day, month] = first > 12 ? [first, second] : [second, first]
  return dates(day, month, slashed[3] === undefined ? null : Number(slashed[3]), now)
}

/** The date in the given year, or in this one and the next ones (29 February waits for its year). */
function dates(day: number, month: number, year: number | null, now: EpochDay): EpochDay[] {
  const first = year ?? plainDate(now).year
  const years = year === null ? Array.from({ length: 9 }, (_, ahead) => first + ahead) : [first]
  // Today's own date does not mean the one in a year because its hour is over.
  if (year === null && dayOf(first, month, day) === now) return [now]
  return years.map((candidate) => dayOf(candidate, month, day)).filter((found) => found !== null)
}

function swapped(match: RegExpExecArray | null): (string | undefined)[] | null {
  return match === null ? null : [match[0], match[2], match[1], match[3]]
}

function isShortOf(word: string, name: string): boolean {
  return (
    word.length >= 3 &&
    (name.startsWith(word) ||
      (name === 'september' && word === 'sept') ||
      (name === 'thursday' && word === 'thurs'))
  )
}

function dayOf(year: number, month: number, day: number): EpochDay | null {
  try {
    return EPOCH.until(Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })).days
  } catch {
    return null
  }
}

function addMonths(day: EpochDay, months: number): EpochDay {
  return EPOCH.until(plainDate(day).add({ months })).days
}

function firstOfNextMonth(day: EpochDay): EpochDay {
  return EPOCH.until(plainDate(day).with({ day: 1 }).add({ months: 1 })).days
}

function plainDate(day: EpochDay): Temporal.PlainDate {
  return EPOCH.add({ days: day })
}

function today(from: From): EpochDay {
  return dayAt(from.zone, from.now)
}

function at(from: From, day: EpochDay, minutes: number): number {
  return minutes === 0 ? startOfDay(from.zone, day) : atLocal(from.zone, day, minutes)
}

function instantText(at: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'millisecond' })
}

const EPOCH = new Temporal.PlainDate(1970, 1, 1)
const FAR = 10 * 366 * 86_400_000
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const MONTHS = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
] // prettier-ignore
