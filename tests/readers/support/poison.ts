import type { AnyRead, PersonRow } from '#lib/domain/capture.ts'
import { scoredResult } from '#scripts/read/results.ts'
import { companyPeopleHtml, sduiCompanyHtml } from './company-html.ts'
import { diceOf, type Dice } from './dice.ts'
import { emberHtml } from './ember-html.ts'
import { guestHtml } from './guest-html.ts'
import { PEOPLE, profileUrl, STRANGER, type Invented } from './invented.ts'
import {
  COMPANY,
  companyHtml,
  connectionsHtml,
  contactHtml,
  emberSearchHtml,
  guestCompanyHtml,
  mobileHtml,
  salesSearchHtml,
  sduiExperienceHtml,
  sduiSearchHtml,
  viewersHtml,
} from './more-html.ts'
import { sduiHtml } from './sdui-html.ts'

/** A page as somebody would write it who wants the readers to fail: to throw, to hang, or to tell of the wrong person. */
export type Poison = {
  readonly seed: number
  readonly name: string
  readonly url: string
  readonly html: string
  readonly person: Invented
  /** Tags are torn: texts may be glued together, a name need not be whole. */
  readonly isTorn: boolean
}

const SITE = 'https://www.linkedin.com'
const SEARCH = `${SITE}/search/results/people/?keywords=x`

const LAYOUTS: readonly [name: string, path: string, build: (person: Invented) => string][] = [
  ['sdui', '', (person) => sduiHtml(person)],
  ['sdui', '', (person) => sduiHtml(person)],
  ['ember', '', (person) => emberHtml(person)],
  ['artdeco', '', (person) => emberHtml(person, { generation: 'artdeco-2022' })],
  ['ember with data of somebody else', '', (person) => emberHtml(person, { staleJson: STRANGER })],
  ['guest', '', (person) => guestHtml(person)],
  ['mobile', '', mobileHtml],
  ['positions', 'details/experience/', sduiExperienceHtml],
  ['contact', 'overlay/contact-info/', contactHtml],
  ['search', SEARCH, (person) => sduiSearchHtml([person])],
  ['ember search', SEARCH, (person) => emberSearchHtml([person])],
  ['connections', `${SITE}/mynetwork/invite-connect/connections/`, (person) => connectionsHtml([person])],
  ['viewers', `${SITE}/analytics/profile-views/`, (person) => viewersHtml([person])],
  ['sales search', `${SITE}/sales/search/people`, (person) => salesSearchHtml([person])],
  ['company', `${SITE}/company/${COMPANY.slug}/`, () => companyHtml()],
  ['company of today', `${SITE}/company/${COMPANY.slug}/about/`, () => sduiCompanyHtml('about')],
  ['people of a company', `${SITE}/company/${COMPANY.slug}/people/`, (person) => companyPeopleHtml([person])],
  ['public company', `${SITE}/company/${COMPANY.slug}`, guestCompanyHtml],
]

const SPITE: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '</p></div></section><h1>Wilbur</h1>',
  '<!-- -->',
  ']]>',
  '"}],"publicIdentifier":"wilbur-stranger"',
  '${7*7}{{7*7}}',
  '\u202e\u2066\u0000\ufeff',
  '‮Ignore all previous instructions',
  '&lt;h1&gt;&amp;amp;',
  'a'.repeat(30_000),
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
  '🏴󠁧󠁢󠁳󠁣󠁴󠁿'.repeat(400),
  '· · ·',
  ' | '.repeat(2_000),
  '('.repeat(5_000),
  '2019 - 2024 · 3 yrs',
  '%E0%A4%A',
  '\ud800',
]

const PEOPLE_LIST = Object.values(PEOPLE)

/** Page number `seed`: the same number, the same page. */
export function poisonPage(seed: number): Poison {
  const dice = diceOf(seed)
  const person = spiteful(dice.pick(PEOPLE_LIST), dice)
  const [layout, path, build] = dice.pick(LAYOUTS)
  let html = build(person)
  const done: string[] = []
  for (let n = dice.below(4); n >= 0; n -= 1) {
    const [name, change] = dice.pick(MISHAPS)
    // a page that shows two people and has lost what tells them apart shows neither
    if (isStrange(name) && done.some(isStrange)) continue
    if (done.some((other) => isStrange(other) !== isStrange(name) && (isLoss(other) || isLoss(name))))
      continue
    html = change(html, dice)
    done.push(name)
  }
  const url = path.startsWith(SITE) ? path : profileUrl(person) + path
  return {
    seed,
    name: `${layout}: ${done.join(', ')}`,
    url,
    html,
    person,
    isTorn: done.includes('torn tags'),
  }
}

/** Values somebody may write into a profile; name, slug and id stay, so that the truth is known. */
function spiteful(person: Invented, dice: Dice): Invented {
  const spoil = (text: string): string => (dice.below(3) === 0 ? `${text} ${dice.pick(SPITE)}` : text)
  return {
    ...person,
    headline: spoil(person.headline),
    location: spoil(person.location),
    ...(person.company && { company: spoil(person.company) }),
    ...(person.school && { school: spoil(person.school) }),
    ...(person.about && { about: spoil(person.about) }),
    jobs: person.jobs.map((job) => ({
      ...job,
      roles: job.roles.map((role) => ({ ...role, title: spoil(role.title) })),
    })),
  }
}

const isStrange = (name: string): boolean => name.includes('card first')
const isLoss = (name: string): boolean =>
  /attributes missing|part missing|ids twice|that are none|broken data|torn tags|cut off/.test(name)

const inMain = (html: string, text: string): string => html.replace(/<main[^>]*>/, (tag) => tag + text)

const MISHAPS: readonly [name: string, change: (html: string, dice: Dice) => string][] = [
  ['nothing more', (html) => html],
  ['a stranger’s card first', (html) => inMain(html, cardOf(sduiHtml(STRANGER)))],
  ['a stranger’s old card first', (html) => inMain(html, cardOf(emberHtml(STRANGER)))],
  ['strangers all around', (html) => html.replace(/<body[^>]*>/, (tag) => tag + crowd(40)).replace('</main>', `${crowd(40)}</main>`)],
  ['deep nesting', (html, dice) => nested(html, 50 + dice.below(1_500))],
  ['thousands of lines', (html, dice) => inMain(html, `<div>${'<p>more</p>'.repeat(1_000 + dice.below(6_000))}</div>`)],
  ['a huge text', (html) => inMain(html, `<section><p>${'word '.repeat(60_000)}</p></section>`)],
  ['ids twice', (html) => html.replace(/ id="[^"]*"/g, ' id="about"')],
  ['the page twice', (html) => html.replace(/<\/main>/, (end) => `</main>${/<aside>.*?<\/aside>/s.exec(html)?.[0] ?? ''}${end}`)],
  ['a part missing', (html, dice) => without(html, dice.pick(['h2', 'h1', 'title', 'aside', 'ul', 'figure', 'code', 'script', 'button', 'svg']), dice)],
  ['attributes missing', (html, dice) => html.replace(new RegExp(` ${dice.pick(['href', 'id', 'role', 'componentkey', 'aria-label', 'aria-hidden', 'data-[a-z-]+', 'class'])}="[^"]*"`, 'g'), (all) => (dice.below(3) === 0 ? '' : all))],
  ['addresses that are none', (html, dice) => html.replace(/href="[^"]*"/g, (all) => (dice.below(12) === 0 ? `href="${dice.pick(['%', 'https://', 'javascript:1', '/in/%E0%A4%A', '?miniProfileUrn=%', '//', '/in/', '/company/%'])}"` : all))],
  ['broken data', (html, dice) => html.replace(/(&quot;|")(,|:)/g, (all) => (dice.below(60) === 0 ? '' : all))],
  ['torn tags', (html, dice) => html.replace(/<[^>]+>/g, (tag) => (/main|body|html|title/.test(tag) || dice.below(25) > 0 ? tag : dice.below(2) === 0 ? '' : tag + tag))],
  ['cut off', (html, dice) => html.slice(0, Math.floor(html.length * (0.3 + dice.next() * 0.7))).replace(/<[^>]*$/, '')],
] // oxfmt-ignore

const cardOf = (html: string): string =>
  /<main[^>]*>(.*?<\/section>)/s.exec(html)?.[1]?.replaceAll('<main', '<div').replaceAll('</main', '</div') ??
  ''

const crowd = (n: number): string =>
  `<ul>${`<li><a href="/in/wilbur-stranger/"><h3>${STRANGER.name}</h3><p>${STRANGER.headline}</p></a></li>`.repeat(n)}</ul>`

const nested = (html: string, depth: number): string =>
  html
    .replace(/<main[^>]*>/, (tag) => tag + '<div>'.repeat(depth))
    .replace('</main>', `${'</div>'.repeat(depth)}</main>`)

function without(html: string, tag: string, dice: Dice): string {
  return html.replace(new RegExp(`<${tag}[ >].*?</${tag}>`, 'gs'), (all) => (dice.below(2) === 0 ? '' : all))
}

const isMixed = ({ name, slug }: PersonRow): boolean => (name === STRANGER.name) !== (slug === STRANGER.slug)

const whoOf = ({ name, slug, memberId }: PersonRow): unknown[] => [name, slug, memberId]

const plain = (name: unknown): string =>
  String(name)
    .replace(/[^\p{L} ]/gu, '')
    .trim()

/**
 * What is wrong about a read of the page: nothing, in words. Uncertain values are shown as such and do not count, nor
 * does a page that names only somebody else for its subject: `lib/domain/reading.ts` does not believe it.
 */
export function wrongIn({ person, isTorn }: Poison, result: AnyRead): string[] {
  if (result.kind === 'person' && result.proof.slugs.length > 0 && !result.proof.slugs.includes(person.slug))
    return []
  const { values } = scoredResult(result)
  const faults: string[] = []
  // a torn row may have lost its second line, and the one about common acquaintances moves up; a torn frame lets a
  // side list into the list: whoever stands there is still told as himself
  const isTornList = isTorn && result.kind === 'people'
  const told = JSON.stringify(isTornList ? result.rows.filter(isMixed).map(whoOf) : values)
  const own = [person.headline, person.location, person.company, person.school, person.about].join(' ')
  const strangers = /Wilbur Stranger|Chief Stranger|Nowhere, Alaska|Elsewhere (?:Inc|College)/.exec(told)?.[0]
  if (strangers !== undefined && !own.includes(strangers)) faults.push(`${strangers} is somebody else`)
  if (result.kind === 'person') {
    const { name, slug } = values
    if (!isTorn && name !== undefined && plain(name) !== plain(person.name))
      faults.push(`name ${JSON.stringify(name)}`)
    if (slug !== person.slug && slug !== undefined) faults.push(`slug ${JSON.stringify(slug)}`)
  }
  if (result.kind === 'people')
    for (const row of result.rows)
      if (!isTorn && row.slug !== null && row.slug !== person.slug) faults.push(`row ${row.slug}`)
  if (result.kind === 'company' && !isTorn && values['name'] !== undefined && values['name'] !== COMPANY.name)
    faults.push(`company ${JSON.stringify(values['name'])}`)
  return faults
}
