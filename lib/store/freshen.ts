import { locked, type Core } from './core.ts'
import { equalJson } from './json.ts'
import { indexEntries, isLive } from './rows.ts'

/**
 * Index entries are derived by rules that grow (a new legal form, another key). Rows that were written under older
 * rules are brought up to date a share at a time; what they show, say to a server and mirror stays as it is. Gives
 * true when all is done, which costs one look into key-value storage.
 */
export async function freshenIndexes(core: Core, share = SHARE): Promise<boolean> {
  if (isDone(await progressOf(core))) return true
  return locked(core, async () => {
    const progress = await progressOf(core)
    const at = progress?.rules === RULES ? progress : { rules: RULES, table: 0, after: '' }
    const t = DERIVED[at.table]
    if (t === undefined) return true
    const last = await core.db.write([t], 'relaxed', async (tx) => {
      const store = tx.objectStore(t)
      const rows = await store.getAll(IDBKeyRange.lowerBound(at.after, at.after !== ''), share)
      const stale = rows.flatMap((row) => {
        if (!isLive(row)) return []
        const fresh = { ...row, ...indexEntries(t, row.f) }
        return equalJson(fresh, row) ? [] : [fresh]
      })
      await Promise.all(stale.map((row) => store.put(row)))
      return rows.length < share ? null : (rows.at(-1)?.id ?? null)
    })
    const next = last === null ? { rules: RULES, table: at.table + 1, after: '' } : { ...at, after: last }
    await core.env.kv.set({ [core.keys.ix]: next })
    return isDone(next)
  })
}

interface Progress {
  rules: number
  /** Index into `DERIVED`; beyond its end when all is done. */
  table: number
  after: string
}

async function progressOf(core: Core): Promise<Progress | undefined> {
  const stored = await core.env.kv.get([core.keys.ix])
  return stored[core.keys.ix] as Progress | undefined // written by this file alone
}

function isDone(progress: Progress | undefined): boolean {
  return progress?.rules === RULES && progress.table >= DERIVED.length
}

/** Raised with every change of what `matchKeysOf`, `likenessKeysOf`, `accountKeysOf` or `wordsOf` give for old records. */
const RULES = 2
const DERIVED = ['contact', 'account'] as const
const SHARE = 500
