import { all, attr, first, isAfter, isElement, meta, nodesIn, pageTitle, textOf } from '../dom.ts'
import type { Reader } from '../reader.ts'
import { decoded, isLinkedIn, parseUrl } from './address.ts'
import { companyEntities, type CompanyEntities } from './company-entities.ts'

/** A company or school page as it is seen, signed in or public. */
export type CompanyPage = {
  readonly kind: 'companyPage'
  readonly isGuest: boolean
  readonly isArtdeco: boolean
  /** Today's markup: no `h1`; lines and lone dots in place of blocks, lines in place of lists of facts. */
  readonly isSdui: boolean
  /** Slug or number of the address. */
  readonly slug: string
  readonly heading: string
  readonly headingTitle: string
  /** Slug in the page's own navigation. */
  readonly navSlug: string | null
  /** Addresses and texts of the links to the people who work there. */
  readonly peopleLinks: readonly { readonly href: string; readonly text: string }[]
  /** Leaf blocks between heading and navigation. */
  readonly blocks: readonly string[]
  /** Facts of the about tab, without their translated labels. */
  readonly facts: readonly string[]
  /** The one long text of an about tab in today's markup. */
  readonly story: string
  /** Public page: every fact has its own English key in every language. */
  readonly about: Readonly<Record<string, string>>
  readonly websites: Readonly<Record<'guest' | 'menu' | 'about' | 'line', string>>
  readonly json: CompanyEntities | null
}

/** Company and school pages, signed in and public, home and about. */
export const companyPage: Reader<CompanyPage> = {
  id: 'linkedin-company-page',
  matches: (url) =>
    isLinkedIn(url) &&
    companySlug(url) !== null &&
    /^\/[^/]+\/[^/]+(\/(about|home|mycompany))?\/?$/.test(url.pathname),
  read: (doc, url) => {
    const slug = companySlug(url)
    const headings = all(doc, 'main h1,h1[title],h1,[data-sdui-screen] h2,#workspace h2', 5).filter(
      (h) => !h.closest('[role="dialog"],[data-outlet],form') && textOf(h) !== '',
    )
    // of several, the one of which the title speaks
    const heading =
      headings.find((h) => pageTitle(doc).startsWith(textOf(h))) ?? headings.find((h) => h.matches('h1'))
    const card = heading?.closest('section') ?? first(doc, 'main')
    if (
      !slug ||
      !heading ||
      !card ||
      first(doc, '[data-control-name="page_details_module"],#org-about-company-module')
    )
      return null
    // other tabs of today's markup hold posts, whose lines are no facts
    const isMute = heading.localName === 'h2' && !url.pathname.includes('/about')
    return companySeen(doc, slug, heading, card, isMute ? null : first(doc, 'main'))
  },
}

function companySeen(
  doc: Document,
  slug: string,
  heading: Element,
  card: Element,
  told: Element | null,
): CompanyPage {
  const isSdui = heading.localName === 'h2'
  const nav = first(card, isSdui ? 'a[href*="/about"]' : 'nav a[href*="/about"]')
  const href = (selector: string): string => attr(first(doc, selector), 'href')
  return {
    kind: 'companyPage',
    isGuest: /guest_company/.test(meta(doc, 'pageKey')),
    isArtdeco: first(heading, '[dir]') !== null,
    slug,
    heading: textOf(heading),
    headingTitle: attr(heading, 'title'),
    navSlug: nav && companySlug(parseUrl(attr(nav, 'href'))),
    peopleLinks: all(card, 'a[href*="currentCompany="]', 20).map((a) => ({
      href: decoded(attr(a, 'href')),
      text: textOf(a, { cap: 80 }),
    })),
    isSdui,
    blocks: isSdui ? lineOfCounts(card, heading) : blocksIn(card, heading),
    facts: all(told, isSdui ? 'div>p' : 'dl dd', 40)
      .filter((el) => !first(el, TEXT_BOX))
      .map((el) => textOf(el, { cap: 200 })),
    story: textOf(first(told, TEXT_BOX), { cap: 10_000, lines: true, skip: 'button' }),
    about: Object.fromEntries(
      all(doc, `[data-test-id^="${ABOUT}"]`, 20).map((place) => {
        const key = attr(place, 'data-test-id').slice(ABOUT.length)
        return [
          key,
          textOf(first(place, 'dd') ?? place, {
            cap: 10_000,
            lines: key === 'description',
            skip: 'dt,icon,button',
          }),
        ]
      }),
    ),
    websites: {
      guest: href(`[data-test-id="${ABOUT}website"] a`),
      menu: href('li > a[target="_blank"]:has([data-test-icon="link-external-medium"])'),
      about: href('main dl dd a[href^="http"]'),
      line: attr(
        all(told, 'p>a[href*="/safety/go"]', 9).find((a) => /^\S+\.\S+$/.test(textOf(a))),
        'href',
      ),
    },
    json: companyEntities(doc, slug),
  }
}

const ABOUT = 'about-us__'
const TEXT_BOX = '[data-testid="expandable-text-box"]'

/** The lines beside the first that counts something: industry, place, followers, size. */
function lineOfCounts(card: Element, heading: Element): string[] {
  const counted = all(card, 'p', 40).find(
    (p) => isAfter(heading, p) && !p.closest('a') && /\p{Nd}/u.test(p.textContent ?? ''),
  )
  return all(counted?.parentElement, 'p', 12)
    .map((p) => textOf(p))
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
}

const companySlug = (url: URL | null): string | null => {
  const raw = /^\/(?:company|school|showcase)\/([^/]+)/.exec(url?.pathname ?? '')?.[1]
  return raw && raw !== 'setup' ? decoded(raw) : null
}

function blocksIn(card: Element, heading: Element): string[] {
  const blocks: string[] = []
  for (const node of nodesIn(card, (el) => /^(nav|button|a|ul|p|h2)$/.test(el.localName))) {
    if (!isElement(node) || node.localName !== 'div' || !(heading.compareDocumentPosition(node) & 4)) continue
    if (node.contains(heading) || first(node, '*')) continue
    const text = textOf(node)
    if (text) blocks.push(text)
  }
  return blocks.slice(0, 40)
}
