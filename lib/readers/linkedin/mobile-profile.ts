import type { PersonFields, ReadResult } from '#lib/domain/capture.ts'
import { all, attr, first, isAfter, meta, textOf } from '../dom.ts'
import { isSame, settleAll, type Way, type Ways } from '../evidence.ts'
import { splitName } from '../person-name.ts'
import { unreadable, type Reader } from '../reader.ts'
import { isLinkedIn, slugOf } from './address.ts'
import { mobilePositions, mobileSchools } from './mobile-entries.ts'
import { addressSlug, proofOf } from './subject.ts'

type MobilePage = {
  readonly doc: Document
  readonly url: URL
  readonly heading: Element
  readonly card: Element
  readonly box: Element | null
}

/** Profiles of the mobile web: the first `h1` is the name, its section the top card; values in comments of `code`. */
export const mobileProfile: Reader = {
  id: 'linkedin-mobile-profile',
  matches: (url) => isLinkedIn(url) && slugOf(url.href) !== null,
  read: (doc, url) => {
    if (!/^p_\w+_profile/.test(meta(doc, 'pageKey'))) return null
    const heading = first(doc, 'main h1')
    const card = heading?.closest('section')
    if (!heading || !card) return null
    const box = all(card, '[data-vanity-name]', 20).find((el) => isAfter(heading, el)) ?? null
    return readPerson({ doc, url, heading, card, box })
  },
}

function readPerson(page: MobilePage): ReadResult {
  const fields: PersonFields = settleAll(MOBILE_WAYS, page)
  if (!fields.name) return unreadable(page.doc, mobileProfile.id, 'mwlite', ['name'])
  const split = splitName(fields.name.value)
  if (split) {
    fields.firstName = { value: split.first, strategy: 'name-split', confidence: 'likely' }
    fields.lastName = { value: split.last, strategy: 'name-split', confidence: 'likely' }
  }
  const experience = mobilePositions(page.doc)
  const education = mobileSchools(page.doc)
  const present = experience.find(
    (item) => item.isPresent && isSame(item.company, fields.currentCompany?.value ?? ''),
  )
  if (present)
    fields.currentTitle = { value: present.title, strategy: 'mobile-present-position', confidence: 'likely' }
  if (education[0])
    fields.school = { value: education[0].school, strategy: 'mobile-first-school', confidence: 'likely' }
  const websites = all(first(page.doc, '#contact-list'), 'a[href*="/redir/redirect"]', 10).flatMap(
    (link) => URL.parse(attr(link, 'href'), page.url.href)?.searchParams.get('url')?.slice(0, 2_000) ?? [],
  )
  const slugs = SLUG_WAYS.slice(1).map(([, read]) => read(page, null) ?? null)
  return {
    kind: 'person',
    generation: 'mwlite',
    reader: mobileProfile.id,
    fields,
    ...(experience.length > 0 && {
      experience: experience.map(({ title, company, start, end, location }) => ({
        title,
        company,
        start,
        end,
        location,
      })),
    }),
    ...(education.length > 0 && { education }),
    ...(websites.length > 0 && { contact: { emails: [], phones: [], websites } }),
    proof: proofOf(page.url, slugs, fields),
    notLoaded: [],
  }
}

/** Own texts of the blocks behind the heading, down to the action row: headline, company, place. */
function lines(page: MobilePage): { text: string; el: Element }[] {
  return all(page.card, 'span[dir],div', 80)
    .filter(
      (el) =>
        isAfter(page.heading, el) &&
        !el.contains(page.heading) &&
        !page.box?.contains(el) &&
        (!page.box || isAfter(el, page.box)),
    )
    .map((el) => ({ el, text: el.localName === 'span' ? textOf(el, { cap: 1_200 }) : ownText(el) }))
    .filter(({ text }) => text !== '')
}

function ownText(el: Element): string {
  let text = ''
  for (let node = el.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 3) text += node.nodeValue ?? ''
  return text.slice(0, 1_000).replace(/\s+/g, ' ').trim()
}

/** Values the page keeps in comments: `vanityName` is the subject, `memberUrn` the viewer. */
function kept(page: MobilePage, id: string): string | null {
  const comment = [...(first(page.doc, `code[id="${id}"]`)?.childNodes ?? [])].find(
    (node) => node.nodeType === 8,
  )
  return /^"([^"]{1,400})"$/.exec(comment?.nodeValue?.trim() ?? '')?.[1] ?? null
}

const SLUG_WAYS: readonly Way<MobilePage>[] = [
  ['address', (page) => addressSlug(page.url)],
  ['mobile-vanity-name', (page) => kept(page, 'vanityName')],
  ['mobile-box', (page) => attr(page.box, 'data-vanity-name')],
  ['canonical', (page) => slugOf(attr(first(page.doc, 'link[rel="canonical"]'), 'href'))],
]

const MOBILE_WAYS: Ways<MobilePage> = {
  name: [['mobile-heading', (page) => textOf(page.heading, { cap: 400 })]],
  slug: SLUG_WAYS,
  memberId: [
    ['mobile-box', (page) => /^urn:li:member:(\d{1,12})$/.exec(attr(page.box, 'data-member-urn'))?.[1]],
    [
      'mobile-report-link',
      (page) =>
        /member:(\d{1,12})$/.exec(
          attr(first(page.card, '[data-semaphore-content-type="PROFILE"]'), 'data-semaphore-content-urn'),
        )?.[1],
    ],
  ],
  headline: [
    ['mobile-first-line', (page) => lines(page).filter(({ el }) => el.localName === 'span')[0]?.text],
  ],
  currentCompany: [
    [
      'mobile-second-line',
      (page) => {
        const spans = lines(page).filter(({ el }) => el.localName === 'span')
        return spans.length === 2 && !isSame(spans[0]?.text ?? '', spans[1]?.text ?? '')
          ? spans[1]?.text
          : null
      },
    ],
  ],
  location: [
    [
      'mobile-place',
      (page) => {
        const places = lines(page).filter(({ el }) => el.localName === 'div' && first(el, 'span') !== null)
        return places.length === 1 ? places[0]?.text : null
      },
    ],
  ],
  about: [
    [
      'mobile-second-section',
      (page) => {
        const next = page.card.nextElementSibling
        return next?.localName === 'section' && !next.id
          ? textOf(first(next, 'div[dir]'), { cap: 10_000, lines: true, skip: 'button' })
          : null
      },
    ],
  ],
}
