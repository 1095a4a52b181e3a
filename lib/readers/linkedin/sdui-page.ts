import { all, attr, first, isAfter, pageTitle, textOf } from '../dom.ts'
import { sameKey } from '../evidence.ts'
import { MEMBER_ID, slugOf } from './address.ts'

/** What the ways of an SDUI profile look at: the top card, its lines of text in order, its two employer buttons, the sticky bar. */
export type SduiPage = {
  readonly doc: Document
  readonly url: URL
  readonly card: Element
  readonly heading: Element | null
  /** The `p` between heading and contact link, in order. */
  readonly lines: readonly Line[]
  /** Index of the lone dot in front of the contact link, or -1. */
  readonly dot: number
  /** Icon (`company`, `school` or '') and text of the employer buttons. */
  readonly employers: readonly { readonly icon: string; readonly text: string }[]
  /** First and second `p` of the sticky bar. */
  readonly bar: readonly string[]
  readonly title: string
  readonly parts: () => Parts
}

/** Lines of the top card by what they are. */
export type Parts = { pronouns: Line[]; degrees: Line[]; rest: Line[]; employer: Line | null }

export type Line = { readonly el: Element; readonly text: string }

const CARD = '[componentkey$="Topcard"],[id$="Topcard"]'
const CONTACT = 'a[href*="/overlay/contact-info"]'
const DEGREE = /^[·•・]\s*\S/

export function sduiPage(doc: Document, url: URL): SduiPage | null {
  const card = topCard(doc, url)
  if (!card) return null
  const heading =
    all(card, 'h1,h2', 20).find((h) => ownSection(h, card) && textOf(h, { cap: 400 }) !== '') ?? null
  const { lines, dot } = linesOf(card, heading)
  let kept: Parts | null = null
  const page: SduiPage = {
    doc,
    url,
    card,
    heading,
    lines,
    dot,
    employers: employersOf(card, heading),
    bar: barOf(doc, card),
    title: pageTitle(doc),
    parts: () => (kept ??= partsOf(page)),
  }
  return page
}

/** Where several cards compete (a second person's drawn first), the one that links to the address's person counts. */
function topCard(doc: Document, url: URL): Element | null {
  const keyed = all(doc, CARD, 40).filter(
    (el) => cardKey(el) !== '' && first(el, 'h1,h2,p') !== null && !el.parentElement?.closest(CARD),
  )
  const cards = keyed.length > 0 ? keyed : bareCards(doc)
  const slug = slugOf(url.href)?.toLowerCase()
  const own = cards.filter((card) => cardSlugs(card).includes(slug ?? ''))
  if (own.length > 0) return own[0] ?? null
  return new Set(cards.map(cardKey)).size === 1 ? (cards[0] ?? null) : null
}

/** Without keys: the one section of the profile screen that has a heading and a lone dot before a link. */
function bareCards(doc: Document): Element[] {
  const screen = first(doc, 'main#workspace,[data-sdui-screen$="profile.Profile"]')
  return all(screen, 'section', 60).filter(
    (section) =>
      !section.parentElement?.closest('section') &&
      first(section, 'h2') !== null &&
      all(section, 'p', 60).some(
        (p, i, list) => LONE_DOT.test(p.textContent ?? '') && first(list[i + 1], 'a') !== null,
      ),
  )
}

export const LONE_DOT = /^\s*[·•・]\s*$/

/** Member id in the card's key. */
export function cardKey(card: Element): string {
  for (const key of [attr(card, 'componentkey'), attr(card, 'id')]) {
    const id = MEMBER_ID.exec(key)?.[0]
    if (id && key.endsWith(`${id}Topcard`)) return id
  }
  return ''
}

/** Slugs in the card's own links: contact info, cover, edit, invite. */
export function cardSlugs(card: Element): string[] {
  const slugs = new Set<string>()
  for (const link of all(card, 'a[href*="/in/"]', 60)) {
    const href = attr(link, 'href')
    if (/\/(overlay|edit)\/|isSelfProfile=true/.test(href)) slugs.add(slugOf(href)?.toLowerCase() ?? '')
  }
  for (const link of all(card, 'a[href*="vanityName="]', 10)) {
    slugs.add(
      URL.parse(attr(link, 'href'), 'https://www.linkedin.com/')
        ?.searchParams.get('vanityName')
        ?.toLowerCase() ?? '',
    )
  }
  return [...slugs].filter(Boolean)
}

/** Guidance and open-to-work cards nest as sections of their own. */
function ownSection(el: Element, card: Element): boolean {
  const section = el.closest('section')
  if (!section || section === card || !card.contains(section)) return true
  const outer = section.parentElement?.closest('section') ?? null
  return !outer || !card.contains(outer)
}

function linesOf(card: Element, heading: Element | null): { lines: Line[]; dot: number } {
  const lines: Line[] = []
  let dot = -1
  if (!heading) return { lines, dot }
  for (const p of all(card, 'p', 120)) {
    if (!isAfter(heading, p) || p.closest('[role="button"],ul,li') || !ownSection(p, card)) continue
    if (dot >= 0) return first(p, 'a') || p.closest('a') ? { lines, dot } : { lines, dot: -1 }
    if (first(p, CONTACT) || p.closest(CONTACT)) break
    const text = textOf(p, { cap: 1_200 })
    if (LONE_DOT.test(p.textContent ?? '') && !p.hasAttribute('aria-hidden')) dot = lines.length
    else if (text) lines.push({ el: p, text })
  }
  return { lines, dot: -1 }
}

/** Company and school stand beside a picture each, below the lines: a picture outside links and lists with one `p` around it. */
function employersOf(card: Element, heading: Element | null): { icon: string; text: string }[] {
  if (!heading) return []
  const found: { icon: string; text: string }[] = []
  for (const figure of all(card, 'figure', 40)) {
    if (!isAfter(heading, figure) || figure.closest('a,ul,li') || !ownSection(figure, card)) continue
    const p = lineBeside(figure, card)
    const icon = first(figure, 'svg[id^="company-"],svg[id^="school-"]')
    const text = textOf(p, { cap: 400 })
    if (text) found.push({ icon: attr(icon, 'id').split('-')[0] ?? '', text })
  }
  return found.slice(0, 2)
}

function lineBeside(figure: Element, card: Element): Element | null {
  for (let box = figure.parentElement, up = 0; box && box !== card && up < 6; box = box.parentElement, up++) {
    const lines = all(box, 'p', 2)
    if (lines.length > 0) return lines.length === 1 ? (lines[0] ?? null) : null
  }
  return null
}

/** The sticky bar repeats name and headline: the toolbar outside the card that links to a profile or labels the name. */
function barOf(doc: Document, card: Element): string[] {
  for (const bar of all(doc, '[role="toolbar"]', 10)) {
    if (card.contains(bar) || bar.closest('section,li,ul')) continue
    const texts = all(bar, 'p', 6).map((p) => textOf(p, { cap: 1_200 }))
    if (texts.length >= 1 && texts.length <= 3) return texts
  }
  return []
}

/** The line between headline and location names company, school, or both; told by the buttons beside it. */
export function isEmployerLine(page: SduiPage, line: string): boolean {
  const [a, b] = page.employers.map((employer) => sameKey(employer.text))
  const key = sameKey(line)
  return a !== undefined && (key === a || (b !== undefined && (key === b || key === a + b)))
}

/** Lines of the top card by what they are. `rest` is what stands between badges and location: the headline, if it can be told. */
function partsOf(page: SduiPage): Parts {
  const top = page.lines.slice(0, page.dot > 0 ? page.dot - 1 : page.lines.length)
  const lastDegree = top.findLastIndex((line) => DEGREE.test(line.text))
  const head = top.slice(0, lastDegree + 1)
  const rest = top.slice(lastDegree + 1)
  const employer =
    rest.length > 1 && isEmployerLine(page, rest.at(-1)?.text ?? '') ? (rest.pop() ?? null) : null
  // without a badge, pronouns are told by standing in the heading's own row
  if (
    lastDegree < 0 &&
    rest.length === 2 &&
    page.heading &&
    isNearer(page.heading, rest[0]?.el, rest[1]?.el)
  ) {
    head.push(...rest.splice(0, 1))
  }
  return {
    pronouns: head.filter((line) => !DEGREE.test(line.text)),
    degrees: head.filter((line) => DEGREE.test(line.text)),
    rest,
    employer,
  }
}

/** True when `a` shares a smaller surrounding with `from` than `b` does. */
function isNearer(from: Element, a: Element | undefined, b: Element | undefined): boolean {
  let around: Element | null = from
  while (around && a && b) {
    if (around.contains(a)) return !around.contains(b)
    if (around.contains(b)) return false
    around = around.parentElement
  }
  return false
}
