import { ALL_STORES, type Core } from './core.ts'
import type { Numbered, Rejected } from './database.ts'
import { isLive, TABLE_NAMES, type Fields } from './rows.ts'

/** What would be lost with this device: saved to a file by the rep before a sign-out or a removal. */
export interface Unsent {
  app: 'baton'
  form: 1
  at: string
  operations: Numbered[]
  rejected: Rejected[]
  /** Records that are on no server: all of them while none is paired, else the practice range. */
  records: { t: string; id: string; f: Fields }[]
}

export function exportUnsent(core: Core): Promise<Unsent> {
  return core.db.read(ALL_STORES, async (tx) => {
    const tables = await Promise.all(
      TABLE_NAMES.map(async (t) => {
        const rows = await tx.objectStore(t).index('kept').getAll(IDBKeyRange.only(1))
        return rows.filter(isLive).map(({ id, f }) => ({ t, id, f }))
      }),
    )
    return {
      app: 'baton',
      form: 1,
      at: new Date(core.env.now()).toISOString(),
      operations: await tx.objectStore('outbox').getAll(),
      rejected: await tx.objectStore('rejected').getAll(),
      records: tables.flat(),
    }
  })
}
