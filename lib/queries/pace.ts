import { useQuery, useQueryClient } from '@tanstack/react-query'
import { noteTime, readPace } from '#lib/app/pace.ts'
import type { TakenTime } from '#lib/domain/pace.ts'
import { useBaton } from './context.tsx'

const KEY = ['pace']

/** The rep's own median seconds per touch; null while too few were made. */
export function usePace() {
  const { kv } = useBaton().ports.batches
  return useQuery({ queryKey: KEY, queryFn: () => readPace(kv) })
}

/** Notes how long a touch took; never in the way of what comes next. */
export function useNoteTime(): (time: TakenTime) => void {
  const { kv } = useBaton().ports.batches
  const client = useQueryClient()
  return (time) => {
    noteTime(kv, time)
      .then(() => client.invalidateQueries({ queryKey: KEY }))
      .catch(() => undefined) // A figure less.
  }
}
