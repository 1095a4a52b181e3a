import { nextTouch, schedule, type PlanInput } from './plan.ts'
import type { Step } from './step.ts'
import type { Instant } from '../values.ts'

/** What an edit of a running cadence does to the people in it. Rules E1 to E5 of SPEC.md. */

export type EditKind =
  /** The next touch stays on its date. */
  | 'keeps'
  /** The same next touch, on another date. */
  | 'moves'
  /** Another step comes before the one that was next. */
  | 'new_step'
  /** The step that was next is gone; the one behind it follows. */
  | 'loses'
  /** The step that was next is gone and none follows: the cadence ends for the person. */
  | 'ends'
  /** Nothing is due while it is paused; it follows when it goes on. */
  | 'paused'

export interface EditPlace {
  stepId: string
  at: Instant
  zone: string
}

export interface EditEffect {
  kind: EditKind
  /** The next touch before and after; null when there is none. */
  from: EditPlace | null
  to: EditPlace | null
  /** Calendar days from one to the other, in the zone shown; 0 unless it moves. */
  days: number
  /** The next touch has another type, subject or text than it had. */
  isReworded: boolean
  /** Touches behind the next one come on other dates, are new or are gone. */
  movesLater: boolean
}

/** E1 to E4: one enrollment before and after `steps` take the place of its cadence's. Not asked of a finished one. */
export function editEffect(input: PlanInput, steps: readonly Step[]): EditEffect {
  const edited: PlanInput = { ...input, cadence: { steps: [...steps] } }
  const [from, to] = [placeOf(input), placeOf(edited)]
  const effect = {
    from,
    to,
    days: from !== null && to !== null && from.stepId === to.stepId ? daysBetween(from, to) : 0,
    isReworded: isReworded(input.cadence.steps, steps, to?.stepId),
    movesLater: laterOf(input) !== laterOf(edited),
  }
  return { kind: kindOf(input, steps, from, to), ...effect }
}

export interface EditCounts {
  people: number
  kinds: Record<EditKind, number>
  /** How many move by how many days, the most first; 0 = to another hour of the same day. */
  moves: { days: number; count: number }[]
  reworded: number
  /** Of those whose next touch keeps its date. */
  laterMoves: number
}

/** E5: the effects counted. */
export function editCounts(effects: Iterable<EditEffect>): EditCounts {
  const kinds = { keeps: 0, moves: 0, new_step: 0, loses: 0, ends: 0, paused: 0 }
  const byDays = new Map<number, number>()
  const counts = { people: 0, reworded: 0, laterMoves: 0 }
  for (const effect of effects) {
    counts.people++
    kinds[effect.kind]++
    if (effect.isReworded) counts.reworded++
    if (effect.kind === 'keeps' && effect.movesLater) counts.laterMoves++
    if (effect.kind === 'moves') byDays.set(effect.days, (byDays.get(effect.days) ?? 0) + 1)
  }
  const moves = [...byDays].map(([days, count]) => ({ days, count }))
  return { ...counts, kinds, moves: moves.sort((a, b) => b.count - a.count || a.days - b.days) }
}

function kindOf(
  { enrollment }: PlanInput,
  steps: readonly Step[],
  from: EditPlace | null,
  to: EditPlace | null,
): EditKind {
  if (enrollment.state === 'paused') return 'paused'
  if (to === null) return from === null ? 'keeps' : 'ends'
  if (from?.stepId === to.stepId) return from.at === to.at ? 'keeps' : 'moves'
  return from !== null && !steps.some(({ id }) => id === from.stepId) ? 'loses' : 'new_step'
}

function placeOf(input: PlanInput): EditPlace | null {
  const next = nextTouch(input)
  return next.kind === 'due' ? { stepId: next.stepId, at: next.at, zone: next.zone } : null
}

/** What is planned behind the next touch, as one text to compare. */
function laterOf(input: PlanInput): string {
  return schedule(input)
    .filter(({ state }) => state === 'planned')
    .map(({ stepId, at }) => `${stepId} ${at}`)
    .join('\n')
}

function isReworded(before: readonly Step[], after: readonly Step[], stepId: string | undefined): boolean {
  const [old, now] = [before.find(({ id }) => id === stepId), after.find(({ id }) => id === stepId)]
  if (old === undefined || now === undefined) return false
  return old.type !== now.type || old.subject !== now.subject || old.body !== now.body
}

function daysBetween(from: EditPlace, to: EditPlace): number {
  const day = (at: Instant) => Temporal.Instant.from(at).toZonedDateTimeISO(to.zone).toPlainDate()
  return day(from.at).until(day(to.at), { largestUnit: 'days' }).days
}
