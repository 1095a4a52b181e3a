import type { PersonFields, PersonRead, ReadResult } from '#lib/domain/capture.ts'
import { all, attr, first, isAfter, meta, pageTitle, textOf } from '../dom.ts'
import { isSame, isSameName, sameKey, settleAll, type Way, type Ways } from '../evidence.ts'
import { nameWords, splitName } from '../person-name.ts'
import { unreadable, type Reader } from '../reader.ts'
import { isLinkedIn, parseUrl, slugOf } from './address.ts'
import { guestPositions, guestSchools, type GuestPosition } from './guest-entries.ts'
import { linkedData, type LinkedPerson } from './linked-data.ts'
import { addressSlug, proofOf } from './subject.ts'

/** What the ways of a public profile look at. Sign-in dialogs stand everywhere, also inside the top card: `OUTSIDE` keeps them out. */
type GuestPage = {
  readonly doc: Document
  readonly url: URL
  readonly card: Element
  readonly heading: Element
  readonly title: string
  readonly positions: readonly GuestPosition[]
  readonly ld: LinkedPerson | null
}

/** Public profiles, also on country hosts: `public_profile` key, `og:type` profile, `[data-section]`. */
export const guestProfile: Reader = {
  id: 'linkedin-guest-profile',
  matches: (url) => isLinkedIn(url) && slugOf(url.href) !== null,
  read: (doc, url) => {
    const page = guestPage(doc, url)
    return page && readPerson(page)
  },
}

const DIALOG = '[role="dialog"],[aria-modal],[data-outlet],form,[id*="sign-in-modal"]'

function guestPage(doc: Document, url: URL): GuestPage | null {
  const isPublic =
    meta(doc, 'og:type') === 'profile' ||
    meta(doc, 'profile:first_name') !== '' ||
    first(doc, 'main [data-section]') !== null
  // the layout of 2016 has the same key and other sections; it is no longer served
  if (!isPublic || first(doc, 'main #topcard,h1#name,[data-section="headline"]')) return null
  const heading = all(doc, 'main h1', 10).find((h) => !h.closest(DIALOG) && textOf(h, { cap: 400 }) !== '')
  const card = heading?.closest('section')
  if (!heading || !card) return null
  return {
    doc,
    url,
    card,
    heading,
    title: pageTitle(doc),
    positions: guestPositions(doc),
    ld: linkedData(doc, slugOf(meta(doc, 'og:url') || url.href) ?? ''),
  }
}

function readPerson(page: GuestPage): ReadResult {
  const fields: PersonFields = settleAll(GUEST_WAYS, page)
  if (!fields.name) return unreadable(page.doc, guestProfile.id, 'guest-v3', ['name'])
  nameParts(page, fields)
  const company = fields.currentCompany?.value
  const position = page.positions.find((item) => item.isPresent && company && isSame(item.company, company))
  if (position)
    fields.currentTitle = { value: position.title, strategy: 'guest-present-position', confidence: 'likely' }
  const slugs = SLUG_WAYS.slice(1).map(([, read]) => read(page, null) ?? null)
  return {
    kind: 'person',
    generation: 'guest-v3',
    reader: guestProfile.id,
    fields,
    ...storyOf(page),
    proof: proofOf(page.url, slugs, fields),
    notLoaded: [],
  }
}

function storyOf(page: GuestPage): Pick<PersonRead, 'experience' | 'education' | 'contact'> {
  const schools = guestSchools(page.doc)
  const websites = websitesOf(page)
  return {
    ...(page.positions.length > 0 && {
      experience: page.positions.map(({ title, company, start, end, location }) => ({
        title,
        company,
        start,
        end,
        location,
      })),
    }),
    ...(schools.length > 0 && { education: schools }),
    ...(websites.length > 0 && { contact: { emails: [], phones: [], websites } }),
  }
}

/** Sites stand behind LinkedIn's redirect, with a label as text. */
function websitesOf(page: GuestPage): string[] {
  const links = all(first(page.card, '[data-section="websites"]'), 'a[href*="/redir/redirect"]', 10)
  return links.flatMap((link) => parseUrl(attr(link, 'href'))?.searchParams.get('url')?.slice(0, 2_000) ?? [])
}

/** LinkedIn's own two halves are better than any split. */
function nameParts(page: GuestPage, fields: PersonFields): void {
  const [given, family] = [meta(page.doc, 'profile:first_name'), meta(page.doc, 'profile:last_name')]
  const name = fields.name?.value ?? ''
  const isOfName =
    given !== '' && sameKey(name).includes(sameKey(given)) && sameKey(name).includes(sameKey(family))
  const [first, last] = isOfName ? [nameWords(given).join(' '), nameWords(family).join(' ')] : ['', '']
  const split = first && last ? { first, last } : splitName(name)
  if (!split) return
  const evidence = {
    strategy: first ? 'guest-name-meta' : 'name-split',
    confidence: first ? 'sure' : 'likely',
  } as const
  fields.firstName = { value: split.first, ...evidence }
  fields.lastName = { value: split.last, ...evidence }
}

const NAME_WAYS: readonly Way<GuestPage>[] = [
  ['guest-heading', (page) => textOf(page.heading, { cap: 400 })],
  [
    'guest-name-meta',
    (page, soFar) => {
      const name = `${meta(page.doc, 'profile:first_name')} ${meta(page.doc, 'profile:last_name')}`
      return soFar && isSameName(soFar, name) ? soFar : name
    },
  ],
  // the title goes on with company or headline: it can confirm the name, not give it
  ['title', (page, soFar) => (soFar && startsWith(page.title, soFar) ? soFar : null)],
  ['json-ld', (page) => page.ld?.name],
]

const startsWith = (title: string, name: string): boolean =>
  title.toLowerCase().startsWith(name.toLowerCase()) && /^(\s+[-–—|]\s|$)/.test(title.slice(name.length))

function headlineBeside(page: GuestPage): string | null {
  const place = placeHeading(page)
  const beside = all(page.card, 'h2', 40).filter(
    (h) => !h.closest(DIALOG) && isAfter(page.heading, h) && (!place || isAfter(h, place)),
  )
  return beside.length === 1 ? textOf(beside[0], { cap: 1_200 }) : null
}

const placeHeading = (page: GuestPage): Element | null =>
  all(page.card, 'h3', 20).find((h) => !h.closest(DIALOG) && isAfter(page.heading, h)) ?? null

const confirmedBy = (text: string, value: string | null): string | null =>
  value && sameKey(decodeTwice(text)).includes(sameKey(value)) ? value : null

/** Descriptions carry doubly escaped signs. */
const decodeTwice = (text: string): string =>
  text
    .replace(/&amp;/g, '&')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')

const HEADLINE_WAYS: readonly Way<GuestPage>[] = [
  ['guest-heading-beside-name', headlineBeside],
  // without the heading the rest of the title is company or title, never the headline
  ['title', (page, soFar) => confirmedBy(page.title, soFar)],
  [
    'description',
    (page, soFar) => confirmedBy(meta(page.doc, 'description') || meta(page.doc, 'og:description'), soFar),
  ],
]

const LOCATION_WAYS: readonly Way<GuestPage>[] = [
  [
    'guest-place-line',
    (page) => {
      const span = all(placeHeading(page), 'span', 10).find(
        (el) => !el.closest(DIALOG) && !first(el, 'span,a') && textOf(el),
      )
      if (!span || span.hasAttribute('data-modal')) return null
      const text = textOf(span, { cap: 400 })
      return /^\p{Nd}[\p{Nd}.,\s]*[\p{L}+]*\s/u.test(text) ? null : text
    },
  ],
  ['json-ld', (page) => page.ld?.location],
  ['description', (page, soFar) => confirmedBy(meta(page.doc, 'description'), soFar)],
]

/** The name beside the logo; text of the link or block without its picture. */
const cardLine = (page: GuestPage, section: string): string | null =>
  textOf(
    all(page.card, `[data-section="${section}"]`, 3).find((el) => !el.closest(DIALOG)),
    { cap: 400, skip: DIALOG },
  )

const COMPANY_WAYS: readonly Way<GuestPage>[] = [
  [
    'guest-topcard-company',
    (page) => {
      const line = cardLine(page, 'currentPositionsDetails')
      const known = page.positions.filter((item) => line && isSame(item.company, line))
      return known.length > 0 && !known.some((item) => item.isPresent) ? null : line
    },
  ],
  [
    'guest-present-position',
    (page, soFar) => {
      const present = page.positions.filter((item) => item.isPresent)
      // a header may spell the company otherwise than its items: then the items say nothing
      return soFar ? present.find((item) => isSame(item.company, soFar))?.company : present[0]?.company
    },
  ],
  ['json-ld', (page, soFar) => page.ld?.companies.find((name) => soFar && isSame(name, soFar))],
  ['title', (page, soFar) => (soFar && page.title.includes(` - ${soFar}`) ? soFar : null)],
]

const SCHOOL_WAYS: readonly Way<GuestPage>[] = [
  ['guest-topcard-school', (page) => cardLine(page, 'educationsDetails')],
  ['guest-first-school', (page) => guestSchools(page.doc)[0]?.school],
]

const SLUG_WAYS: readonly Way<GuestPage>[] = [
  ['address', (page) => addressSlug(page.url)],
  ['canonical', (page) => slugOf(attr(first(page.doc, 'link[rel="canonical"]'), 'href'))],
  ['guest-og-url', (page) => slugOf(meta(page.doc, 'og:url'))],
  [
    'guest-join-link',
    (page) => {
      const link = first(page.card, 'a[href*="vieweeVanityName="]')
      return link && parseUrl(attr(link, 'href'))?.searchParams.get('vieweeVanityName')
    },
  ],
]

const GUEST_WAYS: Ways<GuestPage> = {
  name: NAME_WAYS,
  headline: HEADLINE_WAYS,
  location: LOCATION_WAYS,
  currentCompany: COMPANY_WAYS,
  school: SCHOOL_WAYS,
  slug: SLUG_WAYS,
  memberId: [
    [
      'guest-report-link',
      (page) => {
        const urns = all(page.card, '[data-semaphore-content-urn^="urn:li:member:"]', 10).map((el) =>
          attr(el, 'data-semaphore-content-urn'),
        )
        return new Set(urns).size === 1 ? /\d{1,12}$/.exec(urns[0] ?? '')?.[0] : null
      },
    ],
  ],
  followers: [['guest-counts', (page) => countsOf(page).followers]],
  connections: [['guest-counts', (page) => countsOf(page).connections]],
  about: [
    [
      'guest-summary',
      (page) => {
        const section = first(page.doc, 'section[data-section="summary"]')
        return textOf(
          all(section, 'p', 10).find((p) => !p.closest(DIALOG)),
          { cap: 10_000, lines: true, skip: 'button' },
        )
      },
    ],
  ],
}

/** «3M followers», «500+ connections» behind the place: the first and the second, or the one that ends in a plus. */
function countsOf(page: GuestPage): { followers: string | null; connections: string | null } {
  const counts = all(placeHeading(page), 'span', 12)
    .filter((span) => !span.closest(DIALOG) && !first(span, 'span'))
    .map(
      (span) =>
        /^\P{Nd}{0,20}?(\p{Nd}[\p{Nd}.,]*[KMB]?\+?)(?!\p{L})\P{Nd}*$/u.exec(textOf(span, { cap: 60 }))?.[1] ??
        '',
    )
    .filter(Boolean)
  const [a, b] = counts
  if (counts.length === 2 && a && b) return { followers: a, connections: b }
  return { followers: null, connections: counts.length === 1 && a?.endsWith('+') ? a : null }
}

/** For tests that try one way alone. */
export { GUEST_WAYS, guestPage }
