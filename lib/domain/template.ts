import { Liquid, LiquidError, UndefinedVariableError } from 'liquidjs'
import type { Account, Contact } from './records.ts'
import type { Step } from './cadence/step.ts'

/**
 * Texts of a step with the contact's values in them. Liquid is interpreted, never compiled, has no loops, no files,
 * no clock here, and sees only the values below, as text: what a page wrote into a name is never read as a template.
 */

export interface TemplateValues {
  contact: Pick<
    Contact,
    'name' | 'firstName' | 'lastName' | 'headline' | 'title' | 'company' | 'location' | 'school'
  >
  account: Pick<Account, 'name' | 'domain' | 'industry' | 'headcount'> | null
  rep: { name: string }
  cadence: { name: string }
  /** Subject of the thread that a reply goes on; null when none was begun. */
  threadSubject: string | null
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
  /** Counted from 1. */
  line: number
  /** The library's words, in English. */
  reason: string
}

/** Renders subject and body of a step. Never throws: what is missing or wrong is listed. */
export function renderStep(step: Pick<Step, 'type' | 'subject' | 'body'>, values: TemplateValues): Rendered {
  const missing = new Set<string>()
  const scope = scopeOf(values)
  const body = render(step.body, 'body', scope, missing)
  const isReply =
    step.type === 'email_reply' && values.threadSubject !== null && values.threadSubject.trim() !== ''
  const own = isReply || !HAS_SUBJECT.has(step.type) ? null : render(step.subject, 'subject', scope, missing)
  const subject = isReply ? replySubject(values.threadSubject ?? '') : oneLine(own?.text ?? '')
  return { subject, body: body.text, missing: [...missing], problem: own?.problem ?? body.problem }
}

/** What is wrong with a template as written, or null; for the editor. A name that is no value counts as wrong too. */
export function templateProblem(step: Pick<Step, 'type' | 'subject' | 'body'>): TemplateProblem | null {
  const filled: Scope = Object.fromEntries(
    Object.entries(VARIABLES).map(([group, names]) => [
      group,
      Object.fromEntries(names.map((name) => [name, 'x'])),
    ]),
  )
  for (const part of ['subject', 'body'] as const) {
    const missing = new Set<string>()
    const { problem } = render(step[part], part, filled, missing)
    if (problem !== null) return problem
    const unknown = [...missing][0]
    if (unknown !== undefined)
      return { part, line: lineOf(step[part], unknown), reason: `unknown value: ${unknown}` }
  }
  return null
}

/** `Re: ` and the thread's subject, however often it was answered before. */
export function replySubject(subject: string): string {
  const bare = oneLine(subject).replace(
    /^(?:(?:re|aw|sv|vs|antw|odp|rif|res|回复|答复)\s*(?:\[\d+\])?\s*[:：]\s*)+/iu,
    '',
  )
  return `Re: ${bare}`
}

/** Every value a template may name, for the editor's help. */
export const VARIABLES = {
  contact: ['name', 'first_name', 'last_name', 'title', 'company', 'headline', 'location', 'school'],
  account: ['name', 'domain', 'industry', 'headcount'],
  rep: ['name'],
  cadence: ['name'],
} as const

type Scope = Record<string, Record<string, string>>

interface Part {
  text: string
  problem: TemplateProblem | null
}

/**
 * Renders with strict variables; each one that is missing is noted, stands in for itself, and the text is rendered
 * again: Liquid stops at the first, the rep wants to see all.
 */
function render(template: string, part: TemplateProblem['part'], scope: Scope, missing: Set<string>): Part {
  const raw = template.toWellFormed()
  const liquid = engine()
  let filled: Filled = scope
  const names: string[] = []
  for (let tries = 0; ; tries++) {
    try {
      const text = rendered(liquid, raw, filled)
      for (const name of names) if (isShown(liquid, raw, filled, name, text)) missing.add(name)
      return { text: text.toWellFormed(), problem: null }
    } catch (error) {
      const name = missingName(error)
      const next = name === null || tries === MAX_MISSING ? null : withValue(filled, name, `[${name}]`)
      if (name === null || next === null) {
        for (const known of names) missing.add(known)
        return { text: raw, problem: problemOf(error, part) }
      }
      names.push(name)
      filled = next
    }
  }
}

type Filled = Record<string, string | Record<string, string>>

function rendered(liquid: Liquid, template: string, scope: Filled): string {
  const text: unknown = liquid.parseAndRenderSync(template, scope)
  return typeof text === 'string' ? text : ''
}

/** `{{ contact.title | default: contact.headline }}` asks for both; one that changes nothing in the text is not missed. */
function isShown(liquid: Liquid, template: string, scope: Filled, name: string, text: string): boolean {
  const other = withValue(scope, name, '')
  return other === null || rendered(liquid, template, other) !== text
}

/** The scope with one value more; null where the name goes deeper than values do. Own properties only. */
function withValue(scope: Filled, name: string, value: string): Filled | null {
  const [group = '', key, ...deeper] = name.split('.')
  const known = Object.hasOwn(scope, group) ? scope[group] : undefined
  if (deeper.length > 0) return null
  if (key === undefined) return typeof known === 'object' ? null : { ...scope, [group]: value }
  const others = typeof known === 'object' ? known : {}
  return { ...scope, [group]: { ...others, [key]: value } }
}

function missingName(error: unknown): string | null {
  const cause =
    error instanceof UndefinedVariableError
      ? error
      : error instanceof LiquidError
        ? error.originalError
        : null
  // The name stands in the message alone: `undefined variable: contact.title`.
  const name = /^undefined variable: (\S+?)(?:,|$|\n)/.exec(cause?.message ?? '')?.[1]
  return name !== undefined && /^[a-z_][\w.-]{0,80}$/i.test(name) ? name : null
}

function problemOf(error: unknown, part: TemplateProblem['part']): TemplateProblem {
  if (!(error instanceof LiquidError)) throw error
  const line = error.token?.getPosition()[0] ?? 1
  return {
    part,
    line,
    reason: (error.message.split('\n')[0] ?? '').replace(/, line:\d+, col:\d+$/, '').slice(0, 200),
  }
}

function lineOf(text: string, name: string): number {
  const at = text.indexOf(name)
  return at < 0 ? 1 : text.slice(0, at).split('\n').length
}

function scopeOf({ contact, account, rep, cadence }: TemplateValues): Scope {
  return {
    contact: known({
      name: contact.name.value, first_name: contact.firstName?.value, last_name: contact.lastName?.value,
      title: contact.title?.value, company: contact.company?.value, headline: contact.headline?.value,
      location: contact.location?.value, school: contact.school?.value,
    }),
    account: known({
      name: account?.name.value ?? contact.company?.value, domain: account?.domain ?? undefined,
      industry: account?.industry?.value, headcount: account?.headcount?.value,
    }),
    rep: known({ name: rep.name }),
    cadence: known({ name: cadence.name }),
  } // prettier-ignore
}

/** Only what has a value: an empty one is as missing as one that was never read. */
function known(values: Record<string, string | undefined>): Record<string, string> {
  const entries = Object.entries(values).map(([name, value]) => [name, plain(value ?? '')] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

/** Text of one line without control and direction marks, which could hide or turn what is sent. */
function plain(value: string): string {
  return oneLine(value.replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ' '))
    .slice(0, 500)
    .toWellFormed()
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** A new engine each time: it holds no state that one text could leave for the next. */
function engine(): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    templates: {},
    cache: false,
    parseLimit: 25_000,
    renderLimit: 500,
    memoryLimit: 1_000_000,
  })
  for (const tag of Object.keys(liquid.tags)) if (!TAGS.has(tag)) delete liquid.tags[tag]
  for (const filter of Object.keys(liquid.filters)) if (!FILTERS.has(filter)) delete liquid.filters[filter]
  return liquid
}

const MAX_MISSING = 40
const HAS_SUBJECT: ReadonlySet<string> = new Set(['email', 'email_reply', 'linkedin_inmail'])
/** No loops and no files; nothing that could run long or read elsewhere. */
const TAGS: ReadonlySet<string> = new Set([
  'assign',
  'capture',
  'case',
  'comment',
  'if',
  'unless',
  'raw',
  '#',
])
const FILTERS: ReadonlySet<string> = new Set([
  'default', 'upcase', 'downcase', 'capitalize', 'strip', 'lstrip', 'rstrip', 'truncate', 'truncatewords', 'replace',
  'replace_first', 'remove', 'remove_first', 'append', 'prepend', 'split', 'first', 'last', 'size',
]) // prettier-ignore
