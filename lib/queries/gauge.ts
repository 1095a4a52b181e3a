import { useQuery } from '@tanstack/react-query'
import { useBaton } from './context.tsx'
import { useNow } from './now.ts'

/** What was sent on LinkedIn this week, this month and today; anew each hour and with every touch. */
export function useGauge({ enabled = true }: { enabled?: boolean } = {}) {
  const { deps } = useBaton()
  const hour = useNow().slice(0, 13)
  return useQuery({
    queryKey: ['gauge', hour],
    queryFn: async () => (await import('#lib/app/gauge.ts')).gaugeView(deps),
    enabled,
    placeholderData: (previous) => previous,
    meta: { tables: ['touch', 'cadence', 'settings'] },
  })
}
