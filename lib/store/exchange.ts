import { TABLES, type Table } from '#lib/domain/records.ts'
import { CLOCK_LEAD } from '#lib/sync/merge.ts'
import type { OpResult, PulledChange } from '#lib/sync/protocol.ts'
import { storedOp } from './ahead.ts'
import { dropRow, loadRows, locked, mustStandAt, putRow, type Core } from './core.ts'
import type { Acked, Aside, Meta, Numbered, Rejected, StoreName } from './database.ts'
import { isTable } from './leftovers.ts'
import { overlayOf } from './overlay.ts'
import { ready } from './ready.ts'
import { applyOp, newRow, stateOf, type Fields, type Row, type State } from './rows.ts'
import { overlaid, recordKey } from './stage.ts'
import type { Answer, Applied } from './sync-port.ts'

/**
 * Takes in the server's answer in one transaction: acknowledged operations leave the queue, pulled rows become the
 * base, what is shown is base and waiting operations, the cursor moves. The base comes from pulls alone: what the
 * server made of an operation is seen only there. Mirrors are renamed afterwards; a cut in between makes the
 * operation be sent again, which the server knows.
 */
export function apply(
  core: Core,
  sent: { epoch: string; cursor: number },
  answer: Answer,
): Promise<Applied | 'stale'> {
  return locked(core, async () => {
    const meta = await ready(core)
    if (meta.cursor !== sent.cursor || meta.epoch !== sent.epoch) return 'stale'
    const queue = await answeredOps(core, answer)
    const pulled = sorted(answer.changes)
    const settled = answer.more ? [] : await settledOps(core)
    const moved = [...queue.map(({ entry }) => entry), ...settled]
    const records = unique([
      ...moved.flatMap(({ op }) => (isTable(op.t) ? [{ t: op.t, id: op.id }] : [])),
      ...pulled.rows,
    ])
    const rows = await loadRows(core, records)
    const now = core.env.now()
    const taken = { core, meta, answer, queue, settled, pulled, records, rows, now }
    const { changed, acked, rejected } = await write(taken)
    await renameMirrors(core, acked, rejected)
    core.notify(changed)
    return { changed, rejected: rejected.length, more: answer.more }
  })
}

interface Answered {
  entry: Numbered
  result: OpResult
}
interface Pulled {
  rows: { t: Table; id: string; rev: number; state: State; erased: boolean }[]
  aside: Aside[]
}
interface Taken {
  core: Core
  meta: Meta
  answer: Answer
  queue: Answered[]
  settled: Acked[]
  pulled: Pulled
  records: { t: Table; id: string }[]
  rows: Map<string, Row>
  now: number
}

/** Only operations with a result: one whose answer was lost is sent again, so that no refusal is lost. */
function answeredOps(core: Core, answer: Answer): Promise<Answered[]> {
  return core.db.read(['outbox'], async (tx) => {
    const index = tx.objectStore('outbox').index('number')
    const found = await Promise.all(
      answer.results.map(async (result) => {
        const entry = await index.get([result.client, result.seq])
        return entry ? [{ entry, result }] : []
      }),
    )
    return found.flat()
  })
}

function settledOps(core: Core): Promise<Acked[]> {
  return core.db.read(['acked'], (tx) => tx.objectStore('acked').index('settle').getAll())
}

/** The server is a stranger too: a row that this version cannot read is put aside, never shown and never in the way. */
function sorted(changes: readonly PulledChange[]): Pulled {
  const pulled: Pulled = { rows: [], aside: [] }
  for (const change of changes) {
    const { t, id, rev } = change
    const del = change.del === true || change.erased === true
    const isKnown = isTable(t) && UUID.test(id)
    if (isKnown && del) {
      pulled.rows.push({ t, id, rev, state: { f: null, del: true }, erased: change.erased === true })
      continue
    }
    const parsed = isKnown && change.f ? TABLES[t].safeParse(change.f) : undefined
    if (isKnown && parsed?.success) {
      const f = parsed.data as unknown as Fields // a record of its schema is JSON
      pulled.rows.push({ t, id, rev, state: { f, del: false }, erased: false })
    } else pulled.aside.push({ t, id, rev, raw: change })
  }
  return pulled
}

async function write(taken: Taken): Promise<{
  changed: { t: Table; id: string }[]
  acked: Acked[]
  rejected: Rejected[]
}> {
  const { core, meta, answer, records, pulled } = taken
  const stores = new Set<StoreName>([
    ...records.map(({ t }) => t),
    'outbox',
    'acked',
    'rejected',
    'aside',
    'meta',
  ])
  return core.db.write([...stores], 'relaxed', async (tx) => {
    await mustStandAt(tx, meta)
    const { acked, rejected } = departures(taken)
    await Promise.all([
      ...[...acked, ...rejected].map(({ n }) => tx.objectStore('outbox').delete(n)),
      ...acked.map((entry) => tx.objectStore('acked').put(entry)),
      ...rejected.map((entry) => tx.objectStore('rejected').put(entry)),
      ...taken.settled.map(({ settle: _settle, ...entry }) => tx.objectStore('acked').put(entry)),
      ...pulled.aside.map((entry) => tx.objectStore('aside').put(entry)),
    ])
    const overlays = await overlayOf(tx, records)
    const changed: { t: Table; id: string }[] = []
    const writes: Promise<unknown>[] = []
    for (const { t, id } of records) {
      const row = rowAfter(taken, t, id, overlays.get(recordKey(t, id)) ?? [], rejected)
      const isNothing = !row.f && !row.was && !row.erased && row.goneAt === undefined && row.waiting === 0
      writes.push(isNothing ? dropRow(tx, t, id) : putRow(tx, t, row))
      changed.push({ t, id })
    }
    const latest = answer.server_time + CLOCK_LEAD
    const next: Meta = {
      ...meta,
      epoch: answer.epoch,
      cursor: answer.next,
      seen: answer.more ? meta.seen : answer.next,
      hlc: Math.max(meta.hlc, newestClock(answer, latest)),
    }
    writes.push(tx.objectStore('meta').put(next))
    await Promise.all(writes)
    return { changed, acked, rejected }
  })
}

/**
 * Clocks go on from the newest edit that was seen: an edit made upon another one is later than it, also for a server
 * that has forgotten both. A clock of the far future counts as the server would count it.
 */
function newestClock(answer: Answer, latest: number): number {
  let newest = 0
  for (const { fm } of answer.changes) {
    for (const [, hlc] of Object.values(fm ?? {})) newest = Math.max(newest, Math.min(hlc, latest))
  }
  return newest
}

/** What becomes of the answered operations. */
function departures({ queue, answer, rows, now }: Taken): { acked: Acked[]; rejected: Rejected[] } {
  const acked: Acked[] = []
  const rejected: Rejected[] = []
  const latest = answer.server_time + CLOCK_LEAD
  for (const { entry: answered, result } of queue) {
    // As the server has counted it: sent again later, it must not count for more.
    const { op } = answered
    const entry = { ...answered, op: { ...op, hlc: Math.min(op.hlc, latest) } }
    if (result.r === 'rejected') {
      const row = rows.get(recordKey(entry.op.t, entry.op.id))
      const before = row?.base ?? stateOf(row)
      rejected.push({ ...entry, code: result.code ?? 'REJECTED', at: now, before, rev: row?.rev ?? 0 })
    } else if (answer.more) acked.push({ ...entry, ackedAt: now, settle: 1 })
    else acked.push({ ...entry, ackedAt: now })
  }
  return { acked, rejected }
}

function rowAfter(
  taken: Taken,
  t: Table,
  id: string,
  overlay: readonly Numbered[],
  rejected: readonly Rejected[],
): Row {
  const { rows, pulled, meta, now } = taken
  const row = rows.get(recordKey(t, id)) ?? newRow(id)
  const change = pulled.rows.find((one) => one.t === t && one.id === id)
  if (change?.erased)
    return { id, rev: change.rev, hlc: row.hlc, waiting: overlay.length, erased: 1, pass: meta.pass }
  if (row.erased) return { ...row, rev: change?.rev ?? row.rev, waiting: overlay.length }
  const seen: Row = change ? { ...row, rev: change.rev, pass: meta.pass } : row
  const base = change ? baseOf(change.state, row) : (row.base ?? stateOf(row))
  // Kept here only until it is promoted: what is shown stays, the server's state is remembered below it.
  if (row.kept) return { ...seen, base }
  const refused = rejected.filter(({ op }) => op.t === t && op.id === id)
  const last = refused.at(-1)
  if (!last) return overlaid(t, seen, base, overlay, now)
  // The rep's text stays in view, under a mark, until the server shows another or the rep drops it.
  const kept = change ? base : refused.reduce((state, { op }) => applyOp(state, op), base)
  return { ...overlaid(t, seen, kept, overlay, now), bad: last.code }
}

/** A deleted record keeps its last view, so that it can return. */
const baseOf = (state: State, row: Row): State =>
  state.del ? { f: row.base?.f ?? row.f ?? row.was ?? null, del: true } : state

async function renameMirrors(
  core: Core,
  acked: readonly Acked[],
  rejected: readonly Rejected[],
): Promise<void> {
  const { kv } = core.env
  if (acked.length + rejected.length === 0) return
  const entries: Record<string, unknown> = {}
  for (const entry of acked) entries[core.keys.akOf(entry.client, entry.seq)] = storedOp(entry)
  for (const entry of rejected) entries[core.keys.rjOf(entry.client, entry.seq)] = entry
  await kv.set(entries)
  await kv.remove([...acked, ...rejected].map(({ client, seq }) => core.keys.obOf(client, seq)))
}

function unique(records: readonly { t: Table; id: string }[]): { t: Table; id: string }[] {
  return [...new Map(records.map(({ t, id }) => [recordKey(t, id), { t, id }])).values()]
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
