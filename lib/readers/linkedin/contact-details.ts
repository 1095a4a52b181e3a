import type { ContactDetails, DetailsRead } from '#lib/domain/capture.ts'
import { openedAddress } from '#lib/domain/click-wrapper.ts'
import { settle } from '../evidence.ts'
import { isLinkedIn, parseUrl } from './address.ts'
import type { ContactDialog } from './contact-overlay.ts'
import { addressSlug } from './subject.ts'

/** What an open contact dialog tells of its person. */
export function dialogDetails({ url, ownSlug, links, lines }: ContactDialog): DetailsRead {
  const slug = settle(
    [
      ['address', () => addressSlug(url)],
      ['contact-profile-link', () => ownSlug],
    ],
    null,
  )
  return {
    kind: 'details',
    generation: 'sdui',
    reader: 'linkedin-contact-overlay',
    page: 'contact',
    fields: { ...(slug && { slug }) },
    contact: contactIn(links, lines),
  }
}

/** Mails, phones and sites, told by their links and shapes. */
function contactIn(links: readonly string[], lines: readonly string[]): ContactDetails {
  const emails = links
    .filter((href) => /^mailto:/i.test(href))
    .map((href) => href.slice(7).split('?')[0] ?? '')
  const websites = links.map(siteOf).filter((site) => site !== null)
  return { emails: unique(emails), phones: unique(lines.filter(isPhone)), websites: unique(websites) }
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
    !/^\p{Nd}{1,4}[./-]\s?\p{Nd}{1,2}[./-]\s?\p{Nd}{1,4}\.?$/u.test(text)
  )
}

/** A foreign address, also behind the redirects of LinkedIn and mail services. */
function siteOf(href: string): string | null {
  const opened = openedAddress(href) ?? ''
  const url = /^https?:/i.test(opened) ? parseUrl(opened) : null
  if (!url || isLinkedIn(url)) return null
  return opened === href ? url.href : opened
}
