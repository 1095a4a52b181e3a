import type { Day, Instant } from '#lib/domain/values.ts'
import { i18n } from './i18n.ts'

/** Now, the rep's zone, and how the rep's locale writes; «now» and «here» of every word made below. */
export interface TimeFrame {
  now: Instant
  /** IANA zone of the rep. */
  zone: string
  /** BCP 47; undefined = the browser's. */
  locale?: string
}

export interface TimeWords extends TimeFrame {
  /** `14:30` or `2:30 PM`, in the rep's zone or the one given. */
  clock(at: Instant, zone?: string): string
  /** `today`, `tomorrow`, `yesterday`, else `Fri 27 Nov` (with the year when it is another). */
  day(at: Instant, zone?: string): string
  /** `tomorrow 09:30`. */
  when(at: Instant, zone?: string): string
  /** `Wed 09:30` within a week, `Mon 30 Nov 09:30` after it; never «tomorrow». */
  weekday(at: Instant, zone?: string): string
  /** `15:30 in Lagos`, or null where the other zone's clock shows the same. */
  there(at: Instant, zone: string): string | null
  /** `today 14:30 · 15:30 in Lagos`: both zones, the second only when it differs. */
  both(at: Instant, zone: string): string
  /** `14:15 Lagos`, or the plain clock where nothing differs: the right edge of a row. */
  brief(at: Instant, zone: string): string
  /** `since Fri` for what should have been done on an earlier day. */
  since(at: Instant): string
  /** A calendar day without a zone: `Mon 22 Feb 2027`. */
  date(day: Day): string
  /** The same without the year: `Mon 22 Feb`. */
  shortDate(day: Day): string
  /** `18 Dec`, where room is short. */
  monthDay(at: Instant, zone?: string): string
  /** `Tuesday 24 November`. */
  longDay(at: Instant): string
  /** `1 h ahead of you`; null when the same. */
  offset(zone: string): string | null
}

/** All words about time for one moment and one place. Pure: the same frame gives the same words. */
export function timeWords(frame: TimeFrame): TimeWords {
  const format = (options: Intl.DateTimeFormatOptions, at: Instant, zone: string) =>
    new Intl.DateTimeFormat(frame.locale, { ...options, timeZone: zone }).format(new Date(at))
  const clock = (at: Instant, zone = frame.zone) => format({ hour: '2-digit', minute: '2-digit' }, at, zone)
  const day = (at: Instant, zone = frame.zone) => {
    const days = daysBetween(frame.now, at, zone)
    if (days === 0) return i18n.t('ui.time.today')
    if (days === 1) return i18n.t('ui.time.tomorrow')
    if (days === -1) return i18n.t('ui.time.yesterday')
    const isThisYear = dayOf(at, zone).slice(0, 4) === dayOf(frame.now, zone).slice(0, 4)
    return format({ ...SHORT_DAY, ...(isThisYear ? {} : { year: 'numeric' }) }, at, zone)
  }
  const when = (at: Instant, zone = frame.zone) => `${day(at, zone)} ${clock(at, zone)}`
  const differs = (at: Instant, zone: string) => offsetMinutes(at, zone) !== offsetMinutes(at, frame.zone)
  const there = (at: Instant, zone: string) => {
    if (!differs(at, zone)) return null
    const isSameDay = dayOf(at, zone) === dayOf(at, frame.zone)
    const time = isSameDay ? clock(at, zone) : when(at, zone)
    return i18n.t('ui.time.inPlace', { time, place: placeOf(zone) })
  }
  return {
    ...frame,
    clock,
    day,
    when,
    weekday: (at, zone = frame.zone) => {
      const isNear = daysBetween(frame.now, at, zone) < 7
      return `${format(isNear ? { weekday: 'short' } : SHORT_DAY, at, zone)} ${clock(at, zone)}`
    },
    there,
    both: (at, zone) => [when(at), there(at, zone)].filter(Boolean).join(' · '),
    brief: (at, zone) => (differs(at, zone) ? `${clock(at, zone)} ${placeOf(zone)}` : clock(at)),
    since: (at) => {
      const days = -daysBetween(frame.now, at, frame.zone)
      const word = days < 7 ? format({ weekday: 'short' }, at, frame.zone) : day(at)
      return i18n.t('ui.time.since', { day: days === 0 ? clock(at) : word })
    },
    date: (date) => format({ ...SHORT_DAY, year: 'numeric' }, noonOf(date), 'UTC'),
    shortDate: (date) => format(SHORT_DAY, noonOf(date), 'UTC'),
    monthDay: (at, zone = frame.zone) => format({ day: 'numeric', month: 'short' }, at, zone),
    longDay: (at) => format({ weekday: 'long', day: 'numeric', month: 'long' }, at, frame.zone),
    offset: (zone) => {
      const minutes = offsetMinutes(frame.now, zone) - offsetMinutes(frame.now, frame.zone)
      if (minutes === 0) return null
      const hours = new Intl.NumberFormat(frame.locale).format(Math.abs(minutes) / 60)
      return i18n.t(minutes > 0 ? 'ui.time.ahead' : 'ui.time.behind', { hours })
    },
  }
}

/** The city of an IANA zone, as rep and contact say it: `America/Sao_Paulo` → `Sao Paulo`. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** Upper case for the first letter, where a word of time begins the line. */
export function capital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase() + words.slice(1)
}

/** The calendar day of an instant in a zone. */
export function dayOf(at: Instant, zone: string): Day {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** Whole calendar days from one instant's day to the other's, in a zone. */
export function daysBetween(from: Instant, to: Instant, zone: string): number {
  return Temporal.PlainDate.from(dayOf(from, zone)).until(dayOf(to, zone), { largestUnit: 'days' }).days
}

function noonOf(day: Day): Instant {
  return `${day}T12:00:00.000Z`
}

function offsetMinutes(at: Instant, zone: string): number {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9
}

const SHORT_DAY: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' }
