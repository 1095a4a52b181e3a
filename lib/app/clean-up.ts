import { cleanedUp } from '#lib/domain/cadence/clean-up.ts'
import { endsEverything } from '#lib/domain/status.ts'
import type { Enrollment, Touch } from '#lib/domain/records.ts'
import type { Change, Plan, StoreReads } from '#lib/store/store.ts'
import { activityChange } from './activity.ts'
import type { CleanUpRow } from './backlog.ts'
import { counted } from './add-many.ts'
import { runBatch, type BatchPorts, type BatchRun } from './batch.ts'
import type { Deps } from './deps.ts'
import {
  calendarOf,
  plannedIndex,
  stepFacts,
  thisMoment,
  touchOf,
  type Course,
  type Moment,
} from './planning.ts'
import { coursesOf, endedChanges } from './replan.ts'

/** What became of one overdue touch. */
export type CleanedRow = 'cleaned' | 'moved-on'

export interface CleanUpInput {
  /** As `planCleanUp` showed them: each is carried out to the instant it names. */
  rows: readonly CleanUpRow[]
  signal?: AbortSignal
  onProgress?: (run: BatchRun<CleanedRow>) => void
}

/**
 * Cleans the overdue touches up, each in a group of its own (at most 200 operations), so that one Undo takes all of
 * them back and the timeline one alone. A touch that was made or put off since it was shown is left as it is.
 */
export async function cleanUp(
  deps: Deps,
  ports: BatchPorts,
  { rows, signal, onProgress }: CleanUpInput,
): Promise<BatchRun<CleanedRow>> {
  const moment = await thisMoment(deps)
  return runBatch<CleanUpRow, CleanedRow>(deps, ports, {
    kind: 'clean-up',
    // People who were added together are written together: their records lie beside each other.
    items: rows.toSorted((a, b) => (a.item.enrollmentId < b.item.enrollmentId ? -1 : 1)),
    turn: TURN,
    foresee: (part) => ({
      records: part.flatMap(({ item, touchIds }) => [
        { t: 'enrollment' as const, id: item.enrollmentId },
        { t: 'contact' as const, id: item.contactId },
        { t: 'cadence' as const, id: item.cadenceId },
        ...touchIds.map((id) => ({ t: 'touch' as const, id })),
      ]),
      touchesOf: part.map(({ item }) => item.enrollmentId),
    }),
    plan: async (row, reads, commit): Promise<Plan<CleanedRow>> => {
      const course = await standing(reads, row)
      if (course === null) return { changes: [], result: 'moved-on' }
      const { ids, fresh } = counted(deps.ids)
      return { changes: changesOf({ ids }, { row, course, moment, ...commit }), result: 'cleaned', fresh }
    },
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  })
}

/** The course, if the touch that was shown is still the one that is due. */
async function standing(reads: StoreReads, { item }: CleanUpRow): Promise<Course | null> {
  const enrollment = await reads.get('enrollment', item.enrollmentId)
  if (
    enrollment?.state !== 'active' ||
    enrollment.dueStepId !== item.stepId ||
    enrollment.dueAt !== item.dueAt
  )
    return null
  return (await coursesOf(reads, [enrollment]))[0] ?? null
}

interface Cleaning {
  row: CleanUpRow
  course: Course
  moment: Moment
  group: string
  batch: string
}

function changesOf(deps: Pick<Deps, 'ids'>, { row, course, moment, group, batch }: Cleaning): Change[] {
  const { contact, enrollment } = course
  const input = { ...course, calendar: calendarOf(moment, contact), now: moment.now }
  const cleaned = cleanedUp(input, row.how, row.how === 'shift' ? row.to?.at : undefined)
  if (cleaned === null) return []
  const isClosed = row.how === 'close'
  const changes: Change[] = []
  const touches: (Touch & { id: string })[] = [...course.touches]
  for (const { step, state, at, snoozedTo } of cleaned.touches) {
    const touch = { ...touchOf(course, step, moment, { state, snoozedTo }), at }
    const place = touches.findIndex(({ id }) => id === touch.id)
    touches.splice(place === -1 ? touches.length : place, 1, touch)
    const { id, ...f } = touch
    changes.push({ t: 'touch', id, k: 'put', f })
    const facts = { ...stepFacts(course, step), batch }
    const about = { contact, at: moment.now, group }
    changes.push(
      state === 'skipped'
        ? activityChange(deps, { ...about, kind: 'touch_skipped', facts: { ...facts, reason: 'cleaned_up' } })
        : activityChange(deps, {
            ...about,
            kind: 'touch_snoozed',
            facts: { ...facts, until: snoozedTo ?? moment.now },
          }),
    )
  }
  const index: Partial<Enrollment> = isClosed
    ? endsEverything('no_reply', moment.now)
    : plannedIndex({ ...course, touches }, moment)
  changes.push({ t: 'enrollment', id: enrollment.id, k: 'patch', f: index })
  if (index.state === 'finished') changes.push(...endedChanges(deps, course, moment, { group, batch }))
  return changes
}

/**
 * Touches in one turn of the store, some thousand records: what a turn costs by itself is paid fifteen times for 5,000
 * touches, and other writers, the progress and «Stop» wait for a seventh of a second.
 */
const TURN = 330
