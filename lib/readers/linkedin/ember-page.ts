import type { SchoolingRead } from '#lib/domain/capture.ts'
import { all, attr, first, isAfter, isElement, nodesIn, pageTitle, textOf } from '../dom.ts'
import type { Reader } from '../reader.ts'
import { isProfile, MEMBER_ID, slugOf } from './address.ts'
import { embeddedPeople, idOfNumber, type Embedded } from './embedded.ts'
import { positionsIn, schoolsIn, sectionOf, type Position } from './ember-entries.ts'

/** An ember profile as it is seen: lines, links and labels of the top card, its cards, what its data says. */
export type EmberPage = {
  readonly kind: 'ember'
  readonly url: string
  readonly isHashed: boolean
  readonly title: string
  readonly heading: string
  /** `data-member-id` of the top card, or ''. */
  readonly number: string
  readonly hasContact: boolean
  readonly slugs: Readonly<Record<'contact' | 'verification' | 'section', string | null>>
  /** Ids: the one whose number is the page's, the one all links of the sections carry. */
  readonly ids: Readonly<Record<'ofNumber' | 'ofLinks', string | null>>
  /** Company and school buttons or links of the top card. */
  readonly employers: readonly { readonly kind: string; readonly label: string; readonly text: string }[]
  /** The place made for the headline, where there is one only; the first block behind the heading. */
  readonly headlines: readonly [target: string, block: string]
  /** In front of the contact link; its row. */
  readonly places: readonly [before: string, row: string]
  readonly verificationLabel: string
  readonly labels: readonly string[]
  /** Texts of the heading's own row: badges, and what may be pronouns. */
  readonly badges: readonly string[]
  readonly asides: readonly string[]
  /** Texts of the list below the location. */
  readonly counts: readonly string[]
  /** The line under the heading of the activity card, which counts followers. */
  readonly activity: string
  readonly about: string
  /** People of the embedded data that this address or number names, raw. */
  readonly people: readonly Embedded[]
  readonly positions: readonly Position[]
  readonly schools: readonly SchoolingRead[]
}

const CONTACT = 'a#top-card-text-details-contact-info,a[href*="/overlay/contact-info"]'
const VERIFICATION = 'a[href*="/overlay/about-this-profile"]'

/** Signed-in profiles from 2021 to spring 2026: `main h1`, contact link, section anchors, embedded JSON. */
export const emberProfile: Reader<EmberPage> = {
  id: 'linkedin-ember-profile',
  matches: isProfile,
  read: emberPage,
}

export function emberPage(doc: Document, url: URL): EmberPage | null {
  const heading = headingOf(doc, url)
  const card = heading?.closest('section')
  if (!heading || !card) return null
  const number = /^\d{1,12}$/.exec(attr(card, 'data-member-id'))?.[0] ?? ''
  const contact = slugOf(attr(first(card, CONTACT), 'href'))
  const slug = contact ?? (number ? '' : (slugOf(url.href) ?? ''))
  return {
    kind: 'ember',
    url: url.href,
    title: pageTitle(doc),
    number,
    ...cardSeen(card, heading),
    slugs: {
      contact,
      verification: slugOf(attr(first(card, VERIFICATION), 'href')),
      section: onlyOne(doc, 'a[href*="/details/"],main section a[href*="/recent-activity/"]', slugOf),
    },
    ids: {
      ofNumber: number ? idOfNumber(doc, number) : null,
      ofLinks: onlyOne(doc, 'a[href*="profileUrn="]', (href) => MEMBER_ID.exec(href)?.[0] ?? null),
    },
    about: aboutOf(doc),
    activity: textOf(
      first(
        first(doc, 'div#content_collections,div#recent_activity')?.closest('section'),
        'h2 ~ p span[aria-hidden="true"]',
      ),
      { cap: 60 },
    ),
    people: embeddedPeople(doc, slug.toLowerCase(), number),
    positions: positionsIn(sectionOf(doc, 'experience')),
    schools: schoolsIn(sectionOf(doc, 'education')),
  }
}

/** The heading of a card that is a person's; of several the one whose links are the address's. */
function headingOf(doc: Document, url: URL): Element | null {
  const found = all(doc, 'main h1', 20).filter((h) => {
    const section = h.closest('section')
    return (
      section &&
      (section.hasAttribute('data-member-id') || first(section, `${CONTACT},${VERIFICATION}`) !== null) &&
      textOf(h)
    )
  })
  const slug = slugOf(url.href)?.toLowerCase()
  const own = found.filter((h) =>
    all(h.closest('section'), `${CONTACT},${VERIFICATION}`, 10).some(
      (link) => slugOf(attr(link, 'href'))?.toLowerCase() === slug,
    ),
  )
  // in the mobile web, which keeps its subject in a comment, such a card is a stray one
  const isAlone = found.length === 1 && !first(doc, 'code#vanityName')
  return own[0] ?? (isAlone ? (found[0] ?? null) : null)
}

/** What the top card shows. */
function cardSeen(card: Element, heading: Element) {
  const contact = first(card, CONTACT)
  const row = rowOf(heading, card)
  const [target, another] = all(card, '[data-generated-suggestion-target]', 2)
  return {
    isHashed: first(card, '[dir="ltr"],[role="button"][aria-label]') !== null,
    heading: textOf(heading),
    hasContact: contact !== null,
    employers: employersOf(card, heading, contact),
    headlines: [
      another ? '' : textOf(target, { cap: 1_200 }),
      blockAfterHeading(card, heading, contact),
    ] as const,
    places: [textOf(contact?.previousElementSibling), contactRow(heading, contact)] as const,
    verificationLabel: attr(first(card, VERIFICATION), 'aria-label').slice(0, 400),
    labels: all(card, '[aria-label]', 60)
      .filter((el) => !el.closest('a[href*="facet"]'))
      .map((el) => attr(el, 'aria-label').slice(0, 400)),
    badges: all(row, 'span[aria-hidden="true"]', 6).map((span) => textOf(span, { cap: 40 })),
    asides: all(row, 'span', 20)
      .filter((span) => !span.contains(heading) && !first(span, 'span'))
      .map((span) => textOf(span, { cap: 60 })),
    counts: all(card, 'ul > li', 40)
      .filter(
        (li) => (!contact || isAfter(contact, li)) && !first(li, 'button,img,a[href*="/search/"],[role]'),
      )
      .map((li) => textOf(li, { cap: 60 })),
  }
}

/** What all links of the sections say alike; null where they differ, or one of them says nothing. */
function onlyOne(doc: Document, links: string, read: (href: string) => string | null): string | null {
  const values = all(doc, `main section ${links}`, 60).map((a) => read(attr(a, 'href')))
  return new Set(values).size === 1 ? (values[0] ?? null) : null
}

/** Between heading and contact link: links to the two sections (until 2023), then buttons in a list. */
function employersOf(
  card: Element,
  heading: Element,
  contact: Element | null,
): { kind: string; label: string; text: string }[] {
  return all(card, 'li a[href="#experience"],li a[href="#education"],li button[aria-label]', 20)
    .filter((el) => isAfter(heading, el) && (!contact || isAfter(el, contact)))
    .map((el) => ({
      kind: attr(el, 'href').slice(1),
      label: attr(el, 'aria-label'),
      text: textOf(el),
    }))
    .filter(({ text, label, kind }) => text !== '' && (kind !== '' || label.includes(text)))
}

/**
 * First text block of the top card between heading and location: what stands in the heading's own row (badges,
 * pronouns) and lists left out.
 */
function blockAfterHeading(card: Element, heading: Element, contact: Element | null): string {
  for (const node of nodesIn(card, (el) => /^(ul|button|svg)$/.test(el.localName))) {
    if (!isElement(node) || !isAfter(heading, node) || node.contains(heading)) continue
    if (contact && (node === contact || isAfter(contact, node))) break
    if (contact && node.contains(contact)) continue
    const isLeaf = node.localName === 'div' && !first(node, 'div,span,a,ul')
    const text = isLeaf ? textOf(node, { cap: 1_200 }) : ''
    if (text) return text
  }
  return ''
}

function contactRow(heading: Element, contact: Element | null): string {
  for (
    let row = contact?.parentElement, up = 0;
    row && up < 3 && !row.contains(heading);
    row = row.parentElement, up++
  ) {
    const text = textOf(row, { skip: 'a,ul,button' })
    if (text) return text
  }
  return ''
}

function aboutOf(doc: Document): string {
  const spans = all(sectionOf(doc, 'about'), 'span[aria-hidden="true"]', 20).filter(
    (span) => !span.closest('h2,ul,a') && !span.parentElement?.closest('span[aria-hidden="true"]'),
  )
  return textOf(spans[0], { cap: 10_000, lines: true, skip: 'button' })
}

/** The smallest surrounding of the heading that holds more than the heading, below the one with the headline. */
function rowOf(heading: Element, card: Element): Element {
  let row = heading
  while (row.parentElement && row.parentElement !== card && !blockBelow(row.parentElement))
    row = row.parentElement
  return row
}

const blockBelow = (el: Element): boolean =>
  [...el.children].some(
    (child, i) =>
      child.localName === 'ul' ||
      (i > 0 &&
        child.localName === 'div' &&
        !first(child, 'h1,[aria-hidden]') &&
        textOf(child, { cap: 20 }) !== ''),
  )
