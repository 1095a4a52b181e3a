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
  if (CJK.test(text) || text.length > 200) return null
  const parts = text.split(/[,，،]/u).map((part) => wordsOf(part))
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
  if (shouting.length > 0 && shouting.length < words.length) return splitByCase(words, shouting)
  const particle = words.findIndex((word, index) => index > 0 && PARTICLES.has(fold(word)))
  if (particle > 0) {
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

function wordsOf(part: string): string[] {
  const words = part
    .replace(/[^\p{L}\p{M}\p{N}\s.'’‘ʼ\-‐‑·]/gu, ' ')
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word))
  while (words.length > 0 && TITLES.has(bare(words[0]))) words.shift()
  while (words.length > 0 && SUFFIXES.has(bare(words.at(-1)))) words.pop()
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
const TITLES = new Set(
  `dr prof professor professorin mr mrs ms miss mx sir dame herr frau ing dipl dipling diplkfm diplkffr mag magister
  med hc doc docent rer nat phil habil ir drs mme mlle m sr sra srta dott dottssa avv rev hon eng engr arch lic`.split(
    /\s+/,
  ),
)
const SUFFIXES = new Set(
  `phd mba msc bsc ba ma md llm llb jd cpa cfa pmp csm cissp shrm shrmscp shrmcp sphr phr acca cima cma fca frm esq jr
  sr ii iii iv mbe obe cbe med bed beng meng mcips fcips cpsm cips csp dds rn dnp pe pmi psm cspo pspo itil mph mpa edd
  dba ccim cism cisa leed ap`.split(/\s+/),
)
