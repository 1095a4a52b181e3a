import type { UndoResult } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'
import { partedChanges } from './same-person.ts'

/** Takes a group back, also long after; `changed-since` when something later stands on it. */
export function undoGroup(deps: Deps, { group }: { group: string }): Promise<UndoResult> {
  return deps.store.undo(group, (reads, own, back) => partedChanges(reads, back, deps.clock.now(), own))
}
