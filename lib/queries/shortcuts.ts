import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Ports } from './baton.ts'
import { useBaton } from './context.tsx'

export const shortcutsQuery = (ports: Pick<Ports, 'shortcuts'>) =>
  queryOptions({
    queryKey: ['shortcuts'],
    queryFn: () => ports.shortcuts(),
    refetchOnWindowFocus: 'always',
  })

/** The commands with the keys Chrome has really given them; looked up again whenever the window comes back. */
export function useShortcuts() {
  return useQuery(shortcutsQuery(useBaton().ports))
}
