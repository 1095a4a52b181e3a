import type { Table } from '#lib/domain/records.ts'
import type { Tx } from './database.ts'

/**
 * What tells the packed rows of Today (`day.ts`) that they have grown old. A mark is written in the transaction that
 * changes the record; its key counts up for ever, so that packing takes away only the marks it has seen.
 */

/** A record that has changed since, or everything. */
export type DayMark = readonly [t: Table, id: string] | 'all'

export interface DayBlock {
  /** Key of the last mark whose change is in it. */
  upto: number
  /** It holds what is due before this instant. */
  until: string
  /** More was due than it holds. */
  isCut: boolean
  /** `DayRow[]` in one text (`day-text.ts`), which is read ten times as fast as its rows. */
  rows: string
}

/** The tables that rows of Today are made of. */
export const MARKING: ReadonlySet<string> = new Set<Table>(['contact', 'enrollment', 'account'])

/** Marks from which making all rows anew is cheaper than following each. */
export const MOST_MARKS = 200

export async function markDay(tx: Tx<'readwrite'>, t: Table, id: string): Promise<void> {
  if (MARKING.has(t)) await tx.objectStore('dayMarks').add([t, id])
}

/** Nothing of an erased person stays in the packed rows, nor comes back with a packing that is under way. */
export async function emptyDay(tx: Tx<'readwrite'>, t: Table): Promise<void> {
  if (!MARKING.has(t)) return
  await Promise.all([tx.objectStore('day').clear(), tx.objectStore('dayMarks').add('all')])
}
