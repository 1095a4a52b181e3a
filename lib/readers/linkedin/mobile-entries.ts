import type { PositionRead, SchoolingRead } from '#lib/domain/capture.ts'
import { all, first, textOf } from '../dom.ts'
import { parseDates, type Dates } from './dates.ts'

const POSITION =
  '[data-tracking-control-name^="profile-position"],[data-tracking-control-name^="experience-"],[data-tracking-control-name="see-more-experience"]'
const SCHOOL = '[data-tracking-control-name="view-education"]'

/** Positions of the mobile web: items nested twice; a group names the company once, above its roles. */
export function mobilePositions(doc: Document): PositionRead[] {
  return innermost(sectionWith(doc, POSITION)).flatMap((item) => {
    const rows = rowsOf(item)
    const at = rows.findIndex((row) => datesIn(row) !== null)
    const title = said(rows[0])
    const outer = item.parentElement?.closest('li')
    const company = at === 2 ? said(rows[1]) : at === 1 ? said(outer ? rowsOf(outer)[0] : undefined) : ''
    const dates = rows[at] ? datesIn(rows[at]) : null
    if (!title || !company || !dates) return []
    return [
      {
        title,
        company,
        start: dates.start,
        end: dates.end,
        location: said(rows[at + 1]) || null,
      },
    ]
  })
}

export function mobileSchools(doc: Document): SchoolingRead[] {
  return innermost(sectionWith(doc, SCHOOL)).flatMap((item) => {
    const [school, degree] = rowsOf(item)
    const name = said(school)
    if (!name) return []
    const parts =
      degree && !datesIn(degree)
        ? all(degree, 'span[dir]', 4)
            .map((span) => textOf(span, { cap: 200 }))
            .filter(Boolean)
        : []
    return [{ school: name, degree: parts.join(', ') || null }]
  })
}

const sectionWith = (doc: Document, mark: string): Element | null =>
  first(doc, `main section li :is(${mark})`)?.closest('section') ?? null

const innermost = (section: Element | null): Element[] =>
  all(section, 'ol li', 200).filter((item) => first(item, 'li') === null)

/** Blocks of an item itself that hold nothing but spans. */
const rowsOf = (item: Element): Element[] =>
  all(item, 'div', 60).filter(
    (div) =>
      div.closest('li') === item &&
      div.children.length > 0 &&
      [...div.children].every((child) => child.localName === 'span') &&
      textOf(div) !== '',
  )

const said = (row: Element | undefined): string => (row ? textOf(row) : '')

/** The two halves of a range stand in spans of their own, the duration behind them. */
function datesIn(row: Element): Dates | null {
  const [from, to] = all(row, 'span', 4).map((span) => textOf(span, { cap: 60 }))
  if (!from) return null
  return parseDates(/[-–—]$/.test(from) && to ? `${from} ${to}` : from)
}
