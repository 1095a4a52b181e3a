import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { tabView, type TabView } from '#lib/app/tab-view.ts'
import type { TabState } from '#lib/app/follow-tab.ts'
import { useBaton } from './context.tsx'

export type { TabView }

/** What this window's active tab shows, with who of it is known. Never a person of another address. */
export function useTabView(): TabView {
  const { deps, ports } = useBaton()
  const state = useSyncExternalStore<TabState>(
    ports.tab?.subscribe ?? neverChanges,
    ports.tab?.get ?? nothing,
  )
  const view = useQuery({
    queryKey: ['tab', state],
    queryFn: () => tabView(deps, state),
    meta: { tables: ['contact', 'suppression'] },
  })
  return (
    view.data ?? { kind: 'loading', url: 'url' in state && typeof state.url === 'string' ? state.url : null }
  )
}

const neverChanges = (): (() => void) => () => undefined
const NONE: TabState = { kind: 'none' }
const nothing = (): TabState => NONE
