import { isFollowUp } from '#lib/domain/follow-up.ts'
import { isCutOff, isDeadEnd, REACHABLE, reachOf, type Reach } from '#lib/domain/reach.ts'
import type { Outcome } from '#lib/domain/outcomes.ts'
import type { Enrollment } from '#lib/domain/records.ts'
import { endsEverything, endsForPerson } from '#lib/domain/status.ts'
import type { Change, StoreReads } from '#lib/store/store.ts'
import { activityChange } from './activity.ts'
import type { Deps } from './deps.ts'
import { runningOf } from './people.ts'
import type { Course, Moment } from './planning.ts'
import { coursesOf } from './replan.ts'

/** What came of the person's touches in all their cadences; read only where this outcome depends on it. */
export async function reachAfter(
  reads: StoreReads,
  { contact }: Course,
  outcome: Outcome | null,
  outcomes: readonly Outcome[],
): Promise<Reach> {
  if (outcome === null || !isDeadEnd(outcome)) return REACHABLE
  const enrollments = await reads.enrollmentsOf(contact.id)
  const touches = await reads.touchesOfMany(enrollments.map(({ id }) => id))
  return reachOf(contact, touches.flat(), outcomes)
}

/** A5: ends the person's other cadences where the outcome is about the person, as part of the commit that records it. */
export async function endsElsewhere(
  deps: Pick<Deps, 'ids'>,
  reads: StoreReads,
  { course, outcome, reach, end, moment, group }: Ended,
): Promise<Change[]> {
  const { contact, enrollment } = course
  if (outcome === null || !endsForPerson(end, isCutOff(outcome, contact, reach))) return []
  const running = (await runningOf(reads, contact.id)).filter(({ id }) => id !== enrollment.id)
  const others = (await coursesOf(reads, running)).filter(
    ({ cadence }) => end.finishReason === 'opted_out' || !isFollowUp(cadence),
  )
  const isAnswered = end.finishReason === 'reply' || end.finishReason === 'meeting'
  // One answer awaits one answer, and is counted once: with the cadence it came in.
  const f = isAnswered ? endsEverything('account_reply', moment.now) : end
  const reason = f.finishReason ?? 'removed'
  return others.flatMap(({ enrollment: { id }, cadence }) => {
    const facts = { cadence: cadence.name, reason, ...(isAnswered && { who: contact.id }) }
    return [
      { t: 'enrollment', id, k: 'patch', f },
      activityChange(deps, { contact, kind: 'finished', at: moment.now, group, facts }),
    ]
  })
}

interface Ended {
  course: Course
  outcome: Outcome | null
  reach: Reach
  /** What the outcome writes to the enrollment it came in. */
  end: Partial<Enrollment>
  moment: Moment
  group: string
}
