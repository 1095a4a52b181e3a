import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { canonicalAddress } from '#lib/domain/address.ts'
import { plainView, tabView, type TabView } from '#lib/app/tab-view.ts'
import type { Deps } from '#lib/app/deps.ts'
import type { TabState } from '#lib/app/follow-tab.ts'
import { useBaton } from './context.tsx'

export type { TabView }

export const tabQuery = (deps: Deps, state: TabState) =>
  queryOptions({
    // A read is large: a key stands for it, so that no render hashes it.
    queryKey: ['tab', keyOf(state)],
    queryFn: () => (state.kind === 'read' ? tabView(deps, state) : null),
    meta: { tables: ['contact', 'suppression', 'settings'] },
  })

/** What this window's active tab shows, with who of it is known. Never a person of another address. */
export function useTabView(): TabView {
  const { deps, ports } = useBaton()
  const state = useSyncExternalStore<TabState>(
    ports.tab?.subscribe ?? neverChanges,
    ports.tab?.get ?? nothing,
  )
  const plain = useMemo(() => plainView(state), [state])
  const view = useQuery({
    ...tabQuery(deps, state),
    enabled: plain === null,
    // Read once more, the same page stays on screen: what the rep has typed or ticked there is not lost.
    placeholderData: (shown) => (shown && isOfPage(shown, state) ? shown : undefined),
  })
  return plain ?? view.data ?? { kind: 'loading', url: state.kind === 'read' ? state.url : null }
}

function isOfPage(view: TabView, state: TabState): boolean {
  if (state.kind !== 'read' || view.kind !== state.read.result.kind || !('url' in view)) return false
  return view.url !== null && canonicalAddress(view.url) === canonicalAddress(state.read.url)
}

const keys = new WeakMap<TabState, string>()
const keyOf = (state: TabState): string => {
  const key = keys.get(state) ?? crypto.randomUUID()
  keys.set(state, key)
  return key
}
const neverChanges = (): (() => void) => () => undefined
const NONE: TabState = { kind: 'none' }
const nothing = (): TabState => NONE
