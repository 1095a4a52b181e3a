import { useQuery } from '@tanstack/react-query'
import { snoozeView } from '#lib/app/snooze-view.ts'
import { useBaton } from './context.tsx'
import { useNow } from './now.ts'

/** The touch that is next in the enrollment, with its rendered text and place; null when none is. */
export function useTouch(enrollmentId: string) {
  const { deps, drafts } = useBaton()
  return useQuery({
    queryKey: ['touch', enrollmentId],
    // The template library is large, and the first screen shows no text.
    queryFn: async () =>
      (await import('#lib/app/touch-view.ts')).touchView(deps, enrollmentId, await drafts()),
    meta: { tables: ['contact', 'account', 'enrollment', 'cadence', 'touch', 'note', 'snippet', 'settings'] },
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
