import { useEffect, useState } from 'react'
import type { RestoreCount, TableCount } from '#lib/app/restore.ts'
import type { Backup } from '#lib/domain/backup.ts'
import { useImportCases } from '#lib/queries/import.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Progress } from '#components/ui/progress.tsx'
import { useTime } from '#components/ui/time-provider.tsx'
import { useRun } from './use-run.ts'

/** Everything back in: what the file holds, what it would do here, and then the restore itself. */
export function RestoreView({ backup, onOther }: { backup: Backup; onOther: () => void }) {
  const cases = useImportCases()
  const time = useTime()
  const { counts, failed } = useCounts(backup)
  const isEmpty = counts !== null && counts.contact.kept + counts.contact.updated === 0
  const [chosen, setWithSettings] = useState<boolean | null>(null)
  const withSettings = chosen ?? isEmpty
  const run = useRun<number>()
  const all = run.run?.total ?? 0
  const value = all === 0 ? 0 : (run.done / all) * 100
  const isIdle = run.state === 'idle'
  return (
    <>
      <div className="imp-restore">
        <p className="t2">
          {i18n.t('files.restore.of', {
            when: time.when(backup.at),
            version: backup.version,
          })}
        </p>
        {failed && (
          <Banner tone="late" title={i18n.t('files.notLooked')}>
            {i18n.t('files.notLookedHelp')}
          </Banner>
        )}
        {counts !== null && <Counts counts={counts} />}
        <p className="t3 sm">{i18n.t('files.restore.rule')}</p>
        <Checkbox
          label={i18n.t('files.restore.settings')}
          checked={withSettings}
          disabled={!isIdle}
          onChange={setWithSettings}
        />
      </div>
      <footer className="pane-foot is-selecting imp-foot" aria-label={i18n.t('files.restoreTitle')}>
        <div className="imp-progress" role="status">
          <span>{stateWords(run.state, run.run?.state, counts)}</span>
          {(run.state === 'running' || run.state === 'undoing') && (
            <Progress value={value} words={i18n.t(`files.restore.${run.state}`)} />
          )}
        </div>
        {run.state === 'running' && <Button onClick={run.stop}>{i18n.t('files.stop')}</Button>}
        <span className="grow" />
        {isIdle && (
          <Button
            look="filled"
            disabled={counts === null}
            onClick={() => void run.start((how) => cases.restore({ backup, withSettings, ...how }))}
          >
            {i18n.t('files.restore.do')}
          </Button>
        )}
        {run.state === 'ended' && (
          <>
            {run.run?.rows.some((row) => row.kind === 'done' && row.group !== null) === true && (
              <Button onClick={() => void run.undo()}>{i18n.t('files.undoAll')}</Button>
            )}
            <ButtonLink href="#/people">{i18n.t('app.people')}</ButtonLink>
          </>
        )}
        {run.state === 'undone' && <Button onClick={onOther}>{i18n.t('files.another')}</Button>}
      </footer>
    </>
  )
}

function useCounts(backup: Backup): { counts: RestoreCount | null; failed: boolean } {
  const { countRestore } = useImportCases()
  const [state, setState] = useState<{ counts: RestoreCount | null; failed: boolean }>(NOTHING)
  useEffect(() => {
    const stop = new AbortController()
    countRestore(backup, { signal: stop.signal }).then(
      (counts) => counts !== null && setState({ counts, failed: false }),
      () => !stop.signal.aborted && setState({ counts: null, failed: true }),
    )
    return () => stop.abort()
  }, [backup, countRestore])
  return state
}

function Counts({ counts }: { counts: RestoreCount }) {
  return (
    <table className="table imp-counts">
      <caption className="vh">{i18n.t('files.will')}</caption>
      <thead>
        <tr>
          <th scope="col">{i18n.t('files.restore.what')}</th>
          {FATES.map((fate) => (
            <th key={fate} scope="col" className="num">
              {i18n.t(`files.restore.fate.${fate}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SHOWN.map((t) => (
          <tr key={t}>
            <th scope="row">{i18n.t(`files.restore.table.${t}`)}</th>
            {FATES.map((fate) => (
              <td key={fate} className={`num ${counts[t][fate] === 0 ? 't3' : ''}`}>
                {counts[t][fate].toLocaleString()}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function stateWords(
  state: 'idle' | 'running' | 'ended' | 'undoing' | 'undone',
  end: string | undefined,
  counts: RestoreCount | null,
): string {
  if (state === 'idle') return i18n.t(counts === null ? 'files.looking' : 'files.restore.nothingYet')
  if (state === 'ended') {
    if (end === 'stopped') return i18n.t('files.restore.stopped')
    return i18n.t(end === 'failed' ? 'files.restore.failed' : 'files.restore.ended')
  }
  return i18n.t(`files.restore.${state}`)
}

const NOTHING = { counts: null, failed: false }
const SHOWN = [
  'contact',
  'account',
  'cadence',
  'enrollment',
  'touch',
  'note',
  'capture',
  'activity',
  'suppression',
] as const
const FATES: readonly (keyof TableCount)[] = ['added', 'returned', 'updated', 'kept', 'erased']
