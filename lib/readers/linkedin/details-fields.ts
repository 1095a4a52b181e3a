import type { DetailsRead } from '#lib/domain/capture.ts'
import { settleAll, type Ways } from '../evidence.ts'
import { splitName } from '../person-name.ts'
import type { DetailsPage } from './details-page.ts'
import type { Position } from './ember-entries.ts'
import { isPresent, plainPosition } from './finish.ts'
import { addressSlug } from './subject.ts'

/** What a page of experience or education tells of its person. */
export function detailsOf(page: DetailsPage): DetailsRead {
  const fields = settleAll(DETAILS_WAYS, page)
  const split = fields.name && splitName(fields.name.value, page.json?.firstName ? [page.json.firstName] : [])
  if (split) {
    fields.firstName = { value: split.first, strategy: 'name-split', confidence: 'likely' }
    if (split.last !== null)
      fields.lastName = { value: split.last, strategy: 'name-split', confidence: 'likely' }
  }
  return {
    kind: 'details',
    generation: page.isSdui ? 'sdui' : 'ember-artdeco',
    reader: 'linkedin-details-page',
    page: page.page,
    fields,
    ...(page.experience.length > 0 && {
      experience: page.experience.map(plainPosition),
    }),
    ...(page.education.length > 0 && { education: [...page.education] }),
  }
}

/** The newest entry, when it has not ended. */
const present = ({ experience: [newest] }: DetailsPage): Position | null =>
  newest && isPresent(newest) ? newest : null

const DETAILS_WAYS: Ways<DetailsPage> = {
  name: [
    ['json', (page) => page.json?.name],
    // «Experience | Ana Lima | LinkedIn»
    [
      'title',
      (page) => {
        const parts = page.title.split(' | ')
        return parts.length === 2 ? parts[1] : null
      },
    ],
  ],
  headline: [['json', (page) => page.json?.headline]],
  slug: [
    ['address', (page) => addressSlug(page.url)],
    ['sdui-testid', (page) => /^profile_Experience\w*Section_(.+)$/.exec(page.keySlug)?.[1]],
  ],
  memberId: [
    ['json', (page) => page.json?.memberId],
    ['details-list-id', (page) => page.ids.list[0]],
    ['sdui-card-key', ({ ids: { card } }) => (new Set(card).size === 1 ? card[0] : null)],
  ],
  currentCompany: [['newest-position', (page) => present(page)?.company]],
  currentTitle: [['newest-position', (page) => present(page)?.title]],
  companyLinkId: [
    ['newest-position', (page) => /\/company\/(\d+)/.exec(present(page)?.companyHref ?? '')?.[1]],
  ],
}
