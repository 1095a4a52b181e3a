import type { PlanCase } from '#lib/domain/cadence/plan-case.ts'

/**
 * The answer to a planning case once more, as slowly and plainly as it can be written: every question is asked of
 * Temporal again, and an opening is found by trying one boundary after the other. It shares nothing with the planner.
 * It knows no conditions, no out-of-office and no words of outcomes: the cases it is asked have none.
 */
type Zoned = Temporal.ZonedDateTime
type Step = PlanCase['cadence']['steps'][number]
interface Sight {
  given: PlanCase
  isHoliday: (date: Temporal.PlainDate) => boolean
  step: Step
}

export function oracleAnswer(raw: PlanCase, isHoliday: Sight['isHoliday']) {
  const given = withWindows(raw)
  const history = given.history ?? []
  const now = Temporal.Instant.from(given.now)
  const start = Temporal.Instant.from(given.start)
  const pauses: { from: Temporal.Instant; to: Temporal.Instant | null }[] = []
  const done = new Map<string, Temporal.Instant>()
  for (const entry of history) {
    const at = Temporal.Instant.from(entry.at)
    if (entry.outcome === 'paused') pauses.push({ from: at, to: null })
    else if (entry.outcome === 'resumed')
      for (const pause of pauses) pause.to = pause.to === null || later(pause.to, at) ? at : pause.to
    else if (entry.step) {
      done.delete(entry.step)
      done.set(entry.step, at)
    }
  }
  if (pauses.some(({ to }) => to === null)) return { id: given.id, state: 'paused', touches: [] }
  const closed = pauses.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]))

  let base = start
  let hasPrevious = false
  const slid = { business: 0, days: 0, ms: 0 }
  const slide = (sight: Sight, due: Temporal.Instant, at: Temporal.Instant): void => {
    if (sight.step.overdue?.policy !== 'slide') return
    const [from, to] = [dateOf(sight, due), dateOf(sight, at)]
    if (Temporal.PlainDate.compare(from, to) >= 0) return
    slid.business += businessDaysBetween(sight, from, to)
    slid.days += from.until(to).days
    slid.ms += at.epochMilliseconds - due.epochMilliseconds
  }
  const dueOf = (sight: Sight): Temporal.Instant => {
    const { delay } = sight.step
    const anchor =
      delay.from === 'previous'
        ? base
        : delay.from === 'arrival'
          ? Temporal.Instant.from(given.arrival ?? given.start)
          : start
    const extra = delay.from === 'previous' ? { business: 0, days: 0, ms: 0 } : slid
    let due: Temporal.Instant
    if (delay.unit === 'minutes' || delay.unit === 'hours')
      due = opening(sight, anchor.add({ [delay.unit]: delay.value }).add({ milliseconds: extra.ms }))
    else {
      const count = delay.value + (delay.unit === 'days' ? extra.days : extra.business)
      const date = dateOf(sight, anchor)
      due = count === 0 ? opening(sight, anchor)
        : openingFrom(sight, delay.unit === 'days' ? date.add({ days: count }) : businessDay(sight, date, count)) // oxfmt-ignore
    }
    const byDays = delay.unit === 'days' || delay.unit === 'business_days'
    if (byDays) due = preferred(sight, due)
    for (const pause of closed) due = resumed(sight, due, anchor, pause)
    if (later(base, due)) due = opening(sight, base)
    if (delay.from !== 'previous' && hasPrevious && byDays && isApart(given, sight.step)) {
      const before = dateOf(sight, base)
      if (Temporal.PlainDate.compare(dateOf(sight, due), before) <= 0)
        due = openingFrom(sight, businessDay(sight, before, 1))
    }
    return byDays ? preferred(sight, due) : due
  }

  for (const [id, at] of done) {
    const step = given.cadence.steps.find((one) => one.id === id)
    if (step) {
      const sight = { given, isHoliday, step }
      slide(sight, dueOf(sight), at)
    }
    if (later(at, base)) base = at
    hasPrevious = true
  }

  const touches: { step: string; at: string; zone: string }[] = []
  for (const step of given.cadence.steps) {
    if (done.has(step.id)) continue
    const sight = { given, isHoliday, step }
    const due = dueOf(sight)
    hasPrevious = true
    if (step.overdue?.policy === 'skip') {
      const days = Math.max(1, step.overdue.days ?? 3)
      const end = openingFrom(sight, businessDay(sight, dateOf(sight, due), days))
      const left = later(due, end) ? due : end
      if (!later(left, now)) {
        base = left
        continue
      }
    }
    const at = later(now, due) ? opening(sight, now) : due
    const zone = step.window ? zoneOf(sight) : (given.contact.zone ?? given.rep.zone)
    touches.push({ step: step.id, at: at.toString({ timeZone: zone }), zone })
    slide(sight, due, at)
    base = at
  }
  const paused = closed.some(({ from, to }) => !later(from, now) && later(to, now))
  return { id: given.id, state: paused ? 'paused' : touches.length === 0 ? 'finished' : 'active', touches }
}

/** Every step with the window that holds for it: its own, or that of its channel. */
function withWindows(given: PlanCase): PlanCase {
  const steps = given.cadence.steps.map((step) => {
    const channel = step.type === 'email' || step.type === 'email_reply' ? 'email'
      : step.type === 'call' ? 'call' : step.type.startsWith('linkedin') ? 'linkedin' : 'task' // oxfmt-ignore
    const shared = step.anyTime ? null : given.rep.windows?.[channel]
    return { ...step, window: step.window ?? shared ?? null }
  })
  return { ...given, cadence: { ...given.cadence, steps } }
}

/** The first opening at or after the best time, if the date still has one. */
function preferred(sight: Sight, due: Temporal.Instant): Temporal.Instant {
  const best = sight.step.window?.best
  if (!best) return due
  const date = dateOf(sight, due)
  const wish = clock(date, best, zoneOf(sight)).toInstant()
  if (!later(wish, due)) return due
  const found = tried(sight, wish, true)
  return found !== null && dateOf(sight, found).equals(date) ? found : due
}

/** A pause keeps the distance from its beginning to the due instant. */
function resumed(
  sight: Sight,
  due: Temporal.Instant,
  anchor: Temporal.Instant,
  pause: { from: Temporal.Instant; to: Temporal.Instant },
): Temporal.Instant {
  if (!later(pause.to, anchor)) return due
  const from = later(anchor, pause.from) ? anchor : pause.from
  if (!later(due, from)) return opening(sight, pause.to)
  const [began, on] = [dateOf(sight, from), dateOf(sight, due)]
  const { unit } = sight.step.delay
  if (unit === 'minutes' || unit === 'hours' || began.equals(on))
    return opening(sight, pause.to.add(from.until(due)))
  const date = dateOf(sight, pause.to)
  const target =
    unit === 'days'
      ? date.add({ days: began.until(on).days })
      : businessDay(sight, date, businessDaysBetween(sight, began, on))
  const [kept, soonest] = [openingFrom(sight, target), opening(sight, pause.to)]
  return later(kept, soonest) ? kept : soonest
}

/** Whether the step may be made at this very instant. */
export function isOpen(sight: Sight, at: Temporal.Instant, withWindow = true): boolean {
  const { rep, contact } = sight.given
  const there = at.toZonedDateTimeISO(contact.zone ?? rep.zone)
  if (sight.isHoliday(there.toPlainDate())) return false
  const here = at.toZonedDateTimeISO(rep.zone).toPlainDate()
  if (isOff(sight, here)) return false
  if (!spansOf(sight, here).some(([from, to]) => within(here, from, to, rep.zone, at))) return false
  const { window: hours } = sight.step
  if (!hours || !withWindow) return true
  const date = dateOf(sight, at)
  const isDay = !hours.weekdays || hours.weekdays.includes(date.dayOfWeek)
  if (!isDay || !within(date, hours.from, hours.to, zoneOf(sight), at)) return false
  const spans = hours.hours && (hours.hours[String(date.dayOfWeek)] ?? [])
  return !spans || spans.some(([from, to]) => within(date, from, to, zoneOf(sight), at))
}

/** The first open instant at or after `at`: itself, or the first boundary of hours, windows and dates that is open. */
function opening(sight: Sight, at: Temporal.Instant): Temporal.Instant {
  return tried(sight, at, true) ?? tried(sight, at, false) ?? at
}

function openingFrom(sight: Sight, date: Temporal.PlainDate): Temporal.Instant {
  const start = date.toZonedDateTime(zoneOf(sight)).toInstant()
  const own = date.toZonedDateTime(sight.given.rep.zone).toInstant()
  return tried(sight, start, true) ?? tried(sight, own, false) ?? own
}

function tried(sight: Sight, at: Temporal.Instant, withWindow: boolean): Temporal.Instant | null {
  if (isOpen(sight, at, withWindow)) return at
  const zone = withWindow ? zoneOf(sight) : sight.given.rep.zone
  const last = at.toZonedDateTimeISO(zone).toPlainDate().add({ days: 370 })
  const first = at.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 2 })
  for (let days = 0; days < 376; days++) {
    if (openBoundaries(sight, first.add({ days }), at, withWindow).length === 0) continue
    // Boundaries of one date of several zones lie up to two days apart, so a later date may hold an earlier one.
    const all = [0, 1, 2, 3].flatMap((more) =>
      openBoundaries(sight, first.add({ days: days + more }), at, withWindow),
    )
    const found = all.reduce((a, b) => (later(a, b) ? b : a))
    return Temporal.PlainDate.compare(found.toZonedDateTimeISO(zone).toPlainDate(), last) < 0 ? found : null
  }
  return null
}

function openBoundaries(
  sight: Sight,
  date: Temporal.PlainDate,
  at: Temporal.Instant,
  withWindow: boolean,
): Temporal.Instant[] {
  const { rep, contact } = sight.given
  const { window: hours } = sight.step
  const times: Zoned[] = [date.toZonedDateTime(contact.zone ?? rep.zone)]
  for (const [from] of spansOf(sight, date)) times.push(clock(date, from, rep.zone))
  if (hours && withWindow) {
    times.push(clock(date, hours.from, zoneOf(sight)))
    for (const [from] of hours.hours?.[String(date.dayOfWeek)] ?? [])
      times.push(clock(date, from, zoneOf(sight)))
  }
  return times
    .map((time) => time.toInstant())
    .filter((one) => later(one, at) && isOpen(sight, one, withWindow))
}

function businessDay(sight: Sight, date: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let day = date
  for (let left = count; left > 0;) {
    day = day.add({ days: 1 })
    if (isBusinessDay(sight, day)) left--
  }
  return day
}

function businessDaysBetween(sight: Sight, from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  let count = 0
  for (let day = from.add({ days: 1 }); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 }))
    if (isBusinessDay(sight, day)) count++
  return count
}

function isBusinessDay(sight: Sight, date: Temporal.PlainDate): boolean {
  return spansOf(sight, date).length > 0 && !isOff(sight, date) && !sight.isHoliday(date)
}

function isOff({ given: { rep } }: Sight, date: Temporal.PlainDate): boolean {
  const text = date.toString()
  return (
    (rep.daysOff ?? []).includes(text) ||
    (rep.timeOff ?? []).some(({ from, to }) => from <= text && text <= to)
  )
}

function spansOf({ given: { rep } }: Sight, date: Temporal.PlainDate): [string, string][] {
  const hours = rep.hours ?? {}
  const none = Object.values(hours).every((spans) => spans.length === 0)
  if (none) return date.dayOfWeek <= 5 ? [['09:00', '17:00']] : []
  return hours[String(date.dayOfWeek)] ?? []
}

/** P13: as the cadence stands, the step lies on another day than the one before it. */
function isApart({ cadence }: PlanCase, step: Step): boolean {
  const index = cadence.steps.indexOf(step)
  const day = (place: number): number => {
    const one = cadence.steps[place]
    if (!one) return 0
    const days = one.delay.unit === 'minutes' || one.delay.unit === 'hours' ? 0 : one.delay.value
    return one.delay.from === 'previous' ? day(place - 1) + days : days
  }
  return index > 0 && day(index) !== day(index - 1)
}

function zoneOf({ given: { rep, contact }, step }: Sight): string {
  return step.window && step.window.zone !== 'rep' ? (contact.zone ?? rep.zone) : rep.zone
}

function dateOf(sight: Sight, at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zoneOf(sight)).toPlainDate()
}

function within(
  date: Temporal.PlainDate,
  from: string,
  to: string,
  zone: string,
  at: Temporal.Instant,
): boolean {
  return !later(clock(date, from, zone).toInstant(), at) && later(clock(date, to, zone).toInstant(), at)
}

function clock(date: Temporal.PlainDate, time: string, zone: string): Zoned {
  if (time === '24:00') return date.add({ days: 1 }).toZonedDateTime(zone)
  return date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
}

function later(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) > 0
}
