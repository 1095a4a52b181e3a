import type { PersonFields, PersonRead } from '#lib/domain/capture.ts'
import { isSame, settleAll, type Way, type Ways } from '../evidence.ts'
import { finished } from './finish.ts'
import type { MobilePage } from './mobile-page.ts'
import { addressSlug } from './subject.ts'

/** Whom a profile of the mobile web shows. */
export function mobilePerson(page: MobilePage): PersonRead | null {
  const fields: PersonFields = settleAll(MOBILE_WAYS, page)
  const { positions, schools, websites } = page
  return finished(
    page.url,
    {
      kind: 'person',
      generation: 'mwlite',
      reader: 'linkedin-mobile-profile',
      fields,
      ...(positions.length > 0 && { experience: [...positions] }),
      ...(schools.length > 0 && { education: [...schools] }),
      ...(websites.length > 0 && { contact: { emails: [], phones: [], websites: [...websites] } }),
      notLoaded: [],
    },
    {
      slugs: SLUG_WAYS.slice(1).map(([, read]) => read(page, null)),
      titleWay: 'mobile-present-position',
    },
  )
}

const SLUG_WAYS: readonly Way<MobilePage>[] = [
  ['address', (page) => addressSlug(page.url)],
  ['mobile-vanity-name', (page) => page.slugs.kept],
  ['mobile-box', (page) => page.slugs.box],
  ['canonical', (page) => page.slugs.canonical],
]

const MOBILE_WAYS: Ways<MobilePage> = {
  name: [['mobile-heading', (page) => page.heading]],
  slug: SLUG_WAYS,
  memberId: [
    ['mobile-box', (page) => /^urn:li:member:(\d{1,12})$/.exec(page.urns.box)?.[1]],
    ['mobile-report-link', (page) => /member:(\d{1,12})$/.exec(page.urns.report)?.[1]],
  ],
  headline: [['mobile-first-line', (page) => page.spans[0]]],
  currentCompany: [
    [
      'mobile-second-line',
      ({ spans: [a = '', b = '', more] }) => (more === undefined && b && !isSame(a, b) ? b : null),
    ],
  ],
  school: [['mobile-first-school', (page) => page.schools[0]?.school]],
  location: [['mobile-place', ({ places: [only, more] }) => (more === undefined ? only : null)]],
  about: [['mobile-second-section', (page) => page.about]],
}
