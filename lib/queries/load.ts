import { useQuery } from '@tanstack/react-query'
import type { Channel } from '#lib/domain/cadence/step.ts'
import type { Instant } from '#lib/domain/values.ts'
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

/** Whether the rep's day of this instant is full already for a touch of this channel; null where there is room, or while that is not known. */
export function useFullDay(at: Instant, channel: Channel) {
  const { deps } = useBaton()
  const minute = useNow().slice(0, 16)
  return useQuery({
    queryKey: ['full-day', at, channel, minute],
    queryFn: async () => (await import('#lib/app/load.ts')).fullDay(deps, { at, channel }),
    placeholderData: (previous) => previous,
    meta: { tables: ['enrollment', 'cadence', 'settings'] },
  })
}
