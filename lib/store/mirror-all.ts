import { storedOp } from './ahead.ts'
import { ALL_STORES, identityOf, mirrorOf, type Core } from './core.ts'
import type { Meta } from './database.ts'
import { TABLE_NAMES } from './rows.ts'

/** Writes every mirror anew from IndexedDB, the identity last. The caller holds the lock. */
export async function mirrorAll(core: Core, meta: Meta): Promise<void> {
  const entries = await core.db.read(ALL_STORES, async (tx) => {
    const kept = await Promise.all(
      TABLE_NAMES.map(async (t) => {
        const rows = await tx.objectStore(t).index('kept').getAll(IDBKeyRange.only(1))
        return rows.map((row): [string, unknown] => [core.keys.recOf(t, row.id), mirrorOf(row, meta)])
      }),
    )
    const outbox = await tx.objectStore('outbox').getAll()
    const acked = await tx.objectStore('acked').getAll()
    return [
      ...kept.flat(),
      ...outbox.map((entry): [string, unknown] => [core.keys.obOf(entry.client, entry.seq), storedOp(entry)]),
      ...acked.map((entry): [string, unknown] => [core.keys.akOf(entry.client, entry.seq), storedOp(entry)]),
    ]
  })
  for (let from = 0; from < entries.length; from += CHUNK) {
    await core.env.kv.set(Object.fromEntries(entries.slice(from, from + CHUNK)))
  }
  await core.env.kv.set({ [core.keys.id]: identityOf(meta) })
}

const CHUNK = 1_000
