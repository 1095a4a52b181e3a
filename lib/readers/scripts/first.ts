import type { PageRead, ReadResult } from '#lib/domain/capture.ts'
import { first, meta } from '../dom.ts'
import { isLinkedIn, slugOf } from '../linkedin/address.ts'
import { linkedinRefusals, linkedinRest } from '../linkedin/refusals.ts'
import { sduiProfile } from '../linkedin/sdui-profile.ts'
import { readSafelyWith } from '../read-with.ts'
import { refused, unreadable } from '../reader.ts'

export type ScriptRead = Pick<PageRead, 'result' | 'next'>

/**
 * The script injected first: walls and today's profile markup. Mail, and markup that is on its way out, stand in scripts
 * of its own, so that every injection stays small; `next` names the one that knows this page.
 */
export function read(doc: Document, href: string): ScriptRead {
  const result = readSafelyWith([linkedinRefusals, sduiProfile], doc, href)
  if (result) return { result }
  const next = nextScript(doc, href)
  if (next) return { result: unreadable(doc, 'next', 'unknown', []), next }
  return { result: rest(doc, href) }
}

const rest = (doc: Document, href: string): ReadResult =>
  readSafelyWith([linkedinRest], doc, href) ?? refused('unsupported-page')

/** One look at what tells the generations apart; the reader named decides for itself. */
function nextScript(doc: Document, href: string): ScriptRead['next'] {
  const url = URL.parse(href.slice(0, 8_000))
  if (url?.hostname === 'mail.google.com') return '/reader-mail.js'
  if (!url || !isLinkedIn(url) || slugOf(href) === null) return undefined
  if (
    meta(doc, 'og:type') === 'profile' ||
    first(doc, 'main [data-section]') ||
    meta(doc, 'pageKey').startsWith('p_')
  )
    return '/reader-guest.js'
  return first(doc, 'main h1') ? '/reader-ember.js' : undefined
}
