import type { StepWindow } from './step.ts'
import type { WeekHours } from './week-hours.ts'

/** Windows as they are edited (W2, W7 of SPEC.md). */

/** What a window says of each weekday, whether they differ or not. */
export function hoursOfWindow({ from, to, weekdays = EVERY_DAY, hours }: StepWindow): WeekHours {
  if (hours !== undefined) return hours
  return Object.fromEntries(weekdays.map((day) => [String(day), [[from, to]]]))
}

/**
 * The window with these spans by weekday; `from`, `to` and `weekdays` are drawn around them, for who reads only those.
 * Without any span it stays the same on every day, as it was: a window that never opens is none.
 */
export function windowOfHours(opening: StepWindow, hours: WeekHours): StepWindow {
  const { hours: _, ...plain } = opening
  const spans = Object.values(hours).flat()
  if (spans.length === 0) return plain
  const from = spans.reduce((first, [begin]) => (begin < first ? begin : first), '24:00')
  const to = spans.reduce((last, [, end]) => (end > last ? end : last), '00:00')
  const weekdays = EVERY_DAY.filter((day) => (hours[String(day) as keyof WeekHours] ?? []).length > 0) // days by name
  return { ...plain, from, to, weekdays, hours }
}

/** The window without differences between its weekdays. */
export function withoutHours(opening: StepWindow): StepWindow {
  const { hours: _, ...plain } = opening
  return plain
}

/** When it opens on Mondays, as HH:MM; null when it does not. */
export function opensOnMonday({ from, weekdays = EVERY_DAY, hours }: StepWindow): string | null {
  if (!weekdays.includes(1)) return null
  return hours === undefined ? from : (hours['1']?.[0]?.[0] ?? null)
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
