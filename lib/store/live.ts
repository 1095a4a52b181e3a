import type { Stored, Table } from '#lib/domain/records.ts'
import { isLive, type Row } from './rows.ts'

/** The record as the rooms above see it: its fields and its id. */
export function live<T extends Table>(_table: T, row: Row | undefined): Stored<T> | undefined {
  if (!isLive(row)) return undefined
  // Rows are written only from values that their table's schema has parsed.
  return { ...row.f, id: row.id } as unknown as Stored<T>
}

/** Sorts after every text that is used as a key. */
export const MAX = '\uffff'
