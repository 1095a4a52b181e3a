import * as z from 'zod/mini'
import { CHANNELS } from './cadence/step.ts'

/** How long the rep's own touches take, from opening one to its outcome. Stays in this browser. */

export const takenTime = z.object({ channel: z.enum(CHANNELS), seconds: z.number().check(z.gte(0)) })
export type TakenTime = z.infer<typeof takenTime>

export interface Pace {
  /** Median, in seconds. */
  seconds: number
  /** How many touches it is drawn from. */
  of: number
}

/** The latest times with one more; one that was left open over a lunch says nothing and is left out. */
export function withTime(times: readonly TakenTime[], time: TakenTime): TakenTime[] {
  return time.seconds > LEFT_OPEN ? [...times] : [...times, time].slice(-KEPT)
}

/** The median of the latest touches; null while there are too few to say anything. */
export function paceOf(times: readonly TakenTime[]): Pace | null {
  if (times.length < ENOUGH) return null
  const sorted = times.map(({ seconds }) => seconds).toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
  return { seconds: Math.round(median), of: times.length }
}

const ENOUGH = 5
const KEPT = 50
/** Seconds. */
const LEFT_OPEN = 15 * 60
