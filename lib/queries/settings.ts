import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Deps } from '#lib/app/deps.ts'
import { OUTCOMES, outcomesWith, type Outcome } from '#lib/domain/outcomes.ts'
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

/** The outcomes as the rep has them; the shipped ones until the settings are read. */
export function useOutcomes(): readonly Outcome[] {
  const edits = useSettings().data?.outcomes
  return useMemo(() => (edits === undefined ? OUTCOMES : outcomesWith(edits)), [edits])
}
