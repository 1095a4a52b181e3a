import type { AnyRead } from '#lib/domain/capture.ts'
import { companyPage } from './linkedin/company-page.ts'
import { contactOverlay } from './linkedin/contact-overlay.ts'
import { detailsPage } from './linkedin/details-page.ts'
import { peopleList } from './linkedin/people-list.ts'
import { readPage } from './read-page.ts'
import type { AnyReader } from './reader.ts'

/** Readers of pages beside profile and thread. */
export const MORE_READERS: readonly AnyReader[] = [contactOverlay, detailsPage, peopleList, companyPage]

/**
 * As `readPage`, with lists, companies, details and the contact dialog. Walls come first here too: what
 * `readPage` refuses for a reason stays refused, only what it does not know is asked on.
 */
export function readAnyPage(doc: Document, href: string): AnyRead {
  const overlay = readMore(doc, href, [contactOverlay])
  if (overlay) return overlay
  const result = readPage(doc, href)
  const isOpen =
    result.kind === 'unreadable' || (result.kind === 'notThisPage' && result.reason === 'unsupported-page')
  return (isOpen ? readMore(doc, href, MORE_READERS) : null) ?? result
}

/** Asks the readers of `readers` alone; `null` where none knows the page. */
export function readMore(
  doc: Document,
  href: string,
  readers: readonly AnyReader[] = MORE_READERS,
): AnyRead | null {
  const url = URL.parse(href.slice(0, 8_000))
  if (!url) return null
  for (const reader of readers) {
    const result = reader.matches(url) ? reader.read(doc, url) : null
    if (result) return result
  }
  return null
}
