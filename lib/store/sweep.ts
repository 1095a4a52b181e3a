import type { Table } from '#lib/domain/records.ts'
import { SCHEMA, type Op } from '#lib/sync/protocol.ts'
import { storedOp } from './ahead.ts'
import { dropRow, locked, mustStandAt, type Core } from './core.ts'
import type { Meta, Numbered } from './database.ts'
import { ready } from './ready.ts'
import { isLive, TABLE_NAMES, type Fields, type Row, type State } from './rows.ts'
import { goesToServer } from './stage.ts'

interface Unseen {
  t: Table
  row: Row & { f: Fields }
}

/**
 * After a whole pull: records that it did not show. Where old deletions are gone from the server, they go here too.
 * Where the server was restored or this database was lost, they are sent again, whole; an edit of such a record that
 * waits becomes the whole record, because the server could make nothing of the edit alone. Gives true when done.
 */
export function sweep(core: Core, limit: number): Promise<boolean> {
  return locked(core, async () => {
    const meta = await ready(core)
    if (meta.resync === null) return true
    const unseen = await unseenRows(core, meta, limit)
    const clean = unseen.filter(({ row }) => row.waiting === 0)
    if (meta.resync === 'tombstones') await drop(core, meta, clean)
    else await sendAgain(core, meta, unseen)
    core.notify(clean.map(({ t, row }) => ({ t, id: row.id })))
    if (unseen.length === limit) return false
    await endResync(core)
    return true
  })
}

async function unseenRows(core: Core, meta: Meta, limit: number): Promise<Unseen[]> {
  const unseen: Unseen[] = []
  for (const t of TABLE_NAMES) {
    for (let after = ''; unseen.length < limit;) {
      const range = IDBKeyRange.lowerBound(after, true)
      const rows = await core.db.read([t], (tx) => tx.objectStore(t).getAll(range, CHUNK))
      if (rows.length === 0) break
      after = rows.at(-1)?.id ?? ''
      for (const row of rows) {
        if (!isLive(row) || row.kept === 1 || row.bad !== undefined || row.pass === meta.pass) continue
        // An edit of what was deleted long ago is the server's to refuse.
        if (meta.resync === 'tombstones' && row.waiting > 0) continue
        if (goesToServer(row, meta) && unseen.length < limit) unseen.push({ t, row })
      }
    }
  }
  return unseen
}

async function drop(core: Core, meta: Meta, rows: readonly Unseen[]): Promise<void> {
  if (rows.length === 0) return
  await core.db.write([...new Set(rows.map(({ t }) => t)), 'meta'], 'relaxed', async (tx) => {
    await mustStandAt(tx, meta)
    await Promise.all(rows.map(({ t, row }) => dropRow(tx, t, row.id)))
  })
}

/**
 * Sends records whole that the server lost, ahead of everything that waits, under a client id of its own. Their clock
 * is the revision the row had: a later copy beats an earlier one, and every real edit beats both.
 */
async function sendAgain(core: Core, meta: Meta, rows: readonly Unseen[]): Promise<void> {
  const puts = rows.flatMap(({ t, row }) => {
    const f = row.waiting > 0 ? row.base?.f : row.f
    // What was made here and still waits brings itself.
    return f ? [{ t, row, f }] : []
  })
  if (rows.length === 0) return
  const client = core.env.uuid()
  const first = await core.db.read(['outbox', 'acked'], async (tx) => {
    const oldest = [
      await tx.objectStore('outbox').getAllKeys(null, 1),
      await tx.objectStore('acked').getAllKeys(null, 1),
    ]
    return Math.min(meta.nextN, ...oldest.flat())
  })
  const base = { epoch: meta.epoch, rev: meta.seen }
  const at = core.env.now()
  const ops = puts.map(({ t, row, f }, index): Numbered => {
    const op: Op = { v: SCHEMA, t, id: row.id, k: 'put', f, base, hlc: row.rev, at }
    return { n: first - puts.length + index, client, seq: index + 1, op, of: 1 }
  })
  await core.env.kv.set(
    Object.fromEntries(ops.map((entry) => [core.keys.obOf(client, entry.seq), storedOp(entry)])),
  )
  const sent = new Set(puts.map(({ row }) => row.id))
  await core.db.write([...new Set(rows.map(({ t }) => t)), 'outbox', 'meta'], 'strict', async (tx) => {
    await mustStandAt(tx, meta)
    await Promise.all([
      ...ops.map((entry) => tx.objectStore('outbox').put(entry)),
      ...rows.map(({ t, row }) => {
        const seen: Row = { ...row, pass: meta.pass }
        if (!sent.has(row.id)) return tx.objectStore(t).put(seen)
        return tx.objectStore(t).put({ ...seen, rev: 0, base: NOTHING, waiting: row.waiting + 1 })
      }),
    ])
  })
}

async function endResync(core: Core): Promise<void> {
  const meta = await ready(core)
  await core.db.write(['meta'], 'relaxed', async (tx) => {
    await mustStandAt(tx, meta)
    await tx.objectStore('meta').put({ ...meta, resync: null })
  })
}

const NOTHING: State = { f: null, del: false }
const CHUNK = 1_000
