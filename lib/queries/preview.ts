import { useQuery } from '@tanstack/react-query'
import { previewSchedule } from '#lib/app/preview.ts'
import type { PersonInput } from '#lib/app/person-input.ts'
import { useBaton } from './context.tsx'
import { personKey } from './person-key.ts'
import { useNow } from './now.ts'

/** The dates the person would get in the cadence, before anything is saved; empty without a cadence. */
export function usePreview(person: PersonInput, cadenceId: string | null) {
  const { deps } = useBaton()
  const minute = useNow().slice(0, 16)
  return useQuery({
    queryKey: ['preview', personKey(person), cadenceId, minute],
    queryFn: () => (cadenceId === null ? [] : previewSchedule(deps, { person, cadenceId })),
    placeholderData: (previous) => previous,
    meta: { tables: ['cadence', 'contact', 'settings'] },
  })
}
