import type { AnyRead, PageRead, PageSeen } from '#lib/domain/capture.ts'
import { isDetails } from './linkedin/details-page.ts'
import { judged } from './judge.ts'
import type { Seen } from './seen.ts'

/** The read of a page from what its script has seen; a bug is told as an unreadable page. Its shape is checked by whoever asks. */
export function judgedPage({ url, loadedAt, seen }: PageSeen): PageRead {
  return { url, loadedAt, result: judgedSafely(seen) }
}

function judgedSafely(seen: PageSeen['seen']): AnyRead {
  try {
    // It comes from our own script; only its texts are the page's, and what is made of them is parsed afterwards.
    return judged(seen as unknown as Seen)
  } catch {
    return { kind: 'unreadable', generation: 'unknown', reader: 'judge', missing: ['bug'], structure: '' }
  }
}

/** True where another reader may still know the page: no wall stands before it. */
export const isOpen = (read: AnyRead): boolean =>
  read.kind !== 'notThisPage' || read.reason === 'unsupported-page'

/**
 * The script to inject after the first one: the one its markup asks for, or its address. Undefined where the first has
 * said all there is to say.
 */
export function nextScript(first: PageRead, asked: PageSeen['next']): PageSeen['next'] {
  const url = URL.parse(first.url)
  if (asked || !url || !isOpen(first.result)) return asked
  if (url.hostname === 'mail.google.com') return '/reader-mail.js'
  if (!/(^|\.)linkedin\.com$/.test(url.hostname)) return undefined
  if (LISTS.test(url.pathname)) return '/reader-list.js'
  if (/^\/(company|school|showcase)\//.test(url.pathname)) return '/reader-company.js'
  if (/\/overlay\/contact-info/.test(url.pathname)) return '/reader-details.js'
  return isDetails(url) && first.result.kind !== 'person' ? '/reader-ember.js' : undefined
}

const LISTS =
  /^\/((search\/results|sales\/search)\/people|mynetwork|analytics\/profile-views|(company|school|showcase)\/[^/]+\/people(\/|$))/
