import type { PersonFields, ReadResult } from '#lib/domain/capture.ts'
import { all, attr, first, isAfter, textOf } from '../dom.ts'
import { isSame, sameKey, settleAll, type Way, type Ways } from '../evidence.ts'
import { splitName } from '../person-name.ts'
import { unreadable, type Reader } from '../reader.ts'
import { isLinkedIn, MEMBER_ID, slugOf } from './address.ts'
import { cardKey, cardSlugs, isEmployerLine, LONE_DOT, sduiPage, type SduiPage } from './sdui-page.ts'
import { addressSlug, proofOf } from './subject.ts'
import { titleInHeadline } from './title-in-headline.ts'
import { isSchoolName } from './words.ts'

/** Signed-in profiles since late 2025: no `h1`, no embedded data, `componentkey` and order of the lines. */
export const sduiProfile: Reader = {
  id: 'linkedin-sdui-profile',
  matches: (url) => isLinkedIn(url) && slugOf(url.href) !== null,
  read: (doc, url) => {
    const page = sduiPage(doc, url)
    return page && readPerson(page)
  },
}

function readPerson(page: SduiPage): ReadResult {
  const fields: PersonFields = settleAll(SDUI_WAYS, page)
  if (!fields.name) return unreadable(page.doc, sduiProfile.id, 'sdui', ['name'])
  const split = splitName(fields.name.value, labelsOf(page))
  if (split) {
    fields.firstName = { value: split.first, strategy: 'name-split', confidence: 'likely' }
    fields.lastName = { value: split.last, strategy: 'name-split', confidence: 'likely' }
  }
  const { headline, currentCompany } = fields
  const title = headline && currentCompany && titleInHeadline(headline.value, currentCompany.value)
  if (title) fields.currentTitle = { value: title, strategy: 'title-in-headline', confidence: 'likely' }
  const slugs = SLUG_WAYS.slice(1).map(([, read]) => read(page, null) ?? null)
  return {
    kind: 'person',
    generation: 'sdui',
    reader: sduiProfile.id,
    fields,
    proof: proofOf(page.url, [...slugs, ...cardSlugs(page.card)], fields),
    notLoaded: ['Experience', 'Education']
      .filter((name) => !isLoaded(page, name))
      .map((name) => name.toLowerCase()),
  }
}

/** A section counts as loaded when its card holds entries; empty containers wait for a scroll. */
function isLoaded(page: SduiPage, section: string): boolean {
  return all(
    page.doc,
    `[data-testid^="profile_${section}"],[componentkey$="${section}TopLevelSection"]`,
    5,
  ).some((card) => first(card, '[componentkey^="entity-collection-item"]') !== null)
}

const NAME_WAYS: readonly Way<SduiPage>[] = [
  ['sdui-topcard-heading', (page) => textOf(page.heading, { cap: 400 })],
  ['title', (page) => page.title],
  ['sdui-toolbar-first-line', (page) => page.bar[0]],
]

const HEADLINE_WAYS: readonly Way<SduiPage>[] = [
  // the first line after pronouns and badges
  [
    'sdui-line-after-badges',
    (page) => {
      const { degrees, rest } = page.parts()
      return degrees.length > 0 && rest.length === 1 ? rest[0]?.text : null
    },
  ],
  // counted backwards from the location
  [
    'sdui-line-before-location',
    (page) => {
      const { rest } = page.parts()
      return page.dot > 0 && rest.length === 1 ? rest[0]?.text : null
    },
  ],
  [
    'sdui-toolbar-second-line',
    (page, soFar) => {
      const [name, headline] = page.bar
      const isBar = isSame(name ?? '', textOf(page.heading, { cap: 400 })) || isSame(name ?? '', page.title)
      return isBar || headline === soFar ? headline : null
    },
  ],
]

const LOCATION_WAYS: readonly Way<SduiPage>[] = [
  ['sdui-line-before-dot', (page) => notBadge(page.dot > 0 ? page.lines[page.dot - 1]?.text : null)],
  // the row that holds the contact link: its first line
  [
    'sdui-contact-row',
    (page) => {
      const line = page.lines[page.dot - 1]
      if (page.dot < 1 || !line) return null
      for (let row = line.el.parentElement, up = 0; row && up < 4; row = row.parentElement, up++) {
        const texts = all(row, 'p', 8).map((p) => textOf(p, { cap: 400 }))
        if (texts.length > 1) return first(row, 'a') && texts.length <= 4 ? notBadge(texts[0]) : null
      }
      return null
    },
  ],
  // counted forwards from the headline the sticky bar tells
  [
    'sdui-line-after-headline',
    (page) => {
      const headline = page.bar[1]
      const at = headline ? page.lines.findIndex((line) => isSame(line.text, headline)) : -1
      if (at < 0 || page.dot < 1) return null
      const next = page.lines[at + 1]?.text ?? ''
      return isEmployerLine(page, next) && at + 2 === page.dot - 1
        ? page.lines[at + 2]?.text
        : at + 1 === page.dot - 1
          ? next
          : null
    },
  ],
]

const notBadge = (text: string | null | undefined): string | null =>
  text && !/^[·•・]/.test(text) ? text : null

/** Company or school by the icon of its button, by the line that names both, by the order of the two. */
const employerWays = (icon: 'company' | 'school'): readonly Way<SduiPage>[] => [
  [`sdui-${icon}-icon`, (page) => page.employers.find((employer) => employer.icon === icon)?.text],
  [
    `sdui-${icon}-by-order`,
    (page) => {
      const [a, b] = page.employers
      if (!a || !b || (a.icon === 'school' && b.icon === 'company')) return null
      return (icon === 'company' ? a : b).text
    },
  ],
  [
    `sdui-${icon}-in-line`,
    (page) => {
      const [a, b] = page.employers
      const line = page.parts().employer?.text
      if (!a || !b || !line || !isSame(line, a.text + b.text)) return null
      const at = line.indexOf(b.text, a.text.length)
      return icon === 'company' ? line.slice(0, at).replace(/\s*[·•・]\s*$/, '') : line.slice(at)
    },
  ],
]

const SCHOOL_WAYS: readonly Way<SduiPage>[] = [
  ...employerWays('school'),
  // captures without icons: a single button that names a school which the headline does not name as employer
  [
    'sdui-school-by-word',
    (page) => {
      const [only, second] = page.employers
      if (!only || second || only.icon || !isSchoolName(only.text)) return null
      const headline = sameKey(page.parts().rest.at(-1)?.text ?? '')
      return headline.includes(sameKey(only.text)) ? null : only.text
    },
  ],
]

const SLUG_WAYS: readonly Way<SduiPage>[] = [
  ['address', (page) => addressSlug(page.url)],
  ['sdui-componentkey', (page) => keySlug(page)],
  ['sdui-contact-link', (page) => linkSlug(page, 'a[href*="/overlay/contact-info"]')],
  ['sdui-card-link', (page) => linkSlug(page, 'a[href*="/overlay/background-photo"],a[href*="/edit/intro"]')],
  ['sdui-card-links', (page) => onlyOne(cardSlugs(page.card))],
]

/** The key is the slug as LinkedIn writes it behind a fixed English word. */
function keySlug(page: SduiPage): string | null {
  for (const word of ['profileCardsAboveActivity', 'ProfilePostConnectDrawer_', 'profileAsideBrowsemap']) {
    const keys = all(page.doc, `[componentkey^="${word}"]`, 10).map((el) =>
      attr(el, 'componentkey').slice(word.length),
    )
    const key = onlyOne(keys)
    if (key) return slugOf(`/in/${key}`)
  }
  return null
}

function linkSlug(page: SduiPage, selector: string): string | null {
  return onlyOne(all(page.card, selector, 5).map((link) => slugOf(attr(link, 'href')) ?? ''))
}

function onlyOne(values: readonly string[]): string | null {
  const set = new Set(values.filter(Boolean))
  return set.size === 1 ? ([...set][0] ?? null) : null
}

const MEMBER_WAYS: readonly Way<SduiPage>[] = [
  ['sdui-topcard-key', (page) => cardKey(page.card)],
  ['sdui-message-link', (page) => onlyOne(ids(page.card, 'a[href*="profileUrn="]'))],
  ['sdui-sales-link', (page) => onlyOne(ids(page.card, 'a[href*="/sales/people/"]'))],
  ['sdui-about-key', (page) => onlyOne(ids(page.doc, '[componentkey$="About"]'))],
]

function ids(root: ParentNode, selector: string): string[] {
  return all(root, selector, 20).map(
    (el) => MEMBER_ID.exec(attr(el, 'href') + attr(el, 'componentkey'))?.[0] ?? '',
  )
}

/** Labels of the card's buttons and badges: they call the person by the first name. Never those inside lists of other people. */
function labelsOf(page: SduiPage): string[] {
  return all(page.card, '[aria-label]', 60)
    .filter(
      (el) => !el.closest('ul,li') && !/[?&](connectionOf|network)=/.test(attr(el.closest('a'), 'href')),
    )
    .map((el) => attr(el, 'aria-label'))
}

function aboutOf(page: SduiPage): string | null {
  const key = cardKey(page.card)
  const cards = all(page.doc, '[componentkey$="About"],[id$="About"]', 10).filter(
    (el) => first(el, TEXT_BOX) && (!key || (attr(el, 'componentkey') + attr(el, 'id')).includes(key)),
  )
  return textOf(first(cards[0], TEXT_BOX), { cap: 10_000, skip: 'button', lines: true })
}

const TEXT_BOX = '[data-testid="expandable-text-box"]'

/** The badge that shows: the one not hidden in a wrapper of its own, and only when nothing else of the card contradicts it. */
function degreeOf(page: SduiPage): string | null {
  if (first(page.card, 'a[href*="isSelfProfile=true"],a[href*="/edit/intro"]')) return 'self'
  const shown = page.parts().degrees.filter(({ el }) => {
    const wrapper = el.parentElement
    return !(wrapper?.getAttribute('data-display-contents') === 'true' && wrapper.children.length === 1)
  })
  const digit = shown.length === 1 ? /[1-3]/.exec(shown[0]?.text ?? '')?.[0] : undefined
  if (!digit) return null
  const isLinked = first(page.card, 'a[href*="connectionOf="]') !== null
  const isInvited = first(page.card, 'a[href*="custom-invite"]') !== null
  if ((isLinked && digit !== '1') || (isInvited && digit === '1')) return null
  return ['1st', '2nd', '3rd'][Number(digit) - 1] ?? null
}

/** The counts stand below the location: followers before a dot of their own, connections behind it, or linked, or cut in two. */
function countsOf(page: SduiPage): { followers: string | null; connections: string | null } {
  const counts: { followers: string | null; connections: string | null } = {
    followers: null,
    connections: null,
  }
  const after = all(page.card, 'p', 120).filter(
    (p) => page.heading && isAfter(page.heading, p) && !p.closest('[role="button"],li,section section'),
  )
  after.forEach((p, i) => {
    const text = textOf(p, { cap: 60 })
    const number = /^\P{Nd}{0,20}?(\p{Nd}[\p{Nd}.,\u00a0\u202f]*\+?)\P{Nd}*$/u.exec(text)?.[1]
    if (!number || page.lines.some((line) => line.el === p) || p.querySelector('a,strong')) return
    const next = after[i + 1]
    const isLinked = p.closest('a[href*="connectionOf="],a[href*="/connections/"]') !== null
    const isSplit =
      text === number &&
      next !== undefined &&
      /^\P{Nd}+$/u.test(textOf(next, { cap: 60 })) &&
      next.parentElement === p.parentElement
    if (next?.hasAttribute('aria-hidden') && LONE_DOT.test(next.textContent ?? '')) counts.followers = number
    else if (isLinked || isSplit) counts.connections = number
  })
  return counts
}

export const SDUI_WAYS: Ways<SduiPage> = {
  name: NAME_WAYS,
  headline: HEADLINE_WAYS,
  location: LOCATION_WAYS,
  currentCompany: employerWays('company'),
  school: SCHOOL_WAYS,
  slug: SLUG_WAYS,
  memberId: MEMBER_WAYS,
  pronouns: [
    [
      'sdui-line-before-badges',
      (page) => {
        const { pronouns } = page.parts()
        const text = pronouns.length === 1 ? (pronouns[0]?.text ?? '') : ''
        return text.length <= 40 && /^\P{Nd}+$/u.test(text) && sameKey(text) ? text : null
      },
    ],
  ],
  about: [['sdui-about-card', aboutOf]],
  connectionDegree: [['sdui-shown-badge', degreeOf]],
  followers: [['sdui-counts', (page) => countsOf(page).followers]],
  connections: [['sdui-counts', (page) => countsOf(page).connections]],
}
