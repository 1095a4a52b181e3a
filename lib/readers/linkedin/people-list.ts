import type { Generation, PeopleRead } from '#lib/domain/capture.ts'
import { all, attr, clean, first, isElement, nodesIn, textOf } from '../dom.ts'
import { unreadable, type Reader } from '../reader.ts'
import type { Unread } from '../seen.ts'
import { decoded, isLinkedIn, MEMBER_ID, slugOf } from './address.ts'

/**
 * Lists of people: search results, connections, profile viewers, Sales Navigator results. A row is what the list
 * itself marks as one; links to mutual connections inside a row are other people and never rows.
 */
export const peopleList: Reader<PeopleSeen | Unread> = {
  id: 'linkedin-people-list',
  matches: (url) => isLinkedIn(url) && listOf(url) !== null,
  read: (doc, url) => {
    const screens = all(doc, '[data-sdui-screen]', 20).map((el) => attr(el, 'data-sdui-screen'))
    const isNamed = screens.some((screen) => SCREENS.get(kindOf(url))?.test(screen))
    for (const { generation, selector, rowOf, only } of LAYOUTS) {
      // rows of no kind count where the screen is the address's: the page before it may still be drawn
      if (!only && generation === 'sdui' && screens.length > 0 && !isNamed) continue
      const found = all(doc, selector, 300).filter((row) => !row.parentElement?.closest(selector))
      const rows = found.flatMap((row) => rowOf(row, url) ?? [])
      if (rows.length > 0) return listSeen(generation, url, rows, isNamed || only === kindOf(url))
    }
    return unreadable(doc, peopleList.id, 'unknown', ['name'])
  },
}

const listSeen = (generation: Generation, url: URL, rows: SeenRow[], marked: boolean): PeopleSeen => ({
  kind: 'peopleList',
  generation,
  reader: peopleList.id,
  list: listOf(url) ?? 'connections',
  marked,
  rows,
})

function listOf(url: URL): 'search' | 'connections' | null {
  const path = url.pathname
  if (path.startsWith('/search/results/people') || path.startsWith('/sales/search/people')) return 'search'
  return /^\/(mynetwork|analytics\/profile-views)/.test(path) || isWorkforce(url) ? 'connections' : null
}

/** The people of a company or school. */
const isWorkforce = (url: URL): boolean =>
  /^\/(company|school|showcase)\/[^/]+\/people(\/|$)/.test(url.pathname)

/** First words of the path: `search`, `sales`, `mynetwork`, `analytics`. */
const kindOf = (url: URL): string => url.pathname.split('/')[1] ?? ''

/** Screens that say of themselves which list they are. */
const SCREENS: ReadonlyMap<string, RegExp> = new Map([
  ['search', /\.SearchResultsPeople$/],
  ['mynetwork', /\.mynetwork\./],
  ['analytics', /analytics|viewers/i],
  ['company', /company|organization/i],
])

/** A list of people as it is seen. */
export type PeopleSeen = Pick<PeopleRead, 'generation' | 'reader' | 'list' | 'marked'> & {
  readonly kind: 'peopleList'
  readonly rows: readonly SeenRow[]
}

/** One row; a row without a name is somebody LinkedIn hides. */
export type SeenRow = {
  readonly name?: string
  /** Slug or id in the link of the name. */
  readonly slug?: string | null
  readonly memberId?: string | null
  /** Texts behind the name, first headline, then place; badges may stand among them. */
  readonly lines?: readonly string[]
  readonly headline?: string | null
  readonly location?: string | null
  /** Texts one of which is the badge of the degree, what follows the name in its own line first. */
  readonly badges: readonly string[]
}

const PERSON = 'a[href*="/in/"]'

type Layout = {
  readonly generation: Generation
  readonly selector: string
  /** The kind of list in which alone such rows stand. */
  readonly only?: string
  readonly rowOf: (row: Element, url: URL) => SeenRow | null
}

const LAYOUTS: readonly Layout[] = [
  { generation: 'salesnav-2025', selector: '[data-x-search-result="LEAD"]', only: 'sales', rowOf: salesRow },
  { generation: 'ember-hashed', selector: '[data-chameleon-result-urn]', rowOf: emberRow },
  { generation: 'sdui', selector: '[data-view-name="viewer-list-item"]', only: 'analytics', rowOf: sduiRow },
  { generation: 'sdui', selector: '[data-view-name="connections-list"]', only: 'mynetwork', rowOf: sduiRow },
  {
    generation: 'sdui',
    selector: 'main [role="listitem"],[data-sdui-screen] [role="listitem"]',
    rowOf: sduiRow,
  },
  { generation: 'ember-hashed', selector: 'main li', only: 'company', rowOf: cardRow },
]

/** Name: own text of the first profile link with text in or around a `p`; then headline; in a search, then place. */
function sduiRow(row: Element, url: URL): SeenRow | null {
  const link = all(row, PERSON, 40).find((a) => slugOf(attr(a, 'href')) !== null && nameIn(a) !== '')
  if (!link || link.closest('ul') || !isFirstLine(row, link))
    return /WHO_VIEWED_ME|\/headless/.test(attr(first(row, 'a'), 'href')) &&
      !/^\P{L}*\p{Nd}/u.test(textOf(row, { cap: 80 }))
      ? { headline: listOf(url) === 'search' ? textOf(all(row, 'p', 2)[1]) : null, badges: [] }
      : null
  const wrapped = all(link, 'p', 10)
  const name = nameIn(link)
  const lines = (wrapped.length > 0 ? wrapped : linesFrom(row, link)).map((p) => textOf(p, { cap: 1_200 }))
  return {
    name,
    slug: slugOf(attr(link, 'href')),
    memberId: rowId(row) ?? aroundId(row),
    // in lists of occasions the second line is the occasion: only lists known to show headlines are believed
    lines: listOf(url) === 'search' || row.hasAttribute('data-view-name') ? lines.slice(1) : [],
    badges: [lines[0]?.slice(name.length) ?? '', ...lines],
  }
}

/** The name stands in the first line of its row; a link further down is somebody else's, a connection both share. */
function isFirstLine(row: Element, link: Element): boolean {
  const line = all(row, 'p', 20).find((p) => /\p{L}/u.test(p.textContent ?? ''))
  return line === undefined || line.contains(link) || link.contains(line)
}

/** Own text of the link, or of the first line inside it; badges and hidden copies are elements of their own. */
function nameIn(link: Element): string {
  const line = first(link, 'p') ?? link
  return link.closest('p') || line !== link ? ownText(line) : ''
}

function ownText(line: Element): string {
  for (const node of nodesIn(line)) {
    if (node.nodeType === 3 && clean(node.nodeValue ?? '', 400) !== '')
      return clean(node.nodeValue ?? '', 400)
    if (isElement(node) && node.getAttribute('role') === 'img') return ''
  }
  return ''
}

/** The line of the name and the lines after it that are no list and hold no profile link. */
function linesFrom(row: Element, link: Element): Element[] {
  const paragraphs = all(row, 'p', 30)
  const at = paragraphs.findIndex((p) => p.contains(link))
  const own = paragraphs[at]
  if (!own) return []
  // headline and place stand beside the name; snippets and mutual connections further out
  const around = own.parentElement
  return [own, ...paragraphs.slice(at + 1).filter((p) => around?.contains(p) && !first(p, PERSON))].slice(
    0,
    4,
  )
}

/** Ids in the row's own keys and links; several different ones say nothing. */
function rowId(row: Element): string | null {
  for (const [selector, name] of ID_PLACES) {
    const ids = new Set<string>()
    for (const el of all(row, selector, 30)) {
      const id = MEMBER_ID.exec(attr(el, name))?.[0]
      if (id) ids.add(id)
    }
    if (ids.size === 1) return [...ids][0] ?? null
  }
  return null
}

/** The buttons of a row may stand beside it: then in the surrounding that holds this row alone. */
function aroundId(row: Element): string | null {
  const mark = row.getAttribute('data-view-name')
  const around = row.parentElement
  return mark && around && all(around, `[data-view-name="${mark}"]`, 2).length === 1 ? rowId(around) : null
}

const ID_PLACES = [
  ['[componentkey^="SearchResults"]', 'componentkey'],
  ['a[href*="profileUrn="]', 'href'],
  ['a[href*="connectionOf="],a[href*="followerOf="]', 'href'],
] as const

function emberRow(row: Element): SeenRow | null {
  const urn = attr(row, 'data-chameleon-result-urn')
  const link = all(row, PERSON, 20).find((a) => first(a, NAME) !== null)
  const nameEl = first(link, NAME)
  const [headline = null, location = null] = blocksAfter(row, nameEl ?? first(row, 'a span,a'))
  // a word in place of the member's number
  if (/:member:[a-z]+$/i.test(urn)) return { headline, location, badges: [] }
  // a row that does not say it hides somebody is somebody, even where the link is not understood
  if (!link) return null
  const href = attr(link, 'href')
  return {
    name: textOf(nameEl),
    slug: slugOf(href),
    memberId: idIn(href) ?? /^urn:li:member:(\d{1,12})$/.exec(urn)?.[1] ?? null,
    headline,
    location,
    badges: badgesIn(row),
  }
}

const idIn = (href: string): string | null =>
  MEMBER_ID.exec(decoded(/miniProfileUrn=[^&]*/.exec(href)?.[0] ?? ''))?.[0] ?? null

/**
 * A card among the people of a company: picture and name link to the same person, the headline follows. Where
 * the first one is such a card, those that link to nobody hide who they show.
 */
function cardRow(row: Element, url: URL): SeenRow | null {
  if (!isWorkforce(url)) return null
  const link = cardLink(row)
  if (link) {
    const href = attr(link, 'href')
    const [headline = null] = blocksAfter(row, link)
    return { name: ownText(link), slug: slugOf(href), memberId: idIn(href), headline, badges: badgesIn(row) }
  }
  if (first(row, 'a') || !cardLink(first(row.parentElement, `li:has(${PERSON})`))) return null
  const [title, headline = null] = blocksAfter(row, row.firstElementChild)
  return title ? { headline, badges: [] } : null
}

/** The link with the name, where another one leads to the same person. */
function cardLink(row: Element | null): Element | undefined {
  const links = all(row, PERSON, 20)
  const link = links.find((a) => ownText(a) !== '')
  const slug = slugOf(attr(link, 'href'))
  return slug && links.some((a) => a !== link && slugOf(attr(a, 'href')) === slug) ? link : undefined
}

const NAME = 'span[dir] span[aria-hidden="true"]'

const badgesIn = (row: Element): string[] => [
  '',
  ...all(row, 'span[aria-hidden="true"]', 20).map((span) => textOf(span, { cap: 40 })),
]

/** Leaf blocks behind the name, outside links, buttons and lists: headline, then place. */
function blocksAfter(row: Element, title: Element | null): string[] {
  const blocks: string[] = []
  if (!title) return blocks
  for (const node of nodesIn(
    row,
    (el) => el.localName === 'ul' || el.localName === 'button' || el.localName === 'p',
  )) {
    if (!isElement(node) || node.localName !== 'div' || !(title.compareDocumentPosition(node) & 4)) continue
    if (first(node, 'div,a,button,img,ul') || node.closest('a,span')) continue
    const text = textOf(node, { cap: 1_200 })
    if (text) blocks.push(text)
    if (blocks.length === 2) break
  }
  return blocks
}

/** `title` is the position, `job-title` the time in role. */
function salesRow(row: Element): SeenRow | null {
  const said = (what: string): string => textOf(first(row, `[data-anonymize="${what}"]`), { cap: 1_000 })
  const urn = attr(
    row.closest('[data-scroll-into-view]') ?? first(row, '[data-scroll-into-view]'),
    'data-scroll-into-view',
  )
  const name = said('person-name')
  return name
    ? {
        name,
        memberId: MEMBER_ID.exec(urn)?.[0] ?? null,
        headline: said('title'),
        location: said('location'),
        badges: badgesIn(row),
      }
    : null
}
