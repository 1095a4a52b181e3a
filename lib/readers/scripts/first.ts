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
 * scripts of their own, so that every injection stays small; `next` names the one that knows this markup, and
 * `judge-page.ts` the one that knows this address.
 */
export function read(doc: Document, href: string): ScriptSeen {
  const seen = readSafelyWith<Seen>([linkedinRefusals, sduiProfile], doc, href)
  if (seen) return { seen }
  const next = slugOf(href) === null ? undefined : scriptOfMarkup(doc)
  return next ? { seen: refused('unsupported-page'), next } : seenBy([linkedinRest], doc, href)
}

/** One look at what tells the generations apart; the reader named decides for itself. */
function scriptOfMarkup(doc: Document): ScriptSeen['next'] {
  if (
    meta(doc, 'og:type') === 'profile' ||
    first(doc, 'main [data-section]') ||
    meta(doc, 'pageKey').startsWith('p_')
  )
    return '/reader-guest.js'
  if (first(doc, '[componentkey^="entity-collection-item"]')) return '/reader-details.js'
  return first(doc, 'main h1') ? '/reader-ember.js' : undefined
}
