/** Date lines of positions and schools, in any language: a year, perhaps a range, perhaps a duration behind a dot. */

export type Dates = { readonly start: string; readonly end: string | null }

const YEAR = /\p{Nd}{4}/u
const RANGE = /\s+[-–—−~〜]\s*|\s*[–—〜~]\s*/
const DOT = /\s*·\s*/

/** What stands before the duration. Cut, since the patterns try every length of a long gap. */
const mainOf = (text: string): string => text.slice(0, 200).split(DOT)[0] ?? ''

/** A line of dates: short, holds a year, and is a range or hardly more than a month and a year. */
export function isDateLine(text: string): boolean {
  const main = mainOf(text)
  if (main.length > 60 || !YEAR.test(main)) return false
  const sides = main.split(RANGE)
  if (sides.length > 2) return false
  return sides.every(
    (side) => side.trim().split(/\s+/).length <= 4 && !/[,;:|@&()]/.test(side.replace(/\p{L}{3,4},/u, '')),
  )
}

/** Start and end as the page writes them; the end is a word without digits while it lasts. */
export function parseDates(text: string): Dates | null {
  if (!isDateLine(text)) return null
  const [start = '', end] = mainOf(text)
    .split(RANGE)
    .map((side) => side.trim())
  if (!start) return null
  return { start, end: end ?? null }
}
