import { first, meta } from '../dom.ts'
import { slugOf } from '../linkedin/address.ts'
import { linkedinRefusals, linkedinRest } from '../linkedin/refusals.ts'
import { sduiProfile } from '../linkedin/sdui-page.ts'
import { readSafelyWith, seenBy } from '../read-with.ts'
import { refused } from '../reader.ts'
import type { Seen } from '../seen.ts'
import type { ScriptSeen } from './answer.ts'

export { core } from './core.ts'

/**
 * The script injected first: walls and today's profile markup. Mail, lists, and markup that is on its way out, stand in
 * scripts of their own, so that every injection stays small; `next` names the one that knows this page.
 */
export function read(doc: Document, href: string): ScriptSeen {
  const wall = readSafelyWith([linkedinRefusals], doc, href)
  if (wall && !(wall.kind === 'notThisPage' && wall.reason === 'unsupported-page')) return { seen: wall }
  const url = URL.parse(href.slice(0, 8_000))
  const asked = url && scriptOfAddress(doc, url)
  if (asked) return later(wall, asked)
  if (wall) return { seen: wall }
  const seen = readSafelyWith([sduiProfile], doc, href)
  // an open dialog stands over the profile it belongs to: both are read
  if (url && /\/overlay\/contact-info/.test(url.pathname)) return later(seen, '/reader-details.js')
  if (seen) return { seen }
  const next = scriptOfMarkup(doc, href)
  return next ? later(null, next) : seenBy([linkedinRest], doc, href)
}

const later = (seen: Seen | null, next: ScriptSeen['next']): ScriptSeen => ({
  seen: seen ?? refused('unsupported-page'),
  next,
})

function scriptOfAddress(doc: Document, { hostname, pathname }: URL): ScriptSeen['next'] {
  if (hostname === 'mail.google.com') return '/reader-mail.js'
  if (!/(^|\.)linkedin\.com$/.test(hostname)) return undefined
  if (/^\/((search\/results|sales\/search)\/people|mynetwork|analytics\/profile-views)/.test(pathname))
    return '/reader-list.js'
  if (/^\/(company|school|showcase)\//.test(pathname)) return '/reader-company.js'
  if (!/\/in\/[^/]+\/details\/(experience|education)(\/|$)/.test(pathname)) return undefined
  return first(doc, '[componentkey^="entity-collection-item"]') ? '/reader-details.js' : '/reader-ember.js'
}

/** One look at what tells the generations apart; the reader named decides for itself. */
function scriptOfMarkup(doc: Document, href: string): ScriptSeen['next'] {
  if (slugOf(href) === null) return undefined
  if (
    meta(doc, 'og:type') === 'profile' ||
    first(doc, 'main [data-section]') ||
    meta(doc, 'pageKey').startsWith('p_')
  )
    return '/reader-guest.js'
  return first(doc, 'main h1') ? '/reader-ember.js' : undefined
}
