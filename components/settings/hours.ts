import type { Settings } from '#lib/domain/settings.ts'

/** Working hours as they are typed, and what is wrong with them. */

export type Weekday = keyof Settings['hours']
export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const satisfies readonly Weekday[]

export type TypedSpan = readonly [from: string, until: string]
export type SpanProblem =
  | { kind: 'time'; at: number; typed: string }
  | { kind: 'order'; at: number; from: string; until: string }
  | { kind: 'overlap'; at: number; from: string; until: string }
export type CheckedSpans = { ok: true; value: [string, string][] } | { ok: false; problem: SpanProblem }

/**
 * Reads a clock time the way people type it: `9`, `930`, `9:30`, `9.30`, `17h30`, `5 pm`, `24:00`.
 * Gives `HH:MM`, or null when it is no time of a day.
 */
export function parseClock(typed: string): string | null {
  const match = CLOCK.exec(typed.trim().toLowerCase())
  if (!match) return null
  const minutes = Number(match[2] ?? match[4] ?? 0)
  const hours = halfOfDay(Number(match[1] ?? match[3]), match[5])
  if (hours === null || hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return null
  return `${pad(hours)}:${pad(minutes)}`
}

/** All spans of one weekday, in the order in which they stand; the first problem wins. No span = a day off. */
export function checkSpans(typed: readonly TypedSpan[]): CheckedSpans {
  const spans: [string, string][] = []
  for (const [at, [from, until]] of typed.entries()) {
    const start = parseClock(from)
    const end = parseClock(until)
    if (start === null) return { ok: false, problem: { at, kind: 'time', typed: from } }
    if (end === null) return { ok: false, problem: { at, kind: 'time', typed: until } }
    if (end <= start) return { ok: false, problem: { at, kind: 'order', from: start, until: end } }
    const before = spans.at(-1)
    if (before && start < before[1]) {
      return { ok: false, problem: { at, kind: 'overlap', from: start, until: before[1] } }
    }
    spans.push([start, end])
  }
  return { ok: true, value: spans }
}

/**
 * One more span: a day that has none takes 09:00 to 17:30; otherwise the last one is parted by an hour's break
 * in its middle, or, where it is too short for that, a new hour follows it.
 */
export function withBreak(spans: readonly TypedSpan[]): TypedSpan[] {
  const last = spans.at(-1)
  if (!last) return [['09:00', '17:30']]
  const from = minutesOf(last[0])
  const until = minutesOf(last[1])
  if (from === null || until === null) return [...spans, ['', '']]
  if (until - from < 180)
    return [...spans, until <= 22 * 60 ? [clock(until + 60), clock(until + 120)] : ['', '']]
  const middle =
    from <= 12 * 60 - 60 && until >= 13 * 60 + 60 ? 12 * 60 : Math.floor((from + until) / 120) * 60
  return [...spans.slice(0, -1), [last[0], clock(middle)], [clock(middle + 60), last[1]]]
}

/** The hours with one weekday replaced; a day without spans leaves the record. */
export function withDay(
  hours: Settings['hours'],
  weekday: Weekday,
  spans: [string, string][],
): Settings['hours'] {
  const next = { ...hours }
  if (spans.length === 0) delete next[weekday]
  else next[weekday] = spans
  return next
}

function minutesOf(typed: string): number | null {
  const parsed = parseClock(typed)
  return parsed === null ? null : Number(parsed.slice(0, 2)) * 60 + Number(parsed.slice(3))
}

function clock(minutes: number): string {
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

function halfOfDay(hours: number, half: string | undefined): number | null {
  if (half === undefined) return hours
  if (hours < 1 || hours > 12) return null
  return (hours % 12) + (half === 'pm' ? 12 : 0)
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

/** `930` and `1730` without a separator, or hours with an optional one; am or pm behind either. */
const CLOCK = /^(?:(\d{1,2})(\d\d)|(\d{1,2})(?:[:.h ]\s*(\d\d))?h?)\s*(am|pm)?$/
