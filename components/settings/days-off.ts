import type { Day } from '#lib/domain/values.ts'

/** Days off as the settings keep them (single days) and as people read them (from … until). */

export interface DayRange {
  from: Day
  until: Day
}

/** Runs of days that follow each other, in order; a day that stands twice counts once. */
export function rangesOf(days: readonly Day[]): DayRange[] {
  const ranges: DayRange[] = []
  for (const day of [...new Set(days)].sort()) {
    const last = ranges.at(-1)
    if (last && dayAfter(last.until) === day) last.until = day
    else ranges.push({ from: day, until: day })
  }
  return ranges
}

export type AddedDays = { ok: true; days: Day[] } | { ok: false; problem: 'from' | 'order' | 'tooLong' }

/** The days with a range added. `until` may be empty: one day. More than a year at once is taken for a slip. */
export function addRange(days: readonly Day[], from: string, until: string): AddedDays {
  if (!DAY.test(from)) return { ok: false, problem: 'from' }
  const end = DAY.test(until) ? until : from
  if (end < from) return { ok: false, problem: 'order' }
  const first = Temporal.PlainDate.from(from)
  const length = first.until(end).days + 1
  if (length > 366) return { ok: false, problem: 'tooLong' }
  const added = Array.from({ length }, (_, n) => first.add({ days: n }).toString())
  return { ok: true, days: [...new Set([...days, ...added])].sort() }
}

export function removeRange(days: readonly Day[], range: DayRange): Day[] {
  return days.filter((day) => day < range.from || day > range.until)
}

function dayAfter(day: Day): Day {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}

const DAY = /^\d{4}-\d\d-\d\d$/
