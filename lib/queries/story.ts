import { useQuery } from '@tanstack/react-query'
import { storyOf } from '#lib/app/story.ts'
import { useBaton } from './context.tsx'

/** Positions, schools and sites of a saved person, as pages told them. */
export function useStory(contactId: string) {
  const { deps } = useBaton()
  return useQuery({
    queryKey: ['story', contactId],
    queryFn: () => storyOf(deps, contactId),
    meta: { tables: ['capture'] },
  })
}
