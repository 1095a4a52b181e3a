import { newRow, stateOf } from './rows.ts'
import { storedOp } from './ahead.ts'
import { identityOf, loadRows, locked, mustStandAt, type Core } from './core.ts'
import type { Acked, Meta, Numbered } from './database.ts'
import { isTable } from './leftovers.ts'
import { ready } from './ready.ts'
import { recordKey } from './stage.ts'

/** What follows when server and device do not agree about what was sent (SPEC R3, R4, R7, R8). */

/** The server is not the one it was: what it does not know of the acknowledged ring is sent again, all is pulled anew. */
export function epochChanged(core: Core, epoch: string, lastSeq: Record<string, number>): Promise<void> {
  return locked(core, async () => {
    const meta = await ready(core)
    const ring = await core.db.read(['acked'], (tx) => tx.objectStore('acked').getAll())
    const lost = ring.filter(
      ({ client, seq }) => seq > (Object.hasOwn(lastSeq, client) ? (lastSeq[client] ?? 0) : 0),
    )
    await requeue(core, meta, lost, { ...fromTheStart(meta, 'epoch'), epoch })
  })
}

/** Deletions that this device has not seen are gone from the server: what a whole pull does not show is gone. */
export function cursorTooOld(core: Core): Promise<void> {
  return locked(core, async () => {
    const meta = await ready(core)
    await requeue(core, meta, [], fromTheStart(meta, 'tombstones'))
  })
}

export function seqGap(core: Core, client: string, expected: number): Promise<void> {
  return locked(core, async () => {
    const meta = await ready(core)
    const { waiting, ring } = await core.db.read(['outbox', 'acked'], async (tx) => {
      const range = IDBKeyRange.bound([client, expected], [client, Infinity])
      return {
        waiting: await tx.objectStore('outbox').index('number').getAll(range),
        ring: await tx.objectStore('acked').index('number').getAll(range),
      }
    })
    if (ring.some(({ seq }) => seq === expected)) await requeue(core, meta, ring, meta)
    else if (!waiting.some(({ seq }) => seq === expected)) await renumberLocked(core, meta)
  })
}

export function renumber(core: Core): Promise<void> {
  return locked(core, async () => renumberLocked(core, await ready(core)))
}

function fromTheStart(meta: Meta, resync: Meta['resync']): Meta {
  return { ...meta, cursor: 0, seen: 0, pass: meta.pass + 1, resync }
}

async function requeue(core: Core, meta: Meta, lost: readonly Acked[], next: Meta): Promise<void> {
  await core.env.kv.set(
    Object.fromEntries(lost.map((entry) => [core.keys.obOf(entry.client, entry.seq), storedOp(entry)])),
  )
  const records = lost.flatMap(({ op }) => (isTable(op.t) ? [{ t: op.t, id: op.id }] : []))
  const rows = await loadRows(core, records)
  await core.db.write(
    [...new Set(records.map(({ t }) => t)), 'outbox', 'acked', 'meta'],
    'strict',
    async (tx) => {
      await mustStandAt(tx, meta)
      const settling = await tx.objectStore('acked').index('settle').getAll()
      await Promise.all(settling.map(({ settle: _settle, ...entry }) => tx.objectStore('acked').put(entry)))
      for (const { t, id } of records) {
        const row = rows.get(recordKey(t, id)) ?? newRow(id)
        rows.set(recordKey(t, id), { ...row, waiting: row.waiting + 1, base: row.base ?? stateOf(row) })
      }
      await Promise.all([
        ...lost.map(({ n }) => tx.objectStore('acked').delete(n)),
        ...lost.map(({ n, client, seq, op, of }) => tx.objectStore('outbox').put({ n, client, seq, op, of })),
        ...records.map(({ t, id }) => tx.objectStore(t).put(rows.get(recordKey(t, id)) ?? newRow(id))),
        tx.objectStore('meta').put(next),
      ])
    },
  )
  await core.env.kv.remove(lost.map(({ client, seq }) => core.keys.akOf(client, seq)))
  await core.env.kv.set({ [core.keys.id]: identityOf(next) })
}

/** All waiting operations, in their order, under a client id that no server has heard of. */
async function renumberLocked(core: Core, meta: Meta): Promise<void> {
  const waiting = await core.db.read(['outbox'], (tx) => tx.objectStore('outbox').getAll())
  const client = core.env.uuid()
  const renumbered = waiting.map((entry, index): Numbered => ({ ...entry, client, seq: index + 1 }))
  const next = { ...meta, client, nextSeq: waiting.length + 1 }
  await core.env.kv.set(
    Object.fromEntries(renumbered.map((entry) => [core.keys.obOf(entry.client, entry.seq), storedOp(entry)])),
  )
  await core.db.write(['outbox', 'meta'], 'strict', async (tx) => {
    await mustStandAt(tx, meta)
    await Promise.all([
      ...renumbered.map((entry) => tx.objectStore('outbox').put(entry)),
      tx.objectStore('meta').put(next),
    ])
  })
  await core.env.kv.remove(waiting.map(({ client: old, seq }) => core.keys.obOf(old, seq)))
  await core.env.kv.set({ [core.keys.id]: identityOf(next) })
}
