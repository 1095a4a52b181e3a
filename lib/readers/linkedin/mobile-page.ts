import type { PositionRead, SchoolingRead } from '#lib/domain/capture.ts'
import { all, attr, first, isAfter, meta, textOf } from '../dom.ts'
import type { Reader } from '../reader.ts'
import { isProfile, slugOf } from './address.ts'
import { mobilePositions, mobileSchools } from './mobile-entries.ts'

/** A profile of the mobile web as it is seen. */
export type MobilePage = {
  readonly kind: 'mobile'
  readonly url: string
  readonly heading: string
  /** Own texts of the spans behind the heading, down to the action row; those of the blocks that hold a span. */
  readonly spans: readonly string[]
  readonly places: readonly string[]
  readonly slugs: Readonly<Record<'kept' | 'box' | 'canonical', string | null>>
  readonly urns: Readonly<Record<'box' | 'report', string>>
  readonly about: string
  readonly positions: readonly PositionRead[]
  readonly schools: readonly SchoolingRead[]
  readonly websites: readonly string[]
}

/** Profiles of the mobile web: the first `h1` is the name, its section the top card; values in comments of `code`. */
export const mobileProfile: Reader<MobilePage> = {
  id: 'linkedin-mobile-profile',
  matches: isProfile,
  read: mobilePage,
}

function mobilePage(doc: Document, url: URL): MobilePage | null {
  if (!/^p_\w+_profile/.test(meta(doc, 'pageKey')) && !keptSlug(doc)) return null
  // the card that says whose it is, where one does
  const own = first(doc, 'main [data-vanity-name]') ? 'section:has([data-vanity-name])' : ''
  const heading = first(doc, `main ${own} h1`)
  const card = heading?.closest('section')
  if (!heading || !card) return null
  const box = all(card, '[data-vanity-name]', 20).find((el) => isAfter(heading, el)) ?? null
  const behind = all(card, 'span[dir],div', 80).filter(
    (el) => isAfter(heading, el) && !el.contains(heading) && !box?.contains(el) && (!box || isAfter(el, box)),
  )
  const about = card.nextElementSibling
  const isSpan = (el: Element): boolean => el.localName === 'span'
  return {
    kind: 'mobile',
    url: url.href,
    heading: textOf(heading),
    spans: behind
      .filter(isSpan)
      .map((el) => textOf(el, { cap: 1_200 }))
      .filter(Boolean),
    places: behind
      .filter((el) => !isSpan(el) && first(el, 'span'))
      .map(ownText)
      .filter(Boolean),
    slugs: {
      kept: keptSlug(doc),
      box: attr(box, 'data-vanity-name'),
      canonical: slugOf(attr(first(doc, 'link[rel="canonical"]'), 'href')),
    },
    urns: {
      box: attr(box, 'data-member-urn'),
      report: attr(first(card, '[data-semaphore-content-type="PROFILE"]'), 'data-semaphore-content-urn'),
    },
    about:
      about?.localName === 'section' && !about.id
        ? textOf(first(about, 'div[dir]'), { cap: 10_000, lines: true, skip: 'button' })
        : '',
    positions: mobilePositions(doc),
    schools: mobileSchools(doc),
    websites: all(first(doc, '#contact-list'), 'a[href*="/redir/redirect"]', 10).flatMap(
      (link) => URL.parse(attr(link, 'href'), url.href)?.searchParams.get('url')?.slice(0, 2_000) ?? [],
    ),
  }
}

function ownText(el: Element): string {
  let text = ''
  for (let node = el.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 3) text += node.nodeValue ?? ''
  return text.slice(0, 1_000).replace(/\s+/g, ' ').trim()
}

/** The page keeps values in comments: `vanityName` is the subject, `memberUrn` the viewer. */
function keptSlug(doc: Document): string | null {
  const comment = [...(first(doc, 'code#vanityName')?.childNodes ?? [])].find((node) => node.nodeType === 8)
  return /^"([^"]{1,400})"$/.exec(comment?.nodeValue?.trim() ?? '')?.[1] ?? null
}
