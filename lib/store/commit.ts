import { aheadOf, takeBack, tracesOf, undoEntry, wipeTraces, type Traces } from './ahead.ts'
import { loadRows, locked, mustStandAt, putRow, storesOf, type Core } from './core.ts'
import type { Meta, Tx } from './database.ts'
import { StoreError } from './errors.ts'
import { ready } from './ready.ts'
import type { Row } from './rows.ts'
import { stage, type Staged } from './stage.ts'
import type { Commit, Plan, StoreReads } from './store.ts'

export interface CommitOptions {
  /** The commit takes back this group: its operations say so and its undo entry goes. */
  undoes?: string
}

/**
 * The one way anything is written by the rep: lock → plan → write ahead → one transaction.
 * @throws StoreError; then nothing is saved, save where `details.why` is `unfinished`: the next commit or start
 * finishes that one.
 */
export function commit<R>(
  core: Core,
  plan: (read: StoreReads, group: string) => Promise<Plan<R>>,
  options: CommitOptions = {},
): Promise<Commit<R>> {
  return locked(core, async () => {
    const meta = await ready(core)
    const group = core.env.uuid()
    const { result, staged } = await commitHere(core, { meta, group, plan, read: core.reads, options })
    if (staged) core.notify([...staged.rows.values()].map(({ t, row }) => ({ t, id: row.id })))
    return { group: staged ? group : null, result }
  })
}

export interface OneCommit<R> {
  meta: Meta
  group: string
  plan: (read: StoreReads, group: string) => Promise<Plan<R>>
  read: StoreReads
  options: CommitOptions
  durability?: IDBTransactionDurability
}

/** A commit of the caller, who holds the lock, knows the counters and tells of it; `staged` null: nothing was to do. */
export async function commitHere<R>(
  core: Core,
  one: OneCommit<R>,
): Promise<{ result: R; staged: Staged | null }> {
  const { meta, group, options, durability = 'strict' } = one
  const { changes, result, isDefault = false, fresh } = await one.plan(one.read, group)
  if (changes.length === 0) return { result, staged: null }
  const rows = await loadRows(core, fresh ? changes.filter(({ id }) => !fresh.has(id)) : changes)
  const now = core.env.now()
  const staged = stage({ changes, rows, meta, group, now, undo: options.undoes !== undefined, isDefault })
  if (staged.rows.size === 0) return { result, staged: null }
  await save(core, { staged, rows, meta, group, now, options, durability })
  return { result, staged }
}

export interface Save {
  staged: Staged
  /** Rows as they were. */
  rows: ReadonlyMap<string, Row>
  meta: Meta
  group: string
  now: number
  options: CommitOptions
  /** `relaxed` only where a strict one follows before anything is called saved. */
  durability?: IDBTransactionDurability
}

/** Writes ahead, then everything in one transaction. The caller holds the lock. */
export async function save(core: Core, what: Save): Promise<void> {
  const { staged, meta, group, now, options, durability = 'strict' } = what
  const traces = await tracesFor(core, staged.erased)
  const ahead = aheadOf(core, staged, traces, what, group, options.undoes)
  try {
    await core.env.kv.set(ahead.set)
  } catch (error) {
    throw new StoreError('write', { why: 'storage' }, error)
  }
  try {
    await core.db.write(storesOf(staged), durability, async (tx) => {
      await mustStandAt(tx, meta)
      const entry = options.undoes === undefined ? undoEntry(group, now, staged) : null
      await Promise.all([
        writeStaged(tx, staged),
        wipeTraces(tx, staged.erased, traces),
        entry ? tx.objectStore('undo').put(entry) : undefined,
        options.undoes === undefined ? undefined : tx.objectStore('undo').delete(options.undoes),
      ])
    })
  } catch (error) {
    await takeBack(core, ahead).catch((second: unknown) => {
      throw new StoreError('write', { why: 'unfinished' }, second)
    })
    if (error instanceof StoreError) throw error
    throw new StoreError('write', { why: 'database' }, error)
  }
  // Only leftovers without content: should it fail, they do no harm.
  if (ahead.obsolete.length > 0) await core.env.kv.remove(ahead.obsolete).catch(() => undefined)
}

/** Rows, outbox and counters, in the transaction that is given. */
export async function writeStaged(tx: Tx<'readwrite'>, staged: Staged): Promise<void> {
  await Promise.all([
    ...[...staged.rows.values()].map(({ t, row }) => putRow(tx, t, row)),
    ...staged.ops.map((entry) => tx.objectStore('outbox').put(entry)),
    tx.objectStore('meta').put(staged.meta),
  ])
}

function tracesFor(core: Core, erased: Staged['erased']): Promise<Traces> {
  if (erased.length === 0) return Promise.resolve({ outbox: [], acked: [] })
  return core.db.read(['outbox', 'acked'], (tx) => tracesOf(tx, erased))
}
