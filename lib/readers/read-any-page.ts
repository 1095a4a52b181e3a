import type { AnyRead } from '#lib/domain/capture.ts'
import { judged } from './judge.ts'
import { companyPage } from './linkedin/company-page.ts'
import { contactOverlay } from './linkedin/contact-overlay.ts'
import { emberDetails } from './linkedin/ember-details.ts'
import { sduiDetails } from './linkedin/sdui-details.ts'
import { peopleList } from './linkedin/people-list.ts'
import { linkedinRefusals } from './linkedin/refusals.ts'
import { isOpen } from './judge-page.ts'
import { readPage } from './read-page.ts'
import { readWith } from './read-with.ts'
import type { Reader } from './reader.ts'

/** Readers of pages beside profile and thread; the address tells which of them is asked. */
const MORE_READERS: readonly Reader[] = [sduiDetails, emberDetails, peopleList, companyPage]

/** As `readPage`, with lists, companies, details and the contact dialog. Walls come first here too. */
export function readAnyPage(doc: Document, href: string): AnyRead {
  const dialog = readWith([contactOverlay], doc, href)
  if (dialog) return judged(dialog)
  const refused = readWith([linkedinRefusals], doc, href)
  const wall = refused && judged(refused)
  if (wall && !isOpen(wall)) return wall
  const seen = readWith(MORE_READERS, doc, href)
  return seen ? judged(seen) : readPage(doc, href)
}
