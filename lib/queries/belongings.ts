import { useQuery } from '@tanstack/react-query'
import { useBaton } from './context.tsx'

export interface Belongings {
  captures: number
  notes: number
  touches: number
}

/** How much belongs to a contact: what an erasure takes. Only asked while `enabled`. */
export function useBelongings(contactId: string, { enabled }: { enabled: boolean }) {
  const { deps } = useBaton()
  return useQuery({
    queryKey: ['belongings', contactId],
    queryFn: async (): Promise<Belongings> => {
      const all = await deps.store.belongingsOf(contactId)
      const count = (table: string): number => all.filter(({ t }) => t === table).length
      return { captures: count('capture'), notes: count('note'), touches: count('touch') }
    },
    enabled,
    meta: { tables: ['capture', 'note', 'touch'] },
  })
}
