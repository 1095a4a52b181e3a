import {
  inBoth,
  isWorkingDay,
  minutesOf,
  nextWorking,
  ownStretches,
  startOfWork,
  stretchesOf,
  stretchOf,
  weekdayOf,
  withoutHolidays,
  type Calendar,
  type EpochDay,
  type Stretch,
} from './calendar.ts'
import type { StepWindow } from './step.ts'
import { zoneDays } from './zone-days.ts'

/**
 * The calendar as one step sees it: in whose zone its days are counted and when on a day it may be made (rules W1 to
 * W4 of SPEC.md). What a date gives is worked out once and kept, for as long as the calendar lives.
 */
export interface Reckoning {
  /** Zone of the dates that are counted, and the one shown. */
  zone: string
  shownZone: string
  dayAt(at: number): EpochDay
  /** The first instant at or after `at` at which the step may be made. */
  next(at: number): number
  /** The first instant of the date at which the step may be made, or of the first date after it that has one. */
  first(day: EpochDay): number
  /** The `count`-th business day after a date (itself not counted). */
  addBusinessDays(day: EpochDay, count: number): EpochDay
  /** How many business days lie behind `from`, up to `to`; 0 when `to` is not later. */
  businessDays(from: EpochDay, to: EpochDay): number
}

/** How a step with this window is reckoned; without one in the rep's hours on the rep's dates (W1). */
export function reckoningOf(calendar: Calendar, window: StepWindow | undefined): Reckoning {
  const key = window === undefined ? '' : JSON.stringify(window)
  const known = KEPT.get(calendar) ?? new Map<string, Reckoning>()
  const found = known.get(key)
  if (found !== undefined) return found
  const made = window === undefined ? inHours(calendar) : inWindow(calendar, window)
  KEPT.set(calendar, known.set(key, made))
  return made
}

/** W1: no window. */
function inHours(calendar: Calendar): Reckoning {
  const { zone, contactZone } = calendar
  const days = kept((day) => stretchesOf(calendar, day))
  return {
    zone,
    shownZone: contactZone ?? zone,
    dayAt: zoneDays(zone).dayAt,
    next: (at) => search(days, zoneDays(zone).dayAt(at), at) ?? nextWorking(calendar, at),
    first: (day) => search(days, day, -Infinity) ?? startOfWork(calendar, day),
    ...businessDaysOf(calendar),
  }
}

/** W2, W3: the window on its own zone's dates, within the rep's hours and off the contact's holidays. */
function inWindow(calendar: Calendar, opening: StepWindow): Reckoning {
  const zone = opening.zone === 'rep' ? calendar.zone : (calendar.contactZone ?? calendar.zone)
  const span = { from: minutesOf(opening.from), to: minutesOf(opening.to) }
  const own = kept((day) => ownStretches(calendar, day))
  const days = kept((day) => {
    if (opening.weekdays !== undefined && !opening.weekdays.includes(weekdayOf(day))) return []
    const stretch = stretchOf(zone, day, span)
    if (stretch === null) return []
    // From Kiritimati to Pago Pago it is 25 hours: a date here touches those of two days before and after there.
    const hours = [day - 2, day - 1, day, day + 1, day + 2].flatMap((date) => own(date))
    return withoutHolidays(calendar, inBoth([stretch], hours))
  })
  const { dayAt } = zoneDays(zone)
  const plain = reckoningOf(calendar, undefined)
  return {
    zone,
    shownZone: zone,
    dayAt,
    next: (at) => search(days, dayAt(at), at) ?? plain.next(at),
    first: (day) => search(days, day, -Infinity) ?? plain.first(day),
    ...businessDaysOf(calendar),
  }
}

/** C5 on dates of whichever zone the step counts in. */
function businessDaysOf(calendar: Calendar): Pick<Reckoning, 'addBusinessDays' | 'businessDays'> {
  const works = kept((day) => isWorkingDay(calendar, day))
  return {
    addBusinessDays(day, count) {
      let date = day
      for (let left = count, tries = 0; left > 0 && tries < FAR; tries++) {
        date++
        if (works(date)) left--
      }
      return date
    },
    businessDays(from, to) {
      let count = 0
      for (let date = from + 1; date <= to && date <= from + FAR; date++) if (works(date)) count++
      return count
    },
  }
}

/** The first opening at or after `at` on `day` or later; null when there is none for very long (W4). */
function search(days: (day: EpochDay) => readonly Stretch[], day: EpochDay, at: number): number | null {
  for (let date = day; date < day + LONG; date++)
    for (const stretch of days(date)) if (stretch.to > at) return Math.max(stretch.from, at)
  return null
}

function kept<T>(ask: (day: EpochDay) => T): (day: EpochDay) => T {
  const answers = new Map<EpochDay, T>()
  return (day) => {
    const known = answers.get(day)
    if (known !== undefined) return known
    const answer = ask(day)
    answers.set(day, answer)
    return answer
  }
}

/** Days over which a window and the rep's hours must meet once (W4). A year passes over any holiday of a rep. */
const LONG = 370
/** As in the calendar (C6). */
const FAR = 12_000
/** Worked out from the calendar alone and gone with it: a cache, no state. */
const KEPT = new WeakMap<Calendar, Map<string, Reckoning>>()
