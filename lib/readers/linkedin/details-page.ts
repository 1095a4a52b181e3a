import type { DetailsRead, SchoolingRead } from '#lib/domain/capture.ts'
import { all, attr, first, pageTitle } from '../dom.ts'
import type { Reader } from '../reader.ts'
import { isLinkedIn, MEMBER_ID, slugOf } from './address.ts'
import { embeddedPeople, type Embedded } from './embedded.ts'
import { positionsIn, schoolsIn, type Position } from './ember-entries.ts'
import { sduiPositions, sduiSchools } from './sdui-entries.ts'

/** A page of experience or education as it is seen. */
export type DetailsPage = {
  readonly kind: 'detailsPage'
  readonly url: string
  readonly page: Exclude<DetailsRead['page'], 'contact'>
  readonly isSdui: boolean
  readonly title: string
  /** Slug behind the list's key. */
  readonly keySlug: string
  readonly ids: Readonly<Record<'list' | 'card', string | null>>
  readonly json: Embedded | null
  readonly experience: readonly Position[]
  readonly education: readonly SchoolingRead[]
}

/** `/in/<slug>/details/experience/` and `…/education/`, of both generations. There is no top card; the address says whose it is. */
export const detailsPage: Reader<DetailsPage> = {
  id: 'linkedin-details-page',
  matches: (url) => isLinkedIn(url) && slugOf(url.href) !== null && pageOf(url) !== null,
  read: (doc, url) => {
    const page = pageOf(url)
    const root = first(doc, 'main') ?? doc.body
    if (!page || !root) return null
    const isSdui = first(root, '[componentkey^="entity-collection-item"]') !== null
    const experience = page === 'experience' ? (isSdui ? sduiPositions : positionsIn)(root) : []
    const education = page === 'education' ? (isSdui ? sduiSchools : schoolsIn)(root) : []
    if (experience.length + education.length === 0) return null
    const keys = all(doc, '[componentkey*="profile.card."]', 10).map(
      (el) => MEMBER_ID.exec(attr(el, 'componentkey'))?.[0] ?? null,
    )
    const list = attr(first(root, 'li[id^="profilePagedListComponent-"]'), 'id')
    return {
      kind: 'detailsPage',
      url: url.href,
      page,
      isSdui,
      title: pageTitle(doc),
      keySlug:
        /^profile_Experience\w*Section_(.+)$/.exec(
          attr(first(root, '[data-testid^="profile_Experience"]'), 'data-testid'),
        )?.[1] ?? '',
      ids: {
        list: MEMBER_ID.exec(list)?.[0] ?? null,
        card: new Set(keys).size === 1 ? (keys[0] ?? null) : null,
      },
      json: embeddedPeople(doc, slugOf(url.href)?.toLowerCase() ?? '', '', true)[0] ?? null,
      experience,
      education,
    }
  },
}

const pageOf = (url: URL): DetailsPage['page'] | null => {
  const name = /\/details\/(experience|education)(\/|$)/.exec(url.pathname)?.[1]
  return name === 'experience' || name === 'education' ? name : null
}
