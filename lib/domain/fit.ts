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
  const asked = CRITERIA.filter(({ isAsked }) => isAsked(icp))
  const total = asked.reduce((sum, { weight }) => sum + weight, 0)
  const shares = sharesOf100(
    asked.map(({ weight }) => weight),
    total,
  )
  const reasons = asked.map(({ id, judge }, index): FitReason => {
    const of = shares[index] ?? 0
    const { result, evidence } = judge(icp, facts)
    return { id, result, points: result === 'for' ? of : 0, of, evidence }
  })
  const low = reasons.reduce((sum, { points }) => sum + points, 0)
  const open = reasons.reduce((sum, { result, of }) => (result === 'unknown' ? sum + of : sum), 0)
  const isKnown = asked.length > 0 && open < 100
  return {
    score: isKnown ? low : null,
    grade: isKnown && open <= 50 ? gradeOf(low) : null,
    low,
    high: low + open,
    reasons,
  }
}

interface Judgement {
  result: FitReason['result']
  evidence: string | null
}

interface Criterion {
  id: FitReason['id']
  weight: number
  isAsked(icp: Icp): boolean
  judge(icp: Icp, facts: FitFacts): Judgement
}

/** «Unknown» is said where a text is missing, and where it does not decide (a headcount range across the border). */
const CRITERIA: readonly Criterion[] = [
  {
    id: 'title',
    weight: 30,
    isAsked: (icp) => icp.titleWords.length > 0,
    judge: (icp, { title, headline }) => {
      const evidence = title ?? headline
      if (evidence === null) return { result: 'unknown', evidence }
      // The headline may name what the title leaves out; one of them is enough.
      const texts = [title, headline].filter((text) => text !== null)
      const found = texts.find((text) => icp.titleWords.some((word) => hasWords(text, word)))
      return found === undefined ? { result: 'against', evidence } : { result: 'for', evidence: found }
    },
  },
  {
    id: 'headcount',
    weight: 25,
    isAsked: ({ headcount }) => headcount.min !== null || headcount.max !== null,
    judge: ({ headcount }, { headcount: text }) => {
      const range = text === null ? null : headcountRange(text)
      if (range === null) return { result: 'unknown', evidence: text }
      const min = headcount.min ?? 0
      const max = headcount.max ?? Number.POSITIVE_INFINITY
      if (range.to < min || range.from > max) return { result: 'against', evidence: text }
      return { result: range.from >= min && range.to <= max ? 'for' : 'unknown', evidence: text }
    },
  },
  {
    id: 'seniority',
    weight: 25,
    isAsked: (icp) => icp.seniorities.length > 0,
    judge: (icp, { title, headline }) => {
      const evidence = title ?? headline
      const rank =
        evidence === null
          ? null
          : (seniorityOf(evidence) ?? (headline === null ? null : seniorityOf(headline)))
      if (rank === null) return { result: 'unknown', evidence }
      return { result: icp.seniorities.includes(rank) ? 'for' : 'against', evidence }
    },
  },
  {
    id: 'region',
    weight: 20,
    isAsked: (icp) => icp.regions.length > 0,
    judge: (icp, { location }) => {
      if (location === null) return { result: 'unknown', evidence: null }
      if (icp.regions.some((region) => hasWords(location, region)))
        return { result: 'for', evidence: location }
      const country = countryOfLocation(location)
      const wanted = icp.regions.map((region) => countriesOfRegion(region))
      if (country !== null && wanted.some((codes) => codes?.has(country)))
        return { result: 'for', evidence: location }
      // A city that is not in the text, or a place without a country, decides nothing.
      const decided = country !== null && wanted.every((codes) => codes !== null)
      return { result: decided ? 'against' : 'unknown', evidence: location }
    },
  },
]

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

/** True when every word of the phrase begins a word of the text, in its order: «procure» finds «Procurement Lead». */
function hasWords(text: string, phrase: string): boolean {
  const wanted = fold(phrase).trim()
  if (wanted === '') return false
  if (CJK.test(wanted)) return fold(text).includes(wanted)
  const words = fold(text).trim().split(' ')
  const parts = wanted.split(' ')
  return words.some((_, start) =>
    parts.every((part, index) => words[start + index]?.startsWith(part) === true),
  )
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
