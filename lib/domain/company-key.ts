import { FORMS_AFTER, FORMS_BEFORE } from './legal-forms.ts'

/**
 * A company's name without legal form, case, accents and punctuation; null when nothing is left to compare. A name
 * that is nothing but a legal form (`SE`, `The Company`) keeps its last word.
 */
export function companyKey(name: string): string | null {
  let words = wordsOf(name.length > MAX_LENGTH ? name.slice(0, MAX_LENGTH) : name)
  for (let before = ''; before !== words.join(' ');) {
    before = words.join(' ')
    words = withoutEnd(withoutStart(words))
  }
  return words.length === 0 ? null : words.join(' ').normalize('NFC')
}

function withoutEnd(words: string[]): string[] {
  for (let count = Math.min(MAX_WORDS, words.length - 1); count > 0; count--) {
    const rest = words.slice(0, -count)
    // «Smith & Co»: the «and» goes with what stood behind it.
    if (forms().after.has(words.slice(-count).join('')))
      return rest.length > 1 && rest.at(-1) === 'and' ? rest.slice(0, -1) : rest
  }
  const last = words.at(-1)
  if (last === undefined || words.length === 1) return words.map((word) => unspaced(word))
  return [...words.slice(0, -1), unspacedEnd(last)]
}

function withoutStart(words: string[]): string[] {
  for (let count = Math.min(MAX_WORDS, words.length - 1); count > 0; count--) {
    if (forms().before.has(words.slice(0, count).join(''))) return words.slice(count)
  }
  // «SC Dacia SRL»: only beside another Romanian form, elsewhere SC may be a name.
  const [first, ...rest] = words
  return first === 'sc' && rest.length > 1 && /^(?:srl|sa)$/.test(rest.at(-1) ?? '') ? rest : words
}

/** Chinese, Japanese, Korean and Thai write the form without a space. */
function unspaced(word: string): string {
  return unspacedEnd(
    forms().unspacedBefore.reduce(
      (left, form) => (isMore(left, form) && left.startsWith(form) ? left.slice(form.length) : left),
      word,
    ),
  )
}

function unspacedEnd(word: string): string {
  return forms().unspacedAfter.reduce(
    (left, form) => (isMore(left, form) && left.endsWith(form) ? left.slice(0, -form.length) : left),
    word,
  )
}

function isMore(word: string, form: string): boolean {
  return word.length > form.length
}

/** Letters and digits only, in words, as names and forms alike are compared. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[øæœßłđðþıς]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[.'’`´]/g, '')
    .replace(/&|\+/g, ' and ')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

function formsOf(table: Record<string, string>): ReadonlySet<string> {
  return new Set(
    Object.values(table).flatMap((line) => line.split('|').map((form) => wordsOf(form).join(''))),
  )
}

const unspacedOf = (forms: ReadonlySet<string>): string[] =>
  [...forms]
    .filter(
      (form) => form.length > 1 && /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}\p{M}]+$/u.test(form),
    )
    .sort((a, b) => b.length - a.length)

/** Letters that Unicode does not take apart, but that are also written without their mark. */
const PLAIN: Record<string, string> = {
  ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ',
} // prettier-ignore
/** The tables, folded at the first company: a start of the worker without one does not pay for them. */
const forms = once(() => {
  const [after, before] = [formsOf(FORMS_AFTER), formsOf(FORMS_BEFORE)]
  return { after, before, unspacedAfter: unspacedOf(after), unspacedBefore: unspacedOf(before) }
})
const MAX_LENGTH = 600
/** Of the longest form: «Sabiedrība ar ierobežotu atbildību», «Sp. z o.o. Sp. k.» with every letter apart. */
const MAX_WORDS = 8
