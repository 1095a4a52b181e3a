import { all, attr, first, isElement, textOf } from '../dom.ts'
import type { PositionRead, SchoolingRead } from '#lib/domain/capture.ts'
import { isDateLine, parseDates } from './dates.ts'

export type Position = PositionRead & { readonly companyHref: string }

/** The section around an empty anchor `div`, whose id is English in every language. */
export function sectionOf(doc: Document, id: string): Element | null {
  const anchor = all(doc, `main #${id}`, 3).find((el) => el.localName === 'div')
  return anchor?.closest('section') ?? null
}

/** Positions in a section or details list: single entries and groups with one company and several roles. */
export function positionsIn(root: Element | null): Position[] {
  return entriesIn(root)
    .flatMap((entry) => {
      const roles = rolesOf(entry)
      return roles.length > 0 ? roles : (singleOf(entry) ?? [])
    })
    .slice(0, 200)
}

export function schoolsIn(root: Element | null): SchoolingRead[] {
  return entriesIn(root).flatMap((entry) => {
    const [school, degree] = linesOf(entry)
    if (!school) return []
    return [{ school, degree: degree && !isDateLine(degree) ? degree : null }]
  })
}

/** Top entries: list items that stand in no other list item. */
function entriesIn(root: Element | null): Element[] {
  return all(root, 'li', 600).filter((li) => {
    const outer = li.parentElement?.closest('li')
    return (!outer || !root?.contains(outer)) && linesOf(li).length > 0
  })
}

/** Visible texts of an entry itself, in order: not those of lists nested in it. */
function linesOf(entry: Element): string[] {
  return all(entry, 'span[aria-hidden="true"]', 60)
    .filter(
      (span) => span.closest('li') === entry && !span.parentElement?.closest('span[aria-hidden="true"]'),
    )
    .map((span) => textOf(span, { cap: 600 }))
    .filter(Boolean)
}

function singleOf(entry: Element): Position | null {
  const lines = linesOf(entry)
  const at = lines.findIndex((line, i) => i > 0 && isDateLine(line))
  const [title, employer] = lines
  if (at !== 2 || !title || !employer) return null
  return { title, company: companyIn(employer, entry), ...placed(lines, at), companyHref: companyHref(entry) }
}

/** A group: company first, then a total without a date, then its roles as nested entries that carry dates. */
function rolesOf(entry: Element): Position[] {
  const [company, ...head] = linesOf(entry)
  if (!company || head.some(isDateLine)) return []
  const roles: Position[] = []
  for (const li of all(entry, 'li', 200)) {
    // roles stand one or two lists deep; items between them and the entry have no lines of their own
    const outer = li.parentElement?.closest('li')
    if (
      !outer ||
      (outer !== entry && (linesOf(outer).length > 0 || outer.parentElement?.closest('li') !== entry))
    )
      continue
    const lines = linesOf(li)
    const at = lines.findIndex((line, i) => i > 0 && isDateLine(line))
    const title = lines[0]
    if (title && at > 0 && at <= 2)
      roles.push({ title, company, ...placed(lines, at), companyHref: companyHref(entry) })
  }
  return roles
}

function placed(lines: readonly string[], at: number): Pick<PositionRead, 'start' | 'end' | 'location'> {
  const place = lines[at + 1]?.split(' · ')[0] ?? null
  const { start = null, end = null } = parseDates(lines[at] ?? '') ?? {}
  return { start, end, location: place && place.length <= 120 ? place : null }
}

/** «Kestrel · Full-time» is Kestrel; a dot inside the name stays when the logo's text carries it. */
function companyIn(line: string, entry: Element): string {
  const sides = line.split(' · ')
  if (sides.length < 2) return line
  const logo = attr(first(entry, 'a[data-field] img,a img'), 'alt')
  return logo.includes(line) ? line : sides.slice(0, -1).join(' · ')
}

function companyHref(entry: Element): string {
  const link = first(entry, 'a[href*="/company/"],a[href*="/school/"]')
  return isElement(link) ? attr(link, 'href') : ''
}
