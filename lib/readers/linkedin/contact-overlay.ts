import { all, attr, first, textOf } from '../dom.ts'
import type { Reader } from '../reader.ts'
import { isLinkedIn, slugOf } from './address.ts'

const SCREEN = '[data-sdui-screen$="ProfileContactDetailsOverlay"]'

export type ContactDialog = {
  readonly kind: 'contactDialog'
  readonly url: string
  /** Slug of the profile link inside the dialog. */
  readonly ownSlug: string | null
  /** Addresses of all links; texts of the lines without one. */
  readonly links: readonly string[]
  readonly lines: readonly string[]
}

/** The open contact dialog: what `contact-details.ts` tells apart by links and shapes, never by labels. */
export const contactOverlay: Reader<ContactDialog> = {
  id: 'linkedin-contact-overlay',
  matches: (url) => isLinkedIn(url) && /\/in\/[^/]+\/overlay\/contact-info/.test(url.pathname),
  read: (doc, url) => {
    const root =
      first(doc, SCREEN) ?? first(doc, 'dialog[data-testid="dialog"] [data-testid="dialog-content"]')
    if (!root) return null
    const own = all(root, 'a[href*="/in/"]', 5).map((link) => slugOf(attr(link, 'href')))[0]
    const asked = slugOf(url.href)
    // the dialog of the person before may still be open
    if (own && asked && own.toLowerCase() !== asked.toLowerCase()) return null
    return {
      kind: 'contactDialog',
      url: url.href,
      ownSlug: own ?? null,
      links: all(root, 'a[href]', 80).map((link) => attr(link, 'href')),
      lines: all(root, 'p', 80)
        .filter((p) => !first(p, 'a:not([href^="tel:"])'))
        .map((p) => textOf(p, { cap: 80, skip: 'span' })),
    }
  },
}
