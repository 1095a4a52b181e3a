import type { Table } from '#lib/domain/records.ts'
import type { Acked, Meta, Numbered, Tx, UndoEntry } from './database.ts'
import { isForgotten, mirrorOf, type AheadMark, type Core } from './core.ts'
import { recordKey, type Part, type Staged } from './stage.ts'

/**
 * Writing ahead: everything that commits need to be finished after a cut goes to key-value storage in one atomic set,
 * before IndexedDB is touched. `leftovers.ts` finishes it, `heal.ts` rebuilds from it.
 */
export interface Ahead {
  set: Record<string, unknown>
  /** New keys of this commit: they go again when the transaction fails. */
  added: string[]
  /** Earlier values of the keys that were overwritten. */
  before: Record<string, unknown>
  /** Keys that are of no use once the transaction stands. */
  obsolete: string[]
}

export interface Traces {
  outbox: Numbered[]
  acked: Acked[]
}

/** `meta`: the counters before and after. */
export function aheadOf(
  core: Core,
  parts: readonly Part[],
  traces: Traces,
  meta: { before: Meta; after: Meta },
): Ahead {
  const { keys } = core
  const ahead: Ahead = { set: {}, added: [], before: {}, obsolete: [] }
  for (const numbered of parts.flatMap(({ staged }) => staged.ops)) {
    const key = keys.obOf(numbered.client, numbered.seq)
    ahead.set[key] = storedOp(numbered)
    ahead.added.push(key)
  }
  for (const part of parts) {
    for (const [record, { t, row }] of keptOf(part.staged)) {
      const key = keys.recOf(t, row.id)
      const was = part.rows.get(record)
      ahead.set[key] = mirrorOf(row, meta.after)
      if (was?.kept) ahead.before[key] = mirrorOf(was, meta.before)
      else ahead.added.push(key)
      if (isForgotten(row)) ahead.obsolete.push(key)
    }
  }
  for (const [list, keyOf] of [
    [traces.outbox, keys.obOf],
    [traces.acked, keys.akOf],
  ] as const) {
    for (const entry of list) {
      const key = keyOf(entry.client, entry.seq)
      ahead.before[key] = storedOp(entry)
      ahead.set[key] = storedOp(wiped(entry))
    }
  }
  const mark: AheadMark = {
    no: meta.after.commits,
    at: core.env.now(),
    client: meta.before.client,
    from: meta.before.nextSeq,
    parts: parts.map(({ group, staged, undoes }) => ({
      group,
      count: staged.ops.length,
      recs: keptOf(staged).map(([, { t, row }]) => [t, row.id]),
      ...(undoes === undefined ? {} : { undoes }),
    })),
  }
  ahead.set[keys.wa] = mark
  ahead.before[keys.wa] = { ...mark, no: meta.before.commits, parts: [] }
  return ahead
}

/** Records without operations: they are mirrored whole. */
const keptOf = (staged: Staged) => [...staged.rows].filter(([, { row }]) => row.kept === 1)

/** The transaction did not come about: the storage becomes what it was. */
export async function takeBack(core: Core, ahead: Ahead): Promise<void> {
  // Operations first: a cut after it leaves a mark without its operations, which the next start drops.
  await core.env.kv.remove(ahead.added)
  await core.env.kv.set(ahead.before)
}

/** An operation as it is mirrored; its key bears client and number. Read with `storedIn`. */
export function storedOp({ n, op, of }: Numbered): string {
  const stored: StoredOp = { n, op, of }
  return JSON.stringify(stored)
}
export type StoredOp = Pick<Numbered, 'n' | 'op' | 'of'>

/** Operations of an erased record, in the queue and in the ring. */
export async function tracesOf(tx: Tx, records: readonly { t: Table; id: string }[]): Promise<Traces> {
  const lists = await Promise.all(
    records.map(async ({ t, id }) => ({
      outbox: await tx.objectStore('outbox').index('record').getAll([t, id]),
      acked: await tx.objectStore('acked').index('record').getAll([t, id]),
    })),
  )
  return { outbox: lists.flatMap((list) => list.outbox), acked: lists.flatMap((list) => list.acked) }
}

/**
 * An operation of an erased record says nothing but «erase» from now on: the number stays taken and its group stays
 * whole. Had it been sent before, the server answers CLIENT_FORKED and the queue is renumbered.
 */
export function wiped<N extends Numbered>(entry: N): N {
  const { f: _f, undo: _undo, ...op } = entry.op
  return { ...entry, op: { ...op, k: 'erase' } }
}

/** Takes every trace of the erased records out of queues and undo entries. */
export async function wipeTraces(
  tx: Tx<'readwrite'>,
  records: readonly { t: Table; id: string }[],
  traces: Traces,
): Promise<void> {
  await Promise.all([
    ...traces.outbox.map((entry) => tx.objectStore('outbox').put(wiped(entry))),
    ...traces.acked.map((entry) => tx.objectStore('acked').put(wiped(entry))),
    ...records.flatMap(({ t, id }) => [
      forgetUndo(tx, recordKey(t, id)),
      forgetRejected(tx, t, id),
      tx.objectStore('aside').delete([t, id]),
    ]),
  ])
}

async function forgetUndo(tx: Tx<'readwrite'>, record: string): Promise<void> {
  const groups = await tx.objectStore('undo').index('records').getAllKeys(record)
  await Promise.all(groups.map((group) => tx.objectStore('undo').delete(group)))
}

async function forgetRejected(tx: Tx<'readwrite'>, t: string, id: string): Promise<void> {
  const list = await tx.objectStore('rejected').index('record').getAllKeys([t, id])
  await Promise.all(list.map((n) => tx.objectStore('rejected').delete(n)))
}

export function undoEntry(
  group: string,
  at: number,
  staged: Pick<Staged, 'undo' | 'erased'>,
): UndoEntry | null {
  // What holds an erasure cannot be taken back.
  if (staged.erased.length > 0 || staged.undo.length === 0) return null
  const records = staged.undo.map(({ t, id }) => recordKey(t, id))
  return { group, at, records, items: staged.undo }
}
