import { useQuery } from '@tanstack/react-query'
import { useBaton } from './context.tsx'
import { useNow } from './now.ts'

/** What the coming days hold if so many people begin this cadence; null without a cadence or people. */
export function useLoad(cadenceId: string | null, people: number) {
  const { deps } = useBaton()
  const minute = useNow().slice(0, 16)
  return useQuery({
    queryKey: ['load', cadenceId, people, minute],
    queryFn: async () =>
      cadenceId === null ? null : (await import('#lib/app/load.ts')).loadView(deps, { cadenceId, people }),
    enabled: cadenceId !== null && people > 0,
    placeholderData: (previous) => previous,
    meta: { tables: ['enrollment', 'cadence', 'settings'] },
  })
}
