import { useQuery } from '@tanstack/react-query'
import { useBaton } from './context.tsx'

/** The commands with the keys Chrome has really given them; looked up again whenever the window comes back. */
export function useShortcuts() {
  const { ports } = useBaton()
  return useQuery({
    queryKey: ['shortcuts'],
    queryFn: () => ports.shortcuts(),
    refetchOnWindowFocus: 'always',
  })
}
