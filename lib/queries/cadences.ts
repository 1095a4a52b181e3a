import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Deps } from '#lib/app/deps.ts'
import { useBaton } from './context.tsx'

export const cadencesQuery = (deps: Deps) =>
  queryOptions({
    queryKey: ['cadences'],
    queryFn: async () => (await deps.store.cadences()).filter(({ archived }) => !archived),
    meta: { tables: ['cadence'] },
  })

/** All cadences that are not archived, by name. */
export function useCadences() {
  return useQuery(cadencesQuery(useBaton().deps))
}

/** One cadence and how many people are in it now (counted up to 1,000); null when it is gone. */
export function useCadence(id: string) {
  const { deps } = useBaton()
  return useQuery({
    queryKey: ['cadence', id],
    queryFn: async () => {
      const cadence = await deps.store.get('cadence', id)
      if (!cadence) return null
      const enrollments = await deps.store.enrollmentsOfCadence(id, 1_000)
      return { cadence, running: enrollments.filter(({ state }) => state !== 'finished').length }
    },
    meta: { tables: ['cadence', 'enrollment'] },
  })
}
