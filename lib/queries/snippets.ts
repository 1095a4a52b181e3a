import { useQuery } from '@tanstack/react-query'
import { snippetsByName } from '#lib/app/snippets.ts'
import { useBaton } from './context.tsx'

/** All snippets by name. */
export function useSnippets() {
  const { deps } = useBaton()
  return useQuery({
    queryKey: ['snippets'],
    queryFn: () => snippetsByName(deps),
    meta: { tables: ['snippet'] },
  })
}
