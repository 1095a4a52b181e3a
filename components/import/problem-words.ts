import { MOST_BYTES, MOST_ROWS, type RefusedFile } from '#lib/app/import-file.ts'
import type { BackupRefusal } from '#lib/domain/backup.ts'
import { i18n, textKey } from '#components/ui/i18n.ts'
import type { Problem } from './use-open-file.ts'

/** What is wrong with a file, and what to do about it. */
export function problemWords(problem: Problem): string {
  if (problem.of === 'disk') return i18n.t('files.problem.disk')
  return problem.of === 'backup' ? backupWords(problem.refused) : tableWords(problem.refused)
}

function tableWords({ code, row }: RefusedFile): string {
  switch (code) {
    case 'too-large':
      return i18n.t('files.problem.too_large', { size: String(MOST_BYTES / 1_000_000) })
    case 'too-many-rows':
      return i18n.t('files.problem.too_many_rows', { rows: MOST_ROWS.toLocaleString() })
    case 'quote-open':
      return i18n.t('files.problem.quote_open', { row: String(row ?? 1) })
    default:
      return i18n.t(`files.problem.${textKey(code)}`)
  }
}

function backupWords({ code, place }: BackupRefusal): string {
  switch (code) {
    case 'not-baton':
    case 'other-file':
    case 'stopped':
      return i18n.t(`files.backupProblem.${textKey(code)}`)
    case 'not-json':
      return place === null
        ? i18n.t('files.backupProblem.not_json_at_all')
        : i18n.t('files.backupProblem.not_json', { place })
    default:
      return i18n.t(`files.backupProblem.${textKey(code)}`, { place: place ?? '' })
  }
}
