/** Given and family name, split only where nobody would doubt it. */
export interface SplitName {
  first: string
  last: string
}

/**
 * Splits a full name. Titles, degrees, emoji, and what stands in brackets are left out; particles (`von`, `de la`)
 * belong to the family name; «NORDMANN Kari» and «Nordmann, Kari» are understood.
 * Null when unsure: one word, three plain words, Chinese, Japanese and Korean, anything odd.
 */
export function splitName(full: string): SplitName | null {
  const text = full.normalize('NFC').replace(/\([^)]*\)|\[[^\]]*\]|[“"«][^”"»]*[”"»]/gu, ' ')
  if (text.length > 200 || CJK.test(text) || NOT_A_NAME.test(text)) return null
  const parts = text.split(/[,，،]/u).map((part, index) => wordsOf(part, index > 0))
  const names = parts.filter((words) => words.length > 0)
  const [head, second] = names
  if (head === undefined || names.length > 2) return null
  if (second !== undefined) return head.length === 1 ? pair(second.join(' '), head[0]) : null
  return splitWords(head)
}

function splitWords(words: string[]): SplitName | null {
  // «von Hohenfels»: a particle in small letters in front is no given name; «Van» and «Ben» may be.
  if (/^\p{Ll}/u.test(words[0] ?? '') && PARTICLES.has(fold(words[0] ?? ''))) return null
  const shouting = words.filter((word) => isShouted(word))
  const says = words.some((word) => word !== word.toUpperCase())
  if (says && shouting.length > 0) return splitByCase(words, shouting)
  const particle = words.findIndex((word, index) => index > 0 && PARTICLES.has(fold(word)))
  if (particle > 0 && particle < words.length - 1) {
    // «Nguyen Van An» and «Jan Van Damme» look alike; a small letter or a word of one language settles it.
    const word = words[particle] ?? ''
    if (/^\p{Lu}/u.test(word) && !PLAIN_PARTICLES.has(fold(word))) return null
    const first = words.slice(0, particle).filter((word) => !isInitial(word))
    const last = words.slice(particle)
    return first.length === 1 && last.some((word) => !PARTICLES.has(fold(word)))
      ? pair(first[0], last.join(' '))
      : null
  }
  const full = words.length > 2 ? words.filter((word, index) => index === 0 || !isInitial(word)) : words
  if (full.length !== 2 || full.some((word) => isInitial(word))) return null
  return pair(full[0], full[1])
}

/** «NORDMANN Kari», «Jean DUPONT»: the family name is the shouted one, when all of it stands together. */
function splitByCase(words: string[], shouting: string[]): SplitName | null {
  const others = words.filter((word) => !shouting.includes(word))
  const together = [...others, ...shouting].join(' ') === words.join(' ')
  const reversed = [...shouting, ...others].join(' ') === words.join(' ')
  return (together || reversed) && others.length === 1 ? pair(others[0], shouting.join(' ')) : null
}

/** `behind` a comma every known suffix is one; elsewhere «Jack Ma» and «Kari Nordmann MA» must not be mixed up. */
function wordsOf(part: string, behind: boolean): string[] {
  const words = part
    .replace(/[^\p{L}\p{M}\p{N}\s.'’‘ʼ\-‐‑·]/gu, ' ')
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word))
  const shouted = words.every((word) => word === word.toUpperCase())
  const isTitle = (word = ''): boolean =>
    TITLES.has(bare(word)) || (DOTTED_TITLES.has(bare(word)) && word.endsWith('.'))
  const isSuffix = (word = ''): boolean =>
    PLAIN_SUFFIXES.has(bare(word)) ||
    (SUFFIXES.has(bare(word)) && (behind || (!shouted && /\p{Lu}.*\p{Lu}/u.test(word))))
  while (isTitle(words[0])) words.shift()
  while (isSuffix(words.at(-1))) words.pop()
  return words
}

function pair(first: string | undefined, last: string | undefined): SplitName | null {
  if (first === undefined || last === undefined || /\p{N}/u.test(first + last)) return null
  return first.length < 2 || last.length < 2 ? null : { first, last }
}

/** Four letters and more: «AJ Smith» and «Lee JOO» say nothing about which is the family name. */
function isShouted(word: string): boolean {
  const letters = word.replace(/[^\p{L}]/gu, '')
  return letters.length >= 4 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}

function isInitial(word: string): boolean {
  return /^\p{L}\p{M}*\.?(?:-?\p{L}\.)*$/u.test(word)
}

function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function bare(word: string | undefined): string {
  return fold(word ?? '').replace(/[.'’-]/g, '')
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const PARTICLES = new Set(
  `von vom zu zum zur van vande vanden vander der den de del della dello delle degli di da do dos das du des la le el al
  bin ibn bint ben af av ter ten te st saint o d`.split(/\s+/),
)
/** Of these no given name is made, also with a capital letter. */
const PLAIN_PARTICLES = new Set(
  'von vom zu zum zur vande vanden vander der den de del della dello delle degli dos das des'.split(' '),
)
const NOT_A_NAME = /[@|/\\:;=+*_#<>]/u
const TITLES = new Set(
  'dr prof professor professorin mr mrs ms mx herr frau dipl dipling diplkfm diplkffr ing drs mme mlle'.split(
    ' ',
  ),
)
const DOTTED_TITLES = new Set(
  'miss sir mag med hc h c doc rer nat phil habil ir m sr sra srta dott dottssa avv rev hon eng engr arch lic'.split(
    ' ',
  ),
)
const PLAIN_SUFFIXES = new Set('phd esq jr sr ii iii'.split(' '))
const SUFFIXES = new Set(
  `mba msc bsc ba ma md llm llb jd cpa cfa pmp csm cissp shrm shrmscp shrmcp sphr phr acca cima cma fca frm iv mbe obe
  cbe med bed beng meng mcips fcips cpsm cips csp dds rn dnp pe pmi psm cspo pspo itil mph mpa edd dba ccim cism cisa
  leed ap`.split(/\s+/),
)
