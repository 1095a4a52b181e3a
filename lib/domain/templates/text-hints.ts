import type { StepType } from '../cadence/step.ts'
import { channelOf } from '../cadence/step.ts'
import { SPAM_WORDS } from './spam-words.ts'

/**
 * What practice and the programs' limits say about a text as it would be sent. Only `over` keeps it from being sent as
 * it is: the program cuts or refuses it; all others are advice. Every rule has its explanation in the interface.
 *
 * Sources. LinkedIn's note: 200 characters from a free account, 300 from a premium one (linkedhelper.com/en/glossary/
 * linkedin-invitation); InMail: 200 for the subject, 2,000 for the text (LinkedIn help a554514). Words of a mail:
 * 50 to 125 were answered most (Boomerang, 40 million mails; by neverspam.com/blog/cold-email-length). Subjects: mail
 * programs on telephones show about 40 to 60 characters. Links and shorteners: three or more in a short mail, and any shortener,
 * count against it (growtoro.com/blog/cold-email-spam-trigger-words-actually-matter). Priors, not laws.
 */
export const TEXT_RULES = [
  'note_free',
  'note_over',
  'inmail_over',
  'inmail_subject_over',
  'message_over',
  'subject_none',
  'subject_long',
  'subject_false_reply',
  'shouting',
  'many_words',
  'few_words',
  'links',
  'short_links',
  'spam_words',
] as const
export type TextRule = (typeof TEXT_RULES)[number]

export interface TextHint {
  rule: TextRule
  /** `over`: it cannot be sent so. */
  tone: 'over' | 'advice'
  /** What was counted; 0 where nothing is. */
  count: number
  /** The words it is about, as they stand in the text. */
  words: readonly string[]
}

export interface SentText {
  type: StepType
  /** As it is sent. */
  subject: string
  body: string
  /** The mail goes on a thread and keeps its subject. */
  inThread: boolean
}

/** Characters, words and hints of a text, the gravest first. An empty text has none: it is nothing to send. */
export function textHints(text: SentText): TextHint[] {
  const hints = [...linkedinHints(text), ...(channelOf(text.type) === 'email' ? mailHints(text) : [])]
  return hints.toSorted((a, b) => Number(b.tone === 'over') - Number(a.tone === 'over'))
}

/** Words as a reader counts them; writing without spaces is counted by the segmenter of the platform. */
export function wordCount(text: string): number {
  const part = text.slice(0, MOST_COUNTED)
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(part))
    return part.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.@_-]*/gu)?.length ?? 0
  const words = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(part)
  return [...words].filter(({ isWordLike }) => isWordLike).length
}

/** What a field of LinkedIn may hold, in UTF-16 units as its own counter shows; null = no limit worth naming. */
export function lengthLimit(type: StepType): { free: number; most: number } | null {
  switch (type) {
    case 'linkedin_connect':
      return { free: 200, most: 300 }
    case 'linkedin_inmail':
      return { free: 2_000, most: 2_000 }
    case 'linkedin_message':
      return { free: 8_000, most: 8_000 }
    default:
      return null
  }
}

function linkedinHints({ type, subject, body }: SentText): TextHint[] {
  const limit = lengthLimit(type)
  const length = body.trim().length
  if (limit === null) return []
  const hints: TextHint[] = []
  if (type === 'linkedin_connect') {
    if (length > limit.most) hints.push(over('note_over', length))
    else if (length > limit.free) hints.push(advice('note_free', length))
  } else if (length > limit.most) {
    hints.push(over(type === 'linkedin_inmail' ? 'inmail_over' : 'message_over', length))
  }
  if (type === 'linkedin_inmail' && subject.length > INMAIL_SUBJECT)
    hints.push(over('inmail_subject_over', subject.length))
  const spam = spamIn(body)
  if (spam.length > 0) hints.push({ ...advice('spam_words', spam.length), words: spam })
  return hints
}

function mailHints({ subject, body, inThread }: SentText): TextHint[] {
  if (body.trim() === '' && subject.trim() === '') return []
  const hints: TextHint[] = []
  const words = wordCount(body)
  const links = body.match(/\bhttps?:\/\/[^\s<>"]+/gi) ?? []
  const shorteners = links.filter((link) => SHORTENERS.test(link))
  const shouted = `${subject}\n${body}`.match(SHOUTED) ?? []
  const spam = spamIn(`${inThread ? '' : subject}\n${body}`)
  if (!inThread) hints.push(...subjectHints(subject))
  if (shouted.length > 0) hints.push({ ...advice('shouting', shouted.length), words: distinct(shouted) })
  if (words > MOST_WORDS) hints.push(advice('many_words', words))
  // An answer in a thread may be one line.
  else if (!inThread && words > 0 && words < FEWEST_WORDS) hints.push(advice('few_words', words))
  if (links.length > MOST_LINKS) hints.push(advice('links', links.length))
  if (shorteners.length > 0) hints.push({ ...advice('short_links', shorteners.length), words: shorteners })
  if (spam.length > 0) hints.push({ ...advice('spam_words', spam.length), words: spam })
  return hints
}

function subjectHints(subject: string): TextHint[] {
  const text = subject.trim()
  if (text === '') return [advice('subject_none', 0)]
  const hints: TextHint[] = []
  if (text.length > LONGEST_SUBJECT) hints.push(advice('subject_long', text.length))
  if (/^(?:re|aw|sv|fwd?|wg)\s*:/i.test(text)) hints.push(advice('subject_false_reply', 0))
  return hints
}

function spamIn(text: string): string[] {
  const plain = ` ${text
    .slice(0, MOST_COUNTED)
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[^\p{L}\p{M}\p{N}%'-]+/gu, ' ')} `
  return SPAM_WORDS.filter((word) => plain.includes(` ${word} `))
}

const over = (rule: TextRule, count: number): TextHint => ({ rule, tone: 'over', count, words: [] })
const advice = (rule: TextRule, count: number): TextHint => ({ rule, tone: 'advice', count, words: [] })
const distinct = (words: readonly string[]): string[] => [...new Set(words)].slice(0, 5)

const SHORTENERS =
  /^https?:\/\/(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|is\.gd|buff\.ly|cutt\.ly|rb\.gy)\//i
/** Two exclamation marks in a row, or a word of five capitals or more; shorter ones are mostly names. */
const SHOUTED = /!{2,}|(?<![\p{L}\p{N}])\p{Lu}{5,}(?![\p{L}\p{N}])/gu
const MOST_WORDS = 125
const FEWEST_WORDS = 15
const MOST_LINKS = 2
const LONGEST_SUBJECT = 60
const INMAIL_SUBJECT = 200
const MOST_COUNTED = 50_000
