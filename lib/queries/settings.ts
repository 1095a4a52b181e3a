import { useQuery } from '@tanstack/react-query'
import { useBaton } from './context.tsx'

/** The rep's settings; every change, from whichever window, shows. */
export function useSettings() {
  const { deps } = useBaton()
  return useQuery({
    queryKey: ['settings'],
    queryFn: () => deps.settings.get(),
    meta: { tables: ['settings'] },
  })
}
