import { useSyncExternalStore } from 'react'
import { useBaton } from './context.tsx'

/** Sections of the profile on screen that have come into the page since it was read. */
export function useAppeared(): readonly string[] {
  const { missing } = useBaton().ports
  return useSyncExternalStore(missing?.subscribe ?? neverChanges, missing?.get ?? nothing)
}

const neverChanges = (): (() => void) => () => undefined
const NOTHING: readonly string[] = []
const nothing = (): readonly string[] => NOTHING
