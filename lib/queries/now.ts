import { useEffect, useState } from 'react'
import { useBaton } from './context.tsx'

/** The present instant, anew each minute and when the window comes back: what is due and «in 5 minutes» follow it. */
export function useNow(): string {
  const { deps } = useBaton()
  const [now, setNow] = useState(() => deps.clock.now())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = (): void => {
      setNow(deps.clock.now())
      clearTimeout(timer)
      timer = setTimeout(tick, MINUTE_MS - (Date.parse(deps.clock.now()) % MINUTE_MS) + 50)
    }
    tick()
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [deps])
  return now
}

const MINUTE_MS = 60_000
