import type { AnyRead } from '#lib/domain/capture.ts'
import { contactOverlay } from './linkedin/contact-overlay.ts'
import { readMore } from './read-more.ts'
import { readPage } from './read-page.ts'

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
  return (isOpen ? readMore(doc, href) : null) ?? result
}
