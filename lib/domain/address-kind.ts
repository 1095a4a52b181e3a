import { memberIdOfAddress, profileAddress, salesIdOfAddress } from './address.ts'
import { openedAddress } from './click-wrapper.ts'

/** What an address is of, for every page Baton has a use for. */
export type AddressKind =
  | 'profile'
  | 'company'
  | 'school'
  | 'people-search'
  | 'sales-lead'
  | 'mail-thread'
  | 'none'

export interface KnownAddress {
  kind: AddressKind
  /** `https://www.linkedin.com/in/<slug, percent-encoded>` of a profile that has a slug; null for everything else. */
  canonical: string | null
}

const NONE: KnownAddress = { kind: 'none', canonical: null }

/**
 * Tells what an address is of, in whatever form it is found: any sub-path, query, locale prefix, country or mobile
 * host, percent-encoding, LinkedIn's own wrappers and those of mail services. Look-alike hosts, special slugs,
 * lists of mail and other people's redirectors are `none`. Never throws.
 */
export function addressKind(text: string): KnownAddress {
  const href = openedAddress(text)
  return href === null ? NONE : kindOf(href)
}

/** Whom an address that was typed, linked or sent leads to: a public profile, a member's id, or neither. */
export function profileLink(text: string): { slug: string | null; memberId: string | null } {
  const href = openedAddress(text)
  if (href === null) return { slug: null, memberId: null }
  const { canonical } = kindOf(href)
  return {
    slug: canonical === null ? null : (profileAddress(canonical)?.slug ?? null),
    memberId: memberIdOfAddress(href) ?? salesIdOfAddress(href),
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

interface Parts {
  host: string
  /** Decoded parts of the path, `.` and `..` resolved, without locale and app prefixes. */
  path: string[]
  query: string
  hash: string
}

function partsOf(href: string): Parts | null {
  const match =
    /^(?:(?:https?:)?\/\/)?([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)\.?(?::(?:443|80))?(\/[^?#\\\s]*)?(\?[^#]*)?(#.*)?$/is.exec(
      href,
    )
  const host = match?.[1]?.toLowerCase()
  if (match === null || host === undefined || !host.includes('.')) return null
  const path: string[] = []
  for (const part of (match[2] ?? '').split('/')) {
    if (part === '..') path.pop()
    else if (part !== '' && part !== '.') path.push(part)
  }
  return { host, path, query: match[3] ?? '', hash: match[4] ?? '' }
}

const LINKEDIN_HOST = /^(?:(?:www|m|mobile|touch|[a-z]{2})\.)*linkedin\.com$/
const PREFIX = /^(?:comm|mwlite|m|profile|[a-z]{2}(?:[-_][a-z]{2,4})?)$/i

function withoutPrefix(path: readonly string[]): string[] {
  let at = 0
  while (at < path.length - 1 && path[at] !== 'in' && PREFIX.test(path[at] ?? '')) at += 1
  return path.slice(at)
}

function kindOf(href: string): KnownAddress {
  const parts = partsOf(href)
  if (parts === null) return NONE
  if (isGmail(parts) || isOutlook(parts)) return { kind: 'mail-thread', canonical: null }
  return LINKEDIN_HOST.test(parts.host) ? linkedinKind(parts) : NONE
}

function linkedinKind(parts: Parts): KnownAddress {
  const path = withoutPrefix(parts.path)
  const [head = '', what = '', third = ''] = path.map((part) => part.toLowerCase())
  const of = (kind: AddressKind): KnownAddress => ({ kind, canonical: null })
  if (head === 'in' || head === 'pub') return profileKind(path, what)
  if (head === 'view' && parts.path.some((part) => part.toLowerCase() === 'profile'))
    return /[?&]id=[\w-]+/.test(parts.query) ? of('profile') : NONE
  if (/^(?:company|company-beta|showcase|organization)$/.test(head))
    return isSlug(what) ? of('company') : NONE
  if (head === 'school') return isSlug(what) ? of('school') : NONE
  if (head === 'edu')
    return isSlug(what) && (what !== 'school' || /[?&]id=\d/.test(parts.query)) ? of('school') : NONE
  if (head === 'search' && what === 'results' && third === 'people') return of('people-search')
  if ((head === 'vsearch' && what === 'p') || (head === 'sales' && what === 'search' && third === 'people'))
    return of('people-search')
  if (head === 'sales' && /^(?:lead|people|profile)$/.test(what) && SALES_ID.test(decoded(third)))
    return of('sales-lead')
  return NONE
}

/** An address that names the member by id, or in a form that cannot be turned into today's, is a profile without a slug. */
function profileKind(path: readonly string[], what: string): KnownAddress {
  const found = profileAddress(`https://www.linkedin.com/${withoutTrail(path)}`)
  if (found !== null) return { kind: 'profile', canonical: found.canonical.replace(/\/$/, '') }
  const [head] = path
  const isId = head?.toLowerCase() === 'in' && /^ac[ow]aa[\w-]{20,}$/i.test(what)
  const isOld =
    head?.toLowerCase() === 'pub' &&
    what !== 'dir' &&
    path.length === 5 &&
    path.slice(2).every((part) => /^[0-9a-f]{1,3}$/i.test(part))
  return isId || isOld ? { kind: 'profile', canonical: null } : NONE
}

/** Parameters that lost their question mark («/in/kari&trk=x») are not part of the slug. */
function withoutTrail(path: readonly string[]): string {
  return path
    .map((part, at) =>
      at === 1 ? part.replace(/(?:&|%26)[a-z_]+=.*$/i, '').replace(/(?:%(?:25)?2f)+$/i, '') : part,
    )
    .join('/')
}

const isSlug = (part: string): boolean =>
  part !== '' &&
  !/^(?:me|unavailable|undefined|null|setup|new|search|\.+)$/.test(part) &&
  /[\p{L}\p{N}]/u.test(decoded(part))

/** A conversation of Gmail: the last part of the fragment is its id, behind the list it stands in. */
function isGmail({ host, path, query, hash }: Parts): boolean {
  if (host !== 'mail.google.com' || (path[0] !== 'mail' && path[0] !== 'a')) return false
  const th = /[?&](?:perm)?th(?:id)?=([^&]*)/.exec(query)?.[1]
  if (th !== undefined) return GMAIL_ID.test(decoded(decoded(th)).replace(/^#/, ''))
  const places = (hash.slice(1).split('?')[0] ?? '').split('/').filter((part) => part !== '')
  const list = (places[0] ?? '').toLowerCase()
  const needed = /^(?:label|search|advanced-search|category|section_query|create-filter|al|apps)$/.test(list)
    ? 3
    : 2
  return (
    places.length >= needed &&
    !/^(?:settings|contacts|chat|calls)$/.test(list) &&
    GMAIL_ID.test(decoded(places.at(-1) ?? ''))
  )
}

/** A lead by the id of Sales Navigator or by the member's number, however long: the kind asks for no more. */
const SALES_ID = /^(?:ac[ow]aa[\w-]+|[1-9]\d{0,11})(?:,|$)/

/** Ids of today are long and of letters, those of before are hexadecimal. */
const GMAIL_ID =
  /^(?:[A-Za-z0-9]{16,}|(?:FMfcg|Ktbx|QgrcJ)[A-Za-z0-9]+|[0-9a-f]{14,17}|thread-[af]:[\w-]+|msg-[af]:[\w-]+)(?:\|msg.*)?$/

const OUTLOOK_HOST =
  /^(?:outlook\.(?:live|office|office365|cloud\.microsoft)(?:\.com|\.us)?|outlook\.cloud\.microsoft|(?:[a-z]+\.)?mail\.live\.com|outlook-sdf\.office\.com)$/

/** An open conversation of Outlook on the web: `…/id/<id>`, `…/deeplink/read/<id>`, `/owa/?ItemID=<id>`. */
function isOutlook({ host, path, query }: Parts): boolean {
  if (!OUTLOOK_HOST.test(host)) return false
  const lower = path.map((part) => part.toLowerCase())
  const at = lower.findIndex(
    (part, i) => part === 'id' || (part === 'read' && /^(?:deeplink|readonly)$/.test(lower[i - 1] ?? '')),
  )
  if (lower[0] === 'mail' && at > 0) return OUTLOOK_ID.test(decoded(path[at + 1] ?? ''))
  const item = /[?&](?:itemid|conversationid|convid)=([^&]*)/i.exec(query)?.[1]
  return (
    (lower[0] === 'owa' || lower[0] === 'mail') &&
    item !== undefined &&
    OUTLOOK_ID.test(decoded(decoded(item)))
  )
}

const OUTLOOK_ID = /^(?:A[AQ][MQ]k[A-Za-z0-9+/_=-]*|[A-Za-z0-9+/_=-]{16,})$/
