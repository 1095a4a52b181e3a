import type { Cadence } from '#lib/domain/records.ts'
import type { Change, Commit } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'
import { replanChanges } from './enroll.ts'
import type { WithId } from './people.ts'
import { thisMoment } from './planning.ts'

/** More enrollments than this in one cadence are planned anew by the worker, a share at each wake. */
const REPLAN_AT_ONCE = 2_000

/** Saves an edited or new cadence; who is in it and not yet past a changed step follows at once. */
export async function saveCadence(
  deps: Deps,
  { cadence }: { cadence: WithId<Cadence> },
): Promise<Commit<{ affected: number }>> {
  const moment = await thisMoment(deps)
  return deps.store.commit(async (reads) => {
    const { id, ...record } = cadence
    const known = await reads.get('cadence', id)
    const enrollments = known ? await reads.enrollmentsOfCadence(id, REPLAN_AT_ONCE) : []
    const replanned = await replanChanges(reads, enrollments, moment, cadence)
    const { name, steps, archived } = record
    const change: Change = known
      ? { t: 'cadence', id, k: 'patch', f: { name, steps, archived } }
      : { t: 'cadence', id, k: 'put', f: record }
    return { changes: [change, ...replanned], result: { affected: replanned.length } }
  })
}

/** A copy under a new name, the rep's own. */
export async function copyCadence(
  deps: Deps,
  { cadenceId, name }: { cadenceId: string; name: string },
): Promise<Commit<{ id: string | null }>> {
  return deps.store.commit<{ id: string | null }>(async (reads) => {
    const original = await reads.get('cadence', cadenceId)
    if (!original) return { changes: [], result: { id: null } }
    const { id: _, ...record } = original
    const id = deps.ids.next()
    const f: Cadence = { ...record, name, shipped: null, archived: false, createdAt: deps.clock.now() }
    return { changes: [{ t: 'cadence', id, k: 'put', f }], result: { id } }
  })
}
