import { companyKey } from './company-key.ts'
import { seniorityOf } from './seniority.ts'

/**
 * The employer that a headline names beyond doubt: «Head of Sales at Kestrel | mother of two» gives «Kestrel». Null
 * where there are two, where the title is no job of a known kind, where it is of the past, hoped for or a school's,
 * and where what follows «at» is no name. Lists name no company, so this is all there is of it: a guess.
 */
export function employerInHeadline(headline: string): string | null {
  const text = headline.slice(0, MAX_LENGTH).replace(/\s+/g, ' ').trim()
  if (NOT_NOW.test(text)) return null
  const pairs = text.split(PARTS).flatMap((part) => {
    const [title = '', ...employers] = part.split(AT)
    return employers.length === 0 ? [] : [{ title, employers }]
  })
  const [pair] = pairs
  if (pair === undefined || pairs.length > 1 || pair.employers.length > 1) return null
  const employer = trimmed(pair.employers[0] ?? '')
  return seniorityOf(pair.title) !== null && isName(employer) ? employer : null
}

/** Without what is said behind it: «Kestrel (YC S21)», «Kestrel, ex Google»; a legal form stays («Kestrel, Inc.»). */
function trimmed(employer: string): string {
  const [name = '', behind = ''] = employer.replace(/\s*[([{].*$/u, '').split(/\s*,\s*/u)
  const whole = `${name}, ${behind}`
  const isForm = behind !== '' && companyKey(whole) === companyKey(name)
  return (isForm ? whole : name).trim()
}

/** One to five words, written as names are: every long one with a capital, a digit, or in a script without capitals. */
function isName(employer: string): boolean {
  const words = employer.split(' ')
  const key = companyKey(employer)
  if (key === null || words.length > 5 || employer.length > 60 || NO_COMPANY.test(key)) return false
  return /^[^\p{Ll}]/u.test(employer) && words.every((word) => word.length < 4 || !/^\p{Ll}+$/u.test(word))
}

const MAX_LENGTH = 400
/** «At» where it can mean nothing but an employer: French «en», Polish «w» or Norwegian «i» also stand before a place. */
const AT = /\s+(?:at|bei|beim|chez|presso|hos|bij)\s+|\s*@\s*/iu
const PARTS =
  /\s*[|│｜•·;/\n]\s*|\s+[-–—]\s+|\s+(?:&|and|und|et|y|e|og|en)\s+(?=[^|]*(?:\s(?:at|bei|beim|chez|presso|hos|bij)\s|@))/iu
/** Said anywhere, the employer may be one of before, of hopes, or of studies. */
const NOT_NOW =
  /(?<![\p{L}\p{N}])(?:ex|former(?:ly)?|previous(?:ly)?|past|retired|incoming|future|aspiring|seeking|looking|open to|hiring for|student(?:in|e)?|estudiante|étudiante?|studying|alum(?:n[iae]|nus)?|graduate|ehemalige[rn]?|ehemals|früher|ancien(?:ne)?|voormalig|tidligere|tidigare|antiguo)(?![\p{L}\p{N}])/iu
/** As `companyKey` gives them: what stands behind «at» and names no firm. */
const NO_COMPANY =
  /^(?:(?:a |the )?(?:stealth|confidential|private|various|several|multiple|leading|large|global|fortune|scale|heart|home|work|large|intersection|top|best|night|self|freelance|myself|me|my|own|different|none|na)\b.*|[\p{N}\s]+)$/u
