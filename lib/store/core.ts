import type { Table } from '#lib/domain/records.ts'
import { emptyDay, markDay } from './day-marks.ts'
import type { Binding, Database, Meta, StoreName, Tx } from './database.ts'
import type { StoreEnv } from './env.ts'
import { StoreError } from './errors.ts'
import type { KvKeys } from './kv-keys.ts'
import { TABLE_NAMES, type Row } from './rows.ts'
import { rowsUnder } from './row-reads.ts'
import { recordKey } from './stage.ts'
import type { StoreReads } from './store.ts'

/** What the parts of the store share. */
export interface Core {
  env: StoreEnv
  db: Database
  keys: KvKeys
  reads: StoreReads
  /** Tells listeners here and in other contexts. */
  notify(changed: readonly { t: Table; id: string }[]): void
}

/** The value of `psync.<db>.id`: survives a loss of IndexedDB. */
export interface Identity {
  generation: string
  client: string
  epoch: string
  binding: Binding | null
}

/** The value of `psync.<db>.wa`: what was written ahead in one go. */
export interface AheadMark {
  /** Number of the write. */
  no: number
  at: number
  client: string
  /** Number of its first operation. */
  from: number
  /** The commits in it, in order; no two of them write the same record. */
  parts: AheadPart[]
}

export interface AheadPart {
  group: string
  /** How many operations it has. */
  count: number
  /** Records whose mirrors belong to it. */
  recs: [t: string, id: string][]
  /** Group that it takes back. */
  undoes?: string
}

/** The value of `psync.<db>.rec.<t>.<id>`. */
export interface Mirror {
  row: Row
  /** Operations numbered below are older than this mirror. */
  n: number
  /** Commit that wrote it. */
  no: number
}

/** One writer at a time over all contexts of the extension. */
export function locked<R>(core: Core, run: () => Promise<R>): Promise<R> {
  return core.env.locks.request(`psync.write:${core.env.name}`, { mode: 'exclusive' }, run)
}

export function identityOf(meta: Meta): Identity {
  return { generation: meta.generation, client: meta.client, epoch: meta.epoch, binding: meta.binding }
}

export async function loadRows(
  core: Core,
  records: readonly { t: Table; id: string }[],
): Promise<Map<string, Row>> {
  const tables = [...new Set(records.map(({ t }) => t))]
  const rows = new Map<string, Row>()
  if (tables.length === 0) return rows
  const idsOf = (table: Table): string[] => [
    ...new Set(records.flatMap(({ t, id }) => (t === table ? [id] : []))),
  ]
  await core.db.read(tables, (tx) =>
    Promise.all(
      tables.map(async (t) => {
        for (const row of await rowsUnder(tx, t, idsOf(t))) if (row) rows.set(recordKey(t, row.id), row)
      }),
    ),
  )
  return rows
}

/** A row as it is mirrored: without what its indexes derive from it. Read with `storedIn`. */
export function mirrorOf(row: Row, meta: Pick<Meta, 'nextN' | 'commits'>): string {
  const { keys: _keys, words: _words, practice: _practice, ...rest } = row
  const mirror: Mirror = { row: rest, n: meta.nextN, no: meta.commits }
  return JSON.stringify(mirror)
}

/**
 * What lies in key-value storage under a key of many: one text, which extension storage takes at half the price of an
 * object. Earlier versions wrote objects.
 */
export function storedIn(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value
}

/** Nothing personal is left of it and no server knows it: it need not be remembered at all. */
export const isForgotten = (row: Row): boolean => row.erased === 1 && row.rev === 0 && row.waiting === 0

/** Writes a row whose shown state may have changed, and marks it for Today. */
export function putRow(tx: Tx<'readwrite'>, t: Table, row: Row): Promise<unknown> {
  const written = isForgotten(row) ? tx.objectStore(t).delete(row.id) : tx.objectStore(t).put(row)
  return Promise.all([written, row.erased ? emptyDay(tx, t) : markDay(tx, t, row.id)])
}

export function dropRow(tx: Tx<'readwrite'>, t: Table, id: string): Promise<unknown> {
  return Promise.all([tx.objectStore(t).delete(id), markDay(tx, t, id)])
}

export function storesOf(staged: { rows: ReadonlyMap<string, { t: Table }> }): StoreName[] {
  const tables = [...staged.rows.values()].map(({ t }) => t)
  return [...new Set<StoreName>([...tables, 'outbox', 'acked', 'rejected', 'undo', 'aside', 'meta'])]
}

/** Guards against a context that wrote without the lock: two commits under one number would be a fork. */
export async function mustStandAt(tx: Tx, meta: Meta): Promise<void> {
  const now = await tx.objectStore('meta').get('meta')
  if (now?.commits !== meta.commits || now.generation !== meta.generation) throw new StoreError('conflict')
}

export const QUEUES = ['outbox', 'acked', 'rejected', 'undo', 'aside', 'meta'] as const
export const ALL_STORES: readonly StoreName[] = [...TABLE_NAMES, ...QUEUES, 'day', 'dayMarks']
