import { useEffect } from 'react'
import { useBaton } from '#lib/queries/context.tsx'
import { ContactScreen } from '#components/now/contact-screen-later.ts'
import { later } from '#components/ui/later.tsx'

/** The screens that nobody sees first: a panel opens with Now, and their code follows. */
export const TodayScreen = later(async () => (await import('#components/today/today-screen.tsx')).TodayScreen)
export const TouchScreen = later(async () => (await import('#components/touch/touch-screen.tsx')).TouchScreen)
export const FocusScreen = later(async () => (await import('#components/touch/focus-screen.tsx')).FocusScreen)
export const PeopleScreen = later(
  async () => (await import('#components/people/people-screen.tsx')).PeopleScreen,
)
export const CadencesScreen = later(
  async () => (await import('#components/cadence/cadences-screen.tsx')).CadencesScreen,
)
export const BacklogScreen = later(
  async () => (await import('#components/backlog/backlog-screen.tsx')).BacklogScreen,
)
export const ByHandScreen = later(
  async () => (await import('#components/now/by-hand-screen.tsx')).ByHandScreen,
)
export const MergeScreen = later(async () => (await import('#components/same/merge-screen.tsx')).MergeScreen)
export const SyncScreen = later(async () => (await import('./sync-screen.tsx')).SyncScreen)

/** Fetches what the first screen did without, one after the other, once that screen has something to show. */
export function useOtherScreens(isShown: boolean): void {
  const baton = useBaton()
  useEffect(() => {
    if (!isShown) return undefined
    const timer = setTimeout(
      () => void fetchAll([baton.prepare, ...SCREENS.map(({ load }) => load)]),
      SOON_MS,
    )
    return () => clearTimeout(timer)
  }, [isShown, baton])
}

async function fetchAll(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const load of parts) await load().catch(() => undefined) // Asked for again by whoever needs it.
}

const SCREENS = [
  ContactScreen,
  TodayScreen,
  TouchScreen,
  FocusScreen,
  PeopleScreen,
  ByHandScreen,
  CadencesScreen,
  MergeScreen,
  SyncScreen,
]
const SOON_MS = 150
