/** Addresses of LinkedIn as the readers need them; the canonical form of the whole product is the domain's. */

const BASE = 'https://www.linkedin.com/'

/** A whole member id: `ACoAA` or `ACwAA` and 34 characters. */
export const MEMBER_ID = /AC[ow]AA[\w-]{34}/

export function parseUrl(href: string, base = BASE): URL | null {
  return URL.parse(href.slice(0, 8_000), base)
}

export const isLinkedIn = (url: URL): boolean =>
  url.hostname === 'linkedin.com' || url.hostname.endsWith('.linkedin.com')

/** Slug of a profile address in any form (sub-page, country host, mobile), decoded, also twice; null for every other address, and where it cannot be decoded. */
export function slugOf(href: string): string | null {
  const url = parseUrl(href)
  if (!url || !isLinkedIn(url)) return null
  const raw = /(?:^|\/)in\/([^/]+)/.exec(url.pathname)?.[1]
  const slug = decoded(decoded(raw ?? ''))
  return slug && !slug.includes('%') ? slug : null
}

/** Address of a profile or one of its pages. */
export const isProfile = (url: URL): boolean => slugOf(url.href) !== null

/** True for `/in/ACoAA…`: such an address names the member by id and says nothing of the slug. */
export const isIdSlug = (slug: string): boolean => /^AC[ow]AA[\w-]{34}$/.test(slug)

/** Number of the member, which stands big-endian in bytes 4 to 7 of the decoded id. */
export function memberNumber(id: string): number | null {
  if (!MEMBER_ID.test(id)) return null
  let value = 0
  // characters 5 to 10 carry bits 30 to 65: bytes 4 to 7 are bits 32 to 63
  for (const char of id.slice(5, 11)) value = value * 64 + ALPHABET.indexOf(char)
  return Math.floor(value / 4) % 2 ** 32
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw)
  } catch {
    // a lone percent sign: the address is shown as it stands
    return raw
  }
}
