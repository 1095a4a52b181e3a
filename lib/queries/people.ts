import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { peoplePage } from '#lib/app/people-list.ts'
import { useBaton } from './context.tsx'

const PAGE = 50

/** People in pages of 50, narrowed by `query`; rows of the last query stay until the next ones are there. */
export function usePeople(query: string) {
  const { deps } = useBaton()
  return useInfiniteQuery({
    queryKey: ['people', query],
    queryFn: ({ pageParam }) =>
      peoplePage(
        deps,
        pageParam === null ? { query, limit: PAGE } : { query, limit: PAGE, after: pageParam },
      ),
    initialPageParam: null as string | null, // typed by the pages that follow
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    meta: { tables: ['contact', 'enrollment', 'cadence'] },
  })
}
