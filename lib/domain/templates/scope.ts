import type { Scope } from './engine.ts'
import { VARIABLES, type TemplateValues } from './variables.ts'

/** Only what has a value: an empty one is as missing as one that was never read. */
export function scopeOf(values: TemplateValues): Record<string, Record<string, string>> {
  const { contact, account, rep, cadence, evidence, facts } = values
  const [fact, older] = facts
  return {
    contact: known({
      name: contact.name.value, first_name: contact.firstName?.value, last_name: contact.lastName?.value,
      title: contact.title?.value, company: contact.company?.value, headline: contact.headline?.value,
      location: contact.location?.value, school: contact.school?.value, ...fillsOf(values, 'contact'),
    }),
    account: known({
      name: account?.name.value ?? contact.company?.value, domain: account?.domain ?? undefined,
      industry: account?.industry?.value, headcount: account?.headcount?.value, ...fillsOf(values, 'account'),
    }),
    rep: known({
      name: rep.name, title: rep.title, company: rep.company, phone: rep.phone, email: rep.email,
      meeting_link: rep.meetingLink, ...fillsOf(values, 'rep'),
    }),
    cadence: known({ name: cadence.name }),
    evidence: known({
      quote: evidence?.quote, source: evidence?.source ?? undefined, date: evidence === null ? undefined : dayOf(values, evidence.at),
      fact: fact?.quote, fact_source: fact?.source ?? undefined, fact_date: fact && dayOf(values, fact.at),
      older_fact: older?.quote, older_fact_source: older?.source ?? undefined, older_fact_date: older && dayOf(values, older.at),
      ...fillsOf(values, 'evidence'),
    }),
  } // prettier-ignore
}

/** Every variable filled with a text of its kind, for checking a template. */
export function sampleScope(): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries(VARIABLES).map(([name, names]) => [
      name,
      group(names.map((one) => [one, one.endsWith('date') ? '2026-11-24' : 'Sample Text'])),
    ]),
  )
}

/** The scope with one value more; null where the name goes deeper than values do. Own properties only. */
export function withValue(scope: Scope, name: string, value: string): Scope | null {
  const [first = '', key, ...deeper] = name.split('.')
  const known = Object.hasOwn(scope, first) ? scope[first] : undefined
  if (deeper.length > 0) return null
  if (key === undefined) return typeof known === 'object' ? null : { ...scope, [first]: value }
  const others = typeof known === 'object' ? known : {}
  return { ...scope, [first]: group([...Object.entries(others), [key, value]]) }
}

/** What was typed for this touch wins: it was typed because something was missing or wrong. */
function fillsOf({ fills }: TemplateValues, group: keyof typeof VARIABLES): Record<string, string> {
  const names: readonly string[] = VARIABLES[group]
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = Object.hasOwn(fills, `${group}.${name}`) ? fills[`${group}.${name}`] : undefined
      return value === undefined || plain(value) === '' ? [] : [[name, value]]
    }),
  )
}

function known(values: Record<string, string | undefined>): Record<string, string> {
  const entries = Object.entries(values).map(([name, value]) => [name, plain(value ?? '')] as const)
  return group(entries.filter(([, value]) => value !== ''))
}

/** Without a prototype: a group cannot be written as text, whatever filter tries. */
export function group(entries: Iterable<readonly [string, string]>): Record<string, string> {
  // `Object.create` is typed as any; nothing stands in it but the entries.
  const empty = Object.create(null) as Record<string, string>
  return Object.assign(empty, Object.fromEntries(entries))
}

/** Text of one line without control and direction marks, which could hide or turn what is sent. */
function plain(value: string): string {
  return oneLine(value.replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ' '))
    .slice(0, 500)
    .toWellFormed()
}

export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

function dayOf({ zone }: TemplateValues, at: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString()
}
