import { isFollowUp } from '#lib/domain/follow-up.ts'
import type { Calendar } from '#lib/domain/cadence/calendar.ts'
import { startAfter } from '#lib/domain/cadence/plan.ts'
import type { Enrollment } from '#lib/domain/records.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { Change, StoreReads } from '#lib/store/store.ts'
import { activityChange } from './activity.ts'
import type { Deps } from './deps.ts'
import type { Course, Moment } from './planning.ts'
import { coursesOf } from './replan.ts'

/**
 * What an absence told in one cadence does to the others the person is in (R4 of the cadence rules), as part of the
 * commit that records it: they rest as the one it was told in does. `rested` counts those that ran until now.
 */
export async function absenceElsewhere(
  deps: Pick<Deps, 'ids'>,
  reads: StoreReads,
  { course, pause, moment, group }: Told,
): Promise<{ changes: Change[]; rested: number }> {
  const others = (await reads.enrollmentsOf(course.contact.id)).filter(
    (one) => one.id !== course.enrollment.id && (one.state === 'active' || isAway(one)),
  )
  const courses = (await coursesOf(reads, others)).filter((other) => !isOwnTask(other))
  const rested = courses.filter(({ enrollment }) => enrollment.state === 'active')
  const facts = { reason: 'out_of_office', ...(pause.pausedUntil && { until: pause.pausedUntil }) }
  return {
    changes: [
      ...courses.map(({ enrollment }): Change => ({
        t: 'enrollment',
        id: enrollment.id,
        k: 'patch',
        f: pause,
      })),
      // One that rests already keeps its beginning in the timeline (R1); only its day is another.
      ...rested.map(({ contact, cadence }) =>
        activityChange(deps, {
          contact,
          kind: 'paused',
          at: moment.now,
          group,
          facts: { ...facts, cadence: cadence.name },
        }),
      ),
    ],
    rested: rested.length,
  }
}

interface Told {
  course: Course
  /** What the absence writes to the enrollment it was told in. */
  pause: Partial<Enrollment>
  moment: Moment
  group: string
}

/** Rests because the person is away. */
export function isAway({ state, pauseReason }: Pick<Enrollment, 'state' | 'pauseReason'>): boolean {
  return state === 'paused' && pauseReason === 'out_of_office'
}

/** R5: when a cadence begins for somebody who is away; null when they are here. */
export function backFromAbsence(
  enrollments: readonly Pick<Enrollment, 'state' | 'pauseReason' | 'pausedUntil'>[],
  calendar: Calendar,
): Instant | null {
  const days = enrollments.filter(isAway).flatMap(({ pausedUntil }) => pausedUntil ?? [])
  const last = days.toSorted().at(-1)
  return last === undefined ? null : startAfter(last, calendar)
}

/** What the rep has to do without the person goes on. */
function isOwnTask({ cadence }: Course): boolean {
  return isFollowUp(cadence) && cadence.steps.every(({ type }) => type === 'task')
}
