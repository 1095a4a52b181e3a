import { useEffect, useMemo, useState } from 'react'
import { rowsToImport, type Decision, type ImportedRow } from '#lib/app/import-people.ts'
import type { PersonRow } from '#lib/app/import-preview.ts'
import type { ColumnTarget } from '#lib/domain/import/targets.ts'
import { useImportCases } from '#lib/queries/import.ts'
import { i18n } from '#components/ui/i18n.ts'
import { useAnnounce } from '#components/ui/live.tsx'
import { withTarget } from './columns-table.tsx'
import type { Options } from './import-options.tsx'
import { leftOutFile, leftOutOf } from './left-out-file.ts'
import type { OpenTable } from './use-open-file.ts'
import { usePreview } from './use-preview.ts'
import { useRun } from './use-run.ts'

/** Everything the rep has decided about the file, what follows from it, and the import itself. */
export function usePeopleImport(file: OpenTable) {
  const cases = useImportCases()
  const announce = useAnnounce()
  const [targets, setTargets] = useState(() => file.guess.columns.map(({ target }) => target))
  const [options, setOptions] = useState<Options>({ cadenceId: '', source: file.name, updateKnown: true })
  const [decisions, setDecisions] = useState<ReadonlyMap<number, Decision>>(new Map())
  const [sent, setSent] = useState<readonly PersonRow[]>([])
  const run = useRun<ImportedRow>()
  const mapping = useMemo(
    () => ({ headers: file.guess.columns.map(({ header }) => header), targets }),
    [file, targets],
  )
  const preview = usePreview(file, mapping, file.name)
  const rows = useMemo(() => preview.rows ?? [], [preview.rows])
  const wanted = useMemo(() => rowsToImport(rows, decisions), [rows, decisions])
  const results = useMemo(() => {
    const tried = run.state === 'undone' ? [] : (run.run?.rows ?? [])
    return new Map(
      tried.flatMap((result, index) => (sent[index] ? [[sent[index].row, result] as const] : [])),
    )
  }, [sent, run.state, run.run])
  const isOver = run.state !== 'idle' && run.state !== 'running'
  const left = useMemo(
    () => leftOutOf(rows, decisions, isOver ? results : null),
    [rows, decisions, isOver, results],
  )
  useEffect(() => {
    if (preview.share === null && preview.rows !== null) announce(i18n.t('files.looked', preview.rows.length))
  }, [announce, preview])

  const start = () => {
    setSent(wanted)
    const { source, cadenceId, updateKnown } = options
    const input = {
      rows: wanted,
      decisions,
      source: source.trim() === '' ? file.name : source.trim(),
      cadenceId: cadenceId === '' ? null : cadenceId,
      updateKnown,
    }
    void run.start((how) => cases.run({ ...input, ...how }))
  }
  return {
    targets,
    setTarget: (index: number, target: ColumnTarget) => setTargets((now) => withTarget(now, index, target)),
    options,
    setOptions,
    decisions,
    setDecisions,
    preview,
    rows,
    wanted,
    left,
    results,
    run,
    start,
    saveLeft: () => cases.save(leftOutFile(file, left, cases.today())),
  }
}
