import { useQuery } from '@tanstack/react-query'
import { fitOf } from '#lib/app/contact-view.ts'
import type { PersonInput } from '#lib/app/person-input.ts'
import { useBaton } from './context.tsx'
import { personKey } from './person-key.ts'

/** The fit of a person who is not saved yet, by what is read of them; nothing is worked out while not `enabled`. */
export function useFitOf(
  person: Exclude<PersonInput, { from: 'contact' }>,
  { enabled }: { enabled: boolean },
) {
  const { deps } = useBaton()
  return useQuery({
    queryKey: ['fit', personKey(person)],
    queryFn: () => fitOf(deps, person),
    enabled,
    meta: { tables: ['settings'] },
  })
}
