import { useQuery } from '@tanstack/react-query'
import { contactView, timelineOf } from '#lib/app/contact-view.ts'
import { useBaton } from './context.tsx'
import { useNow } from './now.ts'

/** A contact with account, enrollment, schedule and fit; null when it is gone. */
export function useContact(contactId: string) {
  const { deps } = useBaton()
  const minute = useNow().slice(0, 16)
  return useQuery({
    queryKey: ['contact', contactId, minute],
    queryFn: () => contactView(deps, contactId),
    placeholderData: (previous) => (previous?.contact.id === contactId ? previous : undefined),
    meta: { tables: ['contact', 'account', 'enrollment', 'cadence', 'touch', 'suppression', 'settings'] },
  })
}

/** Captures, notes and touches, newest first. */
export function useTimeline(contactId: string) {
  const { deps } = useBaton()
  return useQuery({
    queryKey: ['timeline', contactId],
    queryFn: () => timelineOf(deps, contactId),
    meta: { tables: ['activity', 'note'] },
  })
}

/** What pages told of the person last, the newest first. */
export function useKnownFacts(contactId: string) {
  const { deps } = useBaton()
  return useQuery({
    queryKey: ['known-facts', contactId],
    queryFn: async () => (await import('#lib/app/known-facts.ts')).knownFacts(deps, contactId),
    meta: { tables: ['contact', 'capture'] },
  })
}
