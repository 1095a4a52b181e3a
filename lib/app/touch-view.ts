import { touchTarget, type TouchTarget } from '#lib/domain/compose.ts'
import type { Step } from '#lib/domain/cadence/step.ts'
import { mailPlace } from '#lib/domain/mail-place.ts'
import type { Account } from '#lib/domain/records.ts'
import type { Deps } from './deps.ts'
import type { WithId } from './people.ts'
import { courseOf, type Course } from './planning.ts'
import { accountOf, touchText, type TouchDrafts, type TouchText } from './touch-text.ts'

/** One touch as it is prepared: whom, what text, and the place it opens. `rendered` is the text as it would be sent. */
export interface TouchView extends TouchText {
  course: Course
  account: WithId<Account> | null
  step: Step
  /** 1-based position of the step among all. */
  index: number
  of: number
  target: TouchTarget
}

/**
 * The touch that is next in this enrollment, with what the rep wrote for it; null when none is (ended, paused, gone).
 */
export async function touchView(
  deps: Deps,
  enrollmentId: string,
  drafts: TouchDrafts | null = null,
): Promise<TouchView | null> {
  const course = await courseOf(deps.store, enrollmentId)
  if (!course) return null
  const index = course.cadence.steps.findIndex(({ id }) => id === course.enrollment.dueStepId)
  const step = course.cadence.steps[index]
  if (!step) return null
  const text = await touchText(deps, course, step, drafts)
  const { rendered } = text
  const settings = await deps.settings.get()
  return {
    course,
    account: await accountOf(deps.store, course.contact),
    step,
    index: index + 1,
    of: course.cadence.steps.length,
    ...text,
    target: touchTarget({ type: step.type, contact: course.contact, rendered, mail: mailPlace(settings) }),
  }
}
