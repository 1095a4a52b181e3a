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

/** Marks stale what depends on changed records, at most once a frame. Returns the way to stop. */
export function followStore(client: QueryClient, store: Store): () => void {
  const changed = new Set<string>()
  let scheduled = false
  return store.subscribe((records) => {
    for (const { t } of records) changed.add(t)
    if (scheduled) return
    scheduled = true
    queueMicrotask(() => {
      scheduled = false
      const tables = [...changed]
      changed.clear()
      void invalidate(client, tables)
    })
  })
}

/** Marks stale every query that depends on one of `tables`. */
export async function invalidate(client: QueryClient, tables: readonly string[]): Promise<void> {
  await client.invalidateQueries({
    predicate: (query) => query.meta?.tables?.some((t) => tables.includes(t)) ?? false,
  })
}
