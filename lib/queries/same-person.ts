import { useQuery } from '@tanstack/react-query'
import { pageNews } from '#lib/app/page-news.ts'
import type { PersonInput } from '#lib/app/person-input.ts'
import { recogniseAll, type Candidate } from '#lib/app/recognition.ts'
import { comparePeople, keptApart, suggestionsOf, type Suggestion } from '#lib/app/same-person.ts'
import type { Contact } from '#lib/domain/records.ts'
import { useBaton } from './context.tsx'

export type { Suggestion }

/** Who else may be this contact. */
export function useSuggestions(contactId: string) {
  const { deps } = useBaton()
  return useQuery({
    queryKey: ['suggestions', contactId],
    queryFn: () => suggestionsOf(deps, contactId),
    meta: { tables: ['contact', 'activity'] },
  })
}

/** Whom the rep has said they are not. */
export function useKeptApart(contactId: string) {
  const { deps } = useBaton()
  return useQuery({
    queryKey: ['kept-apart', contactId],
    queryFn: () => keptApart(deps, contactId),
    meta: { tables: ['contact', 'activity'] },
  })
}

/** Two contacts side by side; null when one of them is gone. */
export function useComparison(contactId: string, otherId: string) {
  const { deps } = useBaton()
  return useQuery({
    queryKey: ['comparison', contactId, otherId],
    queryFn: () => comparePeople(deps, { contactId, otherId }),
    // It stands as it was asked about: the merge itself must not take it off the screen.
    gcTime: 0,
  })
}

/** What the page on screen says anew of a known person. */
export function usePageNews(contactId: string, person: PersonInput) {
  const { deps } = useBaton()
  return useQuery({
    queryKey: ['page-news', contactId, person],
    queryFn: () => pageNews(deps, deps.store, { contactId, person }),
    meta: { tables: ['contact'] },
  })
}

/** Known people who are like the one on screen, who is not saved yet. */
export function useLookalikes(person: PersonInput) {
  const { deps } = useBaton()
  return useQuery({
    queryKey: ['lookalikes', person],
    queryFn: async () => {
      const [recognition] = await recogniseAll(deps, deps.store, [person])
      const candidates = recognition?.kind === 'unclear' ? recognition.candidates : []
      const contacts = await deps.store.getMany(
        'contact',
        candidates.map(({ contactId }) => contactId),
      )
      return candidates.flatMap((candidate, at): Lookalike[] => {
        const contact = contacts[at]
        return contact ? [{ ...candidate, contact }] : []
      })
    },
    meta: { tables: ['contact', 'activity', 'settings'] },
  })
}

export type Lookalike = Candidate & { contact: Contact & { id: string } }
