import type { Confidence } from '#lib/domain/values.ts'
import type { Field, PersonField, PersonFields } from '#lib/domain/capture.ts'
import { clean } from './dom.ts'

/**
 * A way to read one value: a name that is kept with the value, and a function that gives the value or nothing.
 * It sees the value found so far, so that a place which only holds the value among other text can confirm it
 * without being able to invent it.
 */
export type Way<Page> = readonly [
  name: string,
  read: (page: Page, soFar: string | null) => string | null | undefined,
]

export type Claim = { readonly value: string; readonly strategy: string }

export type Ways<Page> = Partial<Record<PersonField, readonly Way<Page>[]>>

/** Longest value kept per field; what is not named here is short. */
const CAPS: Partial<Record<PersonField, number>> = {
  headline: 1_000,
  about: 10_000,
  location: 400,
  memberId: 80,
}
const CAP = 400

/** Two texts say the same when their letters and digits do: dots, emoji, case and width are dress. */
export function sameKey(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase()
  const bare = plain.replace(/[^\p{L}\p{N}]+/gu, '')
  return bare || plain.trim()
}

export const isSame = (a: string, b: string): boolean => sameKey(a) === sameKey(b)

/** The same words in whatever order: some languages put the family first in one place and last in another. */
export function isSameName(a: string, b: string): boolean {
  const words = (name: string): string => name.split(/\s+/).map(sameKey).sort().join(' ')
  return isSame(a, b) || words(a) === words(b)
}

/**
 * Weighs what the ways say. The value most ways agree on wins, the earliest among equals.
 * Two or more that agree: `sure`; agree against a minority, or one alone: `likely`; even: `guess`.
 * Dissenting values are kept in `others`.
 */
export function weigh(claims: readonly Claim[]): Field | null {
  const groups = new Map<string, Claim[]>()
  for (const claim of claims) {
    const key = sameKey(claim.value)
    groups.set(key, [...(groups.get(key) ?? []), claim])
  }
  const [best, ...rest] = [...groups.values()].sort((a, b) => b.length - a.length)
  const winner = best?.[0]
  if (!best || !winner) return null
  const confidence: Confidence = rest.some((group) => group.length >= best.length)
    ? 'guess'
    : best.length > 1 && rest.length === 0
      ? 'sure'
      : 'likely'
  const others = rest.flat().slice(0, 8)
  return { ...winner, confidence, ...(others.length > 0 && { others }) }
}

/** Runs every way over the page and weighs the answers. */
export function settle<Page>(ways: readonly Way<Page>[], page: Page, cap = CAP, lines = false): Field | null {
  const claims: Claim[] = []
  for (const [strategy, read] of ways) {
    const value = clean(read(page, claims[0]?.value ?? null) ?? '', cap, lines)
    if (value && !/^[*\s.·•…_-]+$/.test(value)) claims.push({ value, strategy })
  }
  return weigh(claims)
}

/** All fields of a table of ways; fields nothing is known of are absent. */
export function settleAll<Page>(ways: Ways<Page>, page: Page): PersonFields {
  const fields: PersonFields = {}
  for (const [name, list] of Object.entries(ways) as [PersonField, readonly Way<Page>[]][]) {
    // keys of `Ways` are fields
    const field = settle(list, page, CAPS[name] ?? CAP, name === 'about')
    if (field) fields[name] = field
  }
  return fields
}
