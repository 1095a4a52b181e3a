import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import type { TabView } from '#lib/queries/tab.ts'
import { ROUTES } from './routes.ts'

/**
 * Which screen opens by itself: Now when the tab shows somebody, Today otherwise; only until the rep has gone
 * somewhere, and never over a place the panel was opened at. Gives the path to draw: at the start, at once the one
 * that the address is about to have.
 */
export function useFirstScreen(view: TabView): string {
  const [path, go] = useLocation()
  const own = useRef<string | null>(null)
  const isStart = path === '/' || path === ''
  const isUnknown = view.kind === 'none' || (view.kind === 'loading' && view.url === null)
  const wanted = SHOWS_NOTHING.has(view.kind) ? ROUTES.today : ROUTES.now
  useEffect(() => {
    if (!isStart && path !== own.current) {
      own.current = null // The rep, or a notification, has gone somewhere.
      return undefined
    }
    const settle = (next: string) => {
      // Somebody may have gone elsewhere already, and React not yet heard of it.
      if (next === path || shownPath() !== path) return
      own.current = next
      go(next, { replace: true })
    }
    if (!isStart || !isUnknown) {
      settle(wanted)
      return undefined
    }
    // The first look at the tab takes a moment; nothing jumps while it does.
    const timer = setTimeout(() => settle(ROUTES.today), FIRST_LOOK_MS)
    return () => clearTimeout(timer)
  }, [path, go, isStart, isUnknown, wanted])
  return isStart && !isUnknown ? wanted : path
}

/** The path in the address bar, as the router writes it. */
const shownPath = (): string => `/${window.location.hash.replace(/^#?\/?/, '')}`

const SHOWS_NOTHING: ReadonlySet<TabView['kind']> = new Set(['none', 'otherSite', 'mailOff'])
const FIRST_LOOK_MS = 250
