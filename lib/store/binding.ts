import { identityOf, locked, mirrorOf, mustStandAt, type Core } from './core.ts'
import type { Binding, Meta } from './database.ts'
import { ready } from './ready.ts'
import { TABLE_NAMES, type Row } from './rows.ts'

/**
 * Ties this very database to a workspace. Coming back to the workspace it left last, it goes on from there; in a new
 * one everything is new to the server.
 */
export function bind(core: Core, binding: Binding): Promise<void> {
  return locked(core, async () => {
    const meta = await ready(core)
    const isSame = meta.binding?.ws === binding.ws
    if (meta.binding !== null && !isSame) await keepEverything(core, meta)
    const left = meta.binding === null ? meta.left : null
    const isBack = left?.ws === binding.ws
    if (!isSame && !isBack) await forgetRevisions(core)
    const start = isBack && left ? { epoch: left.epoch, cursor: left.cursor, seen: left.cursor } : FIRST
    const next: Meta = isSame
      ? { ...meta, binding }
      : { ...meta, ...start, binding, left: null, resync: null }
    await writeMeta(core, meta, next, !isSame)
  })
}

/** Leaves the server. All records stay, mirrored again; what waited is contained in them. */
export function unbind(core: Core): Promise<void> {
  return locked(core, async () => {
    const meta = await ready(core)
    if (meta.binding === null) return
    await keepEverything(core, meta)
    // In the middle of a whole pull the revisions of the rows say nothing.
    const left = meta.resync === null ? { ws: meta.binding.ws, epoch: meta.epoch, cursor: meta.seen } : null
    await writeMeta(core, meta, { ...meta, ...FIRST, binding: null, left, resync: null }, true)
  })
}

/** Every row becomes one that is kept here only. A cut leaves some of them so: `promote` makes them operations again. */
async function keepEverything(core: Core, meta: Meta): Promise<void> {
  for (const t of TABLE_NAMES) {
    for (let after: string | undefined; ;) {
      const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true)
      const rows = await core.db.read([t], (tx) => tx.objectStore(t).getAll(range, CHUNK))
      if (rows.length === 0) break
      after = rows.at(-1)?.id
      const kept = rows.map((row): Row => ({ ...row, kept: 1, waiting: 0 }))
      await core.env.kv.set(
        Object.fromEntries(kept.map((row) => [core.keys.recOf(t, row.id), mirrorOf(row, meta)])),
      )
      await core.db.write([t], 'relaxed', (tx) => Promise.all(kept.map((row) => tx.objectStore(t).put(row))))
    }
  }
}

async function forgetRevisions(core: Core): Promise<void> {
  for (const t of TABLE_NAMES) {
    for (let after: string | undefined; ;) {
      const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true)
      const rows = await core.db.read([t], (tx) => tx.objectStore(t).getAll(range, CHUNK))
      if (rows.length === 0) break
      after = rows.at(-1)?.id
      const known = rows.filter((row) => row.rev > 0 || row.base !== undefined)
      await core.db.write([t], 'relaxed', (tx) =>
        Promise.all(known.map(({ base: _base, ...row }) => tx.objectStore(t).put({ ...row, rev: 0 }))),
      )
    }
  }
}

async function writeMeta(core: Core, meta: Meta, next: Meta, emptiesQueue: boolean): Promise<void> {
  await core.db.write(['outbox', 'acked', 'aside', 'meta'], 'strict', async (tx) => {
    await mustStandAt(tx, meta)
    await tx.objectStore('meta').put(next)
    if (!emptiesQueue) return
    await Promise.all([
      tx.objectStore('outbox').clear(),
      tx.objectStore('acked').clear(),
      tx.objectStore('aside').clear(),
    ])
  })
  await core.env.kv.set({ [core.keys.id]: identityOf(next) })
  if (!emptiesQueue) return
  await core.env.kv.remove([
    ...(await core.env.kv.keys(core.keys.ob)),
    ...(await core.env.kv.keys(core.keys.ak)),
  ])
}

const FIRST = { epoch: '', cursor: 0, seen: 0 }
const CHUNK = 500
