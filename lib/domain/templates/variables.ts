import type { Account, Contact } from '../records.ts'
import type { Step } from '../cadence/step.ts'
import type { Settings } from '../settings.ts'
import type { Instant } from '../values.ts'

/** What a template may name, and what comes of it. Nothing here needs the template library. */

export interface TemplateValues {
  contact: Pick<
    Contact,
    'name' | 'firstName' | 'lastName' | 'headline' | 'title' | 'company' | 'location' | 'school'
  >
  account: Pick<Account, 'name' | 'domain' | 'industry' | 'headcount'> | null
  rep: { name: string } & Settings['rep']
  cadence: { name: string }
  /** What was kept about the person last; null when nothing was. */
  evidence: Evidence | null
  /** What pages told of the person last, the newest first (`facts.ts`). */
  facts: readonly Evidence[]
  /** Subject of the thread that a reply goes on; null when none was begun. */
  threadSubject: string | null
  /** Own pieces of text by name. */
  snippets: Readonly<Record<string, string>>
  /** Typed for this touch alone, by variable name: they stand in for what is missing. */
  fills: Readonly<Record<string, string>>
  /** BCP 47; the rep's. For dates and for capital letters. */
  locale: string
  now: Instant
  /** The rep's zone: whose day `today` is. */
  zone: string
}

export interface Evidence {
  quote: string
  /** Host of the page it was read on; null for what was typed. */
  source: string | null
  at: Instant
}

export interface Rendered {
  /** Empty for steps without a subject. */
  subject: string
  /** A value that is missing stands in the text as `[contact.title]`. */
  body: string
  /** Names of the values that are missing, each once: the touch must not be sent like this. */
  missing: string[]
  /** What is wrong with the template itself; the text is then the template as written. */
  problem: TemplateProblem | null
}

export interface TemplateProblem {
  part: 'subject' | 'body'
  /** Counted from 1, in the snippet where `snippet` names one. */
  line: number
  /** Counted from 1; 1 where the place in the line is not known. */
  column: number
  /** In which snippet; null in the text of the step itself. */
  snippet: string | null
  /** The library's words, in English. */
  reason: string
}

export type TemplateStep = Pick<Step, 'type' | 'subject' | 'body'>

/** Every value a template may name, for the editor's help. */
export const VARIABLES = {
  contact: ['name', 'first_name', 'last_name', 'title', 'company', 'headline', 'location', 'school'],
  account: ['name', 'domain', 'industry', 'headcount'],
  rep: ['name', 'title', 'company', 'phone', 'email', 'meeting_link'],
  cadence: ['name'],
  evidence: [
    'quote', 'source', 'date', 'fact', 'fact_source', 'fact_date', 'older_fact', 'older_fact_source', 'older_fact_date',
  ],
} as const // prettier-ignore

/** Templates name snippets as `snippet.name`. */
export const SNIPPET_GROUP = 'snippet'

/** Steps that have a subject. Mails have one; that of a reply counts only where no thread was begun. */
export const HAS_SUBJECT: ReadonlySet<Step['type']> = new Set(['email', 'email_reply', 'linkedin_inmail'])
