import type { Table } from '#lib/domain/records.ts'
import type { Core } from './core.ts'
import { isLive, type Fields } from './rows.ts'

/** The store read as a whole, past its indexes: for a backup, its restore, and what is stored about one person. */
export interface Whole {
  /** Live records of a table in the order of their ids, `after` which to go on. */
  page(t: Table, page: { after: string | null; limit: number }): Promise<WholeRecord[]>
  /** What stands under these ids, each at the place it was given; null where nothing ever stood or nothing is left. */
  standing(t: Table, ids: readonly string[]): Promise<(Standing | null)[]>
  /** Copies that the store keeps of records beside themselves: for Undo, and on their way to and from a server. */
  copiesOf(records: readonly { t: Table; id: string }[]): Promise<Copies>
}

export interface WholeRecord {
  id: string
  /** Clock of the last edit made on this device; 0 where there was none. */
  hlc: number
  f: Fields
}

export interface Standing {
  state: 'live' | 'deleted' | 'erased'
  hlc: number
  /** A server has shown this record: its order of edits counts, not the clock of this device. */
  fromServer: boolean
  /** As it is, or as it was when it was deleted; null once erased. */
  f: Fields | null
}

export interface Copies {
  undo: { at: string; t: Table; id: string; before: Fields | null; after: Fields | null }[]
  operations: {
    t: string
    id: string
    k: string
    at: string
    f: Fields | null
    state: 'waiting' | 'sent' | 'refused'
  }[]
}

export function createWhole({ db }: Pick<Core, 'db'>): Whole {
  return {
    page: (t, { after, limit }) =>
      db.read([t], async (tx) => {
        const range = after === null ? null : IDBKeyRange.lowerBound(after, true)
        const found: WholeRecord[] = []
        let from = range
        // Deleted rows lie between: a block may hold fewer live ones than rows.
        while (found.length < limit) {
          const rows = await tx.objectStore(t).getAll(from, limit)
          for (const row of rows) {
            if (isLive(row) && found.length < limit) found.push({ id: row.id, hlc: row.hlc, f: row.f })
          }
          const last = rows.at(-1)
          if (rows.length < limit || last === undefined) break
          from = IDBKeyRange.lowerBound(last.id, true)
        }
        return found
      }),
    standing: (t, ids) =>
      db.read([t], async (tx) => {
        const rows = await Promise.all(ids.map((id) => tx.objectStore(t).get(id)))
        return rows.map((row): Standing | null => {
          if (row === undefined) return null
          const known = { hlc: row.hlc, fromServer: row.rev > 0 }
          if (row.erased) return { ...known, state: 'erased', f: null }
          if (isLive(row)) return { ...known, state: 'live', f: row.f }
          return row.was === undefined ? null : { ...known, state: 'deleted', f: row.was }
        })
      }),
    copiesOf: (records) => copiesOf(db, records),
  }
}

function copiesOf(db: Core['db'], records: readonly { t: Table; id: string }[]): Promise<Copies> {
  return db.read(['undo', 'outbox', 'acked', 'rejected'], async (tx) => {
    const wanted = new Set(records.map(({ t, id }) => `${t}/${id}`))
    const undo = new Map<string, Copies['undo']>()
    const operations: Copies['operations'] = []
    for (const { t, id } of records) {
      for (const entry of await tx.objectStore('undo').index('records').getAll(`${t}/${id}`)) {
        const items = entry.items.filter((item) => wanted.has(`${item.t}/${item.id}`))
        undo.set(
          entry.group,
          items.map((item) => ({ at: isoOf(entry.at), ...item })),
        )
      }
      for (const [name, state] of QUEUES) {
        for (const { op } of await tx.objectStore(name).index('record').getAll([t, id])) {
          operations.push({ t: op.t, id: op.id, k: op.k, at: isoOf(op.at), f: op.f ?? null, state })
        }
      }
    }
    return { undo: [...undo.values()].flat(), operations }
  })
}

const QUEUES = [
  ['outbox', 'waiting'],
  ['acked', 'sent'],
  ['rejected', 'refused'],
] as const

const isoOf = (ms: number): string => new Date(ms).toISOString()
