import { useEffect, useState } from 'react'
import type { BatchRun, UndoCount } from '#lib/app/batch.ts'
import { useImportCases } from '#lib/queries/import.ts'
import { useProblem } from '#components/ui/act.tsx'
import { useStoppable } from '#components/ui/use-stoppable.ts'

export interface Run<Result> {
  state: 'idle' | 'running' | 'ended' | 'undoing' | 'undone'
  /** Rows settled so far, or taken back. */
  done: number
  run: BatchRun<Result> | null
  undone: UndoCount | null
  start: (work: (how: Watched<Result>) => Promise<BatchRun<Result>>) => Promise<void>
  stop: () => void
  undo: () => Promise<void>
}

export interface Watched<Result> {
  signal: AbortSignal
  onProgress: (run: BatchRun<Result>) => void
}

/** One long run: progress, Stop, and one Undo for all of it. The page asks before it is closed meanwhile. */
export function useRun<Result>(): Run<Result> {
  const cases = useImportCases()
  const { fail } = useProblem()
  const { begin, stop } = useStoppable()
  const [state, setState] = useState<Run<Result>['state']>('idle')
  const [run, setRun] = useState<BatchRun<Result> | null>(null)
  const [done, setDone] = useState(0)
  const [undone, setUndone] = useState<UndoCount | null>(null)
  useStaying(state === 'running' || state === 'undoing')

  const start: Run<Result>['start'] = async (work) => {
    setState('running')
    setUndone(null)
    setDone(0)
    const show = (now: BatchRun<Result>) => {
      setRun(now)
      setDone(now.rows.length)
    }
    // Some hundred turns a second would be drawn otherwise, each with every row in it.
    let shownAt = 0
    const onProgress = (now: BatchRun<Result>) => {
      const at = performance.now()
      if (at - shownAt < DRAW_MS) return
      shownAt = at
      show(now)
    }
    try {
      show(await begin((signal) => work({ signal, onProgress })))
      setState('ended')
    } catch (error) {
      setState('idle')
      fail(error)
    }
  }
  const undo = async (): Promise<void> => {
    if (run === null) return
    setState('undoing')
    setDone(0)
    try {
      setUndone(await cases.undo({ id: run.id, onProgress: setDone }))
      setState('undone')
    } catch (error) {
      setState('ended')
      fail(error)
    }
  }
  return { state, done, run, undone, start, stop, undo }
}

function useStaying(isBusy: boolean): void {
  useEffect(() => {
    if (!isBusy) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isBusy])
}

const DRAW_MS = 150
