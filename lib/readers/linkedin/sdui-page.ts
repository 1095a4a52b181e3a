import { all, attr, first, isAfter, pageTitle, textOf } from '../dom.ts'
import { unreadable, type Reader } from '../reader.ts'
import type { Unread } from '../seen.ts'
import { isProfile, MEMBER_ID, slugOf } from './address.ts'
import { countIn } from './counts.ts'

/** An SDUI profile as it is seen: the top card's lines of text in order, its two employer buttons, the sticky bar, keys and links. */
export type SduiPage = {
  readonly kind: 'sdui'
  readonly url: string
  readonly title: string
  readonly heading: string
  /** The `p` between heading and contact link, in order. */
  readonly lines: readonly Line[]
  /** Index of the lone dot in front of the contact link, or -1. */
  readonly dot: number
  /** The first line shares a smaller surrounding with the heading than the second does. */
  readonly isFirstNear: boolean
  /** First line of the row that holds the contact link, or ''. */
  readonly contactRow: string
  /** Icon (`company`, `school` or '') and text of the employer buttons. */
  readonly employers: readonly { readonly icon: string; readonly text: string }[]
  /** First and second `p` of the sticky bar. */
  readonly bar: readonly string[]
  /** What keys and links call the person: slug behind the key, in the contact link, in the card's own links. */
  readonly slugs: Readonly<Record<'key' | 'contact' | 'card', string | null>> & {
    readonly links: readonly string[]
  }
  readonly ids: Readonly<Record<'card' | 'message' | 'sales' | 'about', string | null>>
  /** Labels of the card's buttons and badges. */
  readonly labels: readonly string[]
  readonly about: string
  /** Own profile; linked connections count; invite button. */
  readonly marks: Readonly<Record<'self' | 'linked' | 'invited', boolean>>
  readonly followers: string | null
  readonly connections: string | null
  /** The line under the heading of the activity card, which counts followers. */
  readonly activity: string
  readonly notLoaded: readonly string[]
}

export type Line = {
  readonly text: string
  /** False where the line is wrapped alone in a hidden box. */
  readonly isShown: boolean
}

const CARD = '[componentkey$="Topcard"],[id$="Topcard"]'
const CONTACT = 'a[href*="/overlay/contact-info"]'
const TEXT_BOX = '[data-testid="expandable-text-box"]'

/** Signed-in profiles since late 2025: no `h1`, no embedded data, `componentkey` and order of the lines. */
export const sduiProfile: Reader<SduiPage | Unread> = {
  id: 'linkedin-sdui-profile',
  matches: isProfile,
  read: (doc, url) => {
    const page = sduiPage(doc, url)
    return page && !page.heading && !page.title && !page.bar[0]
      ? unreadable(doc, sduiProfile.id, 'sdui', ['name'])
      : page
  },
}

export function sduiPage(doc: Document, url: URL): SduiPage | null {
  const card = topCard(doc, url)
  if (!card) return null
  const has = (selector: string): boolean => first(card, selector) !== null
  return {
    kind: 'sdui',
    url: url.href,
    title: pageTitle(doc),
    ...cardSeen(card),
    bar: barOf(doc, card),
    slugs: {
      key: keySlug(doc),
      contact: linkSlug(card, CONTACT),
      card: linkSlug(card, 'a[href*="/overlay/background-photo"],a[href*="/edit/intro"]'),
      links: cardSlugs(card),
    },
    ids: {
      card: cardKey(card),
      message: onlyId(card, 'a[href*="profileUrn="]'),
      sales: onlyId(card, 'a[href*="/sales/people/"]'),
      about: onlyId(doc, '[componentkey$="About"]'),
    },
    labels: labelsOf(card),
    about: aboutOf(doc, cardKey(card)),
    activity: activityOf(doc, url, cardKey(card)),
    marks: {
      self: has('a[href*="isSelfProfile=true"],a[href*="/edit/intro"]'),
      linked: all(card, CONNECTIONS, 40).some(isOwnNetwork),
      invited: has('a[href*="custom-invite"]'),
    },
    notLoaded: ['Experience', 'Education']
      .filter((name) => !isLoaded(doc, name))
      .map((name) => name.toLowerCase()),
  }
}

/** What the lines of the top card show. */
function cardSeen(card: Element) {
  const heading = all(card, 'h1,h2', 20).find((h) => ownSection(h, card) && textOf(h) !== '') ?? null
  const { lines, dot } = linesOf(card, heading)
  return {
    heading: textOf(heading),
    lines: lines.map(({ text, el: { parentElement: box } }) => ({
      text,
      isShown: !(box?.getAttribute('data-display-contents') === 'true' && box.children.length === 1),
    })),
    dot,
    isFirstNear: isNearer(heading, lines[0]?.el, lines[1]?.el),
    contactRow: contactRow(lines[dot - 1]?.el),
    employers: employersOf(card, heading),
    ...countsOf(card, heading, lines),
  }
}

/** Where several cards compete (a second person's drawn first), the one that links to the address's person counts. */
function topCard(doc: Document, url: URL): Element | null {
  const keyed = byKeyOrId(doc, 'Topcard').filter(
    (el) => cardKey(el) !== '' && first(el, 'h1,h2,p') !== null && !el.parentElement?.closest(CARD),
  )
  const cards = keyed.length > 0 ? keyed : bareCards(doc)
  const slug = slugOf(url.href)?.toLowerCase()
  const own = cards.filter((card) => cardSlugs(card).includes(slug ?? ''))
  if (own.length > 0) return own[0] ?? null
  // these pages have no such heading: the card is a stray one in an older page
  if (first(doc, 'main h1')) return null
  return new Set(cards.map(cardKey)).size === 1 ? (cards[0] ?? null) : null
}

/** Elements whose key, or else id, ends in a word. One attribute at a time: both at once take four times as long. */
const byKeyOrId = (doc: Document, word: string): Element[] => [
  ...new Set([...all(doc, `[componentkey$="${word}"]`, 40), ...all(doc, `[id$="${word}"]`, 40)]),
]

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

/** With marks of direction around it in scripts that run from the right. */
const LONE_DOT = /^[\s\p{Cf}]*[·•・][\s\p{Cf}]*$/u

/** Member id in the card's key. */
function cardKey(card: Element): string {
  for (const key of [attr(card, 'componentkey'), attr(card, 'id')]) {
    const id = MEMBER_ID.exec(key)?.[0]
    if (id && key.endsWith(`${id}Topcard`)) return id
  }
  return ''
}

/** Slugs in the card's own links: contact info, cover, edit, invite. */
function cardSlugs(card: Element): string[] {
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

type Row = { readonly el: Element; readonly text: string }

function linesOf(card: Element, heading: Element | null): { lines: Row[]; dot: number } {
  const lines: Row[] = []
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
    const text = textOf(p)
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

/** True when `a` shares a smaller surrounding with `from` than `b` does. */
function isNearer(from: Element | null, a: Element | undefined, b: Element | undefined): boolean {
  for (let around = from; around && a && b; around = around.parentElement) {
    if (around.contains(a)) return !around.contains(b)
    if (around.contains(b)) return false
  }
  return false
}

/** The row that holds the contact link, seen from the line before the dot: its first line. */
function contactRow(line: Element | undefined): string {
  for (let row = line?.parentElement, up = 0; row && up < 4; row = row.parentElement, up++) {
    const texts = all(row, 'p', 8).map((p) => textOf(p))
    if (texts.length > 1) return first(row, 'a') && texts.length <= 4 ? (texts[0] ?? '') : ''
  }
  return ''
}

/** The key is the slug as LinkedIn writes it behind a fixed English word. */
function keySlug(doc: Document): string | null {
  for (const word of ['profileCardsAboveActivity', 'ProfilePostConnectDrawer_', 'profileAsideBrowsemap']) {
    const key = onlyOne(
      all(doc, `[componentkey^="${word}"]`, 10).map((el) => attr(el, 'componentkey').slice(word.length)),
    )
    if (key) return slugOf(`/in/${key}`)
  }
  return null
}

const linkSlug = (card: Element, selector: string): string | null =>
  onlyOne(all(card, selector, 5).map((link) => slugOf(attr(link, 'href'))))

function onlyOne(values: readonly (string | null | undefined)[]): string | null {
  const [one, another] = new Set(values.filter(Boolean))
  return another ? null : (one ?? null)
}

const onlyId = (root: ParentNode, selector: string): string | null =>
  onlyOne(
    all(root, selector, 20).map((el) => MEMBER_ID.exec(attr(el, 'href') + attr(el, 'componentkey'))?.[0]),
  )

/** They call the person by the first name. Never those inside lists of other people. */
const labelsOf = (card: Element): string[] =>
  all(card, '[aria-label]', 60)
    .filter(
      (el) => !el.closest('ul,li') && !/[?&](connectionOf|network)=/.test(attr(el.closest('a'), 'href')),
    )
    .map((el) => attr(el, 'aria-label').slice(0, 400))

function aboutOf(doc: Document, key: string): string {
  const card = byKeyOrId(doc, 'About').find(
    (el) => first(el, TEXT_BOX) && (attr(el, 'componentkey') + attr(el, 'id')).includes(key),
  )
  return textOf(first(card, TEXT_BOX), { cap: 10_000, skip: 'button', lines: true })
}

/** The card names its person by slug or id; the line stands in its head, before any post. */
function activityOf(doc: Document, url: URL, id: string): string {
  const keys = [id, slugOf(url.href)].filter(Boolean)
  const cards = all(doc, '[componentkey$="Activity"]', 10).filter((el) =>
    keys.some((key) => attr(el, 'componentkey').endsWith(`${key}Activity`)),
  )
  const [heading, line] = all(cards[0], 'h2,p', 2)
  return heading?.localName === 'h2' && line?.localName === 'p' && !line.closest('a,li')
    ? textOf(line, { cap: 60 })
    : ''
}

/** The counts stand below the location: followers before a dot of their own, connections behind it, or linked, or cut in two. */
function countsOf(
  card: Element,
  heading: Element | null,
  lines: readonly Row[],
): { followers: string | null; connections: string | null } {
  let followers: string | null = null
  let connections: string | null = null
  const after = all(card, 'p', 120).filter(
    (p) => heading && isAfter(heading, p) && !p.closest('[role="button"],li,section section'),
  )
  for (const [i, p] of after.entries()) {
    const text = textOf(p, { cap: 60 })
    const number = countIn(text)
    if (!number || lines.some((line) => line.el === p) || first(p, 'a,strong')) continue
    const next = after[i + 1]
    const link = p.closest(`${CONNECTIONS},a[href*="/connections/"]`)
    const isLinked = link !== null && isOwnNetwork(link)
    const isSplit =
      text === number &&
      next?.parentElement === p.parentElement &&
      /^\P{Nd}+$/u.test(textOf(next, { cap: 60 }).replace('1촌', '촌'))
    if (next?.hasAttribute('aria-hidden') && LONE_DOT.test(next.textContent ?? '')) followers = number
    else if (isLinked || isSplit) connections = number
  }
  return { followers, connections }
}

const CONNECTIONS = 'a[href*="connectionOf="]'

/** All connections of the person, not those the viewer shares: these are asked for among the first degree alone. */
const isOwnNetwork = (link: Element): boolean =>
  !/network=(?:\[|%5B)(?:"|%22)F(?:"|%22)(?:\]|%5D)/i.test(attr(link, 'href'))

/** A section counts as loaded when its card holds entries; empty containers wait for a scroll. */
const isLoaded = (doc: Document, section: string): boolean =>
  [`[data-testid^="profile_${section}"]`, `[componentkey$="${section}TopLevelSection"]`].some((places) =>
    all(doc, places, 5).some((card) => first(card, '[componentkey^="entity-collection-item"]') !== null),
  )
