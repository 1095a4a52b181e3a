import type { PersonFields, PersonRead } from '#lib/domain/capture.ts'
import { isSame, sameKey, settleAll, type Way, type Ways } from '../evidence.ts'
import { countIn } from './counts.ts'
import { finished } from './finish.ts'
import type { Line, SduiPage } from './sdui-page.ts'
import { addressSlug } from './subject.ts'
import { isSchoolName } from './words.ts'

/** Who an SDUI profile shows; null without any name. */
export function sduiPerson(page: SduiPage): PersonRead | null {
  const fields: PersonFields = ownFields(page, settleAll(SDUI_WAYS, page))
  return finished(
    page.url,
    {
      kind: 'person',
      generation: 'sdui',
      reader: 'linkedin-sdui-profile',
      fields,
      notLoaded: [...page.notLoaded],
    },
    {
      labels: page.labels,
      slugs: [...SLUG_WAYS.slice(1).map(([, read]) => read(page, null)), ...page.slugs.links],
      titleFromHeadline: true,
    },
  )
}

/** Where title and sticky bar name another person than the card does, the card is not the subject's: only name and slug stay. */
function ownFields(page: SduiPage, fields: PersonFields): PersonFields {
  const { name, slug } = fields
  if (!name || !page.heading || isSame(page.heading, name.value)) return fields
  return { name, ...(slug && { slug }) }
}

const NAME_WAYS: readonly Way<SduiPage>[] = [
  ['sdui-topcard-heading', (page) => page.heading],
  ['title', (page) => page.title],
  ['sdui-toolbar-first-line', (page) => page.bar[0]],
]

const HEADLINE_WAYS: readonly Way<SduiPage>[] = [
  // the first line after pronouns and badges
  [
    'sdui-line-after-badges',
    (page) => {
      const { degrees, rest } = partsOf(page)
      return degrees.length > 0 && rest.length === 1 ? rest[0]?.text : null
    },
  ],
  // counted backwards from the location
  [
    'sdui-line-before-location',
    (page) => {
      const { rest } = partsOf(page)
      return page.dot > 0 && rest.length === 1 ? rest[0]?.text : null
    },
  ],
  [
    'sdui-toolbar-second-line',
    (page, soFar) => {
      const [name, headline] = page.bar
      const isBar = isSame(name ?? '', page.heading) || isSame(name ?? '', page.title)
      return isBar || headline === soFar ? headline : null
    },
  ],
]

const LOCATION_WAYS: readonly Way<SduiPage>[] = [
  ['sdui-line-before-dot', (page) => notBadge(page.dot > 0 ? page.lines[page.dot - 1]?.text : null)],
  ['sdui-contact-row', (page) => (page.dot < 1 ? null : notBadge(page.contactRow))],
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
      const line = partsOf(page).employer?.text
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
      const headline = sameKey(partsOf(page).rest.at(-1)?.text ?? '')
      return headline.includes(sameKey(only.text)) ? null : only.text
    },
  ],
]

const SLUG_WAYS: readonly Way<SduiPage>[] = [
  ['address', (page) => addressSlug(page.url)],
  ['sdui-componentkey', (page) => page.slugs.key],
  ['sdui-contact-link', (page) => page.slugs.contact],
  ['sdui-card-link', (page) => page.slugs.card],
  ['sdui-card-links', ({ slugs: { links } }) => (new Set(links).size === 1 ? links[0] : null)],
]

const MEMBER_WAYS: readonly Way<SduiPage>[] = [
  ['sdui-topcard-key', (page) => page.ids.card],
  ['sdui-message-link', (page) => page.ids.message],
  ['sdui-sales-link', (page) => page.ids.sales],
  ['sdui-about-key', (page) => page.ids.about],
]

/** The badge that shows, and only when nothing else of the card contradicts it. */
function degreeOf(page: SduiPage): string | null {
  if (page.marks.self) return 'self'
  const shown = partsOf(page).degrees.filter((line) => line.isShown)
  const digit = shown.length === 1 ? /[1-3]/.exec(shown[0]?.text ?? '')?.[0] : undefined
  if (!digit) return null
  if ((page.marks.linked && digit !== '1') || (page.marks.invited && digit === '1')) return null
  return ['1st', '2nd', '3rd'][Number(digit) - 1] ?? null
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
        const { pronouns } = partsOf(page)
        const text = pronouns.length === 1 ? (pronouns[0]?.text ?? '') : ''
        return text.length <= 40 && /^\P{Nd}+$/u.test(text) && sameKey(text) ? text : null
      },
    ],
  ],
  about: [['sdui-about-card', (page) => page.about]],
  connectionDegree: [['sdui-shown-badge', degreeOf]],
  followers: [
    ['sdui-counts', (page) => page.followers],
    ['sdui-activity-card', (page) => countIn(page.activity)],
  ],
  connections: [['sdui-counts', (page) => page.connections]],
}

const DEGREE = /^[·•・]\s*\S/

/** Lines of the top card by what they are. */
type Parts = { pronouns: Line[]; degrees: Line[]; rest: Line[]; employer: Line | null }

/** `rest` is what stands between badges and location: the headline, if it can be told. */
function partsOf(page: SduiPage): Parts {
  const top = page.lines.slice(0, page.dot > 0 ? page.dot - 1 : page.lines.length)
  const lastDegree = top.findLastIndex((line) => DEGREE.test(line.text))
  const head = top.slice(0, lastDegree + 1)
  const rest = top.slice(lastDegree + 1)
  const employer =
    rest.length > 1 && isEmployerLine(page, rest.at(-1)?.text ?? '') ? (rest.pop() ?? null) : null
  // without a badge, pronouns are told by standing in the heading's own row
  if (lastDegree < 0 && rest.length === 2 && page.isFirstNear) head.push(...rest.splice(0, 1))
  return {
    pronouns: head.filter((line) => !DEGREE.test(line.text)),
    degrees: head.filter((line) => DEGREE.test(line.text)),
    rest,
    employer,
  }
}

/** The line between headline and location names company, school, or both; told by the buttons beside it. */
function isEmployerLine(page: SduiPage, line: string): boolean {
  const [a, b] = page.employers.map((employer) => sameKey(employer.text))
  const key = sameKey(line)
  return a !== undefined && (key === a || (b !== undefined && (key === b || key === a + b)))
}
