import {
  inBoth,
  isWorkingDay,
  minutesOf,
  nextWorking,
  ownStretches,
  spansOf,
  startOfWork,
  stretchesOf,
  stretchOf,
  weekdayOf,
  withoutHolidays,
  type Calendar,
  type EpochDay,
  type Stretch,
} from './calendar.ts'
import { channelOf, type PlanStep, type StepWindow } from './step.ts'
import { dayTable, zoneDays } from './zone-days.ts'

/**
 * The calendar as one step sees it: in whose zone its days are counted and when on a day it may be made (rules W1 to
 * W6 of SPEC.md). What a date gives is worked out once and kept, for as long as the calendar lives.
 */
export interface Reckoning {
  /** Zone of the dates that are counted, and the one shown. */
  zone: string
  shownZone: string
  dayAt(at: number): EpochDay
  /** The first instant at or after `at` at which the step may be made. */
  next(at: number): number
  /** When it may no longer be made: the end of the opening that holds `at`, or of the next one; null for none. */
  closes(at: number): number | null
  /** The first instant of the date at which the step may be made, or of the first date after it that has one. */
  first(day: EpochDay): number
  /** W5: of an instant at which the step may be made the one its best time makes of it, later on the same date or itself. */
  preferred(at: number): number
  /** The `count`-th business day after a date (itself not counted). */
  addBusinessDays(day: EpochDay, count: number): EpochDay
  /** How many business days lie behind `from`, up to `to`; 0 when `to` is not later. */
  businessDays(from: EpochDay, to: EpochDay): number
}

/** W6: the window that holds for a step: its own, or that of its channel. */
export function windowOf({ windows }: Pick<Calendar, 'windows'>, step: Windowed): StepWindow | undefined {
  return step.window ?? (step.anyTime === true ? undefined : windows[channelOf(step.type)])
}

/** What decides when on a day a step may be made. */
export type Windowed = Pick<PlanStep, 'type' | 'window' | 'anyTime'>

/** How a step is reckoned; one without a window, and where no step is meant, in the rep's hours on the rep's dates (W1). */
export function reckoningOf(calendar: Calendar, step: Windowed | null): Reckoning {
  const window = step === null ? undefined : windowOf(calendar, step)
  let kept = KEPT.get(calendar)
  if (kept === undefined) {
    kept = { plain: inHours(calendar), windows: new WeakMap(), same: new Map() }
    KEPT.set(calendar, kept)
  }
  if (window === undefined) return kept.plain
  const known = kept.windows.get(window)
  if (known !== undefined) return known
  const text = JSON.stringify(window)
  const made = kept.same.get(text) ?? inWindow(calendar, window, kept.plain)
  kept.same.set(text, made)
  kept.windows.set(window, made)
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
    next: (at) => beginOf(search(days, zoneDays(zone).dayAt(at), at), at) ?? nextWorking(calendar, at),
    closes: (at) => search(days, zoneDays(zone).dayAt(at), at)?.to ?? null,
    first: firstOf(days, (day) => startOfWork(calendar, day)),
    preferred: (at) => at,
    ...businessDaysOf(calendar),
  }
}

/** W2, W3, W7: the window on its own zone's dates, within the rep's hours and off the contact's holidays. */
function inWindow(calendar: Calendar, opening: StepWindow, plain: Reckoning): Reckoning {
  const zone = opening.zone === 'rep' ? calendar.zone : (calendar.contactZone ?? calendar.zone)
  const own = kept((day) => ownStretches(calendar, day))
  const days = kept((day) => {
    const open = openOn(opening, zone, day)
    if (open.length === 0) return []
    // From Kiritimati to Pago Pago it is 25 hours: a date here touches those of two days before and after there.
    const working = [day - 2, day - 1, day, day + 1, day + 2].flatMap((date) => own(date))
    return withoutHolidays(calendar, inBoth(open, working))
  })
  const { dayAt, at: timeAt } = zoneDays(zone)
  const best = opening.best === undefined ? null : minutesOf(opening.best)
  return {
    zone,
    shownZone: zone,
    dayAt,
    next: (at) => beginOf(search(days, dayAt(at), at), at) ?? plain.next(at),
    closes: (at) => (search(days, dayAt(at), at) ?? { to: plain.closes(at) }).to,
    first: firstOf(days, plain.first),
    preferred: (at) => {
      if (best === null) return at
      const day = dayAt(at)
      const wish = timeAt(day, best)
      const stretch = at < wish ? days(day).find(({ to }) => to > wish) : undefined
      return stretch === undefined ? at : Math.max(stretch.from, wish)
    },
    ...businessDaysOf(calendar),
  }
}

/** W2, W7: what the window says of a date of its zone, whatever the rep does. */
function openOn({ from, to, weekdays, hours }: StepWindow, zone: string, day: EpochDay): Stretch[] {
  const weekday = weekdayOf(day)
  if (weekdays !== undefined && !weekdays.includes(weekday)) return []
  const frame = stretchOf(zone, day, { from: minutesOf(from), to: minutesOf(to) })
  if (frame === null || hours === undefined) return frame === null ? [] : [frame]
  const spans = spansOf(hours, weekday).map((span) => stretchOf(zone, day, span))
  return inBoth(
    [frame],
    spans.filter((found) => found !== null),
  )
}

/** C5 on dates of whichever zone the step counts in. */
function businessDaysOf(calendar: Calendar): Pick<Reckoning, 'addBusinessDays' | 'businessDays'> {
  const works = dayTable((day) => (isWorkingDay(calendar, day) ? 1 : 0))
  return {
    addBusinessDays(day, count) {
      let date = day
      for (let left = count, tries = 0; left > 0 && tries < FAR; tries++) left -= works(++date)
      return date
    },
    businessDays(from, to) {
      let count = 0
      for (let date = from + 1; date <= to && date <= from + FAR; date++) count += works(date)
      return count
    },
  }
}

/** The first opening of a date or of one after it; `otherwise` where there is none for very long (W4). */
function firstOf(
  days: (day: EpochDay) => readonly Stretch[],
  otherwise: (day: EpochDay) => number,
): (day: EpochDay) => number {
  const opens = dayTable((day) => days(day)[0]?.from ?? Infinity)
  return (day) => {
    for (let date = day; date < day + LONG; date++) {
      const at = opens(date)
      if (at !== Infinity) return at
    }
    return otherwise(day)
  }
}

/** The opening that holds `at`, or the first after it from `day` on; null when there is none for very long (W4). */
function search(days: (day: EpochDay) => readonly Stretch[], day: EpochDay, at: number): Stretch | null {
  for (let date = day; date < day + LONG; date++)
    for (const stretch of days(date)) if (stretch.to > at) return stretch
  return null
}

function beginOf(stretch: Stretch | null, at: number): number | null {
  return stretch === null ? null : Math.max(stretch.from, at)
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
const KEPT = new WeakMap<
  Calendar,
  {
    plain: Reckoning
    /** By the window itself, which is quick, and by what it says. */
    windows: WeakMap<StepWindow, Reckoning>
    same: Map<string, Reckoning>
  }
>()
