import { Liquid, LiquidError, UndefinedVariableError, type Template } from 'liquidjs'
import { LOCALE_FILTERS, localeFilters, type FilterWorld } from './filters.ts'

/**
 * The template language, bounded: Liquid interpreted, never compiled, without loops, files or a clock of its own, over
 * own properties of plain text values. What remains is linear in the template, whose size, time and memory have limits.
 */

/** Values by group and name. */
export type Scope = Readonly<Record<string, string | Readonly<Record<string, string>>>>

export type Outcome =
  /** `empty`: what its filters made nothing of stands in it as `[first name]`. */
  | { kind: 'text'; text: string; empty: readonly string[] }
  /** A value without a default is not there; `name` as the template names it. */
  | { kind: 'missing'; name: string }
  | { kind: 'fault'; line: number; column: number; reason: string }

export type Compiled = { kind: 'ready'; render(scope: Scope): Outcome } | Extract<Outcome, { kind: 'fault' }>

/**
 * The language for the texts of one touch; nothing that one text does reaches the next. `compile` reads a template
 * once, for as many renderings as are needed. Neither throws; a fault says where.
 */
export function language(world: FilterWorld): { compile(template: string): Compiled } {
  const empty = new Set<string>()
  const liquid = engine(world, empty)
  return {
    compile: (template) => {
      try {
        const parts = liquid.parse(template)
        return { kind: 'ready', render: (scope) => rendered(liquid, parts, scope, empty) }
      } catch (error) {
        return faultOf(error)
      }
    },
  }
}

function rendered(liquid: Liquid, parts: Template[], scope: Scope, empty: Set<string>): Outcome {
  empty.clear()
  try {
    const text: unknown = liquid.renderSync(parts, scope)
    if (typeof text !== 'string') return { kind: 'text', text: '', empty: [] }
    if (text.length > MAX_TEXT)
      return { kind: 'fault', line: 1, column: 1, reason: 'the text becomes too long' }
    return { kind: 'text', text: text.toWellFormed(), empty: [...empty] }
  } catch (error) {
    const name = missingName(error)
    return name === null ? faultOf(error) : { kind: 'missing', name }
  }
}

/** Made with the filters of one place and moment; `empty` collects the outputs of which nothing came. */
function engine(world: FilterWorld, empty: Set<string>): Liquid {
  // Which filter gave nothing last: the output that ends with nothing is named after it.
  let nothing = ''
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    templates: {},
    cache: false,
    parseLimit: 25_000,
    renderLimit: 500,
    memoryLimit: 300_000,
    outputEscape: (value: unknown): string => {
      // The library takes what is no text as well: it writes lists and numbers itself.
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) throw new Error(GROUP)
      if (value !== null && value !== undefined) return value as string
      empty.add(nothing)
      return `[${nothing}]`
    },
  })
  for (const tag of Object.keys(liquid.tags)) if (!TAGS.has(tag)) delete liquid.tags[tag]
  for (const filter of Object.keys(liquid.filters)) if (!FILTERS.has(filter)) delete liquid.filters[filter]
  for (const [name, filter] of Object.entries(localeFilters(world))) {
    liquid.registerFilter(name, (value: unknown, ...args: unknown[]) => {
      const text = filter(value, ...args)
      // With a space, so that it cannot be taken for a variable.
      if (text === null) nothing = name.replace('_', ' ')
      return text
    })
  }
  return liquid
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

function faultOf(error: unknown): Extract<Outcome, { kind: 'fault' }> {
  if (!(error instanceof LiquidError)) {
    // Thousands of tags inside one another end the stack of whoever walks through them; a limit has no place.
    const words = error instanceof Error && !(error instanceof RangeError) ? error.message : NESTED
    return { kind: 'fault', line: 1, column: 1, reason: words }
  }
  const [line = 1, column = 1] = error.token?.getPosition() ?? []
  const words = (error.message.split('\n')[0] ?? '').replace(/, line:\d+, col:\d+$/, '').slice(0, 200)
  const reason = /call stack/i.test(words) ? NESTED : /primitive value/.test(words) ? GROUP : words
  return { kind: 'fault', line, column, reason }
}

/** No loops and no files; nothing that could run long or read elsewhere. */
const TAGS: ReadonlySet<string> = new Set([
  'assign', 'capture', 'case', 'comment', 'if', 'unless', 'raw', '#',
]) // prettier-ignore
const FILTERS: ReadonlySet<string> = new Set<string>([
  'default', 'strip', 'lstrip', 'rstrip', 'truncate', 'truncatewords', 'replace', 'replace_first', 'remove',
  'remove_first', 'append', 'prepend', 'split', 'first', 'last', 'size', ...LOCALE_FILTERS,
]) // prettier-ignore
const GROUP = 'this is no value: name one of its fields, such as contact.name'
const NESTED = 'too many tags inside one another'
/** A mail of a rep has some hundred words; this is a book's chapter. */
const MAX_TEXT = 50_000
