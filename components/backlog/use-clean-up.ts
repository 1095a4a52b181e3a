import { useState } from 'react'
import type { CleanUpRow } from '#lib/app/backlog.ts'
import type { BatchRun } from '#lib/app/batch.ts'
import type { CleanedRow } from '#lib/app/clean-up.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useProblem } from '#components/ui/act.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useToast } from '#components/ui/toast.tsx'
import { useStoppable } from '#components/ui/use-stoppable.ts'

export interface CleaningUp {
  state: 'idle' | 'running' | 'undoing'
  done: number
  total: number
  start: (rows: readonly CleanUpRow[]) => Promise<void>
  stop: () => void
}

/** One clean-up: progress, Stop, and one Undo for all of it. */
export function useCleanUp(): CleaningUp {
  const baton = useBaton()
  const toast = useToast()
  const { begin, stop } = useStoppable()
  const { fail } = useProblem()
  const [shown, setShown] = useState<Pick<CleaningUp, 'state' | 'done' | 'total'>>(IDLE)

  const takeBack = async (id: string, total: number): Promise<void> => {
    setShown({ state: 'undoing', done: 0, total })
    try {
      const count = await baton.undoBatch({
        id,
        onProgress: (done) => setShown({ state: 'undoing', done, total }),
      })
      const changed = count?.changed ?? 0
      toast(
        {
          title: i18n.t('backlog.undone', count?.undone ?? 0),
          ...(changed > 0 && { detail: i18n.t('backlog.undoKept', changed) }),
        },
        { failed: (count?.undone ?? 0) === 0 },
      )
    } catch (error) {
      fail(error)
    }
    setShown(IDLE)
  }

  const start = async (rows: readonly CleanUpRow[]): Promise<void> => {
    setShown({ state: 'running', done: 0, total: rows.length })
    try {
      const onProgress = (now: BatchRun<CleanedRow>) =>
        setShown({ state: 'running', done: now.rows.length, total: now.total })
      const run = await begin((signal) => baton.cleanUp({ rows, signal, onProgress }))
      const cleaned = run.rows.filter((row) => row.kind === 'done' && row.result === 'cleaned').length
      toast(
        { title: i18n.t('backlog.cleaned', cleaned), ...detailOf(run, cleaned) },
        cleaned > 0 ? { undo: () => void takeBack(run.id, cleaned) } : { failed: true },
      )
    } catch (error) {
      fail(error)
    }
    setShown((now) => (now.state === 'running' ? IDLE : now))
  }
  return { ...shown, start, stop }
}

function detailOf(run: BatchRun<CleanedRow>, cleaned: number): { detail?: string } {
  const left = run.rows.length - cleaned
  const parts = [
    run.state === 'stopped' ? i18n.t('backlog.stopped', { n: run.rows.length, of: run.total }) : null,
    run.state === 'failed' ? i18n.t('backlog.failed', { n: run.rows.length, of: run.total }) : null,
    left > 0 ? i18n.t('backlog.movedOn', left) : null,
  ]
  const detail = parts.filter((part) => part !== null).join(' · ')
  return detail === '' ? {} : { detail }
}

const IDLE = { state: 'idle', done: 0, total: 0 } as const
