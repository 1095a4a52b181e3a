import { language, type Compiled, type Outcome, type Scope } from './templates/engine.ts'
import type { FilterWorld } from './templates/filters.ts'
import { replySubject } from './templates/reply-subject.ts'
import { group, oneLine, sampleScope, scopeOf, withValue } from './templates/scope.ts'
import {
  HAS_SUBJECT,
  SNIPPET_GROUP,
  type Rendered,
  type TemplateProblem,
  type TemplateStep,
  type TemplateValues,
} from './templates/variables.ts'

/**
 * Texts of a step with the contact's values in them. The language is bounded (`templates/engine.ts`), and values are
 * text: what a page wrote into a name is never read as a template.
 */

/** Renders subject and body of a step. Never throws: what is missing or wrong is listed. */
export function renderStep(step: TemplateStep, values: TemplateValues): Rendered {
  const work = workOf(values, scopeOf(values), values.snippets)
  const body = render(step.body, work)
  const isReply =
    step.type === 'email_reply' && values.threadSubject !== null && values.threadSubject.trim() !== ''
  const own = isReply || !HAS_SUBJECT.has(step.type) ? null : render(step.subject, work)
  const subject = isReply ? replySubject(values.threadSubject ?? '') : oneLine(own?.text ?? '')
  const missing = new Set([...body.missing, ...(own?.missing ?? [])])
  const problem = own?.problem ? placed(own.problem, 'subject') : body.problem && placed(body.problem, 'body')
  return { subject, body: body.text, missing: [...missing], problem: problem ?? null }
}

/**
 * What is wrong with a template as written, or null; for the editor and for files. A name that is no value counts as
 * wrong too; which snippets there are is not known here, so every name of one is taken.
 */
export function templateProblem(step: TemplateStep): TemplateProblem | null {
  for (const part of ['subject', 'body'] as const) {
    const problem = partProblem(step[part])
    if (problem !== null) return placed(problem, part)
  }
  return null
}

/** The same for the text of a snippet. */
export function snippetProblem(name: string, body: string): TemplateProblem | null {
  if (snippetsNamed(body).has(name)) return placed({ ...ITSELF, snippet: name }, 'body')
  const problem = partProblem(body)
  return problem && placed({ ...problem, snippet: name }, 'body')
}

interface Part {
  text: string
  missing: string[]
  problem: Problem | null
}
type Problem = Omit<TemplateProblem, 'part'>

/** What the parts of one text share. */
interface Work {
  language: ReturnType<typeof language>
  scope: Scope
  snippets: Readonly<Record<string, string>>
  /** Snippets as rendered, each once. */
  done: Map<string, Part>
  /** Snippets that are being rendered, outermost first. */
  within: readonly string[]
}

function workOf(world: FilterWorld, scope: Scope, snippets: Work['snippets']): Work {
  return { language: language(world), scope, snippets, done: new Map(), within: [] }
}

/**
 * Renders with strict variables; each one that is missing is noted, stands in for itself, and the text is rendered
 * again: Liquid stops at the first, the rep wants to see all.
 */
function render(template: string, work: Work): Part {
  const raw = template.toWellFormed()
  const parsed = work.language.compile(raw)
  if (parsed.kind === 'fault') return { text: raw, missing: [], problem: problemOf(parsed) }
  const named = namedSnippets(raw, work)
  let scope: Scope = { ...work.scope, [SNIPPET_GROUP]: textsOf(named) }
  const names: string[] = []
  for (let tries = 0; ; tries++) {
    const outcome = parsed.render(scope)
    if (outcome.kind === 'text') return finished(outcome, { parsed, scope, names, named, raw })
    const next =
      outcome.kind === 'fault' || tries === MAX_MISSING
        ? null
        : withValue(scope, outcome.name, `[${outcome.name}]`)
    if (next === null || outcome.kind === 'fault')
      return { text: raw, missing: names, problem: problemOf(outcome) }
    names.push(outcome.name)
    scope = next
  }
}

type Finished = Extract<Outcome, { kind: 'text' }>
interface Finishing {
  parsed: Extract<Compiled, { kind: 'ready' }>
  scope: Scope
  names: readonly string[]
  named: ReadonlyMap<string, Part>
  raw: string
}

/** Of all that was asked for and not there, what shows in the text; faults of the snippets that show. */
function finished({ text, empty }: Finished, { parsed, scope, names, named, raw }: Finishing): Part {
  const isShown = (name: string): boolean => shows(parsed, scope, name, text)
  const missing = new Set([...names.filter(isShown), ...empty])
  for (const [name, part] of named) {
    if (part.missing.length === 0 && part.problem === null) continue
    if (!isShown(`${SNIPPET_GROUP}.${name}`)) continue
    if (part.problem) return { text: raw, missing: [...missing], problem: part.problem }
    for (const one of part.missing) missing.add(one)
  }
  return { text, missing: [...missing], problem: null }
}

/** `{{ contact.title | default: contact.headline }}` asks for both; one that changes nothing in the text is not missed. */
function shows(parsed: Finishing['parsed'], scope: Scope, name: string, text: string): boolean {
  if (text.includes(`[${name}]`)) return true
  const other = withValue(scope, name, '')
  if (other === null) return true
  const outcome = parsed.render(other)
  return outcome.kind !== 'text' || outcome.text !== text
}

/** The snippets that the text names and that there are, rendered with the same values. */
function namedSnippets(text: string, work: Work): Map<string, Part> {
  const found = new Map<string, Part>()
  for (const name of snippetsNamed(text)) {
    if (!Object.hasOwn(work.snippets, name)) continue
    if (found.size === MAX_SNIPPETS) break
    const part = work.done.get(name) ?? snippetPart(name, work)
    work.done.set(name, part)
    found.set(name, part)
  }
  return found
}

function snippetPart(name: string, work: Work): Part {
  const body = (work.snippets[name] ?? '').trim()
  // With a mark in its place, so that one can tell whether it shows.
  const faulty = (problem: Problem): Part => ({
    text: `[${SNIPPET_GROUP}.${name}]`,
    missing: [],
    problem: { ...problem, snippet: problem.snippet ?? name },
  })
  if (work.within.includes(name)) return faulty(ITSELF)
  if (work.within.length === MAX_DEPTH) return faulty(TOO_DEEP)
  const part = render(body, { ...work, within: [...work.within, name] })
  return part.problem ? faulty(part.problem) : part
}

function textsOf(named: ReadonlyMap<string, Part>): Record<string, string> {
  return group([...named].map(([name, { text }]) => [name, text] as const))
}

/** Names after `snippet.` or in `snippet["…"]`, whether or not they stand in a tag. */
function snippetsNamed(text: string): Set<string> {
  const names = text.matchAll(/\bsnippet\s{0,9}(?:\.\s{0,9}|\[\s{0,9}["'])([a-z][a-z0-9_]{0,39})/g)
  return new Set([...names].map(([, name = '']) => name))
}

function partProblem(text: string): Problem | null {
  const snippets = Object.fromEntries([...snippetsNamed(text)].map((name) => [name, 'Sample Text']))
  const { missing, problem } = render(text, workOf(CHECKING, sampleScope(), snippets))
  if (problem !== null) return problem
  // «first name» stands for what a filter finds in nobody's name, not for a value.
  const unknown = missing.find((name) => !name.includes(' '))
  return unknown === undefined
    ? null
    : { ...placeOf(text, unknown), snippet: null, reason: `unknown value: ${unknown}` }
}

function placeOf(text: string, name: string): { line: number; column: number } {
  const at = text.indexOf(name)
  if (at < 0) return { line: 1, column: 1 }
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

function problemOf(outcome: Exclude<Outcome, { kind: 'text' }>): Problem {
  if (outcome.kind === 'missing')
    return { line: 1, column: 1, snippet: null, reason: `unknown value: ${outcome.name}` }
  const { line, column, reason } = outcome
  return { line, column, reason, snippet: null }
}

function placed(problem: Problem, part: TemplateProblem['part']): TemplateProblem {
  return { part, ...problem }
}

const MAX_MISSING = 30
const MAX_SNIPPETS = 20
const MAX_DEPTH = 3
const ITSELF = { line: 1, column: 1, snippet: null, reason: 'a snippet cannot contain itself' }
const TOO_DEEP = {
  snippet: null,
  line: 1,
  column: 1,
  reason: 'snippets stand in one another more than three deep',
}
const CHECKING: FilterWorld = { locale: 'en', now: '2026-11-24T12:00:00.000Z', zone: 'UTC' }
