import { locked, type Core } from './core.ts'
import { ready } from './ready.ts'
import { TABLE_NAMES } from './rows.ts'

/**
 * Forgets what is older than its time: acknowledged operations after 7 days (or beyond 5,000), undo entries and
 * deleted rows after 30 days, and mirrors that have no entry in IndexedDB (a cut while they were renamed).
 */
export function prune(core: Core): Promise<void> {
  return locked(core, async () => {
    await ready(core)
    const now = core.env.now()
    const old = await pruneRows(core, now)
    const numbers = await core.db.write(['outbox', 'acked', 'rejected', 'undo'], 'relaxed', async (tx) => {
      const acked = tx.objectStore('acked')
      const expired = new Set(await acked.index('ackedAt').getAllKeys(IDBKeyRange.upperBound(now - WEEK)))
      const all = await acked.getAllKeys()
      for (const n of all.slice(0, Math.max(0, all.length - MOST_ACKED))) expired.add(n)
      await Promise.all([...expired].map((n) => acked.delete(n)))
      const undo = tx.objectStore('undo')
      const groups = await undo.index('at').getAllKeys(IDBKeyRange.upperBound(now - MONTH))
      await Promise.all(groups.map((group) => undo.delete(group)))
      return {
        ob: await tx.objectStore('outbox').getAll(),
        ak: await acked.getAll(),
        rj: await tx.objectStore('rejected').getAll(),
      }
    })
    const orphans: string[] = []
    for (const kind of ['ob', 'ak', 'rj'] as const) {
      const known = new Set(numbers[kind].map(({ client, seq }) => `${core.keys[kind]}${client}.${seq}`))
      orphans.push(...(await core.env.kv.keys(core.keys[kind])).filter((key) => !known.has(key)))
    }
    if (orphans.length + old.length > 0) await core.env.kv.remove([...orphans, ...old])
  })
}

/** Deleted rows whose thirty days are over and which wait for nothing. Gives the keys of their mirrors. */
async function pruneRows(core: Core, now: number): Promise<string[]> {
  const mirrors: string[] = []
  for (const t of TABLE_NAMES) {
    await core.db.write([t], 'relaxed', async (tx) => {
      const gone = await tx
        .objectStore(t)
        .index('goneAt')
        .getAll(IDBKeyRange.upperBound(now - MONTH))
      // A kept row that a server knows must still tell it of the deletion, should it be paired again.
      const over = gone.filter((row) => row.waiting === 0 && !(row.kept === 1 && row.rev > 0))
      await Promise.all(over.map((row) => tx.objectStore(t).delete(row.id)))
      mirrors.push(...over.filter((row) => row.kept === 1).map((row) => core.keys.recOf(t, row.id)))
    })
  }
  return mirrors
}

const DAY = 86_400_000
const WEEK = 7 * DAY
const MONTH = 30 * DAY
const MOST_ACKED = 5_000
