import type { PersonFields, PersonRead } from '#lib/domain/capture.ts'
import { nameParts } from '#lib/domain/name/parse-name.ts'
import { isSame, isSameName, sameKey, settleAll, type Way, type Ways } from '../evidence.ts'
import type { NameParts } from '../person-name.ts'
import { slugOf } from './address.ts'
import { countIn } from './counts.ts'
import { finished, isPresent } from './finish.ts'
import type { GuestPage } from './guest-page.ts'
import { linkedData, type LinkedPerson } from './linked-data.ts'
import { addressSlug } from './subject.ts'

/** Whom a public profile shows. */
export function guestPerson(page: GuestPage): PersonRead | null {
  const fields: PersonFields = settleAll(GUEST_WAYS, page)
  const { positions, schools, websites } = page
  return finished(
    page.url,
    {
      kind: 'person',
      generation: 'guest-v3',
      reader: 'linkedin-guest-profile',
      fields,
      ...(positions.length > 0 && { experience: [...positions] }),
      ...(schools.length > 0 && { education: [...schools] }),
      ...(websites.length > 0 && { contact: { emails: [], phones: [], websites: [...websites] } }),
      notLoaded: [],
    },
    {
      halves: halvesOf(page, fields.name?.value ?? ''),
      slugs: SLUG_WAYS.slice(1).map(([, read]) => read(page, null)),
      titleWay: 'guest-present-position',
    },
  )
}

/** LinkedIn's own two halves, where they are those of the name. */
function halvesOf({ metas }: GuestPage, name: string): NameParts | null {
  const isOfName =
    metas.first !== '' &&
    sameKey(name).includes(sameKey(metas.first)) &&
    sameKey(name).includes(sameKey(metas.last))
  const [first, last] = isOfName
    ? [metas.first, metas.last].map((half) => nameParts(half).words.join(' '))
    : []
  return first && last ? { first, last } : null
}

/** The person of the page's linked data, where it is this address's. */
const ldOf = ({ ld, slugs, url }: GuestPage): LinkedPerson | null =>
  linkedData(ld, slugs.ogUrl ?? slugOf(url) ?? '')

const NAME_WAYS: readonly Way<GuestPage>[] = [
  ['guest-heading', (page) => page.heading],
  [
    'guest-name-meta',
    ({ metas }, soFar) => {
      const name = `${metas.first} ${metas.last}`
      return soFar && isSameName(soFar, name) ? soFar : name
    },
  ],
  // the title goes on with company or headline: it can confirm the name, not give it
  ['title', (page, soFar) => (soFar && startsWith(page.title, soFar) ? soFar : null)],
  ['json-ld', (page) => ldOf(page)?.name],
]

const startsWith = (title: string, name: string): boolean =>
  title.toLowerCase().startsWith(name.toLowerCase()) && /^(\s+[-–—|]\s|$)/.test(title.slice(name.length))

const confirmedBy = (text: string, value: string | null): string | null =>
  value && sameKey(decodeTwice(text)).includes(sameKey(value)) ? value : null

/** Descriptions carry doubly escaped signs. */
const decodeTwice = (text: string): string =>
  text
    .replace(/&amp;/g, '&')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')

const HEADLINE_WAYS: readonly Way<GuestPage>[] = [
  ['guest-heading-beside-name', (page) => (page.headlines.length === 1 ? page.headlines[0] : null)],
  // without the heading the rest of the title is company or title, never the headline
  ['title', (page, soFar) => confirmedBy(page.title, soFar)],
  ['description', ({ metas }, soFar) => confirmedBy(metas.description || metas.ogDescription, soFar)],
]

const LOCATION_WAYS: readonly Way<GuestPage>[] = [
  ['guest-place-line', ({ place }) => (/^\p{Nd}[\p{Nd}.,\s]*[\p{L}+]*\s/u.test(place) ? null : place)],
  ['json-ld', (page) => ldOf(page)?.location],
  ['description', (page, soFar) => confirmedBy(page.metas.description, soFar)],
]

const COMPANY_WAYS: readonly Way<GuestPage>[] = [
  [
    'guest-topcard-company',
    (page) => {
      const line = page.company
      const known = page.positions.filter((item) => line && isSame(item.company, line))
      return known.length > 0 && !known.some(isPresent) ? null : line
    },
  ],
  [
    'guest-present-position',
    (page, soFar) => {
      const present = page.positions.filter(isPresent)
      // a header may spell the company otherwise than its items: then the items say nothing
      return soFar ? present.find((item) => isSame(item.company, soFar))?.company : present[0]?.company
    },
  ],
  ['json-ld', (page, soFar) => ldOf(page)?.companies.find((name) => soFar && isSame(name, soFar))],
  ['title', (page, soFar) => (soFar && page.title.includes(` - ${soFar}`) ? soFar : null)],
]

const SCHOOL_WAYS: readonly Way<GuestPage>[] = [
  ['guest-topcard-school', (page) => page.school],
  ['guest-first-school', (page) => page.schools[0]?.school],
]

const SLUG_WAYS: readonly Way<GuestPage>[] = [
  ['address', (page) => addressSlug(page.url)],
  ['canonical', (page) => page.slugs.canonical],
  ['guest-og-url', (page) => page.slugs.ogUrl],
  ['guest-join-link', (page) => page.slugs.join],
]

export const GUEST_WAYS: Ways<GuestPage> = {
  name: NAME_WAYS,
  headline: HEADLINE_WAYS,
  location: LOCATION_WAYS,
  currentCompany: COMPANY_WAYS,
  school: SCHOOL_WAYS,
  slug: SLUG_WAYS,
  memberId: [
    [
      'guest-report-link',
      ({ memberUrns }) =>
        new Set(memberUrns).size === 1 ? /\d{1,12}$/.exec(memberUrns[0] ?? '')?.[0] : null,
    ],
  ],
  followers: [['guest-counts', (page) => countsOf(page).followers]],
  connections: [['guest-counts', (page) => countsOf(page).connections]],
  about: [['guest-summary', (page) => page.about]],
}

/** «3M followers», «500+ connections» behind the place: the first and the second, or the one that ends in a plus. */
function countsOf(page: GuestPage): { followers: string | null; connections: string | null } {
  const counts = page.counts.filter((text) => NEAR.test(text)).flatMap((text) => countIn(text) ?? [])
  const [a, b] = counts
  if (counts.length === 2 && a && b) return { followers: a, connections: b }
  return { followers: null, connections: counts.length === 1 && a?.endsWith('+') ? a : null }
}

/** Counts begin their text, or follow one word. */
const NEAR = /^\P{Nd}{0,20}\p{Nd}/u
