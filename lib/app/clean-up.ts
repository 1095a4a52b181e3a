import { cleanedUp } from '#lib/domain/cadence/clean-up.ts'
import { endsEverything } from '#lib/domain/status.ts'
import type { Enrollment, Shift, Touch } from '#lib/domain/records.ts'
import type { Change, Foreseen, Plan, StoreReads } from '#lib/store/store.ts'
import { LIMITS } from '#lib/sync/protocol.ts'
import { activityChange } from './activity.ts'
import type { CleanUpRow } from './backlog.ts'
import { counted } from './add-many.ts'
import { runBatch, type BatchPorts, type BatchRun, type RowResult } from './batch.ts'
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
  /** Touches in one turn of the store, which is there whole or not at all; a thousand unless told. */
  turn?: number
  signal?: AbortSignal
  onProgress?: (run: BatchRun<CleanedRow>) => void
}

/**
 * Cleans the overdue touches up, so that one Undo takes all of them back and leaves those who were worked on since. A
 * touch that was made or put off since it was shown is left as it is. Shifts share a group, each is one operation of it;
 * everything else has one of its own for each person.
 */
export async function cleanUp(
  deps: Deps,
  ports: BatchPorts,
  { rows, turn = TURN, signal, onProgress }: CleanUpInput,
): Promise<BatchRun<CleanedRow>> {
  const moment = await thisMoment(deps)
  const items = inShares(rows)
  const asRows = (run: BatchRun<CleanedRow[]>): BatchRun<CleanedRow> => ({
    ...run,
    total: rows.length,
    rows: run.rows.flatMap((row, at): RowResult<CleanedRow>[] =>
      row.kind === 'done'
        ? row.result.map((result) => ({ ...row, result }))
        : (items[at] ?? []).map(() => row),
    ),
  })
  const run = await runBatch<CleanUpRow[], CleanedRow[]>(deps, ports, {
    kind: 'clean-up',
    items,
    rowsOf: (share) => share.length,
    turn,
    foresee: (shares) => foreseen(shares.flat()),
    plan: (share, reads, commit) => planOf(deps, { share, reads, moment, ...commit }),
    ...(signal && { signal }),
    ...(onProgress && { onProgress: (now: BatchRun<CleanedRow[]>) => onProgress(asRows(now)) }),
  })
  return asRows(run)
}

/** Shifts together, as many as a group has operations; the others alone. */
function inShares(rows: readonly CleanUpRow[]): CleanUpRow[][] {
  // People who were added together are written together: their records lie beside each other.
  const ordered = rows.toSorted((a, b) => (a.item.enrollmentId < b.item.enrollmentId ? -1 : 1))
  const shifts = ordered.filter(({ how }) => how === 'shift')
  const shares = Array.from({ length: Math.ceil(shifts.length / LIMITS.group) }, (_, at) =>
    shifts.slice(at * LIMITS.group, (at + 1) * LIMITS.group),
  )
  return [...shares, ...ordered.filter(({ how }) => how !== 'shift').map((row) => [row])]
}

function foreseen(rows: readonly CleanUpRow[]): Foreseen {
  // A shift needs nothing but the enrollment itself.
  const others = rows.filter(({ how }) => how !== 'shift')
  return {
    records: [
      ...rows.map(({ item }) => ({ t: 'enrollment' as const, id: item.enrollmentId })),
      ...others.flatMap(({ item, touchIds }) => [
        { t: 'contact' as const, id: item.contactId },
        { t: 'cadence' as const, id: item.cadenceId },
        ...touchIds.map((id) => ({ t: 'touch' as const, id })),
      ]),
    ],
    touchesOf: others.map(({ item }) => item.enrollmentId),
  }
}

interface Cleaning {
  share: readonly CleanUpRow[]
  reads: StoreReads
  moment: Moment
  group: string
  batch: string
}

async function planOf(deps: Deps, cleaning: Cleaning): Promise<Plan<CleanedRow[]>> {
  const { share, reads } = cleaning
  const [row] = share
  if (row === undefined || row.how === 'shift') return shiftsOf(cleaning)
  const course = await standing(reads, row)
  if (course === null) return { changes: [], result: ['moved-on'] }
  const { ids, fresh } = counted(deps.ids)
  return { changes: changesOf({ ids }, row, course, cleaning), result: ['cleaned'], fresh }
}

/** K2, P8: a touch that is put off is due when it was shown, whatever else its plan stands on. */
async function shiftsOf({ share, reads, moment, batch }: Cleaning): Promise<Plan<CleanedRow[]>> {
  const enrollments = await reads.getMany(
    'enrollment',
    share.map(({ item }) => item.enrollmentId),
  )
  const changes: Change[] = []
  const result = share.map(({ item, to }, at): CleanedRow => {
    const enrollment = enrollments[at]
    if (!isDue(enrollment, item) || to === null) return 'moved-on'
    const { stepId, type } = item
    const shift: Shift = { stepId, type, cycle: enrollment.cycle, at: moment.now, until: to.at, batch }
    const shifts = [...(enrollment.shifts ?? []), shift]
    changes.push({ t: 'enrollment', id: enrollment.id, k: 'patch', f: { shifts, dueAt: to.at } })
    return 'cleaned'
  })
  return { changes, result }
}

function isDue<E extends Enrollment>(enrollment: E | undefined, item: CleanUpRow['item']): enrollment is E {
  return (
    enrollment?.state === 'active' && enrollment.dueStepId === item.stepId && enrollment.dueAt === item.dueAt
  )
}

/** The course, if the touch that was shown is still the one that is due. */
async function standing(reads: StoreReads, { item }: CleanUpRow): Promise<Course | null> {
  const enrollment = await reads.get('enrollment', item.enrollmentId)
  return isDue(enrollment, item) ? ((await coursesOf(reads, [enrollment]))[0] ?? null) : null
}

function changesOf(
  deps: Pick<Deps, 'ids'>,
  row: CleanUpRow,
  course: Course,
  { moment, group, batch }: Cleaning,
): Change[] {
  const { contact, enrollment } = course
  const input = { ...course, calendar: calendarOf(moment, contact), now: moment.now }
  const cleaned = cleanedUp(input, row.how)
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

/** Other writers, the progress and «Stop» wait for so many. */
const TURN = 1_000
