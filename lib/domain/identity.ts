import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'
import { getDomain } from 'tldts'
import { v5 } from 'uuid'
import { FREE_MAIL } from './free-mail.ts'
import type { Account, Contact } from './records.ts'
import type { TouchId } from './values.ts'

/** Who is who: addresses, numbers and names brought to the one form in which they can be compared. */

export interface ProfileAddress {
  /** Percent-decoded, NFC, lower case: the form of `contact.slug`. */
  slug: string
  /** `https://www.linkedin.com/in/<slug, percent-encoded>/` */
  canonical: string
  /** What follows the slug (`details/experience`, `overlay/contact-info`), or null on the profile itself. */
  section: string | null
}

/**
 * The public profile that a LinkedIn address stands for: any country or mobile host, locale prefix or suffix,
 * sub-path, query, percent-encoding, old `/pub/` address, and LinkedIn's own redirect wrappers.
 * Null for every other address, for look-alike hosts, and for `/in/me`, `/in/unavailable`, `/in/ACoAA…`,
 * which name nobody in public.
 */
export function profileAddress(href: string): ProfileAddress | null {
  return readProfile(href, MAX_WRAPPERS)
}

/** LinkedIn's member id when the address carries one in place of the slug (`/in/ACoAA…/`), else null. */
export function memberIdOfAddress(href: string): string | null {
  const parts = partsOf(href)
  if (parts === null || !LINKEDIN_HOST.test(parts.host)) return null
  const segments = withoutPrefix(parts.path.split('/').filter((segment) => segment !== ''))
  const id = segments[0]?.toLowerCase() === 'in' ? segments[1] : undefined
  return id !== undefined && MEMBER_ID.test(id) ? id : null
}

/**
 * The address under which a page is remembered: a profile's canonical one; else scheme, host and path without
 * query and fragment. Gmail keeps its fragment, which alone names the thread. Empty unless http(s).
 */
export function canonicalAddress(href: string): string {
  const profile = profileAddress(href)
  if (profile !== null) return profile.canonical
  const parts = partsOf(href)
  if (parts === null) return ''
  const base = `${parts.scheme}://${parts.host}${parts.port}${parts.path === '' ? '/' : parts.path}`
  return parts.host === 'mail.google.com' ? base + (parts.hash.split('?')[0] ?? '') : base
}

/** A mail address as it is compared and written to: no display name, no `mailto:`, lower case. Null when it is none. */
export function normalMail(address: string): string | null {
  if (address.length > 1_000) return null
  const inAngles = /<([^<>]*)>\s*$/.exec(address)?.[1] ?? address
  const bare = (
    inAngles
      .trim()
      .replace(/^mailto:/i, '')
      .split('?')[0] ?? ''
  )
    .trim()
    .normalize('NFC')
    .toLowerCase()
  return bare.length <= 254 && MAIL.test(bare) && !bare.includes('..') ? bare : null
}

/**
 * E.164 of a phone number, or null when it is none. `country` (ISO 3166, two letters) is needed for numbers
 * written without `+`. An extension is left out.
 */
export function normalPhone(text: string, country?: string): string | null {
  const bare = text.trim().replace(/^tel:/i, '')
  if (bare.length > 60) return null
  const options = {
    extract: false,
    ...(country === undefined ? {} : { defaultCountry: countryCode(country) }),
  }
  const number = parsePhoneNumberFromString(bare, options)
  return number?.isValid() === true ? number.number : null
}

type Keyed = Partial<Pick<Contact, 'slug' | 'memberId' | 'emails' | 'phones'>>

/**
 * Every key by which the person can be found again, most exact first: `li:<slug>`, `lid:<member id>` (an
 * `ACoAA…` id also under the number inside it, which is all that guest pages give), `mail:<address>`, `tel:<E.164>`.
 */
export function matchKeysOf(contact: Keyed): string[] {
  const keys = new Set<string>()
  const slug = contact.slug === undefined || contact.slug === null ? null : normalSlug(contact.slug.value)
  if (slug !== null) keys.add(`li:${slug}`)
  const memberId = contact.memberId?.value.trim() ?? ''
  if (memberId !== '') keys.add(`lid:${memberId}`)
  const number = memberNumber(memberId)
  if (number !== null) keys.add(`lid:${number}`)
  for (const { value } of contact.emails ?? []) addKey(keys, 'mail:', normalMail(value))
  for (const { value } of contact.phones ?? []) addKey(keys, 'tel:', normalPhone(value))
  return [...keys]
}

/** Keys of a company, most exact first: `co:<slug>`, `cid:<LinkedIn id>`, `dom:<domain>`, `cname:<companyKey>`. */
export function accountKeysOf(account: Pick<Account, 'name' | 'slug' | 'linkedinId' | 'domain'>): string[] {
  const keys = new Set<string>()
  addKey(keys, 'co:', account.slug?.toLowerCase() ?? null)
  addKey(keys, 'cid:', account.linkedinId)
  addKey(keys, 'dom:', account.domain?.toLowerCase() ?? null)
  addKey(keys, 'cname:', companyKey(account.name.value))
  return [...keys]
}

/** Ids of the suppression entries of match keys, in their order: a hash that names nobody. */
export function suppressionIdsOf(keys: readonly string[]): string[] {
  return keys.map((key) => v5(key, SUPPRESSION_SPACE))
}

/** Id of a touch: the same on every device, so that two devices cannot create one touch twice. */
export function touchIdOf(enrollmentId: string, stepId: string, cycle: number): TouchId {
  // The brand says no more than that the string came from here.
  return v5(`${enrollmentId}/${String(cycle)}/${stepId}`, TOUCH_SPACE) as TouchId
}

/**
 * The member's number: as it is, or from bytes 4 to 7 of a decoded `ACoAA…` id (bytes 0 to 3 are its kind,
 * 00 2A 00 00). Null when it is neither.
 */
export function memberNumber(memberId: string): string | null {
  if (/^[1-9]\d{0,11}$/.test(memberId)) return memberId
  if (!/^ACoAA[\w-]{34}$/.test(memberId)) return null
  const bytes = Uint8Array.fromBase64(memberId.slice(0, 12), { alphabet: 'base64url' })
  const number = bytes.slice(4, 8).reduce((sum, byte) => sum * 256 + byte, 0)
  return number === 0 ? null : String(number)
}

/** A company's name without legal form, case, accents and punctuation; null when nothing is left to compare. */
export function companyKey(name: string): string | null {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[.'’`]/g, '')
    .replace(/&|\+/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const bare = [...words]
  // «GmbH & Co. KG» is peeled from the end, its «and» with it.
  while (bare.length > 1 && (LEGAL_FORMS.has(bare.at(-1) ?? '') || bare.at(-1) === 'and')) bare.pop()
  if (bare.length > 1 && bare[0] === 'the') bare.shift()
  return bare.length === 0 ? null : bare.join(' ')
}

/** Registrable domain of a mail address (`mail.example.co.uk` → `example.co.uk`); null for free-mail services. */
export function domainOfMail(address: string): string | null {
  const mail = normalMail(address)
  if (mail === null) return null
  const domain = getDomain(mail.slice(mail.lastIndexOf('@') + 1))
  return domain === null || isFreeMail(domain) ? null : domain
}

/** A slug in the form of `contact.slug`, or null when it is no public profile's. */
export function normalSlug(raw: string): string | null {
  const decoded = decoded1(decoded1(raw.trim()) ?? '')
  if (decoded === null) return null
  const slug = decoded.normalize('NFC').toLowerCase().normalize('NFC')
  if (slug === '' || slug.length > 200 || !SLUG.test(slug) || slug === '.' || slug === '..') return null
  return NOT_PUBLIC.has(slug) || MEMBER_ID.test(slug) || !slug.isWellFormed() ? null : slug
}

/** True when two member ids name different people; false when equal or when one cannot be compared. */
export function differentMembers(a: string, b: string): boolean {
  if (a === b) return false
  const numbers = [memberNumber(a), memberNumber(b)]
  return numbers[0] !== null && numbers[1] !== null && numbers[0] !== numbers[1]
}

interface Parts {
  scheme: string
  host: string
  port: string
  path: string
  query: string
  hash: string
}

/** `URL` is a browser's; this reads the few shapes that count and refuses the rest (user names, odd characters). */
function partsOf(href: string): Parts | null {
  const text = href.trim()
  if (text.length > 8_000) return null
  const match =
    /^(?:(https?):)?(?:\/\/)?([a-z0-9.-]+?)\.?(:\d{1,5})?(\/[^?#\\\s]*)?(\?[^#\s]*)?(#\S*)?$/i.exec(text)
  if (match === null) return null
  const [, given, host, port = '', path = '', query = '', hash = ''] = match
  const lower = host?.toLowerCase() ?? ''
  // Typed without a scheme («linkedin.com/in/kari»), an address counts only when its host has a dot.
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(lower) || (given === undefined && !lower.includes('.'))) return null
  if (given !== undefined && !/^https?:\/\//i.test(text)) return null
  const scheme = (given ?? 'https').toLowerCase()
  const standard = scheme === 'https' ? ':443' : ':80'
  return { scheme, host: lower, port: port === standard ? '' : port, path, query, hash }
}

function readProfile(href: string, wrappers: number): ProfileAddress | null {
  const parts = partsOf(href)
  if (parts === null || !LINKEDIN_HOST.test(parts.host) || parts.port !== '') return null
  const segments = withoutPrefix(parts.path.split('/').filter((segment) => segment !== ''))
  const [kind = '', raw, ...rest] = segments
  if (kind === 'safety' || kind === 'redir') {
    const inner = decoded1((/[?&]url=([^&]*)/.exec(parts.query)?.[1] ?? '').replaceAll('+', ' '))
    return inner === null || inner === '' || wrappers === 0 ? null : readProfile(inner, wrappers - 1)
  }
  const slug = raw === undefined ? null : slugOf(kind.toLowerCase(), raw, rest)
  if (slug === null) return null
  const section = kind.toLowerCase() === 'pub' || LOCALE.test(rest.join('/')) ? null : rest.join('/')
  return {
    slug,
    canonical: `https://www.linkedin.com/in/${encodeURIComponent(slug)}/`,
    section: section === null || section === '' ? null : (decoded1(section) ?? section),
  }
}

function slugOf(kind: string, raw: string, rest: string[]): string | null {
  if (kind === 'in') return normalSlug(raw)
  if (kind !== 'pub' || raw.toLowerCase() === 'dir') return null
  const [a, b, c] = rest
  if (a === undefined || LOCALE.test(a)) return normalSlug(raw)
  // `/pub/name/a7/576/b50` became `/in/name-b50576a7`; how shorter parts were filled up is not known, so they are refused.
  const known = /^[0-9a-f]{1,3}$/i.test(a) && a !== '0' && b?.length === 3 && c?.length === 3
  return known ? normalSlug(`${raw}-${c}${b}${a}`) : null
}

function withoutPrefix(segments: string[]): string[] {
  let rest = segments
  while (rest.length > 2 && (LOCALE.test(rest[0] ?? '') || PREFIXES.has(rest[0] ?? '')) && rest[0] !== 'in') {
    rest = rest.slice(1)
  }
  return rest
}

/** Percent-decoding once; null when it cannot be. */
function decoded1(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function addKey(keys: Set<string>, prefix: string, value: string | null): void {
  if (value !== null && value !== '') keys.add(prefix + value)
}

function countryCode(country: string): CountryCode {
  // An unknown code is refused by the library itself, which then gives no number.
  return country.toUpperCase() as CountryCode
}

function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain) || FREE_MAIL_FAMILIES.test(domain)
}

const MAX_WRAPPERS = 3
const LINKEDIN_HOST = /^(?:(?:www|m|mobile|touch|[a-z]{2})\.)*linkedin\.com$/
const LOCALE = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i
const PREFIXES = new Set(['comm', 'mwlite', 'm', 'profile'])
const MEMBER_ID = /^ac[ow]aa[\w-]{20,}$/i
const NOT_PUBLIC = new Set(['me', 'unavailable', 'undefined', 'null'])
// eslint-disable-next-line no-control-regex -- control characters are exactly what must not be in a slug
const SLUG = /^[^\u0000-\u0020\u007f-\u00a0/\\?#%<>"`{}|^\s\p{C}]+$/u
const MAIL =
  /^[^\s@<>()[\]\\,;:"\p{C}]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?\.)+[\p{L}][\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}]$/u
const FREE_MAIL_FAMILIES = /^(?:yahoo|hotmail|outlook|live|msn|gmx|ymail)\.(?:[a-z]{2,3})(?:\.[a-z]{2})?$/
const SUPPRESSION_SPACE = '0d0a9f0e-6f5c-5e0e-8a43-2b1c7d4f9a11'
const TOUCH_SPACE = '5b7c1d3e-9a42-5f68-b0d7-3c8e6f1a2d94'
const LEGAL_FORMS = new Set(
  `ab ag aps as asa bv bvba co company corp corporation cokg eeig eg ehf ek eood eu ev gbr gie gmbh gmbhco hf inc
  incorporated kft kg kgaa kk lc limited llc llp lp ltd ltda mbh nv ohg oo oy oyj oü pbc plc pllc pte pty pvt private
  sa sab sapi sarl sas sasu sca scs se sia sl slu snc sp spa spj spk spol spzoo srl srls sro srlcr uab ug ulc vof zoo zrt
  株式会社 有限会社 合同会社 有限公司 公司 ооо оао зао ао`.split(/\s+/),
)
