import type { BatchRun } from '#lib/app/batch.ts'
import type { ImportedRow } from '#lib/app/import-people.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Progress } from '#components/ui/progress.tsx'
import type { Run } from './use-run.ts'

/** What is going on in numbers, and what can be done about it. One filled button at most. */
export function ImportFoot(props: ImportFootProps) {
  const { run, left, wanted, share, onStart, onSaveLeft, onOther } = props
  const { words, value } = stateOf(props)
  return (
    <footer className="pane-foot is-selecting imp-foot" aria-label={i18n.t('files.title')}>
      <div className="imp-progress" role="status">
        <span>{words}</span>
        {value !== null && <Progress value={value} words={words} />}
      </div>
      {run.state === 'running' && <Button onClick={run.stop}>{i18n.t('files.stop')}</Button>}
      <span className="grow" />
      {left > 0 && (run.state === 'idle' || run.state === 'ended') && (
        <Button onClick={onSaveLeft}>{i18n.t('files.saveLeft', left, [left.toLocaleString()])}</Button>
      )}
      {run.state === 'idle' && (
        <Button look="filled" disabled={wanted === 0 || share !== null} onClick={onStart}>
          {i18n.t('files.import', wanted, [wanted.toLocaleString()])}
        </Button>
      )}
      {run.state === 'ended' && (
        <>
          {savedIn(run.run).saved > 0 && (
            <Button onClick={() => void run.undo()}>{i18n.t('files.undoAll')}</Button>
          )}
          <ButtonLink href="#/people">{i18n.t('app.people')}</ButtonLink>
        </>
      )}
      {run.state === 'undone' && <Button onClick={onOther}>{i18n.t('files.another')}</Button>}
    </footer>
  )
}

interface ImportFootProps {
  /** How far the rows are looked at; null when all are. */
  share: number | null
  total: number
  wanted: number
  left: number
  run: Run<ImportedRow>
  onStart: () => void
  onSaveLeft: () => void
  onOther: () => void
}

function stateOf({ run, share, total, wanted }: ImportFootProps): { words: string; value: number | null } {
  const all = run.run?.total ?? 0
  const part = { n: run.done.toLocaleString(), of: all.toLocaleString() }
  const value = all === 0 ? 0 : (run.done / all) * 100
  switch (run.state) {
    case 'running':
      return { words: i18n.t('files.importing', part), value }
    case 'undoing':
      return { words: i18n.t('files.undoing', part), value }
    case 'undone':
      return { words: undoneWords(run), value: null }
    case 'ended':
      return { words: endWords(run.run), value: null }
    case 'idle':
      return share === null
        ? {
            words:
              wanted === 0
                ? i18n.t('files.nothingToDo')
                : i18n.t('files.ready', total, [total.toLocaleString()]),
            value: null,
          }
        : { words: i18n.t('files.looking'), value: share * 100 }
  }
}

function undoneWords({ undone }: Run<ImportedRow>): string {
  const kept = undone?.changed ?? 0
  const count = undone?.undone ?? 0
  return kept === 0
    ? i18n.t('files.undone', count, [count.toLocaleString()])
    : `${i18n.t('files.undone', count, [count.toLocaleString()])}. ${i18n.t('files.undoKept', kept, [kept.toLocaleString()])}`
}

/** «Stopped. 24 saved (20 new, 4 known), 3 left as they were». */
function endWords(run: BatchRun<ImportedRow> | null): string {
  const { saved, fresh, same } = savedIn(run)
  const done = i18n.t('files.saved', saved, [
    saved.toLocaleString(),
    fresh.toLocaleString(),
    (saved - fresh).toLocaleString(),
  ])
  const parts = [
    run?.state === 'stopped'
      ? i18n.t('files.stopped')
      : run?.state === 'failed'
        ? i18n.t('files.failed')
        : '',
    done,
    same > 0 ? i18n.t('files.unchanged', same, [same.toLocaleString()]) : '',
  ]
  return parts.filter((part) => part !== '').join('. ')
}

function savedIn(run: BatchRun<ImportedRow> | null): { saved: number; fresh: number; same: number } {
  const count = { saved: 0, fresh: 0, same: 0 }
  for (const row of run?.rows ?? []) {
    if (row.kind !== 'done') continue
    if (row.result.kind === 'unchanged') count.same += 1
    if (row.result.kind !== 'saved') continue
    count.saved += 1
    if (!row.result.known) count.fresh += 1
  }
  return count
}
