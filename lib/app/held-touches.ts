import { isHeld, touchDraftKey } from '#lib/domain/templates/touch-draft.ts'
import { mayMiss } from '#lib/domain/templates/may-miss.ts'
import type { Step } from '#lib/domain/cadence/step.ts'
import type { Enrollment } from '#lib/domain/records.ts'
import { withVariant } from '#lib/domain/variant.ts'
import type { Deps } from './deps.ts'
import type { WithId } from './people.ts'
import { courseOf } from './planning.ts'
import type { TouchDrafts } from './touch-text.ts'

/**
 * Which of the touches are held, by enrollment, with the names of what is missing (none where the template itself is at
 * fault). Only those whose template could miss something are rendered, and only for them is the template library
 * fetched.
 */
export async function heldTouches(
  deps: Deps,
  drafts: TouchDrafts,
  enrollmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const [enrollments, cadences, { name }] = await Promise.all([
    deps.store.getMany('enrollment', enrollmentIds),
    deps.store.cadences(),
    deps.settings.get(),
  ])
  const steps = new Map(cadences.map((cadence) => [cadence.id, cadence.steps]))
  const held = new Map<string, readonly string[]>()
  for (const enrollment of enrollments) {
    const step = enrollment && steps.get(enrollment.cadenceId)?.find(({ id }) => id === enrollment.dueStepId)
    if (!enrollment || !step || !isDoubtful(step, enrollment, drafts, name)) continue
    const course = await courseOf(deps.store, enrollment.id)
    if (!course) continue
    const { touchText } = await import('./touch-text.ts')
    const { rendered } = await touchText(deps, course, step, drafts)
    if (isHeld(rendered)) held.set(enrollment.id, rendered.missing)
  }
  return held
}

function isDoubtful(
  step: Step,
  enrollment: WithId<Enrollment>,
  drafts: TouchDrafts,
  repName: string,
): boolean {
  const { subject, body } = withVariant(step, enrollment.id)
  const texts = [subject, body]
  if (texts.some(mayMiss)) return true
  if (repName.trim() === '' && texts.some((text) => text.includes('rep.name'))) return true
  const { id: enrollmentId, cycle } = enrollment
  return drafts.get(touchDraftKey({ enrollmentId, stepId: step.id, cycle })) !== null
}
