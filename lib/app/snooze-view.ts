import { snoozeChoices, type SnoozeChoice } from '#lib/domain/cadence/snooze.ts'
import type { Deps } from './deps.ts'
import { calendarOf, courseOf, thisMoment, type Course } from './planning.ts'

export interface SnoozeView {
  course: Course
  choices: SnoozeChoice[]
}

/** When the touch that is due could be done instead; what was typed comes first when it can be read as a time. */
export async function snoozeView(
  deps: Deps,
  { enrollmentId, typed }: { enrollmentId: string; typed: string },
): Promise<SnoozeView | null> {
  const [moment, course] = await Promise.all([thisMoment(deps), courseOf(deps.store, enrollmentId)])
  if (!course) return null
  return {
    course,
    choices: snoozeChoices({
      ...course,
      calendar: calendarOf(moment, course.contact),
      now: moment.now,
      typed,
    }),
  }
}
