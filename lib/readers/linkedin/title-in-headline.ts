import { isSame, sameKey } from '../evidence.ts'

/** Words between a title and an employer: the sign, and «at» in the languages where it stands alone between the two. */
const AT = /\s+(?:@|at|bei|beim|chez|en|na|no|em|presso|da|bij|hos|på|i|w|в|di|في)\s+|\s*@\s*/i
const PARTS = /\s*[|│｜•·]\s*|\s+[-–—]\s+/

/**
 * Title out of a headline, only where the headline names the employer the page shows otherwise:
 * «Head of Sales at Kestrel | mother of two» with the company Kestrel gives «Head of Sales».
 */
export function titleInHeadline(text: string, company: string): string | null {
  // single blanks: the patterns below would try every length of a long gap
  const headline = text.slice(0, 2_000).replace(/\s+/g, ' ')
  const wanted = sameKey(company)
  for (const part of headline.split(PARTS)) {
    const at = AT.exec(part)
    if (!at || at.index === 0) continue
    const employer = sameKey(part.slice(at.index + at[0].length))
    const near =
      employer === wanted ||
      (wanted.length > 2 && (employer.startsWith(wanted) || wanted.startsWith(employer)))
    if (near && employer.length > 1) return part.slice(0, at.index).trim() || null
  }
  const parts = headline.split(PARTS)
  return parts.length === 2 && isSame(parts[1] ?? '', company) ? parts[0]?.trim() || null : null
}
