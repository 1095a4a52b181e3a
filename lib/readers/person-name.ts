import { nameParts } from '#lib/domain/name/parse-name.ts'

/** First and last name out of a displayed name, with what the page itself says about the border between them. */

export type NameParts = { readonly first: string; readonly last: string | null }

/**
 * Splits a displayed name. `labels` are texts of the page that call the person by the first name alone (buttons,
 * badges): they settle first names of several words. Where they say nothing and the border is not sure: null.
 */
export function splitName(name: string, labels: readonly string[] = []): NameParts | null {
  const { first, last, isSure, words } = nameParts(name)
  const told = words.length > 1 ? toldBorder(words, labels) : null
  if (told) return told
  return first !== null && (isSure || words.length === 1) ? { first, last } : null
}

function toldBorder(words: readonly string[], labels: readonly string[]): NameParts | null {
  const votes = new Map<number, number>()
  for (const label of labels.slice(0, 60)) {
    const text = label.slice(0, 400)
    if (hasWords(text, words)) continue
    let vote = 0
    for (let k = words.length - 1; k > 0 && vote === 0; k--) {
      if (hasWords(text, words.slice(0, k))) vote = k
      else if (hasWords(text, words.slice(-k))) vote = -k
    }
    if (vote !== 0) votes.set(vote, (votes.get(vote) ?? 0) + 1)
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1])
  if (!best || votes.size > 1) return null
  const k = best[0]
  const cut = k > 0 ? k : words.length + k
  const [front, back] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
  return k > 0 ? { first: front, last: back } : { first: back, last: front }
}

/** The words, one after another, bordered by something that is no letter (or written without spaces). */
function hasWords(text: string, words: readonly string[]): boolean {
  const needle = words.join(' ')
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const [before, after] = [text[at - 1] ?? '', text[at + needle.length] ?? '']
    if (UNSPACED.test(needle) || (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after))) return true
  }
  return false
}

/** Scripts without spaces, whose names stand inside a label with no border around them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
