import { absenceChoices, type AbsenceChoice } from '#lib/domain/cadence/absence.ts'
import { snoozeChoices, type SnoozeChoice } from '#lib/domain/cadence/snooze.ts'
import { followUpCadence } from '#lib/domain/follow-up.ts'
import { asksFor, type FollowUp, type Outcome } from '#lib/domain/outcomes.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { Deps } from './deps.ts'
import {
  calendarOf,
  courseOf,
  freshEnrollment,
  goesOnAt,
  plannedIndex,
  thisMoment,
  touchOf,
  type Course,
  type Moment,
} from './planning.ts'

/** What an outcome can be told beside itself: until when somebody is away, or when to call back. */
export type OutcomeWhenView =
  | { kind: 'away'; choices: (AbsenceChoice & { goesOn: Instant | null })[] }
  | { kind: 'call'; choices: CallChoice[] }

export interface CallChoice {
  id: SnoozeChoice['id'] | 'usual'
  at: Instant
  zone: string
}

/** The choices, what was typed first when it is understood, then what the outcome does without; null when gone. */
export async function outcomeWhen(
  deps: Deps,
  { enrollmentId, stepId, outcome, typed }: WhenAsked,
): Promise<OutcomeWhenView | null> {
  const [moment, course] = await Promise.all([thisMoment(deps), courseOf(deps.store, enrollmentId)])
  const step = course?.cadence.steps.find(({ id }) => id === stepId)
  if (!course || !step) return null
  const calendar = calendarOf(moment, course.contact)
  if (asksFor(outcome) === 'away') {
    const touches = [...course.touches, touchOf(course, step, moment, { state: 'done' })]
    const choices = absenceChoices({ now: moment.now, calendar, typed })
    return {
      kind: 'away',
      choices: choices.map((choice) => ({
        ...choice,
        goesOn: goesOnAt({ ...course, touches }, moment, choice.until),
      })),
    }
  }
  if (outcome.followUp === null) return null
  const usual = usualCall(deps, course, moment, outcome.followUp)
  const others = snoozeChoices({ ...course, calendar, now: moment.now, typed })
  const said = others.filter(({ id }) => id === 'typed')
  const rest = others.filter(({ id, at }) => id !== 'typed' && at !== usual?.at)
  return { kind: 'call', choices: [...said, ...(usual === null ? [] : [usual]), ...rest] }
}

export interface WhenAsked {
  enrollmentId: string
  stepId: string
  outcome: Pick<Outcome, 'effect' | 'followUp'>
  typed: string
}

/** When the follow-up is due where nothing is said. */
function usualCall(deps: Deps, { contact }: Course, moment: Moment, followUp: FollowUp): CallChoice | null {
  const { id, record } = followUpCadence(followUp)
  const cadence = { ...record, id, createdAt: moment.now }
  const enrollment = freshEnrollment(deps, contact, id, moment)
  const { dueAt } = plannedIndex({ enrollment, contact, cadence, touches: [] }, moment)
  const { contactZone, zone } = calendarOf(moment, contact)
  return dueAt ? { id: 'usual', at: dueAt, zone: contactZone ?? zone } : null
}
