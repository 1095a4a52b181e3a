import type { ReadResult } from '#lib/domain/capture.ts'
import { gmailThread } from './gmail/thread.ts'
import { judged } from './judge.ts'
import { emberProfile } from './linkedin/ember-page.ts'
import { guestProfile } from './linkedin/guest-page.ts'
import { mobileProfile } from './linkedin/mobile-page.ts'
import { linkedinRefusals, linkedinRest } from './linkedin/refusals.ts'
import { sduiProfile } from './linkedin/sdui-page.ts'
import { readWith } from './read-with.ts'
import { refused, type Reader } from './reader.ts'

/** All readers, in the order in which they are asked. */
export const READERS: readonly Reader[] = [
  linkedinRefusals,
  sduiProfile,
  emberProfile,
  guestProfile,
  mobileProfile,
  linkedinRest,
  gmailThread,
]

/**
 * Reads one page: a person, a thread, a reason why not, or «unreadable» with what is missing.
 * `href` is the address the page stands at. Pure: the document is neither changed nor measured.
 * A bug of a reader throws. What is injected into pages is the same readers in smaller scripts
 * (`lib/readers/scripts`), which together give the same result.
 */
export function readPage(doc: Document, href: string): ReadResult {
  const seen = readWith(READERS, doc, href) ?? refused('unsupported-page')
  return judged(seen) as ReadResult // no reader of the list sees lists, companies or details
}
