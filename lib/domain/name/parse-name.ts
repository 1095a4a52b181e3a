import { EAST_ASIAN, eastAsianName } from './east-asian.ts'
import { PAIRED_GIVEN, SLAVIC_GIVEN } from './given-names.ts'
import { ordered } from './order.ts'
import type { NameParts } from './parts.ts'
import { PICTURE, plainText } from './plain.ts'
import { isPlaceholder, wordiness } from './slogans.ts'
import { folded, suffixesIn, titlesIn } from './titles.ts'

const NONE: NameParts = { first: null, last: null, isSure: false, words: [] }

/**
 * First and last name out of what somebody wrote into a name field: no titles, degrees, nicknames, pronouns,
 * pictures, employers or slogans in either. One word is a first name; text that is no name gives null twice.
 * Never throws; linear in the length of the text, of which only the beginning counts.
 */
export function nameParts(text: string): NameParts {
  const plain = plainText(text)
    .replace(/^(?:#\S+\s+)+/, '')
    .replace(/^(\p{Lu}\p{Ll}+)\.(\p{Lu}\p{Ll}+)$/u, '$1 $2')
    .replace(/(?<=\s\S*)_+/g, ' | ')
  if (
    isPlaceholder(plain) ||
    /^\p{Script=Latin}\.?$/u.test(plain) ||
    /^\S*[@_/]\S*$|^\S+\.\p{Ll}\S*$|^https?:/u.test(plain)
  )
    return NONE
  for (const segment of withoutAsides(plain).split(SEPARATOR)) {
    const found = EAST_ASIAN.test(segment) ? eastAsian(segment) : alphabetic(segment)
    if (found !== null) return found
  }
  return NONE
}

const OPEN = '(（\\[{【「『“„«‹《<'
const CLOSE = ')）\\]}】」』”“»›》>'
const ASIDE = new RegExp(`[${OPEN}][^${OPEN}${CLOSE}]{0,200}[${CLOSE}]`, 'gu')
const QUOTED = /(?<=^|[\s,])(["'‘’`´])(?![ts]\s)[^"'‘’`´]{1,60}["'’‘`´](?=$|[\s,])/gu
const STRAY = new RegExp(`[${OPEN}${CLOSE}\u0000\u0002-\u001f]|(?<!\\p{L})"|"(?!\\p{L})`, 'gu')
const UNCLOSED = new RegExp(`[${OPEN}].*$`, 'u')
const PRONOUN =
  '(?:she|he|they|her|hers|him|his|them|theirs|ze|xe|zie|hir|xem|it|sie|ihr|er|ihm|ihn|dey|elle|il|iel|lui|ella|ello|el|él|elles|la|lo|ela|ele|elu|dela|dele|lei|zij|ze|hij|hen|hun|haar|hem|die|hon|han|henne|honom|hän|hans|hende|ham|de|dem|ona|on|jej|jego|oni|она|он|её|ее|его|они|o|onun|她|他|any|all|none|ask)'
const PRONOUNS = new RegExp(
  `(?<![\\p{L}\\p{N}])${PRONOUN}(?:\\s?[/|｜∕⁄]\\s?${PRONOUN}){1,3}(?![\\p{L}\\p{N}])`,
  'giu',
)

/** Without brackets, quoted nicknames and pronouns; where nothing else is there, what stands inside them. */
function withoutAsides(text: string): string {
  const open = text.replace(PRONOUNS, ' ')
  const bare = open.replace(ASIDE, ' ').replace(ASIDE, ' ').replace(QUOTED, ' ').replace(UNCLOSED, ' ')
  return (/\p{L}/u.test(bare) ? bare : open).replace(STRAY, ' ')
}

/** Signs between a name and what is said about it. A hyphen needs a space beside it, a stroke a word in front. */
const SEPARATOR =
  /\s*[|｜│‖¦●◦▪■♦;:：；~*→←⟶=<>\\…]+\s*|\s[-–—−―]+\s?|[-–—−―]+\s|[–—―](?=\p{Lu}\p{L}+\s)|\s[·•‧∙]\s|•|(?<=\p{L}{2})\s*\/+\s*|\s\/+\s*|\.{3,}|\s\.\s|\s#/u

/** Words of a name in an alphabet; null when there is none in this part of the text. */
function alphabetic(segment: string): NameParts | null {
  const parts = joinedOverPictures(segment)
    .split(/[,，،、]/u)
    .map((part, at) => wordsOf(part, at > 0))
  const [head] = parts
  if (head === undefined) return null
  const behind = parts.slice(1).filter((part) => part.words.length > 0)
  if (head.words.length === 0) {
    const next = behind[0]
    return next !== undefined && head.isTitled ? named(next) : null
  }
  const given = behind[0]
  if (given !== undefined && isGivenBehind(head, given)) {
    if (behind.length > 1 && head.words.length === 1 && given.words.length === 1 && !behind[1]?.isCut)
      return NONE
    return turned(head, given)
  }
  return named(head)
}

interface Words {
  readonly words: readonly string[]
  readonly isTitled: boolean
  /** A slogan followed. */
  readonly isCut: boolean
}

/** The words up to the first that is in no name, without titles in front and suffixes behind. */
function wordsOf(part: string, behind: boolean): Words {
  const raw = part
    .replace(THAI_TITLE, '')
    .replace(/\bPh\. ?D\b/g, 'Ph.D')
    .replace(/(?<=\p{L}{2} )([MB])\. (Sc|Ed|Tech|Eng|Com|Phil)\b/gu, '$1.$2')
    .replace(/^\s*Tan Sri (?=\S+ \S)/, '')
    .replace(GLUED_TITLE, '$1 ')
    .replace(/\s(in|op|aan|uit) (?=['’][ts]\s)/g, ' $1\u00a0')
    .split(/[ \t\n]+/)
    .filter((word) => /[\p{L}\p{N}#@&+]/u.test(word))
  const kept: string[] = []
  let isCut = false
  const titles = titlesIn(raw.map(tidy))
  for (const word of raw.slice(titles)) {
    const kind = wordiness(/[!?@#&+]/.test(word) ? word : tidy(word))
    const isTail =
      kept.length > 0 && startsUpper(kept[0] ?? '') && /^\p{Ll}{4,}$/u.test(word) && !isLowParticle(word)
    if (word === 'und' && /^(?:von|zu)$/.test(kept.at(-1) ?? '')) {
      kept.push(word)
      continue
    }
    isCut = kind === 'slogan' || (kind === 'perhaps' && kept.length > 1) || isTail
    if (isCut) break
    kept.push(...tidy(word).split('\u00a0'))
  }
  // «Jane Doe I Recruiter»: a letter in place of a line
  while (
    isCut &&
    kept.length > 1 &&
    (wordiness(kept.at(-1) ?? '') === 'perhaps' || /^(?:I|l|ll|II)$/.test(kept.at(-1) ?? ''))
  )
    kept.pop()
  const suffixes = suffixesIn(kept, behind)
  const words = kept.slice(0, kept.length - suffixes).filter((word) => /\p{L}/u.test(word))
  return { words, isTitled: titles > 0, isCut }
}

/** «Dr.Jane», «Prof.Dr.Jane» */
const GLUED_TITLE =
  /(?<=^|[\s.])((?:Dr|Dra|Prof|Mr|Mrs|Ms|Ing|Mag|Er|Eng|Engr|Adv|Adv|Sr|Sra|Lic|Arq|Av)\.)(?=\p{Lu}\p{Ll}+(?:\s|$))/gu

/** Thai writes them without a space. */
const THAI_TITLE = /^\s*(?:นางสาว|นาย|นาง|คุณ|ดร\.|เด็กชาย|เด็กหญิง)(?=\s*\p{L}{2})/u

const startsUpper = (word: string): boolean => /^\p{Lu}/u.test(word)
const isLowParticle = (word: string): boolean =>
  /^(?:della|dello|delle|degli|dalla|vande[nr]?|saint|binti|binte)$/.test(word)

/** Without punctuation around a word; dots and apostrophes that belong to it stay. */
const tidy = (word: string): string =>
  word
    .replace(/^(?:[^\p{L}\p{N}'’#@]|['’](?![ts]$))+/u, '')
    .replace(/[^\p{L}\p{M}\p{N}.'’׳״/ª]+$/u, '')
    .replace(/(?<=\p{L}{3})['’.]+$/u, (end) => (end.startsWith('.') ? '.' : ''))

function named({ words, isTitled, isCut }: Words): NameParts | null {
  const clean = words.map((word) => (/^\p{L}{3,}\.$/u.test(word) ? word.slice(0, -1) : word))
  if (clean.length === 0 || clean.length > 8) return null
  // one word in front of a slogan is a name only where it is known as one
  if (clean.length === 1 && isCut && !isGivenName(clean[0] ?? '')) return null
  if (clean.length === 1 && wordiness(clean[0] ?? '') === 'perhaps' && !isTitled) return null
  const found = ordered(clean, isTitled)
  return { ...found, isSure: found.isSure && !isCut, words: clean }
}

const isGivenName = (word: string): boolean =>
  PAIRED_GIVEN.has(folded(word)) || SLAVIC_GIVEN.has(word.toLowerCase())

/** «Nordmann, Kari», «García López, Ana»: what stands behind the comma is the given name, not an employer. */
function isGivenBehind(head: Words, given: Words): boolean {
  if (head.isCut || given.isCut || head.words.length > 4 || given.words.length > 3) return false
  if (given.words.some((word) => wordiness(word) !== 'name') || given.words.length === 0) return false
  if (head.words.length === 1) return true
  const isParticled =
    /^(?:\p{Ll}|De|Van|Von|Al|El|Le|La|Da|Di|Du|Mac|Mc|Ní|Ó|Nic|St)/u.test(head.words[0] ?? '') &&
    head.words.length < 5
  const isKnown = isGivenName(given.words[0] ?? '') && !isGivenName(head.words[0] ?? '')
  return (
    (isParticled &&
      /^(?:de|van|von|al|el|le|la|da|di|du|mac|mc|ní|ó|nic|st\.?|der|den|dos|del|della|ter|ten|bin|ben|zu|zur)$/i.test(
        head.words[0] ?? '',
      )) ||
    isKnown
  )
}

function turned(head: Words, given: Words): NameParts {
  const first = given.words.filter((word, at) => at === 0 || !/^\p{Lu}\.?$/u.test(word))
  return {
    first: first.join(' '),
    last: head.words.join(' '),
    isSure: head.words.length === 1 && first.length === 1,
    words: [...head.words, ...given.words],
  }
}

/** A picture inside a name is ornament («Ana 🌸 Lima»), behind a whole one it is the end of it. */
function joinedOverPictures(segment: string): string {
  const pieces = segment
    .split(PICTURE)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece))
  let text = ''
  for (const piece of pieces) {
    if (wordsOf(text, false).words.length > 1 || text.includes(',')) break
    const { words, isCut } = wordsOf(piece, false)
    if (words.length === 0 && isCut) {
      if (text !== '') break
      continue
    }
    text = `${text} ${piece}`
  }
  return text.trim()
}

const ODD = /[^\p{L}\p{M}\p{N}.'’·・‧•＝ー-]/gu

/** East Asian letters, perhaps beside the same name, or half of it, in an alphabet. */
function eastAsian(segment: string): NameParts | null {
  const text = segment.replaceAll(PICTURE, ' ').replace(/[,，、]/gu, ' , ')
  const words = text
    .split(/\s+/)
    .map((word) => (word === ',' ? word : word.replace(ODD, '')))
    .filter(Boolean)
  const own = words.filter((word) => EAST_ASIAN.test(word))
  const latin = words.filter((word) => !EAST_ASIAN.test(word) && /\p{L}/u.test(word))
  const comma = words.indexOf(',')
  if (comma === 1 && own.length === 2 && latin.length === 0)
    return { first: own[1] ?? null, last: own[0] ?? null, isSure: true, words: own }
  const found = { ...eastAsianName(own.join(' ')), words: own }
  if (latin.length === 0) return found.first === null && found.last === null ? null : found
  const other = alphabetic(latin.join(' '))
  if (found.last !== null) return isFirst(words, latin) && other?.last ? other : found
  if (other?.last) return other
  if (other?.first && found.first !== null)
    return { first: other.first, last: found.first, isSure: false, words: [...other.words, ...own] }
  return other ?? (found.first === null ? null : found)
}

const isFirst = (words: readonly string[], latin: readonly string[]): boolean => words[0] === latin[0]
