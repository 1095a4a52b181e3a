import { profileLink } from '#lib/domain/address-kind.ts'
import { normalSlug, profileUrl } from '#lib/domain/address.ts'
import { openedAddress } from '#lib/domain/click-wrapper.ts'
import { typedArrival, type RepClock } from '#lib/domain/arrival.ts'
import type { ImportedFields } from '#lib/domain/found.ts'
import { normalMail } from '#lib/domain/mail.ts'
import { normalPhone } from '#lib/domain/phone.ts'
import { countryOfLocation } from '#lib/domain/places.ts'
import type { ColumnTarget, ImportTarget } from './targets.ts'

/** Something of a row that was left empty or taken as meant; the person is imported all the same. */
export interface Remark {
  code:
    | 'mail-not-valid'
    | 'phone-not-valid'
    | 'phone-no-country'
    | 'phone-country-taken'
    | 'phone-rounded'
    | 'not-a-profile'
    | 'domain-not-valid'
    | 'too-long'
    | 'arrival-no-date'
    | 'arrival-future'
    | 'only-a-name'
  /** The value, or the country that was taken; cut to what can be shown. */
  about: string
}

/** Why a row is left out whole. */
export type RefusedRow = 'no-name' | 'cells-shifted' | 'name-is-no-name' | 'names-again'

export type RowRead =
  | { kind: 'person'; fields: ImportedFields; note: string | null; remarks: Remark[] }
  | { kind: 'refused'; reason: RefusedRow }
  | { kind: 'blank' }

/** What the columns of a file mean, as the rep has left them. */
export interface Mapping {
  headers: readonly string[]
  targets: readonly ColumnTarget[]
}

/**
 * One row of the file as a person. Bad values are left empty with a remark; without a name, or with more cells than
 * the file has columns, the row is refused whole. `clock`: whose day and time a date without a zone is.
 */
export function readRow(cells: readonly string[], mapping: Mapping, clock: RepClock): RowRead {
  const values = cells.map((cell) => cleanCell(cell))
  if (values.every((value) => value === '')) return { kind: 'blank' }
  if (values.slice(mapping.targets.length).some((value) => value !== '')) {
    return { kind: 'refused', reason: 'cells-shifted' }
  }
  if (isNamesAgain(values, mapping)) return { kind: 'refused', reason: 'names-again' }
  const remarks: Remark[] = []
  const given = (target: ImportTarget): string | null => {
    const value = values[mapping.targets.indexOf(target)] ?? ''
    if (value.length <= LONGEST_VALUE) return value === '' ? null : value
    remarks.push(remark('too-long', value))
    return null
  }
  const names = namesOf(given('name'), given('firstName'), given('lastName'))
  if (names.name === null) return { kind: 'refused', reason: 'no-name' }
  if (!/\p{L}/u.test(names.name) || /@|:\/\//.test(names.name)) {
    return { kind: 'refused', reason: 'name-is-no-name' }
  }
  const country = given('country')
  const location = given('location') ?? placeOf(given('city'), given('region'), country)
  const fields: ImportedFields = {
    ...names,
    title: given('title'),
    company: given('company'),
    companyDomain: domainOf(given('companyDomain'), remarks),
    headline: given('headline'),
    email: mailOf(given('email'), remarks),
    phone: phoneOf(given('phone'), codeOf(country) ?? codeOf(location), remarks),
    linkedin: profileOf(given('linkedin'), remarks),
    location,
    ...arrivedIn(given('arrivedAt'), clock, remarks),
  }
  const { company, companyDomain, email, phone, linkedin } = fields
  if ([company, companyDomain, email, phone, linkedin].every((value) => value === null)) {
    remarks.push(remark('only-a-name', ''))
  }
  return { kind: 'person', fields, note: noteOf(values, mapping), remarks }
}

/**
 * Keys by which two rows of one file are the same person: profile and mail address. A telephone number is none, it
 * is often the company's.
 */
export function rowKeysOf(fields: ImportedFields): string[] {
  const keys: string[] = []
  if (fields.linkedin !== null) {
    const { slug, memberId } = profileLink(fields.linkedin)
    keys.push(`li:${slug ?? memberId ?? fields.linkedin}`)
  }
  if (fields.email !== null) keys.push(`mail:${fields.email}`)
  return keys
}

/**
 * A cell as text: one line, no control characters, without the apostrophe that spreadsheets put before a formula,
 * and empty where somebody wrote that there is nothing.
 */
export function cleanCell(cell: string): string {
  const text = cell
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- control characters are exactly what must go
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u200b\u2060\ufeff]+/gu, ' ')
    .trim()
    .replace(/^'(?=\s*[=+\-@＝＋－＠|%])/u, '')
    .trim()
  return NOTHING.has(text.toLowerCase()) ? '' : text
}

function namesOf(
  name: string | null,
  first: string | null,
  last: string | null,
): Pick<ImportedFields, 'name' | 'firstName' | 'lastName'> {
  const joined = [first, last].filter((half) => half !== null).join(' ')
  return { name: name ?? (joined === '' ? null : joined), firstName: first, lastName: last }
}

function mailOf(text: string | null, remarks: Remark[]): string | null {
  if (text === null) return null
  const found = text
    .split(/[;,|\s]+(?=\S*@)/)
    .map((part) => normalMail(part.replace(/[;,|\s]+$/, '')))
    .find((mail) => mail !== null)
  if (found === undefined) remarks.push(remark('mail-not-valid', text))
  return found ?? null
}

function phoneOf(text: string | null, country: string | null, remarks: Remark[]): string | null {
  if (text === null) return null
  // A spreadsheet has made a number of it and lost its last digits.
  if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(text)) {
    remarks.push(remark('phone-rounded', text))
    return null
  }
  const first = (text.split(/[;|]|\s\/\s|,\s/)[0] ?? '').trim()
  const written = first.replace(/^00(?=\d)/, '+').replace(/^\+(\d{1,3})\s*\(0\)/, '+$1 ')
  const number = normalPhone(written, country ?? undefined)
  if (number === null) {
    remarks.push(
      remark(written.startsWith('+') || country !== null ? 'phone-not-valid' : 'phone-no-country', text),
    )
  } else if (!written.startsWith('+') && country !== null) {
    remarks.push(remark('phone-country-taken', country))
  }
  return number
}

function profileOf(text: string | null, remarks: Remark[]): string | null {
  if (text === null) return null
  const found = profileLink(text)
  if (found.slug !== null) return profileUrl(found.slug)
  if (found.memberId !== null) return text
  // A bare slug has a hyphen or a digit; a word alone may be anything.
  const slug = /^[\p{L}\p{N}%-]+$/u.test(text) && /[-\d]/.test(text) ? normalSlug(text) : null
  if (slug !== null) return profileUrl(slug)
  remarks.push(remark('not-a-profile', text))
  return null
}

function arrivedIn(
  text: string | null,
  clock: RepClock,
  remarks: Remark[],
): Pick<ImportedFields, 'arrivedAt'> {
  if (text === null) return {}
  const typed = typedArrival(text, clock)
  if (typed.kind === 'at') return { arrivedAt: typed.at }
  remarks.push(remark(`arrival-${typed.reason}`, text))
  return {}
}

function domainOf(text: string | null, remarks: Remark[]): string | null {
  if (text === null) return null
  const host = /^(?:https?:\/\/)?(?:www\.)?([^/?#:\s]+)(?::\d+)?(?:[/?#]\S*)?$/i
    .exec(openedAddress(text) ?? '')?.[1]
    ?.toLowerCase()
  const isHost = host !== undefined && /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(host)
  if (isHost && !/(?:^|\.)linkedin\.com$/.test(host)) return host
  remarks.push(remark('domain-not-valid', text))
  return null
}

function placeOf(city: string | null, region: string | null, country: string | null): string | null {
  const parts = [...new Set([city, region, country].filter((part) => part !== null))]
  return parts.length === 0 ? null : parts.join(', ')
}

/** Code of the country, which may be written in any of the interface languages or as its code. */
function codeOf(text: string | null): string | null {
  if (text === null) return null
  return /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : countryOfLocation(text)
}

/** Every note column that is filled; where there are several, each under the name of its column. */
function noteOf(values: readonly string[], { headers, targets }: Mapping): string | null {
  const columns = targets.flatMap((target, index) => (target === 'note' ? [index] : []))
  const lines = columns.flatMap((index) => {
    const value = values[index] ?? ''
    const header = headers[index] ?? ''
    if (value === '') return []
    return [columns.length > 1 && header !== '' ? `${header}: ${value}` : value]
  })
  return lines.length === 0 ? null : lines.join('\n').slice(0, LONGEST_NOTE)
}

/** The names of the columns stand in the middle of the file too, where somebody has put two files together. */
function isNamesAgain(values: readonly string[], { headers }: Mapping): boolean {
  const named = headers.filter((header) => header !== '')
  return named.length > 1 && headers.every((header, index) => cleanCell(header) === (values[index] ?? ''))
}

const remark = (code: Remark['code'], about: string): Remark => ({ code, about: about.slice(0, 120) })

const NOTHING = new Set(
  'n/a|na|#n/a|#na|n.a.|null|nil|none|undefined|nan|-|--|---|–|—|.|?|/|#ref!|#value!|#name?|#null!'.split(
    '|',
  ),
)
const LONGEST_VALUE = 2_000
const LONGEST_NOTE = 50_000
