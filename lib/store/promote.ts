import type { Table } from '#lib/domain/records.ts'
import { SCHEMA, type Op } from '#lib/sync/protocol.ts'
import { locked, type Core } from './core.ts'
import { save } from './save.ts'
import type { Meta } from './database.ts'
import { equalJson } from './json.ts'
import { ready } from './ready.ts'
import { isLive, newRow, stateOf, TABLE_NAMES, type Fields, type Row } from './rows.ts'
import { goesToServer, numbered, recordKey, type Staged } from './stage.ts'

/**
 * Records that were kept here only become operations, once a server is paired to which they may go: what the server
 * has never shown goes whole, what it has shown before (it was left and came back) only where it differs.
 * Their clock is that of their last edit, so nothing old beats what others wrote since.
 */
export function promote(core: Core, limit: number): Promise<number> {
  return locked(core, async () => {
    const meta = await ready(core)
    if (meta.binding === null) return 0
    const found = await keptRows(core, meta, limit)
    if (found.length === 0) return 0
    const now = core.env.now()
    await saveOps(
      core,
      meta,
      found,
      found.flatMap(({ t, row }) => opOfRow(t, row, meta, now) ?? []),
    )
    core.notify(found.map(({ t, row }) => ({ t, id: row.id })))
    return found.length
  })
}

/** The operation that makes the server have what this device shows; null when it has. */
export function opOfRow(t: Table, row: Row, meta: Meta, now: number): Op | null {
  const edit = editOfRow(row)
  if (!edit) return null
  const base = { epoch: meta.epoch, rev: meta.seen }
  return { v: SCHEMA, t, id: row.id, ...edit, base, hlc: row.hlc, at: now }
}

function editOfRow(row: Row): Pick<Op, 'k' | 'f'> | null {
  if (row.erased) return row.rev > 0 ? { k: 'erase' } : null
  if (!isLive(row)) return row.rev > 0 && row.base && !row.base.del ? { k: 'del' } : null
  if (row.rev === 0 || row.base?.del) return { k: 'put', f: row.f }
  const server = row.base?.f
  if (!server) return row.base ? { k: 'put', f: row.f } : null
  const f: Fields = {}
  for (const [name, value] of Object.entries(row.f)) if (!equalJson(value, server[name])) f[name] = value
  return Object.keys(f).length > 0 ? { k: 'patch', f } : null
}

/** Numbers and saves operations that do not change what is shown. The caller holds the lock. */
export async function saveOps(
  core: Core,
  meta: Meta,
  found: readonly { t: Table; row: Row }[],
  ops: readonly Op[],
): Promise<void> {
  const group = core.env.uuid()
  const sent = new Set(ops.map(({ t, id }) => recordKey(t, id)))
  const rows = new Map(
    found.map(({ t, row }) => {
      const { kept: _kept, base, ...rest } = row
      const key = recordKey(t, row.id)
      if (!sent.has(key)) return [key, { t, row: row.waiting > 0 && base ? { ...rest, base } : rest }]
      const before = base ?? (row.rev > 0 ? stateOf(row) : stateOf(newRow(row.id)))
      const waiting: Row = { ...rest, waiting: row.waiting + 1 }
      return [key, { t, row: row.erased ? waiting : { ...waiting, base: before } }]
    }),
  )
  const staged: Staged = {
    rows,
    ops: numbered(ops, meta, group),
    undo: [],
    erased: [],
    meta: {
      ...meta,
      commits: meta.commits + 1,
      nextSeq: meta.nextSeq + ops.length,
      nextN: meta.nextN + ops.length,
    },
  }
  const before = new Map(found.map(({ t, row }) => [recordKey(t, row.id), row]))
  await save(core, [{ group, staged, rows: before }], { meta })
  const mirrors = found.filter(({ row }) => row.kept === 1).map(({ t, row }) => core.keys.recOf(t, row.id))
  if (mirrors.length > 0) await core.env.kv.remove(mirrors)
}

async function keptRows(core: Core, meta: Meta, limit: number): Promise<{ t: Table; row: Row }[]> {
  const found: { t: Table; row: Row }[] = []
  for (const t of TABLE_NAMES) {
    if (found.length >= limit) break
    await core.db.read([t], async (tx) => {
      let cursor = await tx.objectStore(t).index('kept').openCursor(IDBKeyRange.only(1))
      while (cursor && found.length < limit) {
        if (goesToServer(cursor.value, meta)) found.push({ t, row: cursor.value })
        cursor = await cursor.continue()
      }
    })
  }
  return found
}
