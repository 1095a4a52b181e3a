import { nameParts } from '../name/parse-name.ts'
import type { Instant } from '../values.ts'

/**
 * Filters of Baton beside those of the library. Dates and capital letters follow the locale: the rep's, or the one
 * named as the last argument (`date: "long", "de"`). A fault is thrown as `Error`; the engine names its line.
 */

export interface FilterWorld {
  locale: string
  now: Instant
  zone: string
}

/** What a filter gives where there is nothing to give: `default` takes over, else the output is missing. */
const NOTHING = null

type Filter = (value: unknown, ...args: unknown[]) => string | null

export function localeFilters(world: FilterWorld): Record<string, Filter> {
  const localeOf = (given: unknown): string => (given === undefined ? world.locale : localeNamed(given))
  return {
    date: (value, form = 'medium', locale?) => dateText(value, textOf(form), localeOf(locale), world),
    upcase: (value, locale) => textOf(value).toLocaleUpperCase(localeOf(locale)),
    downcase: (value, locale) => textOf(value).toLocaleLowerCase(localeOf(locale)),
    capitalize: (value, locale) => capitalized(textOf(value), localeOf(locale)),
    first_name: (value) => nameParts(short(value)).first ?? NOTHING,
    last_name: (value) => nameParts(short(value)).last ?? NOTHING,
    initials: (value, locale) => initialsOf(short(value), localeOf(locale)) || NOTHING,
    name_case: (value, locale) => nameCase(short(value), localeOf(locale)) || NOTHING,
  }
}

/** Names of the filters above, for the engine's list of what is allowed. */
export const LOCALE_FILTERS = [
  'date', 'upcase', 'downcase', 'capitalize', 'first_name', 'last_name', 'initials', 'name_case',
] as const // prettier-ignore

/** How a date may be written. `day` is «24 November», without a year. */
const DATE_FORMS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  short: { dateStyle: 'short' },
  medium: { dateStyle: 'medium' },
  long: { dateStyle: 'long' },
  full: { dateStyle: 'full' },
  day: { day: 'numeric', month: 'long' },
  weekday: { weekday: 'long' },
  month: { month: 'long' },
  year: { year: 'numeric' },
}

function dateText(value: unknown, form: string, locale: string, world: FilterWorld): string | null {
  const options = Object.hasOwn(DATE_FORMS, form) ? DATE_FORMS[form] : undefined
  if (options === undefined) throw new Error(`date takes ${Object.keys(DATE_FORMS).join(', ')}`)
  const text = textOf(value).trim()
  if (text === '') return NOTHING
  const day = dayNamed(text, world)
  if (day === null) throw new Error('date needs a day such as 2026-11-24, today or tomorrow')
  // Noon UTC stands for the day: no zone is asked for its name.
  const at = day.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).epochMilliseconds
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(at)
}

function dayNamed(text: string, { now, zone }: FilterWorld): Temporal.PlainDate | null {
  const today = () => Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate()
  switch (text) {
    case 'today':
    case 'now':
      return today()
    case 'tomorrow':
      return today().add({ days: 1 })
    case 'yesterday':
      return today().subtract({ days: 1 })
  }
  try {
    return /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(text)
      ? Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDate()
      : /^\d{4}-\d\d-\d\d$/.test(text)
        ? Temporal.PlainDate.from(text)
        : null
  } catch {
    return null
  }
}

/** A name that is shouted or whispered in the letters it should have; one that is mixed is left as it is written. */
function nameCase(text: string, locale: string): string {
  const isMixed = text !== text.toLocaleUpperCase(locale) && text !== text.toLocaleLowerCase(locale)
  if (isMixed) return text
  return text
    .toLocaleLowerCase(locale)
    .replace(/(?<=^|[\s\-'’.])\p{L}/gu, (letter) => letter.toLocaleUpperCase(locale))
}

/** First and last of the words of a name; a name of one word gives one letter. */
function initialsOf(text: string, locale: string): string {
  const { first, last } = nameParts(text)
  return [first, last]
    .map((word) => firstLetter(word ?? ''))
    .join('')
    .toLocaleUpperCase(locale)
}

function capitalized(text: string, locale: string): string {
  const first = firstLetter(text)
  return first.toLocaleUpperCase(locale) + text.slice(first.length).toLocaleLowerCase(locale)
}

/** The first character, also where it takes two code units. */
function firstLetter(text: string): string {
  return String.fromCodePoint(...(text === '' ? [] : [text.codePointAt(0) ?? 0]))
}

/** A hostile template names anything; only a well-formed tag of a language reaches Intl. */
function localeNamed(given: unknown): string {
  const name = textOf(given)
  try {
    const [canonical] = name.length <= MAX_LOCALE ? Intl.getCanonicalLocales(name) : []
    if (canonical !== undefined) return canonical
  } catch {
    // Said below.
  }
  throw new Error('a language is written as en, de or pt-BR')
}

/** @throws for a list or a group: those are no text. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new Error('this filter takes a text')
}

/** Names are short; what a template made longer is no name. */
const short = (value: unknown): string => textOf(value).slice(0, 120)
const MAX_LOCALE = 35
