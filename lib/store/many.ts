import type { Core } from './core.ts'
import { locked } from './core.ts'
import type { UndoEntry } from './database.ts'
import { StoreError } from './errors.ts'
import { ready } from './ready.ts'
import type { Foreseen, ManyItem, ManyResult, UndoCount } from './store.ts'
import { openTurn, type Turn } from './turn.ts'
import { undoPlan } from './undo.ts'

/**
 * Several commits while the lock is held once: each is planned upon those before it, has its own group, and is there
 * whole or not at all. They are written together, as far as no plan has to see the others written; nothing is called
 * saved before all of it lasts. One change feed for all.
 *
 * An item that is refused leaves the others alone; when storage itself refuses, the rest is not tried.
 */
export function commitMany<R>(
  core: Core,
  items: readonly ManyItem<R>[],
  foreseen: Foreseen,
): Promise<ManyResult<R>[]> {
  return inOneGo(core, items, {
    open: (meta) => openTurn(core, meta, foreseen),
    run: async (turn, { group, plan }) => {
      const { result, ...planned } = await plan(turn.reads, group)
      return { result, group: (await turn.take(planned, { group })) ? group : null }
    },
  })
}

/** Takes groups back in the order given, each as `Store.undo` would. */
export async function undoMany(core: Core, groups: readonly string[]): Promise<UndoCount[]> {
  // The lock is held: an entry goes only by what this turn takes back.
  const entries = new Map<string, UndoEntry>()
  const results = await inOneGo<string, UndoCount>(core, groups, {
    open: async (meta) => {
      const found = await core.db.read(['undo'], (tx) =>
        Promise.all(groups.map((group) => tx.objectStore('undo').get(group))),
      )
      for (const entry of found) if (entry) entries.set(entry.group, entry)
      return openTurn(core, meta, { records: [...entries.values()].flatMap(({ items }) => items) })
    },
    run: async (turn, undoes) => {
      const { result, ...planned } = await undoPlan(core, entries.get(undoes), turn)
      const group = core.env.uuid()
      const isTaken = await turn.take(planned, { group, undoes })
      if (isTaken) entries.delete(undoes)
      return { result, group: isTaken ? group : null }
    },
  })
  return results.map((result) => {
    if (result.kind === 'saved') return result.result
    throw result.kind === 'failed' ? result.error : new StoreError('write', { why: 'not tried' })
  })
}

interface Work<Item, R> {
  open(meta: Awaited<ReturnType<typeof ready>>): Promise<Turn>
  /** Plans the item and hands it to the turn. */
  run(turn: Turn, item: Item): Promise<{ group: string | null; result: R }>
}

function inOneGo<Item, R>(core: Core, items: readonly Item[], work: Work<Item, R>): Promise<ManyResult<R>[]> {
  return locked(core, async () => {
    const turn = await work.open(await ready(core))
    const results: ManyResult<R>[] = []
    const failed = (error: unknown): ManyResult<R> => ({ kind: 'failed', error })
    /** What still waits when storage refuses is not saved, whatever was said of it. */
    const refused = (error: unknown): void => {
      const lost = new Set<string | null>(turn.drop())
      for (const [index, result] of results.entries())
        if (result.kind === 'saved' && lost.has(result.group)) results[index] = failed(error)
    }
    for (const item of items) {
      try {
        results.push({ kind: 'saved', ...(await work.run(turn, item)) })
      } catch (error) {
        if (refusedByStorage(error)) refused(error)
        results.push(failed(error))
        if (refusedByStorage(error)) break
      }
    }
    await turn.end().catch(refused)
    core.notify(turn.changed)
    return [...results, ...items.slice(results.length).map(() => ({ kind: 'not-tried' as const }))]
  })
}

/** The next one would fare no better. Every other error comes from planning or checking, before anything is written. */
const refusedByStorage = (error: unknown): boolean =>
  error instanceof StoreError && ['write', 'conflict', 'newer'].includes(error.code)
