import type { AnyRead } from '#lib/domain/capture.ts'
import { companyPage } from './linkedin/company-page.ts'
import { contactOverlay } from './linkedin/contact-overlay.ts'
import { detailsPage } from './linkedin/details-page.ts'
import { peopleList } from './linkedin/people-list.ts'
import type { AnyReader } from './reader.ts'

/** Readers of pages beside profile and thread. */
export const MORE_READERS: readonly AnyReader[] = [contactOverlay, detailsPage, peopleList, companyPage]

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
