import type { PersonFields, PersonRead } from '#lib/domain/capture.ts'
import { isSame, isSameName, settleAll, type Way, type Ways } from '../evidence.ts'
import { memberNumber } from './address.ts'
import type { Embedded } from './embedded.ts'
import { countIn } from './counts.ts'
import type { EmberPage } from './ember-page.ts'
import { finished, isPresent, plainPosition } from './finish.ts'
import { addressSlug } from './subject.ts'
import { employerKind } from './words.ts'

/** Who an ember profile shows. */
export function emberPerson(seen: EmberPage): PersonRead | null {
  const page = { ...seen, employers: knownEmployers(seen) }
  const fields: PersonFields = settleAll(EMBER_WAYS, page)
  const json = jsonOf(page)
  const { positions, schools } = page
  return finished(
    page.url,
    {
      kind: 'person',
      generation: page.isHashed ? 'ember-hashed' : 'ember-artdeco',
      reader: 'linkedin-ember-profile',
      fields,
      // a card that is not there says nothing
      ...(positions.length > 0 && {
        experience: positions.map(plainPosition),
      }),
      ...(schools.length > 0 && { education: [...schools] }),
      notLoaded: [],
    },
    {
      labels: json?.firstName ? [json.firstName] : page.labels,
      slugs: SLUG_WAYS.slice(1).map(([, read]) => read(page, null)),
      titleWay: 'ember-present-position',
      titleFromHeadline: true,
    },
  )
}

/** Without the contact link nothing bounds the place of the two: then only what a label names counts. */
const knownEmployers = (page: EmberPage): EmberPage['employers'] =>
  page.employers
    .filter(
      ({ text, label, kind }) =>
        page.hasContact || kind !== '' || employerKind(label.replace(text, '')) !== '',
    )
    .slice(0, 2)

/** The one of the heading's name; the heading's own order of the words is the one that is shown. */
function jsonOf(page: EmberPage): Embedded | null {
  const person = page.people.find(({ name }) => isSameName(name, page.heading))
  return person ? { ...person, name: page.heading } : null
}

const SLUG_WAYS: readonly Way<EmberPage>[] = [
  ['address', (page) => addressSlug(page.url)],
  ['ember-contact-link', (page) => page.slugs.contact],
  ['ember-verification-link', (page) => page.slugs.verification],
  ['ember-section-link', (page) => page.slugs.section],
]

const MEMBER_WAYS: readonly Way<EmberPage>[] = [
  ['ember-id-of-number', (page) => page.ids.ofNumber],
  [
    'ember-profile-link',
    ({ ids: { ofLinks }, number }) =>
      ofLinks && (!number || String(memberNumber(ofLinks)) === number) ? ofLinks : null,
  ],
  [
    'ember-number',
    (page, soFar) =>
      soFar && page.number === String(memberNumber(soFar)) ? soFar : soFar ? null : page.number,
  ],
]

const HEADLINE_WAYS: readonly Way<EmberPage>[] = [
  ['ember-headline-target', (page) => page.headlines[0]],
  ['ember-block-after-heading', (page) => page.headlines[1]],
  ['json', (page) => jsonOf(page)?.headline],
]

const LOCATION_WAYS: readonly Way<EmberPage>[] = [
  ['ember-before-contact', (page) => page.places[0]],
  ['ember-contact-row', (page) => page.places[1]],
  ['json', (page) => jsonOf(page)?.location],
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
        kind === 'experience' ? presentCompanies(page) : page.schools.slice(0, 3).map(({ school }) => school)
      const told = texts.filter((text) => known.some((name) => isSame(name, text)))
      if (told.length === 1) return told[0]
      return texts.length === 0 && kind === 'experience' && new Set(known).size === 1 ? known[0] : null
    },
  ],
]

const presentCompanies = (page: EmberPage): string[] =>
  page.positions.filter(isPresent).map((position) => position.company)

export const EMBER_WAYS: Ways<EmberPage> = {
  name: [
    ['ember-heading', (page) => page.heading],
    ['title', (page) => page.title],
    ['json', (page) => jsonOf(page)?.name],
    [
      'ember-verification-label',
      ({ verificationLabel, heading }) => (isSame(verificationLabel, heading) ? verificationLabel : null),
    ],
  ],
  headline: HEADLINE_WAYS,
  location: LOCATION_WAYS,
  currentCompany: employerWays('experience'),
  school: employerWays('education'),
  slug: SLUG_WAYS,
  memberId: MEMBER_WAYS,
  about: [['ember-about-card', (page) => page.about]],
  pronouns: [['ember-brackets', (page) => pronounsOf(page)]],
  connectionDegree: [['ember-badge', degreeOf]],
  followers: [
    ['ember-counts', (page) => countsOf(page).followers],
    ['ember-activity-card', (page) => countIn(page.activity)],
  ],
  connections: [['ember-counts', (page) => countsOf(page).connections]],
  companyLinkId: [['ember-present-position', companyIdOf]],
}

/** Badges stand in the heading's row: the visible one holds a single digit from 1 to 3. */
function degreeOf(page: EmberPage): string | null {
  const digits = page.badges.map((text) => /^\P{Nd}*([1-3])\P{Nd}*$/u.exec(text)?.[1]).filter(Boolean)
  return digits.length === 1 ? (['1st', '2nd', '3rd'][Number(digits[0]) - 1] ?? null) : null
}

const pronounsOf = (page: EmberPage): string | null =>
  page.asides.map((text) => /^[(（]([^()]{2,40})[)）]$/.exec(text)?.[1]).find(Boolean) ?? null

/** Followers and connections: the list below the location; one item alone is connections when it says so by its number. */
function countsOf(page: EmberPage): { followers: string | null; connections: string | null } {
  const numbers = page.counts.map(connectionsIn).filter((count) => count !== null)
  const [a, b] = numbers
  if (numbers.length === 2 && a && b) return { followers: a, connections: b }
  return { followers: null, connections: a?.endsWith('+') ? a : null }
}

/** «+ de 500» puts the plus in front. */
const connectionsIn = (text: string): string | null => {
  const count = text.length > 40 ? null : countIn(text)
  return count === '500' && text.includes('+') ? '500+' : count
}

function companyIdOf(page: EmberPage): string | null {
  const company = page.employers[0]?.text
  const position = page.positions.find((item) => isPresent(item) && company && isSame(item.company, company))
  return /\/company\/(\d+)/.exec(position?.companyHref ?? '')?.[1] ?? null
}
