import { v5 } from 'uuid'
import * as z from 'zod/mini'
import { instant, type Instant } from '#lib/domain/values.ts'
import type { KeyValue, Locks } from '#lib/store/env.ts'
import { StoreError } from '#lib/store/errors.ts'
import type { Foreseen, ManyItem, ManyResult, Plan, StoreReads, UndoCount } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'

export type { UndoCount }

/**
 * Long work over many rows: one commit a row, some rows in one turn of the store. It can be stopped between turns,
 * what is done stays done, and one Undo takes all of it back, last first.
 *
 *   note written ──► turn of rows ──► progress ──► … ──► note says «ended»
 *                        └─ cut off here: the note is found without an owner, and the groups of its rows tell which
 *                           were saved (`cutOffBatches`): their ids follow from the batch's own.
 */

export interface BatchPorts {
  /** Extension storage; the notes of all batches stand under one key, so that a start looks once, and name nobody. */
  kv: Pick<KeyValue, 'get' | 'set'>
  locks: Locks
}

export interface BatchJob<Item, Result> {
  /** What it is, for the words shown later: `add-people`, `import-people` … */
  kind: string
  /** More for those words (name of the cadence or file). */
  facts?: Record<string, string>
  items: readonly Item[]
  /** How many rows an item stands for; one unless told. */
  rowsOf?: (item: Item) => number
  /** Plans the commit of one item; may be called while the store's lock is held, so it waits for nothing else. */
  plan: (item: Item, read: StoreReads, commit: { group: string; batch: string }) => Promise<Plan<Result>>
  /** Keys that the items of one turn are going to look up. */
  foresee?: (items: readonly Item[]) => Foreseen
  /** Rows in one turn, also when all of it is taken back; 20 unless told. */
  turn?: number
  signal?: AbortSignal
  /** After every turn; `rows` grows at its end. */
  onProgress?: (run: BatchRun<Result>) => void
}

export type RowResult<Result> =
  /** `group` is null where nothing was changed. */
  | { kind: 'done'; group: string | null; result: Result }
  /** Nothing of this row is saved. */
  | { kind: 'failed'; code: string }

export interface BatchRun<Result> {
  id: string
  /** `failed`: storage refused, the rest was not tried. */
  state: 'running' | 'done' | 'stopped' | 'failed'
  /** Items. */
  total: number
  /** One for each row that was tried, in the order of the items. */
  rows: readonly RowResult<Result>[]
}

/** Runs the job to its end, its stop or its failure; never rejects for a row. */
export function runBatch<Item, Result>(
  deps: Deps,
  ports: BatchPorts,
  job: BatchJob<Item, Result>,
): Promise<BatchRun<Result>> {
  const id = deps.ids.next()
  return ports.locks.request(lockOf(id), { mode: 'exclusive' }, async () => {
    const note: BatchNote = {
      id,
      kind: job.kind,
      facts: job.facts ?? {},
      at: deps.clock.now(),
      total: job.items.length,
      ...(job.rowsOf && { rows: sum(job.items.map(job.rowsOf)) }),
      ended: false,
      ...(job.turn !== undefined && { turn: job.turn }),
    }
    await changeNotes(ports, (all) => [...recent(all, note.at), note])
    const run = await turns(deps, id, job)
    const isEmpty = !run.rows.some((row) => row.kind === 'done' && row.group !== null)
    await changeNotes(ports, (all) => (isEmpty ? without(all, id) : ended(all, id)))
    return run
  })
}

async function turns<Item, Result>(
  deps: Deps,
  id: string,
  job: BatchJob<Item, Result>,
): Promise<BatchRun<Result>> {
  const { items, turn, rowsOf = () => 1 } = job
  const rows: RowResult<Result>[] = []
  const runAs = (state: BatchRun<Result>['state']): BatchRun<Result> => ({
    id,
    state,
    total: items.length,
    rows: [...rows],
  })
  while (rows.length < items.length) {
    if (job.signal?.aborted === true) return runAs('stopped')
    const from = rows.length
    const part = firstRows(items.slice(from), rowsOf, turn)
    const commits = part.map((item, index): ManyItem<Result> => ({
      group: groupOf(id, from + index),
      plan: (read, group) => job.plan(item, read, { group, batch: id }),
    }))
    const results = await saved(deps, commits, job.foresee?.(part))
    rows.push(...results.filter((result) => result.kind !== 'not-tried').map(rowOf))
    const hasFailed = rows.length < from + part.length || results.some(isStorageFailure)
    job.onProgress?.(runAs(hasFailed ? 'failed' : 'running'))
    if (hasFailed) return runAs('failed')
  }
  return runAs('done')
}

/** What comes before the first commit of a turn may fail too: then the first row carries the failure. */
async function saved<Result>(
  deps: Deps,
  commits: readonly ManyItem<Result>[],
  foreseen: Foreseen | undefined,
): Promise<ManyResult<Result>[]> {
  try {
    return await deps.store.commitMany(commits, foreseen)
  } catch (error) {
    return [{ kind: 'failed', error: new StoreError('write', { why: 'turn' }, error) }]
  }
}

/**
 * Takes groups back as one Undo, the last first: what a row stands on (a company made by an earlier row) goes after
 * it. Each row is taken back whole or left as it is.
 */
export async function undoAll(
  deps: Deps,
  {
    groups,
    turn,
    onProgress,
  }: {
    /** With how much each counts (`undoableAmong`), in the order in which they were made. */
    groups: ReadonlyMap<string, number>
    turn?: number | undefined
    onProgress?: (done: number) => void
  },
): Promise<UndoCount> {
  const count: UndoCount = { undone: 0, changed: 0, gone: 0 }
  for (let left = [...groups.keys()].toReversed(); left.length > 0;) {
    const part = firstRows(left, (group) => groups.get(group) ?? 1, turn)
    for (const { undone, changed, gone } of await deps.store.undoMany(part)) {
      count.undone += undone
      count.changed += changed
      count.gone += gone
    }
    onProgress?.(count.undone + count.changed + count.gone)
    left = left.slice(part.length)
  }
  return count
}

/** As many of the first items as one turn holds, at least one. */
function firstRows<Item>(
  items: readonly Item[],
  rowsOf: (item: Item) => number,
  turn = ROWS_IN_TURN,
): Item[] {
  let rows = 0
  const end = items.findIndex((item) => (rows += rowsOf(item)) > turn)
  return items.slice(0, end === -1 ? items.length : Math.max(1, end))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** Takes a whole batch back, now or weeks later; null when nothing of it is known any more. */
export async function undoBatch(
  deps: Deps,
  ports: BatchPorts,
  { id, onProgress }: { id: string; onProgress?: (done: number) => void },
): Promise<UndoCount | null> {
  const note = await noteOf(ports, id)
  if (!note) return null
  return ports.locks.request(lockOf(id), { mode: 'exclusive' }, async () => {
    // Open again while it is taken back: a cut leaves it to be found.
    await changeNotes(ports, (all) => ended(all, id, false))
    const count = await undoAll(deps, {
      groups: await standing(deps, note),
      turn: note.turn,
      ...(onProgress && { onProgress }),
    })
    await changeNotes(ports, (all) => (count.changed === 0 ? without(all, id) : ended(all, id)))
    return count
  })
}

export interface CutOff {
  id: string
  kind: string
  facts: Record<string, string>
  at: Instant
  total: number
  /** Rows that were saved and still stand. */
  done: number
}

/** Batches whose window was closed or killed before they came to their end. Normally one look into storage. */
export async function cutOffBatches(deps: Deps, ports: BatchPorts): Promise<CutOff[]> {
  const open = recent(await notesIn(ports), deps.clock.now()).filter((note) => !note.ended)
  const found = await Promise.all(
    open.map((note) =>
      ports.locks.request(lockOf(note.id), { ifAvailable: true }, async (lock) => {
        if (lock === null) return [] // It runs, in this window or in another.
        const { id, kind, facts, at, total, rows = total } = note
        return [{ id, kind, facts, at, total: rows, done: sum([...(await standing(deps, note)).values()]) }]
      }),
    ),
  )
  return found.flat()
}

/** How many rows of the batch still stand, for «Undo all 14»; 0 when nothing is known of it. */
export async function batchSize(deps: Deps, ports: BatchPorts, id: string): Promise<number> {
  const note = await noteOf(ports, id)
  return note ? sum([...(await standing(deps, note)).values()]) : 0
}

/** The rep has seen that it was cut off and keeps what was done; it can still be taken back from a timeline. */
export async function settleBatch(ports: BatchPorts, { id }: { id: string }): Promise<void> {
  await changeNotes(ports, (all) => ended(all, id))
}

/** Id of the group of a row: it follows from the batch, so that a note need not list them. */
export function groupOf(batchId: string, index: number): string {
  return v5(String(index), batchId)
}

const batchNote = z.object({
  id: z.string(),
  kind: z.string(),
  facts: z.record(z.string(), z.string()),
  at: instant,
  total: z.number(),
  /** Where an item stands for several. */
  rows: z.optional(z.number()),
  ended: z.boolean(),
  turn: z.optional(z.number()),
})
type BatchNote = z.infer<typeof batchNote>

/** The groups that can be taken back, in the order of the items, and how many rows each counts. */
function standing(deps: Deps, note: BatchNote): Promise<Map<string, number>> {
  return deps.store.undoableAmong(Array.from({ length: note.total }, (_, index) => groupOf(note.id, index)))
}

async function notesIn(ports: BatchPorts): Promise<BatchNote[]> {
  const parsed = z.array(batchNote).safeParse((await ports.kv.get([KEY]))[KEY])
  return parsed.success ? parsed.data : []
}

async function noteOf(ports: BatchPorts, id: string): Promise<BatchNote | undefined> {
  return (await notesIn(ports)).find((note) => note.id === id)
}

/** Under a lock: two windows may run batches at once. */
function changeNotes(ports: BatchPorts, change: (all: BatchNote[]) => BatchNote[]): Promise<void> {
  return ports.locks.request('baton.batches', { mode: 'exclusive' }, async () =>
    ports.kv.set({ [KEY]: change(await notesIn(ports)) }),
  )
}

const without = (all: readonly BatchNote[], id: string): BatchNote[] => all.filter((note) => note.id !== id)

const ended = (all: readonly BatchNote[], id: string, to = true): BatchNote[] =>
  all.map((note) => (note.id === id ? { ...note, ended: to } : note))

/** Those that can still be taken back. */
function recent(all: readonly BatchNote[], now: Instant): BatchNote[] {
  const oldest = new Date(Date.parse(now) - KEPT_MS).toISOString()
  return all.filter(({ at }) => at >= oldest).slice(-MOST_NOTES)
}

function rowOf<Result>(result: Exclude<ManyResult<Result>, { kind: 'not-tried' }>): RowResult<Result> {
  if (result.kind === 'saved') return { kind: 'done', group: result.group, result: result.result }
  return { kind: 'failed', code: result.error instanceof StoreError ? result.error.code : 'unknown' }
}

const isStorageFailure = (result: ManyResult<unknown>): boolean =>
  result.kind === 'failed' && result.error instanceof StoreError && result.error.code === 'write'

const KEY = 'batches'
const lockOf = (id: string): string => `baton.batch:${id}`
/**
 * What is written together costs a good part of it once: 100 rows take 1.1 s in turns of 8 and 0.75 s in turns of 20.
 * Small enough that other writers, the progress and «Stop» wait for about a sixth of a second at most.
 */
const ROWS_IN_TURN = 20
/** As long as the store can take a group back. */
const KEPT_MS = 30 * 86_400_000
/** Beyond these the oldest can only be taken back row by row. */
const MOST_NOTES = 200
