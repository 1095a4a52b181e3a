/** First and last name out of a displayed name. Where the border cannot be known, nothing is said. */

export type NameParts = { readonly first: string; readonly last: string }

const TITLES =
  /^(dr|prof|professor|mr|mrs|ms|mx|sir|dame|eng|engr|ing|dipl|ir|drs|mag|hr|fr|herr|frau|sr|sra|srta|dott|dott\.ssa|avv|adv|rev|capt|ca|cs|md)\.?$/i
const SUFFIXES =
  /^(jr|sr|ii|iii|iv|mba|emba|phd|ph\.d|md|m\.d|dds|esq|cpa|cfa|cma|acca|fca|aca|pmp|csm|msc|bsc|m\.sc|b\.sc|llm|ll\.m|llb|rn|pe|pmi|mph|dba|edd|jd|cissp|shrm|phr|sphr|he|she|they)[.,]?$/i
/** Scripts whose display order depends on the viewer's language: a split there would be a coin toss. */
const NO_ORDER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const PICTURES =
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3|[★☆✓✔®™])+/gu

/** Words of the name alone: no title, degree, nickname, pronoun, picture or slogan. */
export function nameWords(name: string): string[] {
  const short = name.slice(0, 400).replace(/[(（[{"“”«»][^)）\]}"“”«»]*[)）\]}"“”«»]/g, ' ')
  const main = short.split(/[,|｜•/]|\s[-–—]\s/)[0] ?? ''
  const beforePicture =
    main
      .split(PICTURES)
      .map((part) => part.trim())
      .filter(Boolean)[0] ?? ''
  const words = beforePicture.split(/\s+/).filter((word) => /\p{L}/u.test(word))
  while (words.length > 1 && TITLES.test(words[0] ?? '')) words.shift()
  while (words.length > 1 && SUFFIXES.test(words.at(-1) ?? '')) words.pop()
  return words
}

/**
 * Splits a displayed name. `labels` are texts of the page that call the person by the first name alone
 * (buttons, badges): they settle first names of several words. Two words without a label: one and one.
 */
export function splitName(name: string, labels: readonly string[] = []): NameParts | null {
  const words = nameWords(name)
  if (words.length < 2 || words.length > 8) return null
  const told = toldBorder(words, labels)
  if (told) return told
  if (words.length > 2 || NO_ORDER.test(name)) return null
  return { first: words[0] ?? '', last: words[1] ?? '' }
}

/** A name of one word, without anything beside it. Unspaced scripts write both halves as one. */
export function onlyName(name: string): string | null {
  return /^[\p{L}\p{M}'’-]{2,40}$/u.test(name) && !NO_ORDER.test(name) ? name : null
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
    if (NO_ORDER.test(needle) || (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after))) return true
  }
  return false
}
