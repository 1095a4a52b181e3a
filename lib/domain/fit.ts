import { countriesOfRegion, countryOfLocation } from './places.ts'
import { fold, seniorityOf } from './seniority.ts'
import type { Icp } from './settings.ts'

/** How well a person fits the ideal customer profile, with reasons. What is not known is unknown, never against. */

export interface FitFacts {
  title: string | null
  headline: string | null
  /** Number range as written: `51-200`, `10,001+ employees`. */
  headcount: string | null
  location: string | null
}

export interface FitReason {
  id: 'title' | 'seniority' | 'headcount' | 'region'
  result: 'for' | 'against' | 'unknown'
  /** Points of 100 that it brought. */
  points: number
  /** Points of 100 that it could bring; all `of` together are 100. */
  of: number
  /** The text it was judged by; null when there is none. */
  evidence: string | null
}

export interface Fit {
  /** Points that are known to fit, 0 to 100; null without an ICP or when nothing is known. */
  score: number | null
  /** A from 80, B from 60, C from 40; null when more than half of the points are unknown. */
  grade: 'A' | 'B' | 'C' | 'D' | null
  /** The score if everything unknown were against, and if it were for. */
  low: number
  high: number
  /** In the order of their weight; only what the ICP asks for. */
  reasons: FitReason[]
}

export function fit(icp: Icp, facts: FitFacts): Fit {
  return fitter(icp)(facts)
}

/** `fit` for many people: what belongs to the ICP is worked out once. */
export function fitter(icp: Icp): (facts: FitFacts) => Fit {
  const criteria = [titleOf(icp), headcountOf(icp), seniorityIn(icp), regionOf(icp)].filter(
    (asked) => asked !== null,
  )
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0)
  const shares = sharesOf100(
    criteria.map(({ weight }) => weight),
    total,
  )
  return (facts) => {
    const reasons = criteria.map(({ id, judge }, index): FitReason => {
      const of = shares[index] ?? 0
      const { result, evidence } = judge(facts)
      return { id, result, points: result === 'for' ? of : 0, of, evidence }
    })
    const low = reasons.reduce((sum, { points }) => sum + points, 0)
    const open = reasons.reduce((sum, { result, of }) => (result === 'unknown' ? sum + of : sum), 0)
    const isKnown = criteria.length > 0 && open < 100
    const grade = isKnown && open <= 50 ? gradeOf(low) : null
    return { score: isKnown ? low : null, grade, low, high: low + open, reasons }
  }
}

interface Judgement {
  result: FitReason['result']
  evidence: string | null
}

/** «Unknown» is said where a text is missing, and where it does not decide (a headcount range across the border). */
interface Criterion {
  id: FitReason['id']
  weight: number
  judge(facts: FitFacts): Judgement
}

function titleOf(icp: Icp): Criterion | null {
  if (icp.titleWords.length === 0) return null
  const phrases = icp.titleWords.map((word) => fold(word).trim()).filter((word) => word !== '')
  return {
    id: 'title',
    weight: 30,
    judge: ({ title, headline }) => {
      // The headline may name what the title leaves out; one of them is enough.
      const found = [title, headline].find((text) => text !== null && hasWords(fold(text), phrases))
      const evidence = title ?? headline
      if (found !== undefined) return { result: 'for', evidence: found }
      return { result: evidence === null ? 'unknown' : 'against', evidence }
    },
  }
}

function headcountOf({ headcount }: Icp): Criterion | null {
  if (headcount.min === null && headcount.max === null) return null
  const min = headcount.min ?? 0
  const max = headcount.max ?? Number.POSITIVE_INFINITY
  return {
    id: 'headcount',
    weight: 25,
    judge: ({ headcount: evidence }) => {
      const range = evidence === null ? null : headcountRange(evidence)
      if (range === null) return { result: 'unknown', evidence }
      if (range.to < min || range.from > max) return { result: 'against', evidence }
      return { result: range.from >= min && range.to <= max ? 'for' : 'unknown', evidence }
    },
  }
}

function seniorityIn(icp: Icp): Criterion | null {
  if (icp.seniorities.length === 0) return null
  return {
    id: 'seniority',
    weight: 25,
    judge: ({ title, headline }) => {
      const evidence = [title, headline].find((text) => text !== null && seniorityOf(text) !== null) ?? null
      const rank = evidence === null ? null : seniorityOf(evidence)
      if (rank === null) return { result: 'unknown', evidence: title ?? headline }
      return { result: icp.seniorities.includes(rank) ? 'for' : 'against', evidence }
    },
  }
}

function regionOf(icp: Icp): Criterion | null {
  if (icp.regions.length === 0) return null
  const phrases = icp.regions.map((region) => fold(region).trim()).filter((region) => region !== '')
  const wanted = icp.regions.map((region) => countriesOfRegion(region))
  const codes = new Set(wanted.flatMap((known) => (known === null ? [] : [...known])))
  const allKnown = wanted.every((known) => known !== null)
  return {
    id: 'region',
    weight: 20,
    judge: ({ location }) => {
      if (location === null) return { result: 'unknown', evidence: null }
      if (hasWords(fold(location), phrases)) return { result: 'for', evidence: location }
      const country = countryOfLocation(location)
      if (country !== null && codes.has(country)) return { result: 'for', evidence: location }
      // A city that is not in the text, or a place without a country, decides nothing.
      return { result: country !== null && allKnown ? 'against' : 'unknown', evidence: location }
    },
  }
}

/** Number range of a headcount as written, both ends included; null when it is none. */
export function headcountRange(text: string): { from: number; to: number } | null {
  const numbers = [
    ...text.matchAll(/(\d{1,3}(?:[.,'’\s\u00a0\u202f]\d{3})+|\d+)\s*([kK])?(?![\d.,]*%)/gu),
  ].map((match) => {
    const value = Number((match[1] ?? '').replace(/\D/g, ''))
    return match[2] === undefined ? value : value * 1_000
  })
  const [from, to] = numbers
  if (from === undefined || numbers.length > 2) return null
  if (to !== undefined) return from <= to ? { from, to } : null
  return { from, to: /\+|more|mehr|plus|über|over/iu.test(text) ? Number.POSITIVE_INFINITY : from }
}

/**
 * True when one of the folded phrases stands in the folded text, its last word perhaps with another ending: «procure»
 * finds «Procurement Lead». A phrase begins where a word does; Chinese, Japanese and Korean ones stand anywhere.
 */
function hasWords(text: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => text.includes(CJK.test(phrase) ? phrase : ` ${phrase}`))
}

/** Whole points that add up to 100: what rounding leaves over goes to the heaviest. */
function sharesOf100(weights: readonly number[], total: number): number[] {
  const shares = weights.map((weight) => Math.floor((weight * 100) / total))
  const left = 100 - shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share, index) => (index === 0 ? share + left : share))
}

function gradeOf(score: number): 'A' | 'B' | 'C' | 'D' {
  return score >= 80 ? 'A' : score >= 60 ? 'B' : score >= 40 ? 'C' : 'D'
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
