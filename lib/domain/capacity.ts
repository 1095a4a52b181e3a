import {
  addWorkingDays,
  dayAt,
  dayText,
  isWorkingDay,
  type Calendar,
  type EpochDay,
} from './cadence/calendar.ts'
import { CHANNELS, channelOf, type Channel, type StepType } from './cadence/step.ts'
import type { Settings } from './settings.ts'
import type { Day, Instant } from './values.ts'

/**
 * How much a day holds, and when people may begin so that no day gets more.
 *
 *   Q1  A day is the rep's. It holds so many touches in all and so many of each channel; null = any number.
 *   Q2  A person begins on the first working day, today first, from which on every touch finds room on its day,
 *       counting everybody who begins before. Touches of days already beyond a limit do not forbid a beginning
 *       of which they get none.
 *   Q3  When no day of the next 60 working days has room, the person begins on the one on which fewest touches are
 *       too many; the first of those.
 *   Q4  The minutes of a touch are those of its type, or else those of its channel.
 */
export type Limits = Pick<Settings, 'dailyTouches' | 'dailyCaps'>

export interface LoadTouch {
  at: Instant
  type: StepType
}

/** Touches of a day by channel. */
export type DayLoad = Record<Channel, number>

/** What days hold, by their number. */
export type Load = ReadonlyMap<EpochDay, DayLoad>

export function loadOf(touches: readonly LoadTouch[], calendar: Pick<Calendar, 'zone'>): Load {
  const load = new Map<EpochDay, DayLoad>()
  for (const { at, type } of touches) {
    const day = dayAt(calendar.zone, Temporal.Instant.from(at).epochMilliseconds)
    const known = load.get(day) ?? NOTHING
    const channel = channelOf(type)
    load.set(day, { ...known, [channel]: known[channel] + 1 })
  }
  return load
}

export interface StartsInput {
  people: number
  /** Touches of somebody who begins on this day. */
  touchesFrom: (day: EpochDay) => readonly LoadTouch[]
  /** What is planned already. */
  load: Load
  limits: Limits
  today: EpochDay
  calendar: Calendar
}

export interface Starts {
  /** Day of each person, in order. */
  days: Day[]
  /** What every day holds then. */
  load: Load
  /** Touches for which there is no room under the limits. */
  over: number
}

/** Q2, Q3: a beginning for each of so many people. */
export function proposeStarts({ people, touchesFrom, load, limits, today, calendar }: StartsInput): Starts {
  const first = isWorkingDay(calendar, today) ? today : addWorkingDays(calendar, today, 1)
  const candidates = [first]
  while (candidates.length < MOST_STARTS)
    candidates.push(addWorkingDays(calendar, candidates.at(-1) ?? first, 1))
  const own = new Map<EpochDay, Load>()
  const loadFrom = (day: EpochDay): Load => {
    const known = own.get(day) ?? loadOf(touchesFrom(day), calendar)
    own.set(day, known)
    return known
  }
  const all = new Map(load)
  const days: Day[] = []
  let earliest = 0
  let over = 0
  for (let person = 0; person < people; person++) {
    // All have the same cadence: a day that had no room for the one before has none for the next.
    let best = { at: earliest, over: Number.POSITIVE_INFINITY }
    for (let at = earliest; at < candidates.length && best.over > 0; at++) {
      const too = tooMany(all, loadFrom(candidates[at] ?? first), limits)
      if (too < best.over) best = { at, over: too }
    }
    if (best.over === 0) earliest = best.at
    const day = candidates[best.at] ?? first
    for (const [date, more] of loadFrom(day)) all.set(date, sum(all.get(date), more))
    days.push(dayText(day))
    over += best.over
  }
  return { days, load: all, over }
}

/** All of them today, for comparison. */
export function startTogether(input: StartsInput): Starts {
  const { people, touchesFrom, load, limits, today, calendar } = input
  const one = loadOf(touchesFrom(today), calendar)
  const all = new Map(load)
  let over = 0
  for (let person = 0; person < people; person++) {
    over += tooMany(all, one, limits)
    for (const [date, more] of one) all.set(date, sum(all.get(date), more))
  }
  return { days: Array.from({ length: people }, () => dayText(today)), load: all, over }
}

/** How many of these touches find no room beside what is there. */
function tooMany(load: Load, more: Load, { dailyTouches, dailyCaps }: Limits): number {
  let over = 0
  for (const [day, added] of more) {
    const there = load.get(day) ?? NOTHING
    const excess = CHANNELS.map((channel) =>
      beyond(there[channel], added[channel], dailyCaps[channel]),
    ).reduce((a, b) => a + b, 0)
    over += Math.max(excess, beyond(total(there), total(added), dailyTouches))
  }
  return over
}

/** Q2: of `more` beside `there`, those that go over the limit. */
function beyond(there: number, more: number, limit: number | null): number {
  return limit === null ? 0 : Math.min(more, Math.max(0, there + more - limit))
}

export function total(load: DayLoad | undefined): number {
  return load === undefined ? 0 : CHANNELS.reduce((all, channel) => all + load[channel], 0)
}

/** Whether the day holds more than it should. */
export function isOver(load: DayLoad | undefined, { dailyTouches, dailyCaps }: Limits): boolean {
  if (load === undefined) return false
  if (dailyTouches !== null && total(load) > dailyTouches) return true
  return CHANNELS.some((channel) => load[channel] > (dailyCaps[channel] ?? Number.POSITIVE_INFINITY))
}

/** Q4. */
export function minutesOf(type: StepType, { touchMinutes }: Pick<Settings, 'touchMinutes'>): number {
  return touchMinutes[type] ?? CHANNEL_MINUTES[channelOf(type)]
}

/** Q4 for work that is no step: an answer, somebody who is back. */
export function channelMinutes(channel: Channel): number {
  return CHANNEL_MINUTES[channel]
}

function sum(a: DayLoad = NOTHING, b: DayLoad): DayLoad {
  return {
    email: a.email + b.email,
    linkedin: a.linkedin + b.linkedin,
    call: a.call + b.call,
    task: a.task + b.task,
  }
}

const NOTHING: DayLoad = { email: 0, linkedin: 0, call: 0, task: 0 }
const CHANNEL_MINUTES: DayLoad = { email: 6, call: 6, linkedin: 4, task: 5 }
const MOST_STARTS = 60
