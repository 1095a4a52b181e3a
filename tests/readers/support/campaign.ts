import * as z from 'zod/mini'
import { memberNumber } from '#lib/domain/address.ts'
import { readAnyPage } from '#lib/readers/read-any-page.ts'
import { scoredResult } from '#scripts/read/results.ts'

// Runs wherever there is a document: in tests, and in the pages of a browser.

/** One page, what is read of it as it is, and a document to change, anew each time. */
export type Page = {
  readonly name: string
  readonly url: string
  readonly kind: string
  readonly values: Values
  /** What else is right, by place: the ways of a page may tell less than what is known of it. */
  readonly truth: (place: string) => readonly unknown[]
  readonly copy: () => Document
}

/** Every single value by its place: `name`, `experience[Head of Revenue@Tidewheel].start`, `rows[Ana Lima].headline`. */
export type Values = ReadonlyMap<string, string>

const several = z.object({ oneOf: z.array(z.unknown()) })

/** A page as it stands in a file; what is known of it, by place, where more is known than its ways tell. */
export type PageText = {
  readonly name: string
  readonly url: string
  readonly html: string
  readonly expected: Readonly<Record<string, unknown>>
}

/** Pages of which nothing is read have nothing to lose. */
export function pageOf({ name, url, expected }: Omit<PageText, 'html'>, doc: Document): Page | null {
  const { kind, values } = valuesOf(doc, url)
  const truth = (place: string): readonly unknown[] => {
    const told = expected[place]
    return several.safeParse(told).data?.oneOf ?? [told]
  }
  // a clone of a document is a document
  return values.size === 0
    ? null
    : { name, url, kind, values, truth, copy: () => doc.cloneNode(true) as Document }
}

function valuesOf(doc: Document, url: string): { kind: string; values: Values } {
  const { pageType, values } = scoredResult(readAnyPage(doc, url))
  const flat = new Map<string, string>()
  if (pageType !== 'other' && pageType !== null) flatten(flat, '', values)
  return { kind: pageType ?? 'unreadable', values: flat }
}

function flatten(into: Map<string, string>, place: string, value: unknown): void {
  if (Array.isArray(value)) {
    value.forEach((one, at) => {
      flatten(into, `${place}[${nameOf(one, at)}]`, one)
    })
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      flatten(into, place === '' ? key : `${place}.${key}`, inner)
  } else if (typeof value === 'string' || typeof value === 'boolean') {
    if (value !== '') into.set(place, String(value))
  }
}

const entry = z.object({
  name: z.optional(z.string()),
  title: z.optional(z.string()),
  company: z.optional(z.string()),
  school: z.optional(z.string()),
  headline: z.optional(z.string()),
  anonymous: z.optional(z.boolean()),
})

function nameOf(one: unknown, at: number): string {
  const { data } = entry.safeParse(one)
  if (typeof one === 'string') return one
  if (data?.anonymous) return `hidden, ${data.headline ?? String(at)}`
  return data?.name ?? data?.school ?? (data?.title ? `${data.title}@${data.company ?? ''}` : String(at))
}

export type Tally = {
  pages: number
  kept: number
  /** How often a field was lost, by field. */
  lost: Map<string, number>
  /** Values that are others than before, or there where none was. */
  wrong: string[]
}

/** A change of a document in place. It may give what becomes of a text, where the change is one of words. */
export type Change = (doc: Document, page: Page) => ((text: string) => string) | void

export const emptyTally = (): Tally => ({ pages: 0, kept: 0, lost: new Map(), wrong: [] })

/** Changes every page and reads it again. */
export function campaign(pages: readonly Page[], change: Change): Tally {
  const tally = emptyTally()
  for (const page of pages) count(tally, page, change)
  return tally
}

export function count(tally: Tally, page: Page, change: Change): void {
  const doc = page.copy()
  const said = change(doc, page) ?? ((text: string) => text)
  const { values } = valuesOf(doc, page.url)
  const wrong = (place: string, rest: string): number => tally.wrong.push(`${page.name}: ${place} ${rest}`)
  tally.pages += 1
  for (const [place, was] of page.values) {
    const now = values.get(place)
    if (now === undefined) tally.lost.set(fieldOf(place), (tally.lost.get(fieldOf(place)) ?? 0) + 1)
    else if (isSame(place, was, now, said) || page.truth(place).includes(now)) tally.kept += 1
    else wrong(place, `was ${JSON.stringify(was)}, is ${JSON.stringify(now)}`)
  }
  for (const [place, now] of values)
    if (!page.values.has(place) && !page.truth(place).includes(now))
      wrong(place, `was not there, is ${JSON.stringify(now)}`)
}

/** The words of a date may have changed, and a member's id and number name the same member. */
function isSame(place: string, was: string, now: string, said: (text: string) => string): boolean {
  if (now === was || (DATED.test(place) && now === said(was))) return true
  return place.endsWith('memberId') && memberNumber(was) !== null && memberNumber(was) === memberNumber(now)
}

const DATED = /\.(?:start|end)$/

const fieldOf = (place: string): string => place.replace(/\[.*\]/, '[]')

/** One line for the output: what was kept, what was lost of which field, what was wrong. */
export function told(name: string, { pages, kept, lost, wrong }: Tally): string {
  const gone = [...lost].sort((a, b) => b[1] - a[1]).map(([field, count]) => `${field} ${count}`)
  const sum = [...lost.values()].reduce((a, b) => a + b, 0)
  return `${name.padEnd(28)} ${pages} pages, ${kept} values kept, ${sum} lost${gone.length > 0 ? ` (${gone.join(', ')})` : ''}, ${wrong.length} wrong`
}
