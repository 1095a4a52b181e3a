export interface WordSet {
  has: (word: string) => boolean
}

/**
 * Words written in one text, with blanks between (or nothing, where each is one letter). Taken apart at the first question: a page or worker that splits no
 * name does not pay for the tables, and what only shares a file with them is built without.
 */
// @__NO_SIDE_EFFECTS__
export function wordSet(text: string, between: string | RegExp = /\s+/): WordSet {
  let words: ReadonlySet<string> | undefined
  return { has: (word) => (words ??= new Set(text.split(between).filter(Boolean))).has(word) }
}
