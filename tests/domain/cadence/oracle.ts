import type { Delay } from '#lib/domain/cadence/step.ts'
import type { Settings } from '#lib/domain/settings.ts'

/**
 * The rules of SPEC.md once more, as slowly and plainly as they can be written: date by date and minute by minute
 * with Temporal objects. It shares nothing with the planner.
 */

export interface OracleCalendar {
  zone: string
  contactZone: string | null
  hours: Settings['hours']
  daysOff: readonly string[]
}

type Range = [Temporal.Instant, Temporal.Instant]

function isWorkingDate(calendar: OracleCalendar, date: Temporal.PlainDate): boolean {
  const spans = calendar.hours[String(date.dayOfWeek) as '1'] ?? []
  return spans.length > 0 && !calendar.daysOff.includes(date.toString())
}

function workingRanges(calendar: OracleCalendar, date: Temporal.PlainDate): Range[] {
  if (!isWorkingDate(calendar, date)) return []
  const own = (calendar.hours[String(date.dayOfWeek) as '1'] ?? []).flatMap(([from, to]) =>
    range(date, from, to, calendar.zone),
  )
  if (calendar.contactZone === null) return own
  const zone = calendar.contactZone
  const theirs = [-1, 0, 1].flatMap((days) => range(date.add({ days }), '09:00', '17:00', zone))
  const both = own.flatMap((a) => theirs.flatMap((b) => overlap(a, b)))
  const sorted = both.sort((a, b) => Temporal.Instant.compare(a[0], b[0]))
  return sorted.length > 0 ? sorted : own
}

export function isWorking(calendar: OracleCalendar, at: Temporal.Instant): boolean {
  const date = at.toZonedDateTimeISO(calendar.zone).toPlainDate()
  return workingRanges(calendar, date).some(([from, to]) => compare(from, at) <= 0 && compare(at, to) < 0)
}

/** The first working instant at or after `at`. */
export function nextWorkingInstant(calendar: OracleCalendar, at: Temporal.Instant): Temporal.Instant {
  let date = at.toZonedDateTimeISO(calendar.zone).toPlainDate()
  for (;;) {
    for (const [from, to] of workingRanges(calendar, date))
      if (compare(to, at) > 0) return compare(from, at) > 0 ? from : at
    date = date.add({ days: 1 })
  }
}

/** Due instant of a step whose delay counts from `base`. */
export function oracleDue(
  calendar: OracleCalendar,
  delay: Pick<Delay, 'value' | 'unit'>,
  base: Temporal.Instant,
): Temporal.Instant {
  if (delay.unit === 'minutes') return nextWorkingInstant(calendar, base.add({ minutes: delay.value }))
  if (delay.unit === 'hours') return nextWorkingInstant(calendar, base.add({ hours: delay.value }))
  if (delay.value === 0) return nextWorkingInstant(calendar, base)
  let date = base.toZonedDateTimeISO(calendar.zone).toPlainDate()
  if (delay.unit === 'days') date = date.add({ days: delay.value })
  else
    for (let left = delay.value; left > 0;) {
      date = date.add({ days: 1 })
      if (isWorkingDate(calendar, date)) left--
    }
  for (;;) {
    const first = workingRanges(calendar, date)[0]
    if (first !== undefined) return first[0]
    date = date.add({ days: 1 })
  }
}

function range(date: Temporal.PlainDate, from: string, to: string, zone: string): Range[] {
  const start = local(date, from, zone)
  const end = local(date, to, zone)
  return compare(start, end) < 0 && start.toZonedDateTimeISO(zone).toPlainDate().equals(date)
    ? [[start, end]]
    : []
}

function local(date: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  if (time === '24:00') return date.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  return date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant()
}

function overlap(a: Range, b: Range): Range[] {
  const from = compare(a[0], b[0]) > 0 ? a[0] : b[0]
  const to = compare(a[1], b[1]) < 0 ? a[1] : b[1]
  return compare(from, to) < 0 ? [[from, to]] : []
}

const compare = (a: Temporal.Instant, b: Temporal.Instant): number => Temporal.Instant.compare(a, b)
