import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Deps } from '#lib/app/deps.ts'
import { useBaton } from './context.tsx'

export const settingsQuery = (deps: Deps) =>
  queryOptions({
    queryKey: ['settings'],
    queryFn: () => deps.settings.get(),
    meta: { tables: ['settings'] },
  })

/** The rep's settings; every change, from whichever window, shows. */
export function useSettings() {
  return useQuery(settingsQuery(useBaton().deps))
}
