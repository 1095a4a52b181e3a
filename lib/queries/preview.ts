import { useQuery } from '@tanstack/react-query'
import type { PersonInput } from '#lib/app/person-input.ts'
import type { Instant } from '#lib/domain/values.ts'
import { useBaton } from './context.tsx'
import { personKey } from './person-key.ts'
import { useNow } from './now.ts'

/**
 * The dates the person would get in the cadence, before anything is saved; empty without a cadence. `arrivedAt`: when an
 * inbound person came, where the rep says so.
 */
export function usePreview(person: PersonInput, cadenceId: string | null, arrivedAt: Instant | null = null) {
  const { deps } = useBaton()
  const minute = useNow().slice(0, 16)
  const placed = usePlacesOf(person)
  return useQuery({
    queryKey: ['preview', personKey(person), cadenceId, minute, placed, arrivedAt],
    queryFn: async () => {
      if (cadenceId === null) return []
      return (await appPreview()).previewSchedule(deps, { person, cadenceId, arrivedAt })
    },
    placeholderData: (previous) => previous,
    meta: { tables: ['account', 'cadence', 'contact', 'settings'] },
  })
}

/** Asks where the person and their company are, once the screen stands; what was read: the dates are then theirs. */
function usePlacesOf(person: PersonInput): string {
  const { deps } = useBaton()
  const read = useQuery({
    queryKey: ['preview-places', personKey(person)],
    queryFn: async () => {
      await new Promise((resolve) => setTimeout(resolve, SETTLED_MS))
      return (await appPreview()).readPlaces(deps, person)
    },
    enabled: deps.places !== undefined,
    meta: { tables: ['account', 'contact'] },
  })
  return read.data ?? ''
}

/** With all that adding somebody needs: after the first screen. */
const appPreview = () => import('#lib/app/preview.ts')
const SETTLED_MS = 300
