import { DateTime } from 'luxon'
import { calendarFor, dayText, epochDay, type DaySet } from '#lib/domain/cadence/calendar.ts'
import { dueOf, NO_SLIP, type Anchors } from '#lib/domain/cadence/due.ts'
import { holidaysOf } from '#lib/domain/cadence/holidays.ts'
import type { PlanStep } from '#lib/domain/cadence/step.ts'

/**
 * When 1,000,000 touches fall due: business days, windows, lunch breaks, holidays, time off, 8 zones; the same random
 * cases by this engine, by native Temporal and by luxon, each written as one would write it, in one run on one core.
 * `equal` counts the cases in which engine and Temporal agree on the millisecond.
 */
const CASES = 1_000_000
const LUXON_CASES = 20_000
const ROUNDS = 5

interface World {
  zone: string
  rep: string
  from: string
  to: string
  weekdays: number[]
  region: string
}
const WORLDS: World[] = [
  { zone: 'Europe/Berlin', rep: 'Europe/Lisbon', from: '09:00', to: '17:00', weekdays: [1, 2, 3, 4, 5], region: 'DE-BY' },
  { zone: 'Europe/Oslo', rep: 'Europe/Lisbon', from: '08:30', to: '16:00', weekdays: [1, 2, 3, 4], region: 'NO' },
  { zone: 'America/New_York', rep: 'Europe/Lisbon', from: '09:00', to: '12:00', weekdays: [2, 3, 4, 5], region: 'US-NY' },
  { zone: 'America/Sao_Paulo', rep: 'America/New_York', from: '10:00', to: '17:00', weekdays: [1, 2, 3, 4, 5], region: 'BR-SP' },
  { zone: 'Asia/Kolkata', rep: 'Europe/Berlin', from: '11:00', to: '18:30', weekdays: [1, 2, 3, 4, 5], region: 'IN-MH' },
  { zone: 'Asia/Tokyo', rep: 'Australia/Sydney', from: '09:00', to: '18:00', weekdays: [1, 2, 3, 5], region: 'JP' },
  { zone: 'Australia/Lord_Howe', rep: 'Pacific/Auckland', from: '08:00', to: '17:00', weekdays: [1, 2, 3, 4, 5], region: 'AU-NSW' },
  { zone: 'Africa/Casablanca', rep: 'Europe/Madrid', from: '09:00', to: '16:30', weekdays: [1, 2, 3, 4, 5], region: 'MA' },
] // oxfmt-ignore
const HOURS: Record<string, [string, string][]> = Object.fromEntries(
  [1, 2, 3, 4, 5].map((day) => [day, [['09:00', '12:30'], ['13:30', '17:30']]]),
) // oxfmt-ignore

/** What a plain implementation would have at hand. */
interface Plain extends World {
  off: ReadonlySet<string>
  holidays: ReadonlySet<string>
}
interface Case {
  world: number
  base: number
  days: number
}

function plainOf(world: World): Plain {
  const known = holidaysOf(world.region)
  const first = epochDay('2023-12-01') ?? 0
  const days = Array.from({ length: 3_000 }, (_, index) => first + index).filter((day) => known?.has(day))
  const off = Array.from({ length: 12 }, (_, index) =>
    Temporal.PlainDate.from('2024-12-23').add({ days: index }).toString(),
  )
  return { ...world, off: new Set(off), holidays: new Set(days.map((day) => dayText(day))) }
}

function randomCases(count: number): Case[] {
  let state = 20_261_124
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const [from, to] = [Date.UTC(2024, 0, 1), Date.UTC(2030, 0, 1)]
  return Array.from({ length: count }, () => ({
    world: random(WORLDS.length),
    base: from + random((to - from) / 60_000) * 60_000,
    days: 1 + random(10),
  }))
}

function engine(plains: readonly Plain[]): (one: Case) => number {
  const worlds = plains.map(({ zone, rep, from, to, weekdays, off, holidays: dates }) => {
    const days = new Set([...dates].map((day) => epochDay(day) ?? 0))
    const holidays: DaySet = days
    const calendar = calendarFor({ zone: rep, hours: HOURS, daysOff: [...off] }, rep, zone, { holidays })
    const steps = Array.from({ length: 11 }, (_, value): PlanStep => ({
      id: String(value),
      type: 'email',
      delay: { value, unit: 'business_days', from: 'previous' },
      window: { from, to, weekdays, zone: 'contact' },
    }))
    return { calendar, steps }
  })
  return ({ world, base, days }) => {
    const { calendar, steps } = mustGet(worlds, world)
    return dueOf(mustGet(steps, days), anchorsAt(base), calendar, false)
  }
}

function anchorsAt(base: number): Anchors {
  return { base, start: base, arrival: base, hasPrevious: true, pauses: [], slip: NO_SLIP }
}

function withTemporal(plains: readonly Plain[]): (one: Case) => number {
  const time = (text: string) => Temporal.PlainTime.from(text)
  return ({ world, base, days }) => {
    const { zone, rep, from, to, weekdays, off, holidays } = mustGet(plains, world)
    const isFree = (date: Temporal.PlainDate) => {
      const text = date.toString()
      return date.dayOfWeek > 5 || off.has(text) || holidays.has(text)
    }
    let date = Temporal.Instant.fromEpochMilliseconds(base).toZonedDateTimeISO(zone).toPlainDate()
    for (let left = days; left > 0;) {
      date = date.add({ days: 1 })
      if (!isFree(date)) left--
    }
    for (; ; date = date.add({ days: 1 })) {
      if (!weekdays.includes(date.dayOfWeek) || holidays.has(date.toString())) continue
      const opens = date.toZonedDateTime({ timeZone: zone, plainTime: time(from) }).epochMilliseconds
      const closes = date.toZonedDateTime({ timeZone: zone, plainTime: time(to) }).epochMilliseconds
      const here = Temporal.Instant.fromEpochMilliseconds(opens).toZonedDateTimeISO(rep).toPlainDate()
      for (const own of [here, here.add({ days: 1 })]) {
        if (off.has(own.toString())) continue
        for (const [begin, end] of HOURS[String(own.dayOfWeek)] ?? []) {
          const starts = Math.max(
            opens,
            own.toZonedDateTime({ timeZone: rep, plainTime: time(begin) }).epochMilliseconds,
          )
          const ends = own.toZonedDateTime({ timeZone: rep, plainTime: time(end) }).epochMilliseconds
          if (starts < Math.min(closes, ends)) return starts
        }
      }
    }
  }
}

function withLuxon(plains: readonly Plain[]): (one: Case) => number {
  const at = (date: DateTime, text: string, zone: string) =>
    DateTime.fromISO(`${date.toISODate() ?? ''}T${text}`, { zone }).toMillis()
  return ({ world, base, days }) => {
    const { zone, rep, from, to, weekdays, off, holidays } = mustGet(plains, world)
    const isFree = (date: DateTime) => {
      const text = date.toISODate() ?? ''
      return date.weekday > 5 || off.has(text) || holidays.has(text)
    }
    let date = DateTime.fromMillis(base, { zone }).startOf('day')
    for (let left = days; left > 0;) {
      date = date.plus({ days: 1 })
      if (!isFree(date)) left--
    }
    for (; ; date = date.plus({ days: 1 })) {
      if (!weekdays.includes(date.weekday) || holidays.has(date.toISODate() ?? '')) continue
      const [opens, closes] = [at(date, from, zone), at(date, to, zone)]
      const here = DateTime.fromMillis(opens, { zone: rep }).startOf('day')
      for (const own of [here, here.plus({ days: 1 })]) {
        if (off.has(own.toISODate() ?? '')) continue
        for (const [begin, end] of HOURS[String(own.weekday)] ?? []) {
          const starts = Math.max(opens, at(own, begin, rep))
          if (starts < Math.min(closes, at(own, end, rep))) return starts
        }
      }
    }
  }
}

function mustGet<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new RangeError(`no ${index}`)
  return found
}

function timed(cases: readonly Case[], due: (one: Case) => number): { ms: number; answers: Float64Array } {
  const answers = new Float64Array(cases.length)
  const begun = performance.now()
  for (let index = 0; index < cases.length; index++) answers[index] = due(mustGet(cases, index))
  return { ms: performance.now() - begun, answers }
}

function sameCount(a: Float64Array, b: Float64Array): number {
  return a.reduce((count, value, index) => count + Number(value === b[index]), 0)
}

if (import.meta.main) {
  const plains = WORLDS.map(plainOf)
  const cases = randomCases(CASES)
  const few = cases.slice(0, LUXON_CASES)
  const cold = timed(cases, engine(plains))
  const warm = Array.from({ length: ROUNDS }, () => timed(cases, engine(plains)).ms).sort((a, b) => a - b)
  const temporal = timed(cases, withTemporal(plains))
  const luxon = timed(few, withLuxon(plains))
  const ours = warm[Math.floor(ROUNDS / 2)] ?? Number.NaN
  const luxonMs = (luxon.ms / LUXON_CASES) * CASES
  const figures = {
    touches: CASES,
    'engine, first run ms': Math.round(cold.ms),
    'engine ms': Math.round(ours),
    'native Temporal ms': Math.round(temporal.ms),
    [`luxon ms (from ${LUXON_CASES})`]: Math.round(luxonMs),
    'times native Temporal': Math.round((temporal.ms / ours) * 10) / 10,
    'times luxon': Math.round((luxonMs / ours) * 10) / 10,
    'equal to native Temporal': sameCount(cold.answers, temporal.answers),
    [`equal to luxon (of ${LUXON_CASES})`]: sameCount(cold.answers.slice(0, LUXON_CASES), luxon.answers),
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}
