import type { Cadence } from '#lib/domain/records.ts'
import type { Commit } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'

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
