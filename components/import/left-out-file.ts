import type { FilePieces } from '#lib/app/backup.ts'
import type { Decision } from '#lib/app/import-people.ts'
import type { PreviewRow } from '#lib/app/import-preview.ts'
import { csvText } from '#lib/domain/csv.ts'
import { i18n } from '#components/ui/i18n.ts'
import type { Results } from './preview-table.tsx'
import { leftOutWords } from './row-words.ts'
import type { OpenTable } from './use-open-file.ts'

export interface LeftOut {
  row: number
  reason: string
}

/** Every row that was not saved, with its reason in words; `results` null: that would not be, before the import. */
export function leftOutOf(
  rows: readonly PreviewRow[],
  decisions: ReadonlyMap<number, Decision>,
  results: Results | null,
): LeftOut[] {
  return rows.flatMap((row) => {
    const decision = decisions.get(row.row)
    if (results === null && isWanted(row, decision)) return []
    const reason = leftOutWords(row, decision, results?.get(row.row))
    return reason === null ? [] : [{ row: row.row, reason }]
  })
}

function isWanted(row: PreviewRow, decision: Decision | undefined): boolean {
  if (row.kind === 'unclear') return decision !== undefined && decision.as !== 'leave'
  return row.kind === 'new' || row.kind === 'known'
}

/** The rows as they stood in the file, with number and reason before them: it can be mended and imported again. */
export function leftOutFile(
  { name, table, guess }: OpenTable,
  left: readonly LeftOut[],
  day: string,
): FilePieces {
  const headers = guess.columns.map(({ header }) => header)
  const lines = left.map(({ row, reason }) => [String(row), reason, ...(table.rows[row - 1] ?? [])])
  const head = [i18n.t('files.left.row'), i18n.t('files.left.reason'), ...headers]
  return {
    name: `${name.replace(/\.[^.]*$/, '')}-${i18n.t('files.left.file')}-${day}.csv`,
    type: 'text/csv;charset=utf-8',
    pieces: [csvText([head, ...lines])],
  }
}
