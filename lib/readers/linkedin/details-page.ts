import type { DetailsRead, PositionRead, SchoolingRead } from '#lib/domain/capture.ts'
import { all, attr, first, pageTitle } from '../dom.ts'
import { settleAll, type Ways } from '../evidence.ts'
import { splitName } from '../person-name.ts'
import type { AnyReader } from '../reader.ts'
import { isLinkedIn, MEMBER_ID, slugOf } from './address.ts'
import { embeddedPerson, type Embedded } from './embedded.ts'
import { asRead, positionsIn, schoolsIn } from './ember-entries.ts'
import { sduiPositions, sduiSchools } from './sdui-entries.ts'
import { addressSlug } from './subject.ts'

type DetailsPage = {
  readonly doc: Document
  readonly url: URL
  readonly root: Element
  readonly json: Embedded | null
  readonly experience: readonly (PositionRead & { isPresent: boolean; companyHref: string })[]
}

/** `/in/<slug>/details/experience/` and `…/education/`, of both generations. There is no top card; the address says whose it is. */
export const detailsPage: AnyReader = {
  id: 'linkedin-details-page',
  matches: (url) => isLinkedIn(url) && slugOf(url.href) !== null && pageOf(url) !== null,
  read: (doc, url) => {
    const page = pageOf(url)
    const root = first(doc, 'main') ?? doc.body
    if (!page || !root) return null
    const isSdui = first(root, '[componentkey^="entity-collection-item"]') !== null
    const experience = page === 'experience' ? (isSdui ? sduiPositions(root) : emberPositions(root)) : []
    const education = page === 'education' ? (isSdui ? sduiSchools(root) : schoolsIn(root)) : []
    if (experience.length + education.length === 0) return null
    return detailsRead(
      {
        doc,
        url,
        root,
        json: embeddedPerson(doc, slugOf(url.href)?.toLowerCase() ?? '', '', ''),
        experience,
      },
      page,
      isSdui,
      education,
    )
  },
}

const pageOf = (url: URL): 'experience' | 'education' | null => {
  const name = /\/details\/(experience|education)(\/|$)/.exec(url.pathname)?.[1]
  return name === 'experience' || name === 'education' ? name : null
}

const emberPositions = (root: Element): DetailsPage['experience'] =>
  positionsIn(root).map((item) => ({
    ...asRead(item),
    isPresent: item.dates?.isPresent ?? false,
    companyHref: item.companyHref,
  }))

function detailsRead(
  page: DetailsPage,
  kind: 'experience' | 'education',
  isSdui: boolean,
  education: readonly SchoolingRead[],
): DetailsRead {
  const fields = settleAll(DETAILS_WAYS, page)
  const split = fields.name && splitName(fields.name.value, page.json?.firstName ? [page.json.firstName] : [])
  if (split) {
    fields.firstName = { value: split.first, strategy: 'name-split', confidence: 'likely' }
    fields.lastName = { value: split.last, strategy: 'name-split', confidence: 'likely' }
  }
  return {
    kind: 'details',
    generation: isSdui ? 'sdui' : 'ember-artdeco',
    reader: detailsPage.id,
    page: kind,
    fields,
    ...(page.experience.length > 0 && {
      experience: page.experience.map(({ title, company, start, end, location }) => ({
        title,
        company,
        start,
        end,
        location,
      })),
    }),
    ...(education.length > 0 && { education: [...education] }),
  }
}

/** The newest entry, when it has not ended. */
const present = (page: DetailsPage): DetailsPage['experience'][number] | null => {
  const [newest] = page.experience
  return newest?.isPresent ? newest : null
}

const DETAILS_WAYS: Ways<DetailsPage> = {
  name: [
    ['json', (page) => page.json?.name],
    // «Experience | Ana Lima | LinkedIn»
    [
      'title',
      (page) => {
        const parts = pageTitle(page.doc).split(' | ')
        return parts.length === 2 ? parts[1] : null
      },
    ],
  ],
  headline: [['json', (page) => page.json?.headline]],
  slug: [
    ['address', (page) => addressSlug(page.url)],
    [
      'sdui-testid',
      (page) =>
        /^profile_Experience\w*Section_(.+)$/.exec(
          attr(first(page.root, '[data-testid^="profile_Experience"]'), 'data-testid'),
        )?.[1],
    ],
  ],
  memberId: [
    ['json', (page) => page.json?.memberId],
    [
      'details-list-id',
      (page) => MEMBER_ID.exec(attr(first(page.root, 'li[id^="profilePagedListComponent-"]'), 'id'))?.[0],
    ],
    [
      'sdui-card-key',
      (page) => {
        const keys = all(page.doc, '[componentkey*="profile.card."]', 10).map(
          (el) => MEMBER_ID.exec(attr(el, 'componentkey'))?.[0],
        )
        return new Set(keys).size === 1 ? keys[0] : null
      },
    ],
  ],
  currentCompany: [['newest-position', (page) => present(page)?.company]],
  currentTitle: [['newest-position', (page) => present(page)?.title]],
  companyLinkId: [
    ['newest-position', (page) => /\/company\/(\d+)/.exec(present(page)?.companyHref ?? '')?.[1]],
  ],
}
