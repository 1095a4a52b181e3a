import type { PositionRead } from '../capture.ts'
import type { Capture, Contact } from '../records.ts'
import { hostOf } from './evidence.ts'
import type { Evidence } from './variables.ts'

/**
 * What pages told of a person last, as text that may be quoted: the job, the headline, the first sentence about
 * themselves, the school. Each counts from the page on which it stood first, so that a new job comes before an old
 * headline. What the rep has typed over, what a page was only guessed to say, and files are none.
 */
export function factsOf(
  captures: readonly ReadCapture[],
  contact: Pick<Contact, 'title' | 'company' | 'headline' | 'about' | 'school'>,
): Evidence[] {
  const first = new Map<string, { kind: Kind; fact: Evidence }>()
  const oldestFirst = captures.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  for (const capture of oldestFirst) {
    const source = hostOf(capture.url)
    if (source === null) continue
    for (const kind of KINDS) {
      const quote = QUOTES[kind](capture, contact)?.replace(/\s+/gu, ' ').trim()
      if (quote && !first.has(quote)) first.set(quote, { kind, fact: { quote, source, at: capture.at } })
    }
  }
  return [...first.values()]
    .toSorted((a, b) => b.fact.at.localeCompare(a.fact.at) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
    .map(({ fact }) => fact)
}

type ReadCapture = Pick<Capture, 'url' | 'at' | 'fields' | 'experience' | 'education'>
type Told = Parameters<typeof factsOf>[1]

/** The order of what one page told. */
const KINDS = ['job', 'about', 'headline', 'school'] as const
type Kind = (typeof KINDS)[number]

const QUOTES: Record<Kind, (capture: ReadCapture, contact: Told) => string | null> = {
  job: ({ experience = [], fields }, { title, company }) => {
    const held = experience.find(lasts)
    const job = held ?? { title: sure(fields.currentTitle), company: sure(fields.currentCompany) }
    // A title is written in many ways on one page; another company is another job.
    const isOver = (title?.by === 'rep' && differs(job.title, title)) || differs(job.company, company)
    return job.title && job.company && !isOver ? `${job.title}, ${job.company}` : null
  },
  about: ({ fields }, { about }) => {
    const text = sure(fields.about)
    return text === null || differs(text, about) ? null : firstSentence(text)
  },
  headline: ({ fields }, { headline }) => {
    const text = sure(fields.headline)
    return text === null || differs(text, headline) ? null : text
  },
  school: ({ education = [], fields }, { school }) => {
    const text = education[0]?.school ?? sure(fields.school)
    return text === null || differs(text, school) ? null : text
  },
}

function sure(field: { value: string; confidence: string } | undefined): string | null {
  return field === undefined || field.confidence === 'guess' || field.value.trim() === '' ? null : field.value
}

/** A position that has no end yet: its end is a word, not a date. */
function lasts({ title, company, end }: PositionRead): boolean {
  return title !== '' && company !== '' && !/\d/.test(end ?? '')
}

/** Whether the record says something else by now: the rep has typed over it, or a later page has. */
function differs(told: string | null, kept: { value: string } | null): boolean {
  return kept !== null && told !== null && kept.value.trim() !== told.trim()
}

function firstSentence(text: string): string | null {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text.slice(0, 2_000))
  const sentence = first?.segment.trim() ?? ''
  return sentence.length >= 3 && sentence.length <= 300 ? sentence : null
}
