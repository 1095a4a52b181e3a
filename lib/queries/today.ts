import { useQuery } from '@tanstack/react-query'
import { todayView } from '#lib/app/today-view.ts'
import { useBaton } from './context.tsx'
import { useNow } from './now.ts'

/** The rep's day, anew each minute. Without `enabled` nothing is read yet. */
export function useToday({ enabled = true }: { enabled?: boolean } = {}) {
  const { deps } = useBaton()
  const minute = useNow().slice(0, 16)
  return useQuery({
    queryKey: ['today', minute],
    queryFn: () => todayView(deps),
    enabled,
    placeholderData: (previous) => previous,
    meta: { tables: ['contact', 'account', 'enrollment', 'cadence', 'touch', 'settings'] },
  })
}
