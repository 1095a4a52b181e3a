import type { PositionRead, SchoolingRead } from '#lib/domain/capture.ts'
import { all, clean, first, textOf } from '../dom.ts'

/** Positions of a public profile: every list item with a title and an employer of its own; group headers have no `h3`. */
export function guestPositions(doc: Document): PositionRead[] {
  return all(first(doc, 'section[data-section="experience"]'), 'li', 400).flatMap((item) => {
    const title = own(item, 'h3')
    const employer = own(item, 'h4')
    const [name, company] = [textOf(title), textOf(employer)]
    if (!name || !company) return []
    const { line, ...dates } = datesOf(item)
    return [{ title: name, company, ...dates, location: placeOf(line) }]
  })
}

/** Element of this item itself, not of an item nested in it. */
const own = (item: Element, selector: string): Element | null =>
  all(item, selector, 20).find((el) => el.closest('li') === item) ?? null

/** Dates stand in `time`; the present is the text behind the dash that has no digit. */
function datesOf(item: Element): { start: string | null; end: string | null; line: Element | null } {
  const times = all(item, 'time', 20).filter((time) => time.closest('li') === item)
  const line = times[0]?.closest('p') ?? times[0]?.parentElement ?? null
  const [start, end] = times.map((time) => textOf(time, { cap: 60 }))
  if (!start) return { start: null, end: null, line }
  if (end) return { start, end, line }
  let behind = ''
  for (let node = times[0]?.nextSibling; node && node.nodeType !== 1; node = node.nextSibling)
    behind += node.nodeValue ?? ''
  const word = /^\s*[-–—〜~]\s*(\P{Nd}+)$/u.exec(clean(behind, 80))?.[1]?.trim() ?? null
  return { start, end: word, line }
}

/** The line after the dates that is no description. */
function placeOf(dates: Element | null): string | null {
  const next = dates?.nextElementSibling
  if (!next || next.localName !== 'p' || first(next, 'time')) return null
  return textOf(next, { cap: 200 }) || null
}

export function guestSchools(doc: Document): SchoolingRead[] {
  return all(first(doc, 'section[data-section="educationsDetails"]'), 'li', 100).flatMap((item) => {
    const school = textOf(own(item, 'h3'))
    if (!school) return []
    const degree = all(own(item, 'h4'), 'span:not(:has(span))', 6)
      .map((span) => textOf(span, { cap: 200 }))
      .filter((text) => /[\p{L}\p{N}]/u.test(text))
    return [{ school, degree: degree.join(', ') || null }]
  })
}
