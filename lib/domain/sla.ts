import { dayAt, nextWorking, ownStretches, type Calendar, type EpochDay } from './cadence/calendar.ts'
import type { Instant } from './values.ts'

/**
 * How long an inbound lead has been waiting for the first answer, by the rep's working hours and by the wall clock.
 *
 *   L1  Only working hours of the rep count (C1, C2, without the contact's zone); a lead of Friday night waits from
 *       Monday morning on.
 *   L2  Target 5 minutes; amber from 5, red from 30, alarm from 60. A level begins with its minute. (A call after 30
 *       minutes instead of 5 reaches a hundredth: Oldroyd, InsideSales and MIT, 2007.)
 *   L3  A clock that stands before the arrival has waited for nothing.
 *
 * The arrival is that of `arrival.ts`: where none is known, the beginning of the cadence.
 */
export const SLA_MINUTES = { amber: 5, red: 30, alarm: 60 } as const
export type SlaLevel = 'onTime' | keyof typeof SLA_MINUTES

export interface Waiting {
  level: SlaLevel
  /** Whole minutes of the rep's working time. */
  businessMinutes: number
  /** Whole minutes of the wall clock. */
  wallMinutes: number
  /** When the next level begins; null after the last. */
  nextAt: Instant | null
}

export function waitingSince(arrivedAt: Instant, now: Instant, calendar: Calendar): Waiting {
  const [from, to] = [msOf(arrivedAt), msOf(now)]
  const business = workedMs(calendar, from, to)
  const level = LEVELS.findLast((name) => business >= SLA_MINUTES[name] * MINUTE) ?? 'onTime'
  const next = LEVELS[level === 'onTime' ? 0 : LEVELS.indexOf(level) + 1]
  return {
    level,
    businessMinutes: Math.floor(business / MINUTE),
    wallMinutes: Math.max(0, Math.floor((to - from) / MINUTE)),
    nextAt: next === undefined ? null : instantAfter(calendar, from, SLA_MINUTES[next] * MINUTE),
  }
}

/** L1: working time between two instants, in ms; a year at most. */
function workedMs(calendar: Calendar, from: number, to: number): number {
  if (to <= from) return 0
  const last = dayAt(calendar.zone, to)
  let sum = 0
  for (let day = Math.max(dayAt(calendar.zone, from), last - MOST_DAYS); day <= last; day++) {
    for (const stretch of ownStretches(calendar, day))
      sum += Math.max(0, Math.min(to, stretch.to) - Math.max(from, stretch.from))
  }
  return sum
}

/** The instant at which so much working time has passed. */
function instantAfter(calendar: Calendar, from: number, ms: number): Instant {
  let left = ms
  const first: EpochDay = dayAt(calendar.zone, from)
  for (let day = first; day <= first + MOST_DAYS; day++) {
    for (const stretch of ownStretches(calendar, day)) {
      const begin = Math.max(from, stretch.from)
      if (stretch.to - begin < left) left -= Math.max(0, stretch.to - begin)
      else return textOf(begin + left)
    }
  }
  return textOf(nextWorking(calendar, from) + ms)
}

function msOf(at: Instant): number {
  return Temporal.Instant.from(at).epochMilliseconds
}

function textOf(ms: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' })
}

const LEVELS = ['amber', 'red', 'alarm'] as const
const MINUTE = 60_000
const MOST_DAYS = 366
