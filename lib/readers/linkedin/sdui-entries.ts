import type { SchoolingRead } from '#lib/domain/capture.ts'
import { all, attr, first, textOf } from '../dom.ts'
import { isDateLine, parseDates } from './dates.ts'
import type { Position } from './ember-entries.ts'

const ENTRY = '[componentkey^="entity-collection-item"]'

/**
 * Positions of an SDUI card: an entry is one role, or a company with several. What stands before the first role's own
 * surrounding is the company's header; without a header the line below the title is the company.
 */
export function sduiPositions(root: Element): Position[] {
  return entriesIn(root).flatMap((entry) => {
    const lines = linesIn(entry)
    const dates = lines.filter((p) => isDateLine(text(p)))
    const roles = dates.map((p) => ({ dates: p, box: roleBox(p, entry, dates) }))
    const header = lines.filter(
      (p) => !roles.some(({ box }) => box.contains(p)) && roles[0] && isBefore(p, roles[0].box),
    )
    const href = attr(first(entry, 'a[href*="/company/"],a[href*="/school/"]'), 'href')
    return roles.flatMap(({ dates: line, box }) => roleIn(box, line, header[0] ?? null, href) ?? [])
  })
}

export function sduiSchools(root: Element): SchoolingRead[] {
  return entriesIn(root).flatMap((entry) => {
    const [school, degree] = linesIn(entry).map(text)
    if (!school) return []
    return [{ school, degree: degree && !isDateLine(degree) ? degree : null }]
  })
}

const entriesIn = (root: Element): Element[] =>
  all(root, ENTRY, 300).filter((entry) => !entry.parentElement?.closest(ENTRY))

const text = (p: Element): string => textOf(p, { cap: 600 })

/** Lines of an entry: no descriptions, badges or skill links, which are lines too. */
function linesIn(entry: Element): Element[] {
  return all(entry, 'p', 80).filter(
    (p) => text(p) !== '' && !first(p, 'a,svg,[data-testid="expandable-text-box"],[aria-hidden="true"]'),
  )
}

const isBefore = (a: Element, b: Element): boolean => (a.compareDocumentPosition(b) & 4) !== 0

/** The smallest surrounding of a date line that also holds a line before it, and no other role's dates. */
function roleBox(line: Element, entry: Element, dates: readonly Element[]): Element {
  let box: Element = line.parentElement ?? line
  while (box !== entry && box.parentElement) {
    if (linesIn(box).some((p) => p !== line && isBefore(p, line))) return box
    if (dates.some((other) => other !== line && box.parentElement?.contains(other))) return box
    box = box.parentElement
  }
  return box
}

function roleIn(box: Element, line: Element, header: Element | null, companyHref: string): Position | null {
  const above = linesIn(box)
    .filter((p) => p !== line && isBefore(p, line))
    .map(text)
  const [title, second] = above
  const employer = header ? text(header) : second
  if (!title || !employer || above.length > 2 || (!header && above.length !== 2)) return null
  const sides = employer.split(' · ')
  const company = header || sides.length < 2 ? employer : sides.slice(0, -1).join(' · ')
  const dates = parseDates(text(line))
  const next = line.nextElementSibling
  const place =
    next?.localName === 'p' && linesIn(box).includes(next) ? (text(next).split(' · ')[0] ?? null) : null
  return {
    title,
    company,
    start: dates?.start ?? null,
    end: dates?.end ?? null,
    location: place,
    companyHref,
  }
}
