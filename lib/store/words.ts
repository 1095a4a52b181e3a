/**
 * Search words. Text and query go through the same folding (compatibility forms, accents and case away, then cut at
 * everything that is neither letter nor digit), so a query word is the beginning of a word or it is not.
 * Scripts without spaces (Chinese, Japanese, Thai) are one word: it is found by its beginning.
 */

export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
}

/** The different words of the texts, at most 64 of at most 64 letters. */
export function wordsOf(texts: readonly string[]): string[] {
  const words = new Set<string>()
  for (const text of texts) {
    for (const word of split(text)) {
      if (words.size < MOST_WORDS) words.add(word.slice(0, LONGEST_WORD))
    }
  }
  return [...words]
}

/** Words of a query, the longest first; a LinkedIn profile address counts as its slug. */
export function queryWords(query: string): string[] {
  const text = query.replace(PROFILE_ADDRESS, ' ')
  return wordsOf([text]).sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
}

function split(text: string): string[] {
  return fold(text.slice(0, LONGEST_TEXT))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

const MOST_WORDS = 64
const LONGEST_WORD = 64
const LONGEST_TEXT = 2_000
const PROFILE_ADDRESS = /(?:https?:\/\/)?(?:[a-z]+\.)?linkedin\.com\/in\//gi
/** Letters that NFKD leaves whole. */
const UNDECOMPOSED: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}
