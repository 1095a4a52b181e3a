import { all, attr, first, isAfter, isElement, nodesIn, pageTitle, textOf } from '../dom.ts'
import { slugOf } from './address.ts'
import { embeddedPerson, type Embedded } from './embedded.ts'
import { employerKind } from './words.ts'
import { positionsIn, schoolsIn, sectionOf, type Position, type School } from './ember-entries.ts'

/** What the ways of an ember profile look at. What costs more than a look is computed when first asked for. */
export type EmberPage = {
  readonly doc: Document
  readonly url: URL
  readonly card: Element
  readonly heading: Element
  readonly contact: Element | null
  /** `data-member-id` of the top card, or ''. */
  readonly number: string
  readonly title: string
  /** Company and school buttons or links of the top card. */
  readonly employers: readonly { readonly kind: string; readonly label: string; readonly text: string }[]
  readonly json: () => Embedded | null
  readonly positions: () => readonly Position[]
  readonly schools: () => readonly School[]
}

export const CONTACT = 'a#top-card-text-details-contact-info,a[href*="/overlay/contact-info"]'
const MARKS = `${CONTACT},a[href*="/overlay/about-this-profile"]`

export function emberPage(doc: Document, url: URL): EmberPage | null {
  const headings = all(doc, 'main h1', 20)
  const heading = headings.find((h) => {
    const section = h.closest('section')
    return (
      section &&
      (section.hasAttribute('data-member-id') || first(section, MARKS) !== null) &&
      textOf(h, { cap: 400 })
    )
  })
  const card = heading?.closest('section')
  if (!heading || !card) return null
  const contact = first(card, CONTACT)
  const number = /^\d{1,12}$/.exec(attr(card, 'data-member-id'))?.[0] ?? ''
  const slug = slugOf(attr(contact, 'href')) ?? (number ? '' : (slugOf(url.href) ?? ''))
  return {
    doc,
    url,
    card,
    heading,
    contact,
    number,
    title: pageTitle(doc),
    employers: employersOf(card, heading, contact),
    json: once(() => embeddedPerson(doc, slug.toLowerCase(), number, textOf(heading, { cap: 400 }))),
    positions: once(() => positionsIn(sectionOf(doc, 'experience'))),
    schools: once(() => schoolsIn(sectionOf(doc, 'education'))),
  }
}

function once<T>(compute: () => T): () => T {
  let kept: { value: T } | null = null
  return () => (kept ??= { value: compute() }).value
}

/** Between heading and contact link: links to the two sections (until 2023), then buttons in a list. */
function employersOf(
  card: Element,
  heading: Element,
  contact: Element | null,
): { kind: string; label: string; text: string }[] {
  return (
    all(card, 'li a[href="#experience"],li a[href="#education"],li button[aria-label]', 20)
      .filter((el) => isAfter(heading, el) && (!contact || isAfter(el, contact)))
      .map((el) => ({
        kind: attr(el, 'href').slice(1),
        label: attr(el, 'aria-label'),
        text: textOf(el, { cap: 400 }),
      }))
      .filter(({ text, label, kind }) => text !== '' && (kind !== '' || label.includes(text)))
      // without the contact link nothing bounds the place: then only what a label names counts
      .filter(
        ({ text, label, kind }) =>
          contact !== null || kind !== '' || employerKind(label.replace(text, '')) !== '',
      )
      .slice(0, 2)
  )
}

/**
 * Text blocks of the top card between heading and location, in order: what stands in the heading's own row
 * (badges, pronouns) and lists left out.
 */
export function blocksAfterHeading(page: EmberPage): string[] {
  const blocks: string[] = []
  for (const node of nodesIn(
    page.card,
    (el) => el.localName === 'ul' || el.localName === 'button' || el.localName === 'svg',
  )) {
    if (!isElement(node) || !isAfter(page.heading, node) || node.contains(page.heading)) continue
    if (page.contact && (node === page.contact || isAfter(page.contact, node))) break
    if (page.contact && node.contains(page.contact)) continue
    const isLeaf = node.localName === 'div' && !first(node, 'div,span,a,ul')
    const text = isLeaf ? textOf(node, { cap: 1_200 }) : ''
    if (text) blocks.push(text)
  }
  return blocks
}
