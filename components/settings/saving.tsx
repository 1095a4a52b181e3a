import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { useBaton } from '#lib/queries/context.tsx'
import { useDrafts } from '#lib/queries/drafts.ts'
import type { Settings } from '#lib/domain/settings.ts'
import { arrived, keepOnItsWay, onItsWay } from './on-its-way.ts'

/** Settings save as they are changed. What could not be saved stays on screen and goes with the next try. */
export type SavingState = 'idle' | 'saving' | 'saved' | 'failed'

interface Saving {
  /** As the rep sees them: what is stored, and over it what is on its way. */
  settings: Settings
  state: SavingState
  save: (patch: Partial<Settings>) => void
  retry: () => void
}

/** `settings`: as stored. */
export function SavingProvider({ settings, children }: { settings: Settings; children: ReactNode }) {
  const baton = useBaton()
  const drafts = useDrafts()
  const [state, setState] = useState<SavingState>('idle')
  const [onItsWay, setOnItsWay] = useState<Partial<Settings>>({})
  const latest = useRef(onItsWay)
  const writes = useRef(0)
  const change = useCallback((next: Partial<Settings>) => {
    latest.current = next
    setOnItsWay(next)
  }, [])
  const write = useCallback(async () => {
    writes.current += 1
    const turn = writes.current
    setState('saving')
    const patch = latest.current
    keepOnItsWay(drafts, patch)
    const end = await baton.setSettings(patch).then(
      () => 'saved' as const,
      () => 'failed' as const,
    )
    if (end === 'saved') arrived(drafts, patch)
    if (turn === writes.current) setState(end)
  }, [baton, drafts])
  const save = useCallback(
    (patch: Partial<Settings>) => {
      change({ ...latest.current, ...patch })
      void write()
    },
    [change, write],
  )
  // The stored value takes over as soon as it is read back, so that nothing flickers in between.
  useEffect(() => {
    const open = Object.entries(latest.current).filter(
      ([name, value]) => JSON.stringify(settings[name as keyof Settings]) !== JSON.stringify(value),
    )
    if (open.length < Object.keys(latest.current).length) change(Object.fromEntries(open))
  }, [settings, change])
  const value = useMemo(
    () => ({ settings: { ...settings, ...onItsWay }, state, save, retry: () => void write() }),
    [settings, onItsWay, state, save, write],
  )
  return <SavingContext value={value}>{children}</SavingContext>
}

/** Finishes what a page that went had not brought to the storage; once for each page that opens. */
export function useUnfinishedSettings(): void {
  const baton = useBaton()
  useEffect(() => {
    const finish = async () => {
      const drafts = await baton.drafts()
      const patch = onItsWay(drafts)
      if (patch === null) return
      await baton.setSettings(patch)
      arrived(drafts, patch)
    }
    const timer = setTimeout(() => {
      finish().catch(() => undefined) // It stays where it is, and the next page tries again.
    }, SOON_MS)
    return () => clearTimeout(timer)
  }, [baton])
}

export function useSaving(): Saving {
  const saving = useContext(SavingContext)
  if (!saving) throw new Error('useSaving stands outside of SavingProvider')
  return saving
}

/** Nothing on the first screen waits for it. */
const SOON_MS = 300
const SavingContext = createContext<Saving | null>(null)
