import { useQuery } from '@tanstack/react-query'
import type { TodayView } from '#lib/domain/today.ts'
import { useBaton } from './context.tsx'

/** Of the touches of the day, those that are held and what they miss; the list stands long before this is known. */
export function useHeld(view: TodayView): ReadonlyMap<string, readonly string[]> {
  const { deps, drafts } = useBaton()
  const ids = view.groups
    .flatMap(({ rows }) => rows)
    .flatMap(({ enrollmentId, stepId }) => (enrollmentId !== null && stepId !== null ? [enrollmentId] : []))
    .slice(0, MOST_LOOKED_AT)
  const held = useQuery({
    queryKey: ['held', ids],
    queryFn: async () => {
      const { heldTouches } = await import('#lib/app/held-touches.ts')
      return heldTouches(deps, await drafts(), ids)
    },
    enabled: ids.length > 0,
    placeholderData: (previous) => previous,
    meta: { tables: ['contact', 'account', 'enrollment', 'cadence', 'touch', 'note', 'snippet', 'settings'] },
  })
  return held.data ?? NONE
}

const NONE: ReadonlyMap<string, readonly string[]> = new Map()
/** A day has some dozens; a backlog of thousands is cleaned up, not read. */
const MOST_LOOKED_AT = 200
