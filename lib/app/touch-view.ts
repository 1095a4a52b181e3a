import { touchTarget, type TouchTarget } from '#lib/domain/compose.ts'
import type { Step } from '#lib/domain/cadence/step.ts'
import { mailPlace } from '#lib/domain/mail-place.ts'
import { renderStep, type Rendered } from '#lib/domain/template.ts'
import type { Account } from '#lib/domain/records.ts'
import type { Deps } from './deps.ts'
import type { WithId } from './people.ts'
import { courseOf, type Course } from './planning.ts'

/** One touch as it is prepared: whom, what text, and the place it opens. */
export interface TouchView {
  course: Course
  account: WithId<Account> | null
  step: Step
  /** 1-based position of the step among all. */
  index: number
  of: number
  rendered: Rendered
  target: TouchTarget
}

/** The touch that is next in this enrollment; null when none is (ended, paused, gone). */
export async function touchView(deps: Deps, enrollmentId: string): Promise<TouchView | null> {
  const course = await courseOf(deps.store, enrollmentId)
  if (!course) return null
  const index = course.cadence.steps.findIndex(({ id }) => id === course.enrollment.dueStepId)
  const step = course.cadence.steps[index]
  if (!step) return null
  const rendered = await renderedTouch(deps, course, step)
  const settings = await deps.settings.get()
  return {
    course,
    account: await accountOf(deps, course),
    step,
    index: index + 1,
    of: course.cadence.steps.length,
    rendered,
    target: touchTarget({ type: step.type, contact: course.contact, rendered, mail: mailPlace(settings) }),
  }
}

/** The step's texts with the contact's values; a reply takes the subject of the last mail of this enrollment. */
export async function renderedTouch(deps: Deps, course: Course, step: Step): Promise<Rendered> {
  const { name } = await deps.settings.get()
  const threadSubject = course.touches
    .filter((touch) => touch.channel === 'email' && touch.state === 'done' && touch.subject)
    .toSorted((a, b) => b.at.localeCompare(a.at))[0]?.subject
  return renderStep(step, {
    contact: course.contact,
    account: await accountOf(deps, course),
    rep: { name },
    cadence: { name: course.cadence.name },
    threadSubject: threadSubject ?? null,
  })
}

async function accountOf(deps: Deps, { contact }: Course): Promise<WithId<Account> | null> {
  return contact.accountId ? ((await deps.store.get('account', contact.accountId)) ?? null) : null
}
