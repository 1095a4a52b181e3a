import type { UndoResult } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'

/** Takes a group back, also long after; `changed-since` when something later stands on it. */
export function undoGroup(deps: Deps, { group }: { group: string }): Promise<UndoResult> {
  return deps.store.undo(group)
}
