import type { UndoEntry, UndoItem } from './database.ts'
import { equalJson } from './json.ts'

/** How much a group counts when it is taken back: one, and with shifts of many people each of them. */
export function undoSize({ items }: Pick<UndoEntry, 'items'>): number {
  return standApart(items) ? items.length : 1
}

/** Whether each of the records can be taken back without the others: touches put off when a backlog was cleaned up. */
export function standApart(items: readonly UndoItem[]): boolean {
  return items.every(
    ({ t, before, after }) =>
      t === 'enrollment' && before !== null && after !== null && !equalJson(before.shifts, after.shifts),
  )
}
