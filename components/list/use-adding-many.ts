import { useState } from 'react'
import type { AddedRow } from '#lib/app/add-many.ts'
import type { BatchRun, RowResult } from '#lib/app/batch.ts'
import type { ListedPerson } from '#lib/app/people-on-page.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useProblem } from '#components/ui/act.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useToast } from '#components/ui/toast.tsx'
import { useStoppable } from '#components/ui/use-stoppable.ts'

export interface Adding {
  state: 'idle' | 'running' | 'ended' | 'undoing'
  /** Rows settled, or taken back, so far, of `total`. */
  done: number
  total: number
  added: number
  cadence: string
  /** Null: the rest was tried. */
  cut: 'stopped' | 'failed' | null
  resultOf: (key: string) => RowResult<AddedRow> | 'waiting' | null
  /** `starts`: when each begins, in their order; null = at once. */
  start: (
    people: readonly ListedPerson[],
    cadence: { id: string; name: string },
    starts: readonly (string | null)[],
  ) => Promise<void>
  stop: () => void
  undo: () => Promise<void>
}

interface Running {
  keys: readonly string[]
  cadence: string
  run: BatchRun<AddedRow> | null
  undone: number | null
}

/** One run over the ticked rows: progress, a result for each, Stop, and one Undo for all. */
export function useAddingMany(): Adding {
  const baton = useBaton()
  const toast = useToast()
  const { begin, stop } = useStoppable()
  const { fail } = useProblem()
  const [running, setRunning] = useState<Running | null>(null)

  const takeBack = async (id: string): Promise<void> => {
    const undone = (count: number | null) => setRunning((now) => now && { ...now, undone: count })
    undone(0)
    try {
      const count = await baton.undoBatch({ id, onProgress: undone })
      const kept = count?.changed ?? 0
      toast(
        kept > 0
          ? { title: i18n.t('list.undoneSome', count?.undone ?? 0), detail: i18n.t('list.undoKept', kept) }
          : { title: i18n.t('list.undone', count?.undone ?? 0) },
        { failed: (count?.undone ?? 0) === 0 },
      )
      setRunning(null)
    } catch (error) {
      undone(null)
      fail(error)
    }
  }

  const start: Adding['start'] = async (people, cadence, starts) => {
    const keys = people.map(({ key }) => key)
    setRunning({ keys, cadence: cadence.name, run: null, undone: null })
    const show = (run: BatchRun<AddedRow>) => setRunning({ keys, cadence: cadence.name, run, undone: null })
    try {
      const input = { people: people.map(({ input: person }) => person), cadenceId: cadence.id, starts }
      const run = await begin((signal) => baton.addMany({ ...input, signal, onProgress: show }))
      show(run)
      const added = addedIn(run)
      const words = { title: i18n.t('list.added', added, { cadence: cadence.name }), ...detailOf(run, added) }
      toast(words, added > 0 ? { undo: () => void takeBack(run.id) } : { failed: true })
    } catch (error) {
      setRunning(null)
      fail(error)
    }
  }

  return {
    ...shownOf(running),
    start,
    stop,
    undo: async () => {
      if (running?.run) await takeBack(running.run.id)
    },
  }
}

function shownOf(running: Running | null): Omit<Adding, 'start' | 'stop' | 'undo'> {
  const run = running?.run ?? null
  const state = stateOf(running)
  return {
    state,
    done: running?.undone ?? run?.rows.length ?? 0,
    total: running?.undone === null ? running.keys.length : addedIn(run),
    added: addedIn(run),
    cadence: running?.cadence ?? '',
    cut: run?.state === 'stopped' || run?.state === 'failed' ? run.state : null,
    resultOf: (key) => {
      const at = running?.keys.indexOf(key) ?? -1
      if (at < 0) return null
      // One ring turns, not a hundred: drawing them would take longer than saving.
      const isNext = state === 'running' && at === (run?.rows.length ?? 0)
      return run?.rows[at] ?? (isNext ? 'waiting' : null)
    },
  }
}

function stateOf(running: Running | null): Adding['state'] {
  if (running === null) return 'idle'
  if (running.undone !== null) return 'undoing'
  return running.run === null || running.run.state === 'running' ? 'running' : 'ended'
}

function addedIn(run: BatchRun<AddedRow> | null): number {
  return run?.rows.filter((row) => row.kind === 'done' && row.result.kind === 'added').length ?? 0
}

function detailOf(run: BatchRun<AddedRow>, added: number): { detail?: string } {
  const left = run.rows.length - added
  const parts = [
    run.state === 'stopped' ? i18n.t('list.stopped', { n: run.rows.length, of: run.total }) : null,
    run.state === 'failed' ? i18n.t('list.failed', { n: run.rows.length, of: run.total }) : null,
    left > 0 ? i18n.t('list.notAdded', left) : null,
  ]
  const detail = parts.filter((part) => part !== null).join(' · ')
  return detail === '' ? {} : { detail }
}
