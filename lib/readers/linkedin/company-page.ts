import type { CompanyField, CompanyRead, Field } from '#lib/domain/capture.ts'
import { all, attr, first, meta, nodesIn, isElement, textOf } from '../dom.ts'
import { settle, type Way } from '../evidence.ts'
import type { AnyReader } from '../reader.ts'
import { decoded, isLinkedIn, parseUrl } from './address.ts'
import { embeddedCompany, type EmbeddedCompany } from './embedded-company.ts'

type CompanyPage = {
  readonly doc: Document
  readonly slug: string
  readonly heading: Element
  readonly card: Element
  readonly json: EmbeddedCompany | null
}

/** Company and school pages, signed in and public, home and about. */
export const companyPage: AnyReader = {
  id: 'linkedin-company-page',
  matches: (url) =>
    isLinkedIn(url) &&
    companySlug(url) !== null &&
    /^\/[^/]+\/[^/]+(\/(about|home|mycompany))?\/?$/.test(url.pathname),
  read: (doc, url) => {
    const slug = companySlug(url)
    const heading = all(doc, 'main h1,h1[title],h1', 5).find(
      (h) => !h.closest('[role="dialog"],[data-outlet],form'),
    )
    const card = heading?.closest('section') ?? first(doc, 'main')
    if (
      !slug ||
      !heading ||
      !card ||
      first(doc, '[data-control-name="page_details_module"],#org-about-company-module')
    )
      return null
    return companyRead({ doc, slug, heading, card, json: embeddedCompany(doc, slug) })
  },
}

const companySlug = (url: URL): string | null => {
  const raw = /^\/(?:company|school|showcase)\/([^/]+)/.exec(url.pathname)?.[1]
  return raw && raw !== 'setup' ? decoded(raw) : null
}

function companyRead(page: CompanyPage): CompanyRead | null {
  const fields: Partial<Record<CompanyField, Field>> = {}
  for (const [name, ways] of Object.entries(COMPANY_WAYS) as [CompanyField, readonly Way<CompanyPage>[]][]) {
    // keys are fields
    const field = settle(
      ways,
      page,
      name === 'description' ? 10_000 : 1_000,
      name === 'description' || name === 'specialities',
    )
    if (field) fields[name] = field
  }
  const generation = isGuest(page)
    ? 'guest-v3'
    : first(page.heading, '[dir]')
      ? 'ember-artdeco'
      : 'ember-hashed'
  return fields.name ? { kind: 'company', generation, reader: companyPage.id, fields } : null
}

const isGuest = (page: CompanyPage): boolean => /guest_company/.test(meta(page.doc, 'pageKey'))

/** Public page: every fact has its own English key in every language. */
function about(page: CompanyPage, key: string): string | null {
  const place = first(page.doc, `[data-test-id="about-us__${key}"]`)
  return textOf(first(place, 'dd') ?? place, {
    cap: 10_000,
    lines: key === 'description',
    skip: 'dt,icon,button',
  })
}

/** Leaf blocks between heading and navigation that hold no digit: industry, then place. Followers hold digits. */
function plainBlocks(page: CompanyPage): string[] {
  const blocks: string[] = []
  for (const node of nodesIn(page.card, (el) => /^(nav|button|a|ul|p|h2)$/.test(el.localName))) {
    if (!isElement(node) || node.localName !== 'div' || !(page.heading.compareDocumentPosition(node) & 4))
      continue
    if (node.contains(page.heading) || node.querySelector('*')) continue
    const text = textOf(node, { cap: 400 })
    if (text) blocks.push(text)
  }
  const counted = blocks.findIndex((text) => /\p{Nd}/u.test(text))
  return counted === -1 ? [] : blocks.slice(0, counted)
}

const SIZE = /\p{Nd}[\p{Nd}.,\u00a0\u202f]*\s*[-–—]\s*\p{Nd}[\p{Nd}.,\u00a0\u202f]*|\p{Nd}[\p{Nd}.,]*\+/u

/** Facts of the about tab carry translated labels: only those that their shape tells apart are taken. */
const factOf = (page: CompanyPage, shape: RegExp): string | null => {
  const facts = all(page.doc, 'main dl dd', 40)
    .map((dd) => textOf(dd, { cap: 200 }))
    .filter((text) => shape.test(text))
  return facts.length === 1 ? (facts[0] ?? null) : null
}

const COMPANY_WAYS: Partial<Record<CompanyField, readonly Way<CompanyPage>[]>> = {
  name: [
    ['company-heading', (page) => textOf(page.heading, { cap: 400 })],
    ['company-heading-title', (page) => attr(page.heading, 'title')],
    ['json', (page) => page.json?.name],
  ],
  slug: [
    // a number stands for the slug the page itself names
    ['address', (page) => (/^\d+$/.test(page.slug) ? null : page.slug)],
    [
      'company-nav',
      (page) => {
        const link = first(page.card, 'nav a[href*="/about"]')
        return link && companySlug(parseUrl(attr(link, 'href')) ?? new URL('https://www.linkedin.com/'))
      },
    ],
  ],
  linkedinId: [
    [
      'company-people-link',
      (page) => {
        const ids = all(page.card, 'a[href*="currentCompany="]', 20).map(
          (a) => /currentCompany=\["?(\d+)/.exec(decoded(attr(a, 'href')))?.[1],
        )
        return new Set(ids).size === 1 ? ids[0] : null
      },
    ],
    ['json', (page) => page.json?.linkedinId],
  ],
  website: [
    ['json', (page) => page.json?.website],
    [
      'guest-about',
      (page) => redirected(attr(first(page.doc, '[data-test-id="about-us__website"] a'), 'href')),
    ],
    [
      'company-menu-link',
      (page) =>
        attr(first(page.doc, 'li > a[target="_blank"]:has([data-test-icon="link-external-medium"])'), 'href'),
    ],
    ['company-about-link', (page) => redirected(attr(first(page.doc, 'main dl dd a[href^="http"]'), 'href'))],
  ],
  industry: [
    ['json', (page) => page.json?.industry],
    ['guest-about', (page) => about(page, 'industry')],
    ['company-first-block', (page) => (plainBlocks(page).length === 2 ? plainBlocks(page)[0] : null)],
  ],
  headquarters: [
    ['guest-about', (page) => about(page, 'headquarters')],
    ['company-second-block', (page) => (plainBlocks(page).length === 2 ? plainBlocks(page)[1] : null)],
  ],
  sizeText: [
    ['json', (page) => page.json?.sizeText],
    ['guest-about', (page) => SIZE.exec(about(page, 'size') ?? '')?.[0]],
    [
      'company-people-link',
      (page) =>
        all(page.card, 'a[href*="currentCompany="]', 20)
          .map((a) => SIZE.exec(textOf(a, { cap: 80 }))?.[0])
          .find(Boolean),
    ],
    ['company-about-fact', (page) => SIZE.exec(factOf(page, SIZE) ?? '')?.[0]],
  ],
  founded: [
    ['json', (page) => page.json?.founded],
    ['guest-about', (page) => /\d{4}/.exec(about(page, 'foundedOn') ?? '')?.[0]],
    ['company-about-fact', (page) => factOf(page, /^\d{4}$/)],
  ],
  type: [
    ['json', (page) => page.json?.type],
    ['guest-about', (page) => about(page, 'organizationType')],
  ],
  description: [
    ['json', (page) => page.json?.description],
    ['guest-about', (page) => about(page, 'description')],
  ],
  specialities: [
    ['json', (page) => page.json?.specialities],
    [
      'guest-about',
      (page) =>
        about(page, 'specialties')
          ?.split(/,\s*(?:and\s)?/)
          .join('\n'),
    ],
  ],
}

const redirected = (href: string): string => (href ? (parseUrl(href)?.searchParams.get('url') ?? href) : '')
