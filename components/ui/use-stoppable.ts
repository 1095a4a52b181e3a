import { useRef } from 'react'
import { useHeldUndo } from './toast.tsx'

interface Stoppable {
  /** Hands the work its signal, and resolves as the work does. */
  begin: <Result>(work: (signal: AbortSignal) => Promise<Result>) => Promise<Result>
  /** Ends what runs, after the row it is at. */
  stop: () => void
}

/** A run over many, one at a time. Until it ends `z` stops it, and leaves alone what was done before. */
export function useStoppable(): Stoppable {
  const hold = useHeldUndo()
  const running = useRef<AbortController | null>(null)
  const stop = (): void => running.current?.abort()
  return {
    begin: async (work) => {
      const own = new AbortController()
      running.current = own
      const release = hold(stop)
      try {
        return await work(own.signal)
      } finally {
        running.current = null
        release()
      }
    },
    stop,
  }
}
