/** LinkedIn and page addresses brought to the one form in which they can be compared. */

export interface ProfileAddress {
  /** Percent-decoded, NFC, lower case: the form of `contact.slug`. */
  slug: string
  /** `https://www.linkedin.com/in/<slug, percent-encoded>/` */
  canonical: string
  /** What follows the slug (`details/experience`, `overlay/contact-info`), or null on the profile itself. */
  section: string | null
}

/**
 * The public profile that stands under an address of LinkedIn: any country or mobile host, locale prefix or suffix,
 * sub-path, query, percent-encoding, old `/pub/` address. Null for every other address, for look-alike hosts, and for
 * `/in/me`, `/in/unavailable`, `/in/ACoAA…`, which name nobody in public. A wrapper is a page of its own; where
 * addresses are written or linked, `profileLink` opens it.
 */
export function profileAddress(href: string): ProfileAddress | null {
  const parts = partsOf(href)
  if (parts === null || !LINKEDIN_HOST.test(parts.host) || parts.port !== '') return null
  const segments = withoutPrefix(parts.path.split('/').filter((segment) => segment !== ''))
  const [head = '', raw, ...rest] = segments
  const kind = head.toLowerCase()
  const slug = raw === undefined ? null : slugOf(kind, raw, rest)
  if (slug === null) return null
  const section = kind === 'pub' || LOCALE.test(rest.join('/')) ? null : rest.join('/')
  return {
    slug,
    canonical: profileUrl(slug),
    section: section === null || section === '' ? null : (decoded1(section) ?? section),
  }
}

/** The one address of a public profile. */
export function profileUrl(slug: string): string {
  return `https://www.linkedin.com/in/${encodeURIComponent(slug)}/`
}

/** LinkedIn's member id when the address carries one in place of the slug (`/in/ACoAA…/`), else null. */
export function memberIdOfAddress(href: string): string | null {
  const parts = partsOf(href)
  if (parts === null || !LINKEDIN_HOST.test(parts.host)) return null
  const segments = withoutPrefix(parts.path.split('/').filter((segment) => segment !== ''))
  const id = segments[0]?.toLowerCase() === 'in' ? segments[1] : undefined
  return id !== undefined && MEMBER_ID.test(id) ? id : null
}

/** The id in an address of Sales Navigator (`/sales/lead/ACwAA…,NAME_SEARCH,x1`, older ones the member's number), else null. */
export function salesIdOfAddress(href: string): string | null {
  const parts = partsOf(href)
  if (parts === null || !LINKEDIN_HOST.test(parts.host)) return null
  const [sales, kind, ids] = parts.path.split('/').filter((segment) => segment !== '')
  if (sales?.toLowerCase() !== 'sales' || !/^(?:lead|people|profile)$/i.test(kind ?? '')) return null
  const id = decoded1(ids ?? '')?.split(',')[0] ?? ''
  return MEMBER_ID.test(id) || /^[1-9]\d{0,11}$/.test(id) ? id : null
}

/** Whether it is an id of Sales Navigator (`ACwAA…`): it names a member, but opens no public profile. */
export function isSalesId(memberId: string): boolean {
  return memberId.startsWith('ACwAA')
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

/**
 * The member's number: as it is, or from bytes 4 to 7 of a decoded `ACoAA…` or Sales Navigator's `ACwAA…` id (bytes 0
 * to 3 are its kind, 00 2A 00 00 and 00 2C 00 00). Null when it is neither.
 */
export function memberNumber(memberId: string): string | null {
  if (/^[1-9]\d{0,11}$/.test(memberId)) return memberId
  if (!/^AC[ow]AA[\w-]{34}$/.test(memberId)) return null
  const bytes = Uint8Array.fromBase64(memberId.slice(0, 12), { alphabet: 'base64url' })
  const number = bytes.slice(4, 8).reduce((sum, byte) => sum * 256 + byte, 0)
  return number === 0 ? null : String(number)
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

const LINKEDIN_HOST = /^(?:(?:www|m|mobile|touch|[a-z]{2})\.)*linkedin\.com$/
const LOCALE = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i
const PREFIXES = new Set(['comm', 'mwlite', 'm', 'profile'])
const MEMBER_ID = /^ac[ow]aa[\w-]{20,}$/i
const NOT_PUBLIC = new Set(['me', 'unavailable', 'undefined', 'null'])
// eslint-disable-next-line no-control-regex -- control characters are exactly what must not be in a slug
const SLUG = /^[^\u0000-\u0020\u007f-\u00a0/\\?#%<>"`{}|^\s\p{C}]+$/u
