import fc from 'fast-check'
import { calendarFor, type Calendar } from '#lib/domain/cadence/calendar.ts'
import type { Delay, Step, StepType } from '#lib/domain/cadence/step.ts'
import type { PageRead, PeopleRead, PersonFields, PersonRead } from '#lib/domain/capture.ts'
import { newContact } from '#lib/domain/merge.ts'
import type { Cadence, Contact, Enrollment } from '#lib/domain/records.ts'
import { DEFAULT_SETTINGS, type Settings } from '#lib/domain/settings.ts'
import type { Confidence, Instant, Sourced } from '#lib/domain/values.ts'

/** Invented records for the domain's tests. */

/** Tuesday, 13:32 in Lisbon. */
export const NOW: Instant = '2026-11-24T13:32:00.000Z'
export const KARI_URL = 'https://www.linkedin.com/in/kari-nordmann/'

export function sourced(value: string, confidence: Confidence = 'sure', at: Instant = NOW): Sourced {
  return { value, by: 'page', strategy: 'test', confidence, at }
}

export function personRead(
  values: Record<string, string | [string, Confidence]>,
  slugs: string[] = ['kari-nordmann'],
  topCard: string | null = 'print-kari',
): PersonRead {
  const fields = Object.fromEntries(
    Object.entries(values).map(([name, given]) => {
      const [value, confidence] = typeof given === 'string' ? [given, 'sure' as const] : given
      return [name, { value, strategy: 'test', confidence }]
    }),
  ) as PersonFields // names are given by the tests
  return {
    kind: 'person',
    generation: 'sdui',
    reader: 'test',
    fields,
    proof: { slugs, topCard },
    notLoaded: [],
  }
}

export function pageRead(result: PageRead['result'], url = KARI_URL, loadedAt = url): PageRead {
  return { url, loadedAt, result }
}

/** A page of results with these people on it. */
export const listRead = (slugs: readonly string[], marked = true): PeopleRead => ({
  kind: 'people',
  generation: 'sdui',
  reader: 'test',
  list: 'search',
  marked,
  rows: slugs.map((slug) => ({
    name: slug,
    slug,
    memberId: null,
    headline: null,
    location: null,
    degree: null,
    anonymous: false,
  })),
})

export function kari(patch: Partial<Contact> = {}): Contact & { id: string } {
  const read = personRead({
    name: 'Kari Nordmann',
    headline: 'Leder for innkjøp',
    currentCompany: 'Fjordvolt Systems',
    location: 'Oslo, Norway',
  })
  return { id: uuid(1), ...newContact({ from: 'read', read, url: KARI_URL, practice: false }, NOW), ...patch }
}

export function enrollment(patch: Partial<Enrollment> = {}): Enrollment & { id: string } {
  return {
    id: uuid(2), contactId: uuid(1) as Enrollment['contactId'], cadenceId: uuid(3) as Enrollment['cadenceId'],
    state: 'active', pauseReason: null, pausedUntil: null, finishReason: null, finishedAt: null, startedAt: NOW,
    cycle: 0, dueAt: null, dueStepId: null, owner: null, practice: false, ...patch,
  } // oxfmt-ignore
}

export function step(
  id: string,
  value = 0,
  unit: Delay['unit'] = 'business_days',
  type: StepType = 'email',
  from: Delay['from'] = 'previous',
): Step {
  return { id, type, delay: { value, unit, from }, subject: '', body: '', breakup: false }
}

export function cadence(steps: Step[]): Cadence {
  return { name: 'Test cadence', steps, shipped: null, archived: false, createdAt: NOW }
}

export function calendar(
  settings: Partial<Settings> = {},
  contactZone: string | null = null,
  machineZone = 'Europe/Lisbon',
): Calendar {
  return calendarFor({ ...DEFAULT_SETTINGS, ...settings }, machineZone, contactZone)
}

/** `00000000-0000-4000-8000-…` with the number in its last place. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}

/** Local time as people write it, for expectations that can be read: `Tue 2026-11-24 09:00`. */
export function local(at: Instant, zone: string): string {
  const there = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  const weekday = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][there.dayOfWeek] ?? ''
  return `${weekday} ${there.toPlainDate().toString()} ${there.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

/** Any UTF-16 text: control characters, lone surrogates, markup, and much of what people write. */
export function anyText(maxLength = 60): fc.Arbitrary<string> {
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0xffff }),
    fc.integer({ min: 0, max: 0x7f }),
    fc.constantFrom(0x202e, 0xd800, 0x25, 0x3c, 0x7b),
  )
  return fc.array(unit, { maxLength }).map((units) => String.fromCharCode(...units))
}
