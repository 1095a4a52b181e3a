import type { Note } from '../records.ts'
import type { Evidence } from './variables.ts'

/**
 * The newest quotation kept from a page: words in quotation marks in a note that has an address. A note's other words
 * are the rep's own and are never sent. Null when there is none.
 */
export function evidenceOf(notes: readonly Pick<Note, 'body' | 'url' | 'at'>[]): Evidence | null {
  const newest = notes.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  for (const { body, url, at } of newest) {
    const quote = url === null ? undefined : quotedIn(body)
    if (url !== null && quote !== undefined) return { quote, source: hostOf(url), at }
  }
  return null
}

function quotedIn(body: string): string | undefined {
  const found = /[“„«"]([^“”„«»"]{3,400})[”“»"]/u.exec(body)?.[1]?.replace(/\s+/gu, ' ').trim()
  return found === undefined || found === '' ? undefined : found
}

/** Host of a web address, without `www.`; null for anything else. */
export function hostOf(url: string): string | null {
  return /^https?:\/\/(?:www\.)?([^/?#:@\s]{1,253})(?:[/?#:]|$)/i.exec(url)?.[1]?.toLowerCase() ?? null
}
