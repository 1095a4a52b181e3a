import type { Table } from '#lib/domain/records.ts'
import { tracesOf, wipeTraces, type StoredOp } from './ahead.ts'
import {
  loadRows,
  mirrorOf,
  storedIn,
  storesOf,
  type AheadMark,
  type AheadPart,
  type Core,
  type Mirror,
} from './core.ts'
import type { Meta, Numbered } from './database.ts'
import { applyOp, newRow, stateOf, TABLE_NAMES, withState, type Row } from './rows.ts'
import { keepUndo, writeStaged } from './save.ts'
import { recordKey, undoItems, type Staged } from './stage.ts'

/**
 * Finishes the commits that stand in key-value storage but not in IndexedDB: a context that was killed between the
 * two, or an IndexedDB that came back as it was some commits ago. A commit of which not everything is there is
 * dropped whole. The caller holds the lock.
 */
export async function finishLeftovers(core: Core, meta: Meta, mark: AheadMark | undefined): Promise<Meta> {
  if (!mark || mark.no <= meta.commits) return meta
  const isLast = mark.no === meta.commits + 1
  const found = isLast ? await lastCommit(core, mark) : await everythingAfter(core, meta)
  if (!found) {
    await dropMirrors(core, meta, mark)
    return meta
  }
  const records = [
    ...found.ops.flatMap(({ op }) => (isTable(op.t) ? [{ t: op.t, id: op.id }] : [])),
    ...found.mirrors.map(({ t, mirror }) => ({ t, id: mirror.row.id })),
  ]
  const before = await loadRows(core, records)
  const staged = restage(found, before, meta, mark, core.env.now())
  const traces = await core.db.read(['outbox', 'acked'], (tx) => tracesOf(tx, staged.erased))
  await core.db.write(storesOf(staged), 'strict', async (tx) => {
    await wipeTraces(tx, staged.erased, traces)
    await writeStaged(tx, staged)
    // Of earlier ones only the records are known.
    for (const part of isLast ? undosOf(mark, staged) : []) keepUndo(tx, part, mark.at)
  })
  core.notify(records)
  return staged.meta
}

/** What takes back each of the commits that were written in one go. */
function undosOf(mark: AheadMark, staged: Staged) {
  let from = 0
  return mark.parts.map(({ group, count, recs, undoes }: AheadPart) => {
    const ops = staged.ops.slice(from, (from += count))
    const own = new Set([
      ...recs.map(([t, id]) => recordKey(t, id)),
      ...ops.map(({ op }) => recordKey(op.t, op.id)),
    ])
    const isOwn = ({ t, id }: { t: string; id: string }): boolean => own.has(recordKey(t, id))
    const part = { undo: staged.undo.filter(isOwn), erased: staged.erased.filter(isOwn) }
    return { group, staged: part, ...(undoes !== undefined && { undoes }) }
  })
}

export interface Found {
  ops: Numbered[]
  mirrors: { t: Table; mirror: Mirror }[]
}

async function lastCommit(core: Core, mark: AheadMark): Promise<Found | null> {
  const seqs = seqsOf(mark)
  const opKeys = seqs.map((seq) => core.keys.obOf(mark.client, seq))
  const recs = recsOf(mark)
  const recKeys = recs.map(([t, id]) => core.keys.recOf(t, id))
  const stored = await core.env.kv.get([...opKeys, ...recKeys])
  if ([...opKeys, ...recKeys].some((key) => !(key in stored))) return null
  const ops = seqs.map((seq, index) => numberedOf(stored[opKeys[index] ?? ''], mark.client, seq))
  const mirrors = recs.map(([t, id]) => ({
    t: t as Table, // written by this room from a table's name
    mirror: storedIn(stored[core.keys.recOf(t, id)]) as Mirror,
  }))
  return { ops, mirrors }
}

async function everythingAfter(core: Core, meta: Meta): Promise<Found> {
  const ops: Numbered[] = []
  for (const prefix of [core.keys.ob, core.keys.ak]) {
    const start = `${prefix}${meta.client}.`
    const later = (await core.env.kv.keys(start)).filter(
      (key) => Number(key.slice(start.length)) >= meta.nextSeq,
    )
    const stored = await core.env.kv.get(later)
    for (const key of later) ops.push(numberedOf(stored[key], meta.client, Number(key.slice(start.length))))
  }
  const bySeq = new Map(ops.map((entry) => [entry.seq, entry]))
  const contiguous: Numbered[] = []
  for (let seq = meta.nextSeq; ; seq++) {
    const entry = bySeq.get(seq)
    if (!entry) break
    contiguous.push(entry)
  }
  const mirrors = (await allMirrors(core)).filter(({ mirror }) => mirror.no > meta.commits)
  return { ops: wholeGroups(contiguous), mirrors }
}

/** Drops a group at the end of which not every operation is there. */
function wholeGroups(ops: readonly Numbered[]): Numbered[] {
  const counts = new Map<string | undefined, number>()
  for (const { op } of ops) counts.set(op.grp, (counts.get(op.grp) ?? 0) + 1)
  const torn = ops.findIndex((entry) => (counts.get(entry.op.grp) ?? 0) < entry.of)
  return torn === -1 ? [...ops] : ops.slice(0, torn)
}

function restage(
  found: Found,
  before: ReadonlyMap<string, Row>,
  meta: Meta,
  mark: AheadMark,
  now: number,
): Staged {
  const rows = new Map<string, { t: Table; row: Row }>()
  const erased: { t: Table; id: string }[] = []
  for (const { op } of found.ops) {
    if (!isTable(op.t)) continue
    const key = recordKey(op.t, op.id)
    const { kept: _kept, ...row } = rows.get(key)?.row ?? before.get(key) ?? newRow(op.id)
    if (op.k === 'erase') erased.push({ t: op.t, id: op.id })
    const next: Row =
      op.k === 'erase' || row.erased
        ? { id: row.id, rev: row.rev, hlc: op.hlc, waiting: row.waiting + 1, erased: 1 }
        : {
            ...withState(op.t, { ...row, hlc: op.hlc }, applyOp(stateOf(row), op), now),
            base: row.base ?? stateOf(row),
            waiting: row.waiting + 1,
          }
    rows.set(key, { t: op.t, row: next })
  }
  for (const { t, mirror } of found.mirrors) {
    if (mirror.row.erased) erased.push({ t, id: mirror.row.id })
    rows.set(recordKey(t, mirror.row.id), { t, row: unmirrored(t, mirror, now) })
  }
  const hlcs = [...rows.values()].map(({ row }) => row.hlc)
  return {
    rows,
    ops: found.ops,
    undo: undoItems(rows, before),
    erased,
    meta: {
      ...meta,
      commits: mark.no,
      nextSeq: meta.nextSeq + found.ops.length,
      nextN: Math.max(meta.nextN, ...found.ops.map(({ n }) => n + 1)),
      hlc: Math.max(meta.hlc, ...hlcs),
    },
  }
}

/** The dropped commit may have overwritten mirrors: they show again what IndexedDB holds. */
async function dropMirrors(core: Core, meta: Meta, mark: AheadMark): Promise<void> {
  const records = recsOf(mark).map(([t, id]) => ({ t: t as Table, id }))
  const rows = await loadRows(core, records)
  const restored: Record<string, unknown> = {}
  const gone: string[] = []
  for (const { t, id } of records) {
    const row = rows.get(recordKey(t, id))
    if (row?.kept) restored[core.keys.recOf(t, id)] = mirrorOf(row, meta)
    else gone.push(core.keys.recOf(t, id))
  }
  const ops = seqsOf(mark).map((seq) => core.keys.obOf(mark.client, seq))
  await core.env.kv.remove([...gone, ...ops])
  await core.env.kv.set({ ...restored, [core.keys.wa]: { ...mark, no: meta.commits, parts: [] } })
}

const recsOf = ({ parts }: AheadMark): AheadPart['recs'] => parts.flatMap(({ recs }) => recs)

const seqsOf = ({ parts, from }: AheadMark): number[] =>
  Array.from({ length: parts.reduce((sum, { count }) => sum + count, 0) }, (_, index) => from + index)

export async function allMirrors(core: Core): Promise<{ t: Table; mirror: Mirror }[]> {
  const keys = await core.env.kv.keys(core.keys.rec)
  const found: { t: Table; mirror: Mirror }[] = []
  for (let from = 0; from < keys.length; from += CHUNK) {
    const stored = await core.env.kv.get(keys.slice(from, from + CHUNK))
    for (const [key, mirror] of Object.entries(stored)) {
      const t = key.slice(core.keys.rec.length).split('.')[0] ?? ''
      if (isTable(t)) found.push({ t, mirror: storedIn(mirror) as Mirror })
    }
  }
  return found
}

/** The mirrored row with its index entries. */
export function unmirrored(t: Table, mirror: Mirror, now: number): Row {
  return withState(t, mirror.row, stateOf(mirror.row), now)
}

export function numberedOf(stored: unknown, client: string, seq: number): Numbered {
  return { ...(storedIn(stored) as StoredOp), client, seq } // written by this room alone
}

export const isTable = (t: string): t is Table => (TABLE_NAMES as readonly string[]).includes(t)

const CHUNK = 1_000
