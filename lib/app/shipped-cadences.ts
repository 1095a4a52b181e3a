import { SHIPPED_CADENCES } from '#lib/domain/cadence/shipped.ts'
import type { Change } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'

/** Puts the shipped cadences into a new store. Their ids are fixed, so two devices make the same ones. */
export async function ensureShipped(deps: Deps): Promise<void> {
  // Looked at without the lock first: at every start but one they are there.
  const there = await deps.store.getMany('cadence', IDS)
  if (!there.includes(undefined)) return
  await deps.store.commit(async (reads) => {
    const known = await reads.getMany('cadence', IDS)
    const absent = SHIPPED_CADENCES.filter((_, index) => known[index] === undefined)
    const createdAt = deps.clock.now()
    return {
      changes: absent.map(({ id, ...f }): Change => ({ t: 'cadence', id, k: 'put', f: { ...f, createdAt } })),
      result: null,
      isDefault: true,
    }
  })
}

const IDS = SHIPPED_CADENCES.map(({ id }) => id)
