import Holidays from 'date-holidays'
import { epochDay, NO_DAYS, type DaySet, type EpochDay } from './calendar.ts'
import { fold } from '../place/place-text.ts'
import { dateOf } from './zone-days.ts'

/**
 * The public holidays of an ISO 3166 region (`DE`, `DE-BY`), year by year as they are asked for; null when no country
 * has the code. A part of a country that the data does not know has its country's. Holidays that take less than a
 * whole day (Christmas Eve from noon) do not count, nor do bank, school and observance days. The data is that of
 * date-holidays (CC BY 3.0, 1.5 MB): only commands and pages load this file, never the worker or a page at its start.
 */
export function holidaysOf(region: string): DaySet | null {
  const [country = '', state, part] = region.toUpperCase().split('-')
  const found = new Holidays()
  if (!Object.hasOwn(found.getCountries(), country)) return isCountry(country) ? NO_DAYS : null
  found.init(country, state, part)
  const years = new Map<number, ReadonlySet<EpochDay>>()
  const ofYear = (year: number): ReadonlySet<EpochDay> => {
    const known = years.get(year)
    if (known !== undefined) return known
    // Feasts of several days may begin in the year before.
    const days = new Set([year - 1, year].flatMap((one) => daysOf(found, one)))
    years.set(year, days)
    return days
  }
  return { has: (day) => ofYear(dateOf(day).year).has(day) }
}

/** The public holidays of a region in the years from `from` to `to`, both included, as plain numbers; empty when nobody knows it. */
export function holidayList(region: string, from: number, to: number): EpochDay[] {
  const holidays = holidaysOf(region)
  if (holidays === null) return []
  const [first, last] = [epochDay(`${String(from)}-01-01`) ?? 0, epochDay(`${String(to)}-12-31`) ?? 0]
  return Array.from({ length: last - first + 1 }, (_, days) => first + days).filter((day) =>
    holidays.has(day),
  )
}

/** ISO 3166 code of a part of a country by its folded name (`bayern` → `DE-BY`); null when the data has none of its own. */
export function stateOf(country: string, name: string): string | null {
  const data = new Holidays()
  for (const states of [data.getStates(country), data.getStates(country, 'en')])
    for (const [code, state] of Object.entries(states ?? {}))
      if (nameless(fold(state)) === nameless(name)) return `${country}-${code.toUpperCase()}`
  return null
}

/** «Hansestadt Bremen», «Principado de Asturias»: the words around a name. */
function nameless(name: string): string {
  return name.replace(AROUND, '').trim()
}

function daysOf(holidays: Holidays, year: number): EpochDay[] {
  return holidays.getHolidays(year).flatMap((holiday) => {
    const first = epochDay(holiday.date.slice(0, 10))
    if (holiday.type !== 'public' || first === null) return []
    const hours = (holiday.end.getTime() - holiday.start.getTime()) / 3_600_000
    // A day with a clock change has 23 hours; the eve that some feasts begin with has less than half.
    const length = Math.floor((hours + 2) / 24)
    return Array.from({ length }, (_, days) => first + days)
  })
}

/** A country of the world of which the data says nothing. */
function isCountry(code: string): boolean {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  return !NO_COUNTRIES.includes(code) && names.of(code) !== undefined
}

const AROUND =
  /\b(hansestadt|freistaat|principado de|comunidad foral de|comunidad de|comunidad|region de|ciudad de|county|state of|province of)\b/g

/** Codes with a name that are no country: groups, tests, unknown. */
const NO_COUNTRIES = ['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']
