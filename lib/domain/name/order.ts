import {
  DEVOTIONS,
  DOUBLE_FAMILY_FOLLOWS,
  ENGLISH_PAIRS,
  HUNGARIAN_FAMILY,
  IBERIAN_GIVEN,
  HUNGARIAN_GIVEN,
  JAPANESE_FAMILY,
  KOREAN_FAMILY,
  PAIRED_GIVEN,
  PINYIN_FAMILY,
  SLAVIC_GIVEN,
  VIETNAMESE_FAMILY,
} from './given-names.ts'
import type { NameHalves } from './parts.ts'
import { folded, isUpper } from './titles.ts'
import { wordSet } from './word-set.ts'

/** Which words of a name in an alphabet are the given, which the family name. Titles and slogans are gone by now. */

const parts = (first: readonly string[], last: readonly string[], isSure = false): NameHalves => ({
  first: first.join(' ') || null,
  last: last.join(' ') || null,
  isSure,
})

/** `words` hold no title; one word is a given name unless a form of address stood in front (`isAddressed`). */
export function ordered(words: readonly string[], isAddressed = false): NameHalves {
  const tokens = joined(words)
  const [head = ''] = tokens
  if (tokens.length === 0) return parts([], [])
  if (tokens.length === 1) return isAddressed ? parts([], tokens) : parts(tokens, [])
  if (isParticle(head) && /^\p{Ll}/u.test(head) && tokens.length < 5) return parts([], tokens)
  if (tokens.slice(1).every(isInitial) && /\p{Script=Cyrillic}/u.test(head) && SLAVIC_FAMILY.test(head))
    return parts(tokens.slice(1), [head])
  return byCase(tokens) ?? byPatronymic(tokens) ?? byLanguage(tokens) ?? givenFirst(tokens)
}

/** Words that make one name together: «Abdul Rahman», «Salah al-Din», «O' Brien», «عبد الله». */
function joined(words: readonly string[]): string[] {
  const out: string[] = []
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? ''
    const next = words[i + 1]
    const after = words[i + 2]
    const left = words.length - i
    if (next !== undefined && (left > 2 || i > 0) && SERVANT.test(word)) {
      const third = /^(?:al|el|ul|ur|us|ar|as)$/i.test(next) && left > 3 ? 3 : 2
      out.push(words.slice(i, i + third).join(' '))
      i += third - 1
    } else if (next !== undefined && left > 2 && FAITH.test(next)) {
      out.push(`${word} ${next}`)
      i += 1
    } else if (
      after !== undefined &&
      left > 3 &&
      /^(?:al|el|ad|ed|ud|ul|ur)$/i.test(next ?? '') &&
      /^(?:din|deen|rahman|ain)$/i.test(after)
    ) {
      out.push(`${word} ${next ?? ''} ${after}`)
      i += 2
    } else out.push(word)
  }
  return out
}

const SERVANT = /^(?:abd|m(?:oh|uh)?d\.?|mst\.?|abdul|abdel|abdal|abdur|abdus|abou|abu|umm|عبد|أبو|ابو)$/i
const FAITH = /^(?:(?:al|el|ad|ed|ud|ul)-?d(?:in|een|ine)|eddine|uddin|الدين|الله)$/i

/** «DUPONT Jean», «Jean Pierre DUPONT»: the family name is the shouted one, when it stands together. */
function byCase(words: readonly string[]): NameHalves | null {
  const isShouted = (word: string): boolean => {
    const letters = word.replace(/\P{L}/gu, '')
    return letters.length > 2 && isUpper(letters) && /[^BCDFGHJKLMNPQRSTVWXZ]/.test(letters)
  }
  if (words.every((word) => isUpper(word) || isInitial(word)) || !words.some(isShouted)) return null
  const loud = words.map((word) => isShouted(word) || (isUpper(word) && word.length > 1 && isParticle(word)))
  const begins = loud.indexOf(true)
  const ends = loud.lastIndexOf(true)
  if (loud.slice(begins, ends + 1).includes(false)) return null
  const run = words.slice(begins, ends + 1)
  const isCertain = run.some((word) => word.length > 3)
  if (ends === words.length - 1) {
    let cut = begins
    while (cut > 1 && isParticle(words[cut - 1] ?? '')) cut -= 1
    return cut > 0 ? parts(withoutInitials(words.slice(0, cut)), words.slice(cut), isCertain) : null
  }
  const family = folded(run[0] ?? '')
  if (begins > 0 || !(isCertain || KOREAN_FAMILY.has(family) || PINYIN_FAMILY.has(family))) return null
  return parts(withoutInitials(words.slice(ends + 1)), run, isCertain)
}

const PATRONYMIC =
  /(?:[оеё]вич|[иі]ч|[оеё]вна|[иі]чна|[иі]нична|[їі]вна|о[гг]лы|кызы)$|(?:ovich|evich|ovych|yovych|ovna|evna|ivna|ichna|oglu|oghlu|kyzy|qizi)$/iu

/** «Иванов Иван Иванович», «Иван Иванович Иванов»: the patronymic tells the order and is left out. */
function byPatronymic(words: readonly string[]): NameHalves | null {
  if (words.length !== 3) return null
  const [a = '', b = '', c = ''] = words
  const isSlavic = (given: string): boolean =>
    SLAVIC_GIVEN.has(given.toLowerCase()) || /\p{Script=Cyrillic}/u.test(given)
  if (PATRONYMIC.test(c) && !PATRONYMIC.test(b) && SLAVIC_GIVEN.has(b.toLowerCase()))
    return parts([b], [a], true)
  if (
    PATRONYMIC.test(c) &&
    !PATRONYMIC.test(b) &&
    /\p{Script=Cyrillic}/u.test(c) &&
    !SLAVIC_GIVEN.has(a.toLowerCase())
  )
    return parts([b], [a])
  if (PATRONYMIC.test(b) && isSlavic(a)) return parts([a], [c], true)
  return null
}

const SLAVIC_FAMILY = /(?:[оеё]ва?|[иы]на?|ск[иаі]й?|ская|ський|ська|енко|чук|юк|як|дзе|швили|ян)$/u

/** Languages that put the family first, where both halves say so. */
function byLanguage(words: readonly string[]): NameHalves | null {
  const [a = '', b = ''] = words
  const [first, second] = [folded(a), folded(b)]
  if (VIETNAMESE_FAMILY.has(a.toLowerCase()) && isVietnamese(words)) return parts(words.slice(1), [a])
  if (
    words.length < 4 &&
    HUNGARIAN_FAMILY.has(first) &&
    !HUNGARIAN_GIVEN.has(first) &&
    words.slice(1).every((word) => HUNGARIAN_GIVEN.has(folded(word)))
  )
    return parts(words.slice(1), [a])
  if (words.length === 2) {
    if (SLAVIC_GIVEN.has(b.toLowerCase()) && !SLAVIC_GIVEN.has(a.toLowerCase()) && SLAVIC_FAMILY.test(a))
      return parts([b], [a], true)
    if (FIRM_VIETNAMESE.test(first) && !VIETNAMESE_FAMILY.has(second) && !FIRM_VIETNAMESE.test(second))
      return parts([b], [a])
    if (STRICT_PINYIN.has(first) && ONE_PINYIN.test(second) && !PINYIN_FAMILY.has(second))
      return parts([b], [a])
    // «Kim Min-jun»: only given names have a small letter behind the hyphen
    if (KOREAN_FAMILY.has(first) && /^\p{Lu}\p{Ll}{1,5}-\p{Ll}{2,5}$/u.test(b)) return parts([b], [a], true)
    if (PINYIN_FAMILY.has(first) && TWO_PINYIN.test(second) && !PINYIN_FAMILY.has(second))
      return parts([b], [a])
    if (JAPANESE_FAMILY.has(first) && !JAPANESE_FAMILY.has(second) && ROMAJI.test(second))
      return parts([b], [a])
  }
  if (words.length !== 3) return null
  const [x = '', y = '', z = ''] = words.map(folded)
  if (FIRM_VIETNAMESE.test(z) && !FIRM_VIETNAMESE.test(x)) return parts(words.slice(0, 2), words.slice(2))
  const isShort = [x, y, z].every((word) => word === 'ng' || (word.length < 7 && SYLLABLE.test(word)))
  const isEnd = KOREAN_FAMILY.has(z) || PINYIN_FAMILY.has(z) || CANTONESE_FAMILY.has(z)
  if (isShort && FAMILY_IN_FRONT.has(x) && !isEnd) return parts(words.slice(1), [a])
  return isShort && isEnd && !PAIRED_GIVEN.has(x) ? parts(words.slice(0, 2), words.slice(2)) : null
}

const FIRM_VIETNAMESE = /^(?:nguyen|tran|pham|huynh)$/
const STRICT_PINYIN = wordSet('wang li zhang liu chen huang zhao wu zhou xu zhu')
const FAMILY_IN_FRONT = wordSet(
  'kim park choi jeong jung kang yoon jang lim lee chan wong leung cheung lau chow tsang yip kwok goh ng tan ong teo koh',
)
const CANTONESE_FAMILY = wordSet(
  'chan wong lam leung cheung lau ng cheng chow tsang tang tsui yip kwok fung mak hui yeung lai law poon siu tse tam tan ong goh chua teo koh toh sim',
)
const SYLLABLE = /^[bcdfghjklmnpqrstwxyz]{0,3}[aeiouy]{1,4}(?:ng|n|k|m|p|l|h|r|t|w)?$/
const PINYIN =
  '(?:[bpmf]?(?:a|o|ai|ei|ao|ou|an|en|ang|eng|i|ie|iao|in|ing|ian|u)|[dtnlgkhzcs]h?(?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|u|uo|ui|uan|un|ua|uai|uang|ue)|[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)|r(?:i|e|ao|ou|an|en|ang|eng|ong|u|uo|ui|uan|un)|y(?:a|e|ao|ou|an|in|ang|ing|ong|i|u|ue|uan|un)|w(?:a|o|ai|ei|an|en|ang|eng|u))'
const ONE_PINYIN = new RegExp(`^${PINYIN}$`)
const TWO_PINYIN = new RegExp(`^${PINYIN}${PINYIN}$`)
const ROMAJI = /^(?:(?:[kgsztdnhbpmyrwjf]|ch|sh|ts|ky|gy|ny|hy|by|py|my|ry)?[aeiou]{1,2}|n)+$/

const isVietnamese = (words: readonly string[]): boolean => {
  if (/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđươĐƯƠ]/iu.test(words.join(' '))) return words.length < 6
  const [head = '', next = ''] = words.map(folded)
  const isFirm = /^(?:nguyen|tran|pham|huynh|hoang)$/.test(head)
  return (
    (isFirm && words.length > 2) ||
    (words.length > 2 && /^(?:thi|van|minh|duc|ngoc|thanh|quang|huu|xuan)$/.test(next))
  )
}

/** Small words of family names. Some are given names too: those count only between two words. */
const PARTICLES =
  wordSet(`von vom zu zum zur van vande vanden vander der den de del dela della dello delle dei degli di da do dos das du des la le el al
  lo las los bin ibn bint binti binte ben bar af av ter ten te thor st saint san santa mac mc fitz o d y e i dal dalla nic ní ó mhic ap
  ab uit op in het t s a/l a/p s/o d/o abu bani בן בת בר אבן بن ابن بنت آل`)
/** Particles that carry everything behind them whatever their case; the others do in small letters or between two words. */
const ANDS = wordSet('y e i')
const ARAB = wordSet('bin ibn bint binti binte ben a/l a/p s/o d/o بن ابن بنت בן בת בר')

function isParticle(word: string): boolean {
  const bare = folded(word).replace(/['’]/g, '')
  const key = word.includes('/') ? word.toLowerCase() : bare
  if (!PARTICLES.has(key) && !PARTICLES.has(word.toLowerCase())) return false
  // one letter: «y», «d'», «O'» in their own spelling only
  return bare.length > 1 || word.includes('/') || /^(?:[yeiO]|[dDoO]['’]|['’][ts]|ó|Ó)$/u.test(word)
}

const isInitial = (word: string): boolean =>
  /^(?:\p{L}\p{M}*\.?){1}$/u.test(word) || /^(?:\p{Lu}\.-?)+$/u.test(word)

function withoutInitials(words: readonly string[]): readonly string[] {
  const kept = words.filter((word, at) => at === 0 || !isInitial(word))
  return kept.length > 0 && !isInitial(words[0] ?? '') ? kept : words
}

const isRomance = (word: string): boolean => PAIRED_GIVEN.has(folded(word))
const isDoubling = (word: string): boolean =>
  DOUBLE_FAMILY_FOLLOWS.has(folded(word)) || /[^aeiou]ez$/.test(folded(word))

/** Given names first: how many words they are, and what of the rest is the family name. */
function givenFirst(words: readonly string[]): NameHalves {
  const n = words.length
  const given = givenCount(words)
  const mark = familyMark(words, given)
  if (mark !== null) return withParticle(words, given, mark)
  const first = words.slice(0, given)
  const rest = words.slice(given)
  const isDouble =
    (rest.length === 2 &&
      IBERIAN_GIVEN.has(folded(words[0] ?? '')) &&
      !rest.some((word) => isInitial(word) || isRomance(word))) ||
    (rest.length > 1 &&
      !rest.some(isInitial) &&
      (isDoubling(rest[0] ?? '') ||
        (rest.length > 2 && isDoubling(rest[1] ?? '')) ||
        (isRomance(words[0] ?? '') && isDoubling(rest.at(-1) ?? ''))))
  const end = words[n - 1] ?? ''
  if (n > 2 && isInitial(end) && !rest.every(isInitial))
    return parts(withoutInitials(words.slice(0, -1)), [end])
  if (n === 3 && /[ğışİ]/u.test(words.join(''))) return parts(words.slice(0, 2), [end])
  const last = isDouble || rest.every(isInitial) ? rest : rest.slice(-1)
  const isSure = n === 2 && words.every((word) => !isInitial(word) && word.length > 1)
  return parts(
    first,
    last,
    isSure || (n === 3 && rest.length === 2 && isInitial(rest[0] ?? '') && !isInitial(rest[1] ?? '')),
  )
}

/** Number of words of the given name: initials in front with the name behind them, pairs, «María del Carmen». */
function givenCount(words: readonly string[]): number {
  const n = words.length
  let count = 1
  while (count < n - 1 && isInitial(words[count - 1] ?? '') && !isParticle(words[count] ?? '')) {
    count += 1
    if (!isInitial(words[count - 1] ?? '')) return count
  }
  if (isInitial(words[0] ?? '')) return count
  const [head = '', next = ''] = words
  if (n > 3 && /^(?:maria|juan|ana|rosa|jose)$/.test(folded(head)) && /^(?:del?|da|das|do|dos)$/.test(next)) {
    const at = /^(?:los|las|la|el)$/.test(words[2] ?? '') ? 3 : 2
    if (DEVOTIONS.has(folded(words[at] ?? '')) && at < n - 1) return at + 1
  }
  while (
    count < n - 1 &&
    count < 3 &&
    isPair(words[count - 1] ?? '', words[count] ?? '', words[n - 1] ?? '', n - count)
  )
    count += 1
  return count
}

function isPair(one: string, two: string, end: string, left: number): boolean {
  const [a, b] = [folded(one), folded(two)]
  if (ENGLISH_PAIRS.has(`${a}+${b}`)) return true
  if (!PAIRED_GIVEN.has(a) || !PAIRED_GIVEN.has(b)) return false
  return !(DOUBLE_FAMILY_FOLLOWS.has(b) && left === 2 && isDoubling(end))
}

/** Where the family name's particle stands, at the earliest behind the given name; null without one. */
function familyMark(words: readonly string[], given: number): number | null {
  for (let at = given; at < words.length - 1; at += 1) {
    const word = words[at] ?? ''
    if (!isParticle(word)) continue
    // «Ortega y Gasset»: the word in front belongs to it
    if (ANDS.has(word)) return at > given ? at - 1 : null
    return at
  }
  return null
}

function withParticle(words: readonly string[], given: number, mark: number): NameHalves {
  const between = words.slice(given, mark).filter((word) => !isInitial(word))
  const particle = folded(words[mark] ?? '')
  const last = words.slice(mark)
  if (ARAB.has(words[mark]?.toLowerCase() ?? '') || ARAB.has(particle))
    return parts(withoutInitials(words.slice(0, mark)), last, mark === 1)
  const isFamily =
    between.length > 0 &&
    (between.some(isDoubling) ||
      /^(?:del?|da|dos?|das|la|las|los|y|e)$/.test(particle) ||
      !isParticle(words[mark] ?? ''))
  if (isFamily) return parts(words.slice(0, given), [...between, ...last])
  return parts(
    words.slice(0, given),
    last,
    between.length === 0 &&
      (/^\p{Ll}/u.test(words[mark] ?? '') || /^(?:von|van|der|de|del|della|dos|das)$/.test(particle)),
  )
}
