import { QueryClient } from '@tanstack/react-query'
import type { Table } from '#lib/domain/records.ts'
import type { Store } from '#lib/store/store.ts'

/**
 * Every query reads the local store and names the tables it depends on; the store's change feed marks those stale.
 * There is no network here, so queries run offline too and never go stale by time.
 */
declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { tables?: readonly (Table | 'settings' | 'sync')[] }
  }
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        gcTime: 60_000,
        retry: false,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always' },
    },
  })
}

/**
 * Marks stale what depends on changed records: at once, and during a run of changes (a batch, a pull) five times a
 * second. Returns the way to stop.
 */
export function followStore(client: QueryClient, store: Pick<Store, 'subscribe'>): () => void {
  const changed = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | null = null
  const tell = (): void => {
    timer = null
    if (changed.size === 0) return
    const tables = [...changed]
    changed.clear()
    timer = setTimeout(tell, RUN_MS)
    void invalidate(client, tables)
  }
  const unsubscribe = store.subscribe((records) => {
    for (const { t } of records) changed.add(t)
    if (timer === null) queueMicrotask(() => timer === null && tell())
  })
  return () => {
    unsubscribe()
    if (timer !== null) clearTimeout(timer)
  }
}

/** Marks stale every query that depends on one of `tables`. */
export async function invalidate(client: QueryClient, tables: readonly string[]): Promise<void> {
  await client.invalidateQueries({
    predicate: (query) => query.meta?.tables?.some((t) => tables.includes(t)) ?? false,
  })
}

const RUN_MS = 200
