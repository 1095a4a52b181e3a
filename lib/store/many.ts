import type { Table } from '#lib/domain/records.ts'
import { commitHere, type CommitOptions } from './commit.ts'
import { locked, type Core } from './core.ts'
import type { Meta } from './database.ts'
import { StoreError } from './errors.ts'
import { foreseenReads } from './foreseen.ts'
import { ready } from './ready.ts'
import type { Staged } from './stage.ts'
import type { Foreseen, ManyItem, ManyResult, Plan, StoreReads, UndoResult } from './store.ts'
import { undoPlan } from './undo.ts'

/**
 * Several commits one after the other while the lock is held once: each is planned upon those before it, has its own
 * group, its own write-ahead and its own transaction, and is there whole or not at all. Only the last flush is
 * strict; it covers all before it, and nothing is called saved earlier. One change feed for all.
 *
 * An item that is refused leaves the others alone; when storage itself refuses, the rest is not tried.
 */
export function commitMany<R>(
  core: Core,
  items: readonly ManyItem<R>[],
  foreseen: Foreseen,
): Promise<ManyResult<R>[]> {
  return inOneGo(core, foreseen, items)
}

/** Takes groups back in the order given, each as `Store.undo` would. */
export async function undoMany(core: Core, groups: readonly string[]): Promise<UndoResult[]> {
  const results = await inOneGo<UndoResult>(
    core,
    NOTHING_FORESEEN,
    groups.map((group) => ({
      group: core.env.uuid(),
      plan: () => undoPlan(core, group),
      options: { undoes: group },
    })),
  )
  return results.map((result) => {
    if (result.kind === 'saved') return result.result
    throw result.kind === 'failed' ? result.error : new StoreError('write', { why: 'not tried' })
  })
}

interface Item<R> {
  group: string
  plan: (read: StoreReads, group: string) => Promise<Plan<R>>
  options?: CommitOptions
}

function inOneGo<R>(core: Core, foreseen: Foreseen, items: readonly Item<R>[]): Promise<ManyResult<R>[]> {
  return locked(core, async () => {
    let meta = await ready(core)
    const reads = await foreseenReads(core, foreseen)
    const changed: { t: Table; id: string }[] = []
    const results: ManyResult<R>[] = []
    let isFlushed = true
    for (const [index, { group, plan, options = {} }] of items.entries()) {
      const isLast = index === items.length - 1
      const durability = isLast ? 'strict' : 'relaxed'
      try {
        const done = await commitHere(core, { meta, group, plan, read: reads.reads, options, durability })
        results.push({ kind: 'saved', group: done.staged ? group : null, result: done.result })
        if (!done.staged) continue
        isFlushed = isLast
        meta = done.staged.meta
        reads.wrote(done.staged)
        changed.push(...changedBy(done.staged))
      } catch (error) {
        results.push({ kind: 'failed', error })
        if (refusedByStorage(error)) break
      }
    }
    if (!isFlushed) await flush(core, meta)
    core.notify(changed)
    return [...results, ...items.slice(results.length).map(() => ({ kind: 'not-tried' as const }))]
  })
}

/** What a strict transaction has written lasts, and all that was written before it in this database. */
async function flush(core: Core, meta: Meta): Promise<void> {
  await core.db.write(['meta'], 'strict', (tx) => tx.objectStore('meta').put(meta))
}

const changedBy = (staged: Staged): { t: Table; id: string }[] =>
  [...staged.rows.values()].map(({ t, row }) => ({ t, id: row.id }))

/** The next one would fare no better. Every other error comes from planning or checking, before anything is written. */
const refusedByStorage = (error: unknown): boolean =>
  error instanceof StoreError && ['write', 'conflict', 'newer'].includes(error.code)

const NOTHING_FORESEEN: Foreseen = {}
