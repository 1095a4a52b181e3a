import type { EpochDay } from './calendar.ts'

/**
 * The dates of a zone as numbers: when each begins, and which one an instant belongs to. Asked of Temporal once a
 * date and kept, so that planning many touches costs additions; a date with a clock change is asked every time.
 */
export interface ZoneDays {
  /** The date at an instant (ms). */
  dayAt(at: number): EpochDay
  /** The instant (ms) at which a date begins; of a date the zone skipped whole, that of the next one. */
  startOf(day: EpochDay): number
  /** Local wall time as an instant (ms): one that a clock change leaves out moves on, one that comes twice is the first. */
  at(day: EpochDay, minutes: number): number
}

/** The dates of an IANA zone; throws a RangeError when nobody knows it. */
export function zoneDays(zone: string): ZoneDays {
  const known = ZONES.get(zone)
  if (known !== undefined) return known
  EPOCH.toZonedDateTime(zone)
  const made = makeZoneDays(zone)
  ZONES.set(zone, made)
  return made
}

/** The date of a day number. */
export function dateOf(day: EpochDay): Temporal.PlainDate {
  return EPOCH.add({ days: day })
}

/**
 * The answers to a question of dates, each asked once: tables of numbers, 512 dates at a time. The question never
 * answers NaN.
 */
export function dayTable(ask: (day: EpochDay) => number): (day: EpochDay) => number {
  const tables = new Map<number, Float64Array>()
  let current = Number.NaN
  let table: Float64Array = new Float64Array(0)
  return (day) => {
    const wanted = day >> 9
    if (wanted !== current) {
      table = tables.get(wanted) ?? new Float64Array(512).fill(Number.NaN)
      tables.set(wanted, table)
      current = wanted
    }
    const known = table[day & 511] ?? Number.NaN
    if (known === known) return known // not NaN: asked before
    const answer = ask(day)
    // Asking may have turned to another table meanwhile.
    const own = tables.get(wanted)
    if (own !== undefined) own[day & 511] = answer
    return answer
  }
}

function makeZoneDays(zone: string): ZoneDays {
  const startOf = dayTable((day) => dateOf(day).toZonedDateTime(zone).epochMilliseconds)
  const dayAt = (at: number): EpochDay => {
    let day = Math.floor(at / DAY)
    while (at < startOf(day)) day--
    while (at >= startOf(day + 1)) day++
    return day
  }
  const at = (day: EpochDay, minutes: number): number => {
    if (minutes >= 1_440) return at(day + 1, minutes - 1_440)
    const start = startOf(day)
    if (startOf(day + 1) - start === DAY) return start + minutes * 60_000
    const plainTime = { hour: Math.floor(minutes / 60), minute: minutes % 60 }
    return dateOf(day).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds
  }
  return { dayAt, startOf, at }
}

const DAY = 86_400_000
const EPOCH = new Temporal.PlainDate(1970, 1, 1)
/** What Temporal said of each zone: the same on every call, so no state; a worker that dies asks again. */
const ZONES = new Map<string, ZoneDays>()
