import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { NO_FILTER, peoplePage, type PeopleFilter } from '#lib/app/people-list.ts'
import { useBaton } from './context.tsx'

const PAGE = 50

/** People in pages of 50, narrowed by `query` and `filter`; rows of the last query stay until the next ones are there. */
export function usePeople(query: string, filter: PeopleFilter = NO_FILTER) {
  const { deps } = useBaton()
  return useInfiniteQuery({
    queryKey: ['people', query, filter],
    queryFn: ({ pageParam }) =>
      peoplePage(deps, { query, filter, limit: PAGE, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null, // typed by the pages that follow
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    meta: { tables: ['contact', 'enrollment', 'cadence', 'settings'] },
  })
}
