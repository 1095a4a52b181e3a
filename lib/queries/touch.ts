import { useQuery } from '@tanstack/react-query'
import type { WhenAsked } from '#lib/app/outcome-when.ts'
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

/** What an outcome can be told beside itself, what was typed first when it is understood. */
export function useOutcomeWhen({ enrollmentId, stepId, outcome, typed }: WhenAsked) {
  const { deps } = useBaton()
  const minute = useNow().slice(0, 16)
  const { effect, followUp } = outcome
  const asked = { enrollmentId, stepId, outcome: { effect, followUp }, typed }
  return useQuery({
    queryKey: ['outcome-when', asked, minute],
    queryFn: async () => (await import('#lib/app/outcome-when.ts')).outcomeWhen(deps, asked),
    placeholderData: (previous) => previous,
    meta: { tables: ['enrollment', 'cadence', 'touch', 'settings'] },
  })
}
