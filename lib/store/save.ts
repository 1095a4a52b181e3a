import { unwrap } from 'idb'
import type { Table } from '#lib/domain/records.ts'
import { aheadOf, takeBack, tracesOf, undoEntry, wipeTraces, type Traces } from './ahead.ts'
import { isForgotten, mustStandAt, storesOf, type Core } from './core.ts'
import type { Meta, Tx } from './database.ts'
import { emptyDay, MARKING, MOST_MARKS } from './day-marks.ts'
import { StoreError } from './errors.ts'
import type { Part, Staged } from './stage.ts'

export const changedBy = ({ staged }: Part): { t: Table; id: string }[] =>
  [...staged.rows.values()].map(({ t, row }) => ({ t, id: row.id }))

/**
 * Writes commits ahead in one set, and everything of them in one transaction, which is prepared meanwhile and ends only
 * once they are ahead. The caller holds the lock; no two of them write the same record. `meta`: the counters before.
 * `relaxed` only where a strict write follows before anything is called saved.
 * @returns the counters after
 */
export async function save(
  core: Core,
  parts: readonly Part[],
  { meta, durability = 'strict' }: { meta: Meta; durability?: IDBTransactionDurability },
): Promise<Meta> {
  const now = core.env.now()
  const staged = joined(parts, meta)
  const traces = await tracesFor(core, staged.erased)
  const ahead = aheadOf(core, parts, traces, { before: meta, after: staged.meta })
  const written = core.env.kv.set(ahead.set).then(
    () => null,
    (error: unknown) => new StoreError('write', { why: 'storage' }, error),
  )
  try {
    await core.db.write(storesOf(staged), durability, async (tx) => {
      await mustStandAt(tx, meta)
      await wipeTraces(tx, staged.erased, traces)
      await writeStaged(tx, staged)
      for (const part of parts) keepUndo(tx, part, now)
      const refusal = await openUntil(tx, written)
      if (refusal) throw refusal
    })
  } catch (error) {
    const refusal = await written
    if (refusal) throw refusal
    await takeBack(core, ahead).catch((second: unknown) => {
      throw new StoreError('write', { why: 'unfinished' }, second)
    })
    if (error instanceof StoreError) throw error
    throw new StoreError('write', { why: 'database' }, error)
  }
  // Only leftovers without content: should it fail, they do no harm.
  if (ahead.obsolete.length > 0) await core.env.kv.remove(ahead.obsolete).catch(() => undefined)
  return staged.meta
}

/** Keeps the transaction from ending by itself: it does as soon as it has no request. */
async function openUntil<R>(tx: Tx<'readwrite'>, event: Promise<R>): Promise<R> {
  let isOver = false
  void event.then(() => {
    isOver = true
  })
  while (!isOver) await tx.objectStore('meta').get('meta')
  return event
}

/** All of it, under one number of the database. */
function joined(parts: readonly Part[], meta: Meta): Omit<Staged, 'undo'> {
  return {
    rows: new Map(parts.flatMap(({ staged }) => [...staged.rows])),
    ops: parts.flatMap(({ staged }) => staged.ops),
    erased: parts.flatMap(({ staged }) => staged.erased),
    meta: { ...(parts.at(-1)?.staged.meta ?? meta), commits: meta.commits + 1 },
  }
}

/** Keeps what takes the commit back; one that takes back another has none, and that other's is used up. */
export function keepUndo(
  tx: Tx<'readwrite'>,
  { group, staged, undoes }: { group: string; undoes?: string; staged: Pick<Staged, 'undo' | 'erased'> },
  at: number,
): void {
  const undo = unwrap(tx).objectStore('undo')
  const entry = undoes === undefined ? undoEntry(group, at, staged) : null
  if (entry) undo.put(entry)
  if (undoes !== undefined) undo.delete(undoes)
}

/**
 * Rows, outbox, counters and the marks for Today, in the transaction that is given. Thousands of requests without a
 * promise each: one that fails ends the transaction, whose end the caller waits for.
 */
export async function writeStaged(
  tx: Tx<'readwrite'>,
  staged: Pick<Staged, 'rows' | 'ops' | 'meta'>,
): Promise<void> {
  const bare = unwrap(tx)
  const rows = [...staged.rows.values()]
  for (const { t, row } of rows) {
    if (isForgotten(row)) bare.objectStore(t).delete(row.id)
    else bare.objectStore(t).put(row)
  }
  for (const entry of staged.ops) bare.objectStore('outbox').put(entry)
  bare.objectStore('meta').put(staged.meta)
  const marked = rows.filter(({ t }) => MARKING.has(t))
  const isMany = marked.length > MOST_MARKS
  for (const { t, row } of isMany ? [] : marked) bare.objectStore('dayMarks').add([t, row.id])
  if (isMany) bare.objectStore('dayMarks').add('all')
  const erased = marked.find(({ row }) => row.erased)
  if (erased) await emptyDay(tx, erased.t)
}

function tracesFor(core: Core, erased: Staged['erased']): Promise<Traces> {
  if (erased.length === 0) return Promise.resolve({ outbox: [], acked: [] })
  return core.db.read(['outbox', 'acked'], (tx) => tracesOf(tx, erased))
}
