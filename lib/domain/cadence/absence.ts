import type { Day, Instant } from '../values.ts'
import { dayAt, dayText, weekdayOf, type Calendar } from './calendar.ts'
import { parseWhen } from './when.ts'

/** How long somebody says to be away. Rules S5 of SPEC.md, R3 for what comes of it. */
export interface AbsenceChoice {
  id: 'typed' | 'usual' | 'this_week' | 'next_week' | 'four_weeks'
  /** The last day away, as a date of the contact. */
  until: Day
}

/**
 * The typed words first when they are understood, then what they are without any: a week. All end today or later, no
 * two on the same day.
 */
export function absenceChoices(input: { now: Instant; calendar: Calendar; typed: string }): AbsenceChoice[] {
  const { now, calendar, typed } = input
  const zone = calendar.contactZone ?? calendar.zone
  const today = dayAt(zone, Temporal.Instant.from(now).epochMilliseconds)
  const friday = today + 5 - weekdayOf(today)
  const days: [AbsenceChoice['id'], number | null][] = [
    ['typed', lastDayTyped(typed, now, zone, calendar)],
    ['usual', today + USUAL_DAYS],
    ['this_week', friday > today ? friday : null],
    ['next_week', friday + 7],
    ['four_weeks', today + 28],
  ]
  const taken = new Set<number>()
  return days.flatMap(([id, day]) => {
    if (day === null || taken.has(day)) return []
    taken.add(day)
    return [{ id, until: dayText(day) }]
  })
}

/** «fri», «4 dec», «2 weeks»; «back mon» is the day after the last one. Null when it is not understood or past. */
function lastDayTyped(typed: string, now: Instant, zone: string, calendar: Calendar): number | null {
  const back = /^\s*(?:back|returns?|returning)\b/i.exec(typed)?.[0] ?? ''
  const words = typed.slice(back.length).replace(/^\s*until\b/i, '')
  // Late in the day, so that today's own name means today.
  const at = parseWhen(words, now, zone, { calendar, hour: 23.75 })
  if (at === null) return null
  const day = dayAt(zone, Temporal.Instant.from(at).epochMilliseconds) - (back === '' ? 0 : 1)
  return day < dayAt(zone, Temporal.Instant.from(now).epochMilliseconds) ? null : day
}

/** A week where none is stated (R3). */
const USUAL_DAYS = 7
