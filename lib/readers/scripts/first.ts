import type { PageRead } from '#lib/domain/capture.ts'
import { first, meta } from '../dom.ts'
import { isLinkedIn, slugOf } from '../linkedin/address.ts'
import { linkedinRefusals, linkedinRest } from '../linkedin/refusals.ts'
import { sduiProfile } from '../linkedin/sdui-profile.ts'
import { readSafelyWith } from '../read-with.ts'
import { refused, unreadable } from '../reader.ts'

export { core } from './core.ts'

export type ScriptRead = Pick<PageRead, 'result' | 'next'>

/**
 * The script injected first: walls and today's profile markup. Mail, lists, and markup that is on its way out, stand in
 * scripts of their own, so that every injection stays small; `next` names the one that knows this page.
 */
export function read(doc: Document, href: string): ScriptRead {
  const wall = readSafelyWith([linkedinRefusals], doc, href)
  if (wall && !(wall.kind === 'notThisPage' && wall.reason === 'unsupported-page')) return { result: wall }
  const url = URL.parse(href.slice(0, 8_000))
  const byAddress = url && scriptOfAddress(url)
  if (byAddress) return { result: wall ?? unreadable(doc, 'next', 'unknown', []), next: byAddress }
  if (wall) return { result: wall }
  const result = readSafelyWith([sduiProfile], doc, href)
  // an open dialog stands over the profile it belongs to: both are read
  if (url && /\/overlay\/contact-info/.test(url.pathname))
    return { result: result ?? unreadable(doc, 'next', 'unknown', []), next: '/reader-details.js' }
  if (result) return { result }
  const next = scriptOfMarkup(doc, href)
  if (next) return { result: unreadable(doc, 'next', 'unknown', []), next }
  return { result: readSafelyWith([linkedinRest], doc, href) ?? refused('unsupported-page') }
}

function scriptOfAddress({ hostname, pathname }: URL): ScriptRead['next'] {
  if (hostname === 'mail.google.com') return '/reader-mail.js'
  if (!/(^|\.)linkedin\.com$/.test(hostname)) return undefined
  if (/^\/((search\/results|sales\/search)\/people|mynetwork|analytics\/profile-views)/.test(pathname))
    return '/reader-list.js'
  if (/^\/(company|school|showcase)\//.test(pathname)) return '/reader-company.js'
  return /\/in\/[^/]+\/details\/(experience|education)(\/|$)/.test(pathname)
    ? '/reader-details.js'
    : undefined
}

/** One look at what tells the generations apart; the reader named decides for itself. */
function scriptOfMarkup(doc: Document, href: string): ScriptRead['next'] {
  const url = URL.parse(href.slice(0, 8_000))
  if (!url || !isLinkedIn(url) || slugOf(href) === null) return undefined
  if (
    meta(doc, 'og:type') === 'profile' ||
    first(doc, 'main [data-section]') ||
    meta(doc, 'pageKey').startsWith('p_')
  )
    return '/reader-guest.js'
  return first(doc, 'main h1') ? '/reader-ember.js' : undefined
}
