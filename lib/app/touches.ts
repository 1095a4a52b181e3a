import { isAnswer } from '#lib/domain/cadence/account-reply.ts'
import { isFollowUp } from '#lib/domain/follow-up.ts'
import type { Sentiment } from '#lib/domain/outcome-axes.ts'
import { outcomeOf, outcomesWith, type Outcome } from '#lib/domain/outcomes.ts'
import type { SkipReason } from '#lib/domain/reasons.ts'
import type { Step } from '#lib/domain/cadence/step.ts'
import type { Enrollment, Touch } from '#lib/domain/records.ts'
import { variantOf } from '#lib/domain/variant.ts'
import { afterOutcome } from '#lib/domain/status.ts'
import type { Day, Instant } from '#lib/domain/values.ts'
import type { Change, Commit, StoreReads } from '#lib/store/store.ts'
import { absenceElsewhere } from './absence.ts'
import { accountStops } from './account-reply.ts'
import { activityChange } from './activity.ts'
import type { Deps } from './deps.ts'
import { endsElsewhere, reachAfter } from './ends-elsewhere.ts'
import { ensureFollowUp, followUpChanges } from './follow-ups.ts'
import { suppressionChanges } from './people.ts'
import { isSuppressed } from './recognition.ts'
import {
  courseOf,
  goesOnAt,
  plannedIndex,
  stepFacts,
  thisMoment,
  touchOf,
  type Course,
  type Moment,
} from './planning.ts'
import { endedChanges } from './replan.ts'

/**
 * What can happen to the touch that is due. Each names the step it means: a touch that moved on meanwhile (another
 * window, another device, a second press) is left alone and said so.
 */
export type TouchResult =
  /**
   * `followUp`: when the task is due that the outcome asked for. `stopped`: how many others at the company it took out
   * of a cadence. `away`: the last day of the absence that pauses it, when it goes on after that, and how many other
   * cadences of the person rest with it.
   */
  | { kind: 'recorded'; next: Instant | null; followUp: Instant | null; stopped: number; away: Away | null }
  /** Another touch is next by now; nothing was changed. */
  | { kind: 'moved-on' }
  /** The person must not be contacted; nothing was changed. */
  | { kind: 'suppressed' }

interface Away {
  until: Day
  goesOn: Instant | null
  rested: number
}

/**
 * Records the touch as done with its outcome, which decides what follows; plans the next touch. `outcome` is the id of
 * one of the rep's outcomes; an id nobody knows is recorded and changes nothing. `sentiment` where the rep says more
 * than the outcome does; `until`, the last day of an absence, and `followUpAt`, when to call back, where the rep says so.
 */
export async function completeTouch(
  deps: Deps,
  { enrollmentId, stepId, outcome: id, sentiment, written, until, followUpAt }: Completion,
): Promise<Commit<TouchResult>> {
  const outcomes = outcomesWith((await deps.settings.get()).outcomes)
  const outcome = outcomeOf(id, outcomes)
  if (outcome?.followUp) await ensureFollowUp(deps, outcome.followUp)
  return settle(deps, enrollmentId, stepId, async ({ reads, course, step, moment, group }) => {
    const { contact, enrollment } = course
    const told = { ...(until !== undefined && { until }), outcomes }
    const reach = await reachAfter(reads, course, outcome, outcomes)
    const effect = afterOutcome({ contact, enrollment, outcome: id, now: moment.now, ...told, reach })
    const variant = variantOf(step, enrollment.id)
    const touch = {
      ...touchOf(course, step, moment, {
        state: 'done',
        outcome: id,
        subject: written?.subject ?? null,
        body: written?.body ?? null,
      }),
      ...meaningOf(outcome, sentiment),
      ...(variant !== null && { variant }),
    }
    const changes: Change[] = []
    if (Object.keys(effect.contact).length > 0) {
      changes.push({ t: 'contact', id: contact.id, k: 'patch', f: effect.contact })
    }
    if (effect.contact.doNotContact) changes.push(...suppressionChanges(contact, moment.now, true))
    const label = outcome?.label ?? ''
    const { followUp } = outcome ?? { followUp: null }
    const task =
      followUp && (await followUpChanges(deps, reads, { contact, followUp, at: followUpAt, moment, group }))
    const away = effect.enrollment.pausedUntil ?? null
    const facts = {
      ...stepFacts(course, step),
      outcome: id,
      label,
      subject: touch.subject ?? '',
      ...(away !== null && { until: away }),
      ...(followUpAt !== undefined && task?.at && { followUp: task.at }),
    }
    changes.push(activityChange(deps, { contact, kind: 'touch_done', at: moment.now, group, facts }))
    if (task) changes.push(...task.changes)
    const account =
      outcome && isAnswer(outcome, touch.sentiment ?? null)
        ? await accountStops(deps, reads, { course, moment, group })
        : null
    if (account) changes.push(...account.changes)
    const end = effect.enrollment
    changes.push(...(await endsElsewhere(deps, reads, { course, outcome, reach, end, moment, group })))
    const { stopped = 0 } = account ?? {}
    return { touch, enrollment: effect.enrollment, changes, followUp: task?.at ?? null, stopped, away }
  })
}

interface Completion {
  enrollmentId: string
  stepId: string
  outcome: string
  sentiment?: Sentiment
  written?: Written
  /** The last day of an absence; a week without. */
  until?: Day
  /** When the outcome's follow-up is due; the outcome's own days without. */
  followUpAt?: Instant
}

/** What went out, as far as it is known; null = not known, or nothing of the kind. */
export interface Written {
  subject: string | null
  /** Only where the rep wrote in place of the template. */
  body: string | null
}

/** What is kept beside the outcome's id, so that a later change of the outcome rewrites no history. */
function meaningOf(
  outcome: Outcome | null,
  said: Sentiment | undefined,
): Pick<Touch, 'signal' | 'telephony' | 'sentiment'> {
  const sentiment = said ?? outcome?.sentiment ?? null
  return {
    ...(outcome && { signal: outcome.signal }),
    ...(outcome?.telephony && { telephony: outcome.telephony }),
    ...(sentiment && { sentiment }),
  }
}

/** Leaves the touch out, with a reason of `reasons.ts`; the next one is planned from now. */
export async function skipTouch(
  deps: Deps,
  { enrollmentId, stepId, reason }: { enrollmentId: string; stepId: string; reason: SkipReason },
): Promise<Commit<TouchResult>> {
  return settle(deps, enrollmentId, stepId, async ({ course, step, moment, group }) => {
    const facts = { ...stepFacts(course, step), reason }
    return {
      touch: touchOf(course, step, moment, { state: 'skipped' }),
      enrollment: {},
      changes: [
        activityChange(deps, {
          contact: course.contact,
          kind: 'touch_skipped',
          at: moment.now,
          group,
          facts,
        }),
      ],
    }
  })
}

/** Moves the touch to `until`; later touches count from when it is done, so they move along. */
export async function snoozeTouch(
  deps: Deps,
  { enrollmentId, stepId, until }: { enrollmentId: string; stepId: string; until: Instant },
): Promise<Commit<TouchResult>> {
  return settle(deps, enrollmentId, stepId, async ({ course, step, moment, group }) => {
    const facts = { ...stepFacts(course, step), until }
    return {
      touch: touchOf(course, step, moment, { state: 'snoozed', snoozedTo: until }),
      enrollment: {},
      changes: [
        activityChange(deps, {
          contact: course.contact,
          kind: 'touch_snoozed',
          at: moment.now,
          group,
          facts,
        }),
      ],
    }
  })
}

interface Settling {
  reads: StoreReads
  course: Course
  step: Step
  moment: Moment
  group: string
}

interface Settled {
  touch: Touch & { id: string }
  /** What the outcome does to the enrollment, before the next touch is planned. */
  enrollment: Partial<Enrollment>
  changes: Change[]
  followUp?: Instant | null
  stopped?: number
  /** The last day of an absence that begins with it. */
  away?: Day | null
}

async function settle(
  deps: Deps,
  enrollmentId: string,
  stepId: string,
  decide: (settling: Settling) => Promise<Settled>,
): Promise<Commit<TouchResult>> {
  const moment = await thisMoment(deps)
  return deps.store.commit<TouchResult>(async (reads: StoreReads, group) => {
    const course = await courseOf(reads, enrollmentId)
    const step = course?.cadence.steps.find(({ id }) => id === stepId)
    if (!course || !step || course.enrollment.state !== 'active' || course.enrollment.dueStepId !== stepId) {
      return { changes: [], result: { kind: 'moved-on' } }
    }
    if (await isSuppressed(reads, course.contact)) return { changes: [], result: { kind: 'suppressed' } }
    const settled = await decide({ reads, course, step, moment, group })
    const { id, ...touch } = settled.touch
    const touches = [...course.touches.filter((earlier) => earlier.id !== id), settled.touch]
    const enrollment = { ...course.enrollment, ...settled.enrollment }
    const index = plannedIndex({ ...course, enrollment, touches }, moment)
    const ended = index.state === 'finished' && settled.enrollment.state === undefined
    const isTaskOver = ended && isFollowUp(course.cadence)
    const end = isTaskOver ? { finishReason: 'removed' as const } : {}
    const changes: Change[] = [
      { t: 'touch', id, k: 'put', f: touch },
      { t: 'enrollment', id: enrollmentId, k: 'patch', f: { ...settled.enrollment, ...index, ...end } },
      ...settled.changes,
    ]
    if (ended && !isTaskOver) changes.push(...endedChanges(deps, course, moment, { group }))
    const { followUp = null, stopped = 0, away: until = null } = settled
    const away =
      until === null ? null : { until, goesOn: goesOnAt({ ...course, touches }, moment, until), rested: 0 }
    if (away !== null) {
      const told = { course, pause: settled.enrollment, moment, group }
      const elsewhere = await absenceElsewhere(deps, reads, told)
      changes.push(...elsewhere.changes)
      away.rested = elsewhere.rested
    }
    return { changes, result: { kind: 'recorded', next: index.dueAt ?? null, followUp, stopped, away } }
  })
}
