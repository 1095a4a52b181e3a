import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { Instant } from '#lib/domain/values.ts'
import { timeWords, type TimeWords } from './time.ts'

/** Gives every component below the same «now» (a tick of a minute) and the rep's zone. */
export function TimeProvider({ now, zone, children }: { now: Instant; zone: string; children: ReactNode }) {
  const words = useMemo(() => timeWords({ now, zone }), [now, zone])
  return <TimeContext value={words}>{children}</TimeContext>
}

export function useTime(): TimeWords {
  const words = useContext(TimeContext)
  if (words === null) throw new Error('useTime needs a TimeProvider above it')
  return words
}

const TimeContext = createContext<TimeWords | null>(null)
