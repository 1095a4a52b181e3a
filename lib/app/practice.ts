import type { Change, Commit } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'

/** Takes every invented person and all that belongs to them out, in one commit that can be undone. */
export async function removePractice(deps: Deps): Promise<Commit<{ removed: number }>> {
  return deps.store.commit(async (reads) => {
    const records = await reads.practiceIds()
    return {
      changes: records.map(({ t, id }): Change => ({ t, id, k: 'del' })),
      result: { removed: records.filter(({ t }) => t === 'contact').length },
    }
  })
}
