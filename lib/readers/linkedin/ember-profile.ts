import type { PersonFields, PersonRead, ReadResult } from '#lib/domain/capture.ts'
import { all, attr, first, isAfter, textOf } from '../dom.ts'
import { isSame, settleAll, type Way, type Ways } from '../evidence.ts'
import { splitName } from '../person-name.ts'
import { unreadable, type Reader } from '../reader.ts'
import { isLinkedIn, MEMBER_ID, memberNumber, slugOf } from './address.ts'
import { idOfNumber, idSources } from './embedded.ts'
import { blocksAfterHeading, emberPage, type EmberPage } from './ember-page.ts'
import { asRead, sectionOf } from './ember-entries.ts'
import { addressSlug, proofOf } from './subject.ts'
import { titleInHeadline } from './title-in-headline.ts'
import { employerKind } from './words.ts'

/** Signed-in profiles from 2021 to spring 2026: `main h1`, contact link, section anchors, embedded JSON. */
export const emberProfile: Reader = {
  id: 'linkedin-ember-profile',
  matches: (url) => isLinkedIn(url) && slugOf(url.href) !== null,
  read: (doc, url) => {
    const page = emberPage(doc, url)
    return page && readPerson(page)
  },
}

function readPerson(page: EmberPage): ReadResult {
  const isHashed = first(page.card, '[dir="ltr"],[role="button"][aria-label]') !== null
  const generation = isHashed ? 'ember-hashed' : 'ember-artdeco'
  const fields: PersonFields = settleAll(EMBER_WAYS, page)
  if (!fields.name) return unreadable(page.doc, emberProfile.id, generation, ['name'])
  nameParts(page, fields)
  const title = titleOf(page, fields)
  if (title) fields.currentTitle = title
  const slugs = SLUG_WAYS.slice(1).map(([, read]) => read(page, null) ?? null)
  return {
    kind: 'person',
    generation,
    reader: emberProfile.id,
    fields,
    ...storyOf(page),
    proof: proofOf(page.url, slugs, fields),
    notLoaded: [],
  }
}

/** The cards that are in the page; a card that is not there says nothing. */
function storyOf(page: EmberPage): Pick<PersonRead, 'experience' | 'education'> {
  return {
    ...(page.positions().length > 0 && { experience: page.positions().map(asRead) }),
    ...(page.schools().length > 0 && { education: [...page.schools()] }),
  }
}

function nameParts(page: EmberPage, fields: PersonFields): void {
  const json = page.json()
  const name = fields.name?.value ?? ''
  const split = splitName(name, json?.firstName ? [json.firstName] : labelsOf(page))
  if (!split) return
  fields.firstName = { value: split.first, strategy: 'name-split', confidence: 'likely' }
  fields.lastName = { value: split.last, strategy: 'name-split', confidence: 'likely' }
}

/** The newest present position at the company of the top card; else what the headline says of that company. */
function titleOf(page: EmberPage, fields: PersonFields): PersonFields['currentTitle'] {
  const company = fields.currentCompany?.value
  if (!company) return undefined
  const present = page
    .positions()
    .find((position) => position.dates?.isPresent && isSame(position.company, company))
  if (present) return { value: present.title, strategy: 'ember-present-position', confidence: 'likely' }
  const said = fields.headline && titleInHeadline(fields.headline.value, company)
  return said ? { value: said, strategy: 'title-in-headline', confidence: 'likely' } : undefined
}

/** Labels that call the person by the first name: verification link and the buttons of the card. */
function labelsOf(page: EmberPage): string[] {
  return all(page.card, '[aria-label]', 60)
    .filter((el) => !el.closest('a[href*="facet"]'))
    .map((el) => attr(el, 'aria-label'))
}

const heading = (page: EmberPage): string => textOf(page.heading, { cap: 400 })

const SLUG_WAYS: readonly Way<EmberPage>[] = [
  ['address', (page) => addressSlug(page.url)],
  ['ember-contact-link', (page) => slugOf(attr(page.contact, 'href'))],
  [
    'ember-verification-link',
    (page) => slugOf(attr(first(page.card, 'a[href*="/overlay/about-this-profile"]'), 'href')),
  ],
  [
    'ember-section-link',
    (page) => {
      const slugs = all(
        page.doc,
        'main section a[href*="/details/"],main section a[href*="/recent-activity/"]',
        60,
      ).map((a) => slugOf(attr(a, 'href')))
      return new Set(slugs).size === 1 ? slugs[0] : null
    },
  ],
]

const MEMBER_WAYS: readonly Way<EmberPage>[] = [
  ['ember-id-of-number', (page) => (page.number ? idOfNumber(idSources(page.doc), page.number) : null)],
  [
    'ember-profile-link',
    (page) => {
      const ids = all(page.doc, 'main section a[href*="profileUrn="]', 40).map(
        (a) => MEMBER_ID.exec(attr(a, 'href'))?.[0] ?? '',
      )
      const [id] = ids
      return id && new Set(ids).size === 1 && (!page.number || String(memberNumber(id)) === page.number)
        ? id
        : null
    },
  ],
  [
    'ember-number',
    (page, soFar) =>
      soFar && page.number === String(memberNumber(soFar)) ? soFar : soFar ? null : page.number,
  ],
]

const HEADLINE_WAYS: readonly Way<EmberPage>[] = [
  [
    'ember-headline-target',
    (page) => {
      const [target, second] = all(page.card, '[data-generated-suggestion-target]', 2)
      return second ? null : textOf(target, { cap: 1_200 })
    },
  ],
  ['ember-block-after-heading', (page) => blocksAfterHeading(page)[0]],
  ['json', (page) => page.json()?.headline],
]

const LOCATION_WAYS: readonly Way<EmberPage>[] = [
  ['ember-before-contact', (page) => textOf(page.contact?.previousElementSibling, { cap: 400 })],
  [
    'ember-contact-row',
    (page) => {
      for (
        let row = page.contact?.parentElement, up = 0;
        row && up < 3 && !row.contains(page.heading);
        row = row.parentElement, up++
      ) {
        const text = textOf(row, { cap: 400, skip: 'a,ul,button' })
        if (text) return text
      }
      return null
    },
  ],
  ['json', (page) => page.json()?.location],
]

/** Company or school: by the section the link leads to, by order when both are there, by the cards below, by the label's words. */
const employerWays = (kind: 'experience' | 'education'): readonly Way<EmberPage>[] => [
  [`ember-${kind}-link`, (page) => page.employers.find((employer) => employer.kind === kind)?.text],
  [
    `ember-${kind}-by-order`,
    (page) => (page.employers.length === 2 ? page.employers[kind === 'experience' ? 0 : 1]?.text : null),
  ],
  [
    `ember-${kind}-by-label`,
    (page) => page.employers.find(({ label, text }) => employerKind(label.replace(text, '')) === kind)?.text,
  ],
  [
    `ember-${kind}-card`,
    (page) => {
      const texts = page.employers.map((employer) => employer.text)
      const known =
        kind === 'experience'
          ? presentCompanies(page)
          : page
              .schools()
              .slice(0, 3)
              .map(({ school }) => school)
      const told = texts.filter((text) => known.some((name) => isSame(name, text)))
      if (told.length === 1) return told[0]
      return texts.length === 0 && kind === 'experience' && new Set(known).size === 1 ? known[0] : null
    },
  ],
]

const presentCompanies = (page: EmberPage): string[] =>
  page
    .positions()
    .filter((position) => position.dates?.isPresent)
    .map((position) => position.company)

function aboutOf(page: EmberPage): string | null {
  const spans = all(sectionOf(page.doc, 'about'), 'span[aria-hidden="true"]', 20).filter(
    (span) => !span.closest('h2,ul,a') && !span.parentElement?.closest('span[aria-hidden="true"]'),
  )
  return textOf(spans[0], { cap: 10_000, lines: true, skip: 'button' })
}

export const EMBER_WAYS: Ways<EmberPage> = {
  name: [
    ['ember-heading', heading],
    ['title', (page) => page.title],
    ['json', (page) => page.json()?.name],
    [
      'ember-verification-label',
      (page) => {
        const label = attr(first(page.card, 'a[href*="/overlay/about-this-profile"]'), 'aria-label')
        return isSame(label, heading(page)) ? label : null
      },
    ],
  ],
  headline: HEADLINE_WAYS,
  location: LOCATION_WAYS,
  currentCompany: employerWays('experience'),
  school: employerWays('education'),
  slug: SLUG_WAYS,
  memberId: MEMBER_WAYS,
  about: [['ember-about-card', aboutOf]],
  pronouns: [['ember-brackets', pronounsOf]],
  connectionDegree: [['ember-badge', degreeOf]],
  followers: [['ember-counts', (page) => countsOf(page).followers]],
  connections: [['ember-counts', (page) => countsOf(page).connections]],
  companyLinkId: [['ember-present-position', companyIdOf]],
}

/** Badges stand in the heading's row: the visible one holds a single digit from 1 to 3. */
function degreeOf(page: EmberPage): string | null {
  const row = rowOf(page)
  const badges = all(row, 'span[aria-hidden="true"]', 6).map((span) => textOf(span, { cap: 40 }))
  const digits = badges.map((text) => /^\P{Nd}*([1-3])\P{Nd}*$/u.exec(text)?.[1]).filter(Boolean)
  return digits.length === 1 ? (['1st', '2nd', '3rd'][Number(digits[0]) - 1] ?? null) : null
}

function pronounsOf(page: EmberPage): string | null {
  const spans = all(rowOf(page), 'span', 20).filter(
    (span) => !span.contains(page.heading) && !first(span, 'span'),
  )
  return (
    spans.map((span) => /^[(（]([^()]{2,40})[)）]$/.exec(textOf(span, { cap: 60 }))?.[1]).find(Boolean) ??
    null
  )
}

/** The smallest surrounding of the heading that holds more than the heading, below the one with the headline. */
function rowOf(page: EmberPage): Element {
  let row: Element = page.heading
  while (row.parentElement && row.parentElement !== page.card && !blockBelow(row.parentElement))
    row = row.parentElement
  return row
}

const blockBelow = (el: Element): boolean =>
  [...el.children].some((child) => child.localName === 'ul') ||
  (el.children.length > 1 &&
    [...el.children]
      .slice(1)
      .some(
        (child) =>
          child.localName === 'div' &&
          !first(child, 'h1') &&
          !first(child, '[aria-hidden]') &&
          textOf(child, { cap: 20 }) !== '',
      ))

/** Followers and connections: the list below the location; one item alone is connections when it says so by its number. */
function countsOf(page: EmberPage): { followers: string | null; connections: string | null } {
  const items = all(page.card, 'ul > li', 40).filter(
    (li) =>
      (!page.contact || isAfter(page.contact, li)) && !first(li, 'button,img,a[href*="/search/"],[role]'),
  )
  const numbers = items.map((li) => countIn(textOf(li, { cap: 60 }))).filter((count) => count !== null)
  const [a, b] = numbers
  if (numbers.length === 2 && a && b) return { followers: a, connections: b }
  return { followers: null, connections: a?.endsWith('+') ? a : null }
}

function countIn(text: string): string | null {
  if (!/\p{Nd}/u.test(text) || text.length > 40) return null
  const number = /\p{Nd}[\p{Nd}.,\u00a0\u202f ]*/u.exec(text)?.[0].trim() ?? ''
  return text.includes('+') && number === '500' ? '500+' : number
}

function companyIdOf(page: EmberPage): string | null {
  const company = page.employers[0]?.text
  const position = page
    .positions()
    .find((item) => item.dates?.isPresent && company && isSame(item.company, company))
  return /\/company\/(\d+)/.exec(position?.companyHref ?? '')?.[1] ?? null
}
