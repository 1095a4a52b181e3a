import { useQuery } from '@tanstack/react-query'
import { previewSchedule } from '#lib/app/enroll.ts'
import { fitFacts } from '#lib/app/contact-view.ts'
import type { PersonInput } from '#lib/app/person-input.ts'
import { fit } from '#lib/domain/fit.ts'
import { newContact } from '#lib/domain/merge.ts'
import { useBaton } from './context.tsx'
import { useNow } from './now.ts'
import { useSettings } from './settings.ts'

/** The dates the person would get in the cadence, before anything is saved; empty without a cadence. */
export function usePreview(person: PersonInput, cadenceId: string | null) {
  const { deps } = useBaton()
  const minute = useNow().slice(0, 16)
  return useQuery({
    queryKey: ['preview', person, cadenceId, minute],
    queryFn: () => (cadenceId === null ? [] : previewSchedule(deps, { person, cadenceId })),
    placeholderData: (previous) => previous,
    meta: { tables: ['cadence', 'contact', 'settings'] },
  })
}

/** The fit of a person who is not saved yet; null until the settings are there. */
export function useFitOf(person: Exclude<PersonInput, { from: 'contact' }>) {
  const { deps } = useBaton()
  const settings = useSettings().data
  return settings ? fit(settings.icp, fitFacts(newContact(person, deps.clock.now()), null)) : null
}
