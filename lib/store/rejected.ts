import { dropRow, locked, mustStandAt, putRow, type Core } from './core.ts'
import type { Rejected } from './database.ts'
import { isTable } from './leftovers.ts'
import { overlayOf } from './overlay.ts'
import { ready } from './ready.ts'
import { applyOp, stateOf } from './rows.ts'
import { overlaid, recordKey } from './stage.ts'

/** The rep lets go of what the server refused: the record shows what the server has, or goes if it has none. */
export function dropRejected(core: Core, t: string, id: string): Promise<void> {
  return locked(core, async () => {
    const meta = await ready(core)
    if (!isTable(t)) return
    const dropped = await core.db.write([t, 'outbox', 'acked', 'rejected', 'meta'], 'strict', async (tx) => {
      await mustStandAt(tx, meta)
      const entries = await tx.objectStore('rejected').index('record').getAll([t, id])
      await Promise.all(entries.map(({ n }) => tx.objectStore('rejected').delete(n)))
      const stored = await tx.objectStore(t).get(id)
      const oldest = entries.toSorted((a, b) => a.n - b.n)[0]
      if (!stored || !oldest) return entries
      const { bad: _bad, ...row } = stored
      // A pull since then has brought the server's state already.
      const base = row.rev === oldest.rev ? oldest.before : (row.base ?? stateOf(row))
      const overlay = (await overlayOf(tx, [{ t, id }])).get(recordKey(t, id)) ?? []
      const next = overlaid(t, row, base, overlay, core.env.now())
      const isNothing = !next.f && !next.was && next.waiting === 0
      await (isNothing ? dropRow(tx, t, id) : putRow(tx, t, next))
      return entries
    })
    await core.env.kv.remove(dropped.map(({ client, seq }) => core.keys.rjOf(client, seq)))
    core.notify([{ t, id }])
  })
}

/** Takes one waiting operation out of the queue as refused; its text stays in view under a mark. */
export function refuse(core: Core, client: string, seq: number, code: string): Promise<void> {
  return locked(core, async () => {
    const meta = await ready(core)
    const entry = await core.db.read(['outbox'], (tx) =>
      tx.objectStore('outbox').index('number').get([client, seq]),
    )
    if (!entry || !isTable(entry.op.t)) return
    const { t, id } = entry.op
    const rejected = await core.db.write([t, 'outbox', 'acked', 'rejected', 'meta'], 'strict', async (tx) => {
      await mustStandAt(tx, meta)
      const row = await tx.objectStore(t).get(id)
      const before = row?.base ?? stateOf(row)
      const refused: Rejected = { ...entry, code, at: core.env.now(), before, rev: row?.rev ?? 0 }
      await tx.objectStore('outbox').delete(entry.n)
      await tx.objectStore('rejected').put(refused)
      const overlay = (await overlayOf(tx, [{ t, id }])).get(recordKey(t, id)) ?? []
      if (row) {
        const base = applyOp(before, entry.op)
        await putRow(tx, t, { ...overlaid(t, row, base, overlay, core.env.now()), bad: code })
      }
      return refused
    })
    await core.env.kv.set({ [core.keys.rjOf(client, seq)]: rejected })
    await core.env.kv.remove([core.keys.obOf(client, seq)])
    core.notify([{ t, id }])
  })
}
