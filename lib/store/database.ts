import { wrap, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb'
import type { Table } from '#lib/domain/records.ts'
import type { Op } from '#lib/sync/protocol.ts'
import { MARKING, type DayBlock, type DayMark } from './day-marks.ts'
import { StoreError } from './errors.ts'
import { MIGRATIONS } from './migrations/list.ts'
import type { Fields, Row, State } from './rows.ts'

/** An own operation under its number. `n` orders the operations of all clients this device has been. */
export interface Numbered {
  n: number
  client: string
  seq: number
  op: Op
  /** How many operations its group has: a group is imported whole or not at all. */
  of: number
}

export interface Acked extends Numbered {
  ackedAt: number
  /** The pull has not come to its end since it was acknowledged: until then it still shows upon the base. */
  settle?: 1
}

/** An operation the server refused. Its text stays here until the rep drops it. */
export interface Rejected extends Numbered {
  code: string
  at: number
  /** The record without it, as of revision `rev`. */
  before: State
  rev: number
}

/** What a group changed, by which it can be taken back. */
export interface UndoEntry {
  group: string
  at: number
  /** `<table>/<id>` of every item, for erasure. */
  records: string[]
  items: UndoItem[]
}
export interface UndoItem {
  t: Table
  id: string
  /** Fields before and after, where both were there those that differ (`undoItems`); null = was not there. */
  before: Fields | null
  after: Fields | null
}

/** A pulled row that this version cannot read: kept for a later one. */
export interface Aside {
  t: string
  id: string
  rev: number
  raw: unknown
}

export interface Binding {
  ws: string
  user: string
  server: string
  /** Whether practice records may go there. */
  practice: boolean
}

export interface Meta {
  key: 'meta'
  /** Is the same in key-value storage; where it is not, IndexedDB was lost or exchanged. */
  generation: string
  client: string
  nextSeq: number
  nextN: number
  /** Counts commits; the write-ahead mark carries the number of the last one begun. */
  commits: number
  /** Last clock given to an operation, ms. */
  hlc: number
  /** Server clock minus own, ms. */
  offset: number
  epoch: string
  /** Every row up to here has been pulled. */
  cursor: number
  /** Cursor of the last pull that came to its end: what edits may claim to have seen (SPEC R16). */
  seen: number
  /** Number of the whole resync that runs or ran last. */
  pass: number
  /** Why everything is being pulled anew: what the server does not show then is sent again, or goes. */
  resync: 'epoch' | 'tombstones' | 'lost' | null
  binding: Binding | null
  /** Workspace whose revisions the rows still carry after it was left. */
  left: { ws: string; epoch: string; cursor: number } | null
}

type Records = { [T in Table]: { key: string; value: Row; indexes: Record<string, IDBValidKey> } }
export interface BatonDB extends DBSchema, Records {
  outbox: { key: number; value: Numbered; indexes: { record: [string, string]; number: [string, number] } }
  acked: {
    key: number
    value: Acked
    indexes: { record: [string, string]; number: [string, number]; settle: number; ackedAt: number }
  }
  rejected: { key: number; value: Rejected; indexes: { record: [string, string]; number: [string, number] } }
  undo: { key: string; value: UndoEntry; indexes: { records: string; at: number } }
  aside: { key: [string, string]; value: Aside }
  meta: { key: string; value: Meta }
  day: { key: string; value: DayBlock }
  dayMarks: { key: number; value: DayMark }
}
export type StoreName = StoreNames<BatonDB>
export type Tx<M extends IDBTransactionMode = IDBTransactionMode> = IDBPTransaction<BatonDB, StoreName[], M>

export interface Database {
  /** Runs `work` in one transaction. Nothing but requests of that transaction may be awaited in it. */
  read<R>(stores: readonly StoreName[], work: (tx: Tx<'readonly'>) => Promise<R>): Promise<R>
  write<R>(
    stores: readonly StoreName[],
    durability: IDBTransactionDurability,
    work: (tx: Tx<'readwrite'>) => Promise<R>,
  ): Promise<R>
  close(): void
}

/**
 * The database, opened at its first use. It lets go when another context wants to migrate or delete it, or when the
 * browser ends it, and opens again at the next use: an update with an open panel is never blocked.
 */
export function createDatabase(factory: IDBFactory, name: string, migrations = MIGRATIONS): Database {
  let opening: Promise<IDBPDatabase<BatonDB>> | null = null
  let isClosed = false

  const connect = (): Promise<IDBPDatabase<BatonDB>> => {
    opening ??= open(factory, name, migrations, () => {
      opening = null
    }).catch((error: unknown) => {
      opening = null
      throw error
    })
    return opening
  }

  const begin = async <M extends 'readonly' | 'readwrite'>(
    stores: readonly StoreName[],
    mode: M,
    options?: IDBTransactionOptions,
  ): Promise<Tx<M>> => {
    if (isClosed) throw new StoreError('write', { why: 'closed' })
    for (let attempt = 0; ; attempt++) {
      const db = await connect()
      try {
        return db.transaction([...stores], mode, options)
      } catch (error) {
        // The connection was let go between two uses.
        if (attempt > 0 || !(error instanceof Error) || error.name !== 'InvalidStateError') throw error
        opening = null
      }
    }
  }

  return {
    read: async (stores, work) => {
      const tx = await begin(stores, 'readonly')
      return finish(tx, work)
    },
    write: async (stores, durability, work) => {
      // Whatever changes people or their cadences marks the packed rows of Today as old.
      const isMarking = stores.some((store) => MARKING.has(store))
      const scope = isMarking ? [...new Set<StoreName>([...stores, 'day', 'dayMarks'])] : stores
      const tx = await begin(scope, 'readwrite', { durability })
      return finish(tx, work)
    },
    close: () => {
      isClosed = true
      void opening?.then((db) => db.close())
      opening = null
    },
  }
}

async function finish<M extends IDBTransactionMode, R>(
  tx: Tx<M>,
  work: (tx: Tx<M>) => Promise<R>,
): Promise<R> {
  // Both are awaited whatever happens, so that no rejection is left without a listener.
  const done = tx.done.then(
    () => null,
    (error: unknown) => ({ error }),
  )
  try {
    const result = await work(tx)
    const failed = await done
    if (failed) throw failed.error
    return result
  } catch (error) {
    try {
      tx.abort()
    } catch {
      // It had ended by itself.
    }
    await done
    throw error
  }
}

async function open(
  factory: IDBFactory,
  name: string,
  migrations: typeof MIGRATIONS,
  lost: () => void,
): Promise<IDBPDatabase<BatonDB>> {
  // idb opens through the global factory; here the factory is passed in, so the request is wrapped by hand.
  const request = factory.open(name, migrations.length)
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onupgradeneeded = ({ oldVersion }) => {
      const transaction = request.transaction
      if (!transaction) return
      for (const migrate of migrations.slice(oldVersion)) migrate(request.result, transaction)
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('open failed'))
  }).catch((error: unknown) => {
    const isNewer = error instanceof Error && error.name === 'VersionError'
    throw new StoreError(isNewer ? 'newer' : 'write', { why: 'open' }, error)
  })
  db.onversionchange = () => {
    db.close()
    lost()
  }
  db.onclose = lost
  // The migrations make exactly these stores.
  return wrap(db) as IDBPDatabase<BatonDB>
}
