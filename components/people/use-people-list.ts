import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { NO_FILTER, type PeopleFilter, type PersonRow } from '#lib/app/people-list.ts'
import { usePeople } from '#lib/queries/people.ts'
import { useAnnounce } from '#components/ui/live.tsx'
import { i18n } from '#components/ui/i18n.ts'

export interface PeopleList {
  /** What stands in the search field. */
  query: string
  setQuery: (query: string) => void
  filter: PeopleFilter
  setFilter: (filter: PeopleFilter) => void
  /** Query or filter leaves somebody out. */
  isNarrowed: boolean
  showAll: () => void
  rows: readonly PersonRow[]
  hasMore: boolean
  /** Brings the next page unless it is on its way. */
  more: () => void
  state: 'reading' | 'failed' | 'ready'
  /** The rows on screen still answer an earlier query. */
  isBehind: boolean
  retry: () => void
}

/** Everybody saved, newest first, as the search field narrows them. */
export function usePeopleList(): PeopleList {
  const [query, setQuery] = useState('')
  const asked = useDebounced(useDeferredValue(query.trim()), SEARCH_PAUSE_MS)
  const [filter, setFilter] = useState<PeopleFilter>(NO_FILTER)
  const people = usePeople(asked, filter)
  const rows = useMemo(() => people.data?.pages.flatMap((page) => page.rows) ?? [], [people.data])
  const hasMore = people.hasNextPage
  useSaidCount(asked, people.isSuccess ? rows.length : null, hasMore)
  return {
    query,
    setQuery,
    filter,
    setFilter,
    isNarrowed:
      query.trim() !== '' || filter.status !== null || filter.cadenceId !== null || filter.order === 'next',
    showAll: () => {
      setQuery('')
      setFilter(NO_FILTER)
    },
    rows,
    hasMore,
    more: () => {
      if (hasMore && !people.isFetchingNextPage) void people.fetchNextPage()
    },
    state: people.isError ? 'failed' : people.data === undefined ? 'reading' : 'ready',
    isBehind: asked !== query.trim() || people.isPlaceholderData,
    retry: () => void people.refetch(),
  }
}

/** Says how many were found once typing has come to rest. */
function useSaidCount(query: string, found: number | null, hasMore: boolean): void {
  const announce = useAnnounce()
  useEffect(() => {
    if (query === '' || found === null) return
    const timer = setTimeout(
      () => announce(i18n.t(hasMore ? 'people.foundMore' : 'people.found', found)),
      SAY_AFTER_MS,
    )
    return () => clearTimeout(timer)
  }, [announce, query, found, hasMore])
}

function useDebounced<Value>(value: Value, ms: number): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}

const SEARCH_PAUSE_MS = 80
const SAY_AFTER_MS = 700
