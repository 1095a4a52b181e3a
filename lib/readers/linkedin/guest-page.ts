import type { PositionRead, SchoolingRead } from '#lib/domain/capture.ts'
import { all, attr, first, isAfter, meta, pageTitle, textOf } from '../dom.ts'
import type { Reader } from '../reader.ts'
import { isProfile, parseUrl, slugOf } from './address.ts'
import { guestPositions, guestSchools } from './guest-entries.ts'

/** A public profile as it is seen. Sign-in dialogs stand everywhere, also inside the top card: `DIALOG` keeps them out. */
export type GuestPage = {
  readonly kind: 'guest'
  readonly url: string
  readonly title: string
  readonly heading: string
  /** The two halves of the name as LinkedIn gives them, and what it says of the person. */
  readonly metas: Readonly<Record<'first' | 'last' | 'description' | 'ogDescription', string>>
  /** Second headings between name and place. */
  readonly headlines: readonly string[]
  readonly place: string
  /** Name beside the logo. */
  readonly company: string
  readonly school: string
  readonly slugs: Readonly<Record<'canonical' | 'ogUrl' | 'join', string | null>>
  readonly memberUrns: readonly string[]
  /** Texts behind the place. */
  readonly counts: readonly string[]
  readonly about: string
  readonly positions: readonly PositionRead[]
  readonly schools: readonly SchoolingRead[]
  readonly websites: readonly string[]
  /** Blocks of JSON-LD that speak of a person, as they stand. */
  readonly ld: readonly string[]
}

/** Public profiles, also on country hosts: `public_profile` key, `og:type` profile, `[data-section]`. */
export const guestProfile: Reader<GuestPage> = {
  id: 'linkedin-guest-profile',
  matches: isProfile,
  read: guestPage,
}

const DIALOG = '[role="dialog"],[aria-modal],[data-outlet],form,[id*="sign-in-modal"]'

const isOutside = (el: Element): boolean => !el.closest(DIALOG)

export function guestPage(doc: Document, url: URL): GuestPage | null {
  const [given, family] = [meta(doc, 'profile:first_name'), meta(doc, 'profile:last_name')]
  const isPublic =
    meta(doc, 'og:type') === 'profile' || given !== '' || first(doc, 'main [data-section]') !== null
  // the layout of 2016 has the same key and other sections; it is no longer served
  if (!isPublic || first(doc, 'main #topcard,h1#name,[data-section="headline"]')) return null
  const headings = all(doc, 'main h1', 10).filter((h) => isOutside(h) && textOf(h) !== '')
  // of several, the one of which the title speaks
  const heading = headings.find((h) => pageTitle(doc).startsWith(textOf(h))) ?? headings[0]
  const card = heading?.closest('section')
  if (!heading || !card) return null
  const ogUrl = meta(doc, 'og:url')
  return {
    kind: 'guest',
    url: url.href,
    title: pageTitle(doc),
    metas: {
      first: given,
      last: family,
      description: meta(doc, 'description'),
      ogDescription: meta(doc, 'og:description'),
    },
    ...cardSeen(card, heading),
    slugs: {
      canonical: slugOf(attr(first(doc, 'link[rel="canonical"]'), 'href')),
      ogUrl: slugOf(ogUrl),
      join: parameter(first(card, 'a[href*="vieweeVanityName="]'), 'vieweeVanityName'),
    },
    about: textOf(all(first(doc, 'section[data-section="summary"]'), 'p', 10).find(isOutside), {
      cap: 10_000,
      lines: true,
      skip: 'button',
    }),
    positions: guestPositions(doc),
    schools: guestSchools(doc),
    ld: all(doc, 'script[type="application/ld+json"]', 10)
      .map((script) => script.textContent ?? '')
      .filter((text) => text.includes('Person') && text.length < 300_000)
      .slice(0, 3),
  }
}

/** What the top card shows. */
function cardSeen(card: Element, heading: Element) {
  const place = all(card, 'h3', 20).find((h) => isOutside(h) && isAfter(heading, h)) ?? null
  return {
    heading: textOf(heading),
    headlines: all(card, 'h2', 40)
      .filter((h) => isOutside(h) && isAfter(heading, h) && (!place || isAfter(h, place)))
      .map((h) => textOf(h, { cap: 1_200 })),
    place: placeIn(place),
    company: cardLine(card, 'currentPositionsDetails'),
    school: cardLine(card, 'educationsDetails'),
    memberUrns: all(card, '[data-semaphore-content-urn^="urn:li:member:"]', 10).map((el) =>
      attr(el, 'data-semaphore-content-urn'),
    ),
    counts: all(place, 'span', 12)
      .filter((span) => isOutside(span) && !first(span, 'span'))
      .map((span) => textOf(span, { cap: 60 })),
    // sites stand behind LinkedIn's redirect, with a label as text
    websites: all(first(card, '[data-section="websites"]'), 'a[href*="/redir/redirect"]', 10).flatMap(
      (link) => parameter(link, 'url')?.slice(0, 2_000) ?? [],
    ),
  }
}

const parameter = (link: Element | null, name: string): string | null =>
  parseUrl(attr(link, 'href'))?.searchParams.get(name) ?? null

function placeIn(heading: Element | null): string {
  const span = all(heading, 'span', 10).find((el) => isOutside(el) && !first(el, 'span,a') && textOf(el))
  return span?.hasAttribute('data-modal') ? '' : textOf(span)
}

/** The name beside the logo; text of the link or block without its picture. */
const cardLine = (card: Element, section: string): string =>
  textOf(all(card, `[data-section="${section}"]`, 3).find(isOutside), { skip: DIALOG })
