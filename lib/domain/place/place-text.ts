/** Texts of places made comparable: without case, accents, points and hyphens. */

/** `Köln-Bonn` → `koln bonn`; letters of other scripts stay as they are. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßøæłđıðþœ]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’ʼ`´]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .normalize('NFC')
}

/** The parts of a place, the narrowest first: `Oslo, Norway` → two. What stands in brackets is a part, too. */
export function partsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[,，、،·|;•()[\]/\n\t]|\s[-–—]\s/u)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part))
}

/** A list written in one text, folded. */
export function words(list: string): string[] {
  return list
    .split(',')
    .map(fold)
    .filter((word) => word !== '')
}

/** A value that is worked out at its first use; the same on every machine with the same language data, so no state. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}

/** A pure question of texts, each asked once. */
export function kept<T>(ask: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = ask(text)
    // The questions are those of a list of places; whatever else is asked is not kept for ever.
    if (answers.size < 20_000) answers.set(text, answer)
    return answer
  }
}

const LETTERS: Record<string, string> = {
  ß: 'ss', ø: 'o', æ: 'ae', ł: 'l', đ: 'd', ı: 'i', ð: 'd', þ: 'th', œ: 'oe',
} // prettier-ignore
