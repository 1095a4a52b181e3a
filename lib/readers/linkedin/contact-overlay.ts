import type { ContactDetails } from '#lib/domain/capture.ts'
import { all, attr, first, textOf } from '../dom.ts'
import type { Reader } from '../reader.ts'
import { isLinkedIn, parseUrl, slugOf } from './address.ts'

const SCREEN = '[data-sdui-screen$="ProfileContactDetailsOverlay"]'

export type ContactDialog = {
  readonly kind: 'contactDialog'
  readonly url: string
  /** Slug of the profile link inside the dialog. */
  readonly ownSlug: string | null
  readonly contact: ContactDetails
}

/** The open contact dialog: mails, phones and sites, told by their links and shapes, never by their labels. */
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
    return { kind: 'contactDialog', url: url.href, ownSlug: own ?? null, contact: contactIn(root) }
  },
}

function contactIn(root: Element): ContactDetails {
  const links = all(root, 'a[href]', 80).map((link) => attr(link, 'href'))
  const emails = links
    .filter((href) => /^mailto:/i.test(href))
    .map((href) => href.slice(7).split('?')[0] ?? '')
  const phones = all(root, 'p', 80)
    .filter((p) => !first(p, 'a:not([href^="tel:"])'))
    .map((p) => textOf(p, { cap: 80, skip: 'span' }))
    .filter(isPhone)
  const websites = links.map(siteOf).filter((site) => site !== null)
  return { emails: unique(emails), phones: unique(phones), websites: unique(websites) }
}

const unique = (values: readonly string[]): string[] =>
  [...new Set(values.filter(Boolean).map((value) => value.slice(0, 2_000)))].slice(0, 50)

/** Seven digits and more, and no date. */
function isPhone(text: string): boolean {
  const digits = text.replace(/\P{Nd}/gu, '').length
  return (
    /^\+?[\p{Nd}\s().\-/]+$/u.test(text) &&
    digits >= 7 &&
    digits <= 16 &&
    !/^\p{Nd}{1,4}[./-]\p{Nd}{1,2}[./-]\p{Nd}{1,4}\.?$/u.test(text)
  )
}

/** Address behind LinkedIn's redirect, or a foreign address itself. */
function siteOf(href: string): string | null {
  const url = parseUrl(href)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  if (!isLinkedIn(url)) return url.href
  return /^\/(safety\/go|redir\/redirect)/.test(url.pathname) ? url.searchParams.get('url') : null
}
