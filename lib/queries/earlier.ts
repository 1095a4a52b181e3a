import { useQuery } from '@tanstack/react-query'
import { earlierValues } from '#lib/domain/earlier.ts'
import { useBaton } from './context.tsx'

/** What each field of a contact was before, from the pages and files they were seen on. */
export function useEarlier(contactId: string) {
  const { deps } = useBaton()
  return useQuery({
    queryKey: ['earlier', contactId],
    queryFn: async () => {
      const [contact, captures] = await Promise.all([
        deps.store.get('contact', contactId),
        deps.store.capturesOf(contactId, MOST_CAPTURES),
      ])
      return contact ? earlierValues(contact, captures) : {}
    },
    meta: { tables: ['contact', 'capture'] },
  })
}

const MOST_CAPTURES = 100
