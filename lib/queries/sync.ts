import { useQuery } from '@tanstack/react-query'
import { useBaton } from './context.tsx'

/** State of the exchange with the server, as the worker last wrote it. */
export function useSync() {
  const { ports } = useBaton()
  return useQuery({ queryKey: ['sync'], queryFn: () => ports.sync.status(), meta: { tables: ['sync'] } })
}
