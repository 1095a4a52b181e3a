import { useQuery } from '@tanstack/react-query'
import { useBaton } from './context.tsx'

/** Batches that were cut off, in any window, before they came to their end; looked up when the panel opens. */
export function useCutOffBatches() {
  const baton = useBaton()
  return useQuery({
    queryKey: ['cut-off-batches'],
    queryFn: () => baton.cutOffBatches(),
    staleTime: Infinity,
  })
}

/** How many people of a batch still stand as it left them; 0 when nothing is known of it any more. */
export function useBatchSize(id: string) {
  const baton = useBaton()
  return useQuery({
    queryKey: ['batch-size', id],
    queryFn: () => baton.batchSize(id),
    meta: { tables: ['contact', 'enrollment'] },
  })
}
