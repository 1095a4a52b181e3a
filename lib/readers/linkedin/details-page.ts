import type { DetailsRead, SchoolingRead } from '#lib/domain/capture.ts'
import { all, attr, first, pageTitle } from '../dom.ts'
import { isLinkedIn, MEMBER_ID, slugOf } from './address.ts'
import type { Embedded } from './embedded.ts'
import type { Position } from './ember-entries.ts'

/** A page of experience or education as it is seen. There is no top card; the address says whose it is. */
export type DetailsPage = {
  readonly kind: 'detailsPage'
  readonly url: string
  readonly page: Exclude<DetailsRead['page'], 'contact'>
  readonly isSdui: boolean
  readonly title: string
  /** Slug behind the list's key. */
  readonly keySlug: string
  /** Ids in the key of the list and in those of the cards, all of them. */
  readonly ids: Readonly<Record<'list' | 'card', readonly (string | null)[]>>
  readonly json: Embedded | null
  readonly experience: readonly Position[]
  readonly education: readonly SchoolingRead[]
}

export const isDetails = (url: URL): boolean =>
  isLinkedIn(url) && slugOf(url.href) !== null && PATH.test(url.pathname)

const PATH = /\/details\/(experience|education)(\/|$)/

/** What stands around the entries; null where there are none. */
export function detailsSeen(
  doc: Document,
  url: URL,
  isSdui: boolean,
  positions: (root: Element) => Position[],
  schools: (root: Element) => SchoolingRead[],
  person: Embedded | null = null,
): DetailsPage | null {
  const root = first(doc, 'main') ?? doc.body
  const isWork = PATH.exec(url.pathname)?.[1] === 'experience'
  const experience = isWork && root ? positions(root) : []
  const education = !isWork && root ? schools(root) : []
  if (experience.length + education.length === 0) return null
  const ids = (selector: string, name: string): (string | null)[] =>
    all(doc, selector, 10).map((el) => MEMBER_ID.exec(attr(el, name))?.[0] ?? null)
  return {
    kind: 'detailsPage',
    url: url.href,
    page: isWork ? 'experience' : 'education',
    isSdui,
    title: pageTitle(doc),
    keySlug: attr(first(root, '[data-testid^="profile_Experience"]'), 'data-testid'),
    ids: {
      list: ids('main li[id^="profilePagedListComponent-"]', 'id'),
      card: ids('[componentkey*="profile.card."]', 'componentkey'),
    },
    json: person,
    experience,
    education,
  }
}
