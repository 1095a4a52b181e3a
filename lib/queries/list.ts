import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { peopleOnPage } from '#lib/app/people-on-page.ts'
import type { TabView } from '#lib/app/tab-view.ts'
import { useBaton } from './context.tsx'

/** Who of the list on screen is known, new or not to be contacted; anew with every change, save while `paused`. */
export function usePeopleOnPage(view: Extract<TabView, { kind: 'people' }>, paused: boolean) {
  const { deps } = useBaton()
  const [at] = useState(() => deps.clock.now())
  const { read, url, practice } = view
  return useQuery({
    queryKey: ['people-on-page', read, url],
    queryFn: () => peopleOnPage(deps, { read, url, practice, at }),
    enabled: !paused,
    placeholderData: (previous) => previous,
    meta: { tables: ['contact', 'suppression', 'enrollment', 'settings'] },
  })
}
