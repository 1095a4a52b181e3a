import { useQuery } from '@tanstack/react-query'
import { touchView } from '#lib/app/touch-view.ts'
import { snoozeView } from '#lib/app/snooze-view.ts'
import { useBaton } from './context.tsx'
import { useNow } from './now.ts'

/** The touch that is next in the enrollment, with its rendered text and place; null when none is. */
export function useTouch(enrollmentId: string) {
  const { deps } = useBaton()
  return useQuery({
    queryKey: ['touch', enrollmentId],
    queryFn: () => touchView(deps, enrollmentId),
    meta: { tables: ['contact', 'account', 'enrollment', 'cadence', 'touch', 'settings'] },
  })
}

/** The choices of the snooze menu, the typed one first when `typed` can be read as a time. */
export function useSnooze(enrollmentId: string, typed: string) {
  const { deps } = useBaton()
  const minute = useNow().slice(0, 16)
  return useQuery({
    queryKey: ['snooze', enrollmentId, typed, minute],
    queryFn: () => snoozeView(deps, { enrollmentId, typed }),
    placeholderData: (previous) => previous,
    meta: { tables: ['enrollment', 'cadence', 'touch', 'settings'] },
  })
}
