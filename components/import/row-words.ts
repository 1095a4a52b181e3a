import type { RowResult } from '#lib/app/batch.ts'
import type { Decision, ImportedRow } from '#lib/app/import-people.ts'
import type { NamedCandidate, PersonRow, PreviewRow } from '#lib/app/import-preview.ts'
import type { Remark } from '#lib/domain/import/row.ts'
import { i18n, textKey } from '#components/ui/i18n.ts'

/** The kinds a rep can look at, «look» being all that wants a look. */
export const FILTERS = ['look', 'new', 'known', 'twice', 'held', 'refused'] as const
export type Filter = (typeof FILTERS)[number]

export function isIn(filter: Filter, row: PreviewRow): boolean {
  if (filter === 'held') return row.kind === 'suppressed' || row.kind === 'never'
  if (filter === 'look') return row.kind === 'unclear' || (row.kind !== 'refused' && row.remarks.length > 0)
  return row.kind === filter
}

/** What becomes of the row, and what of it was left empty or taken as meant. */
export function rowWords(row: PreviewRow): { words: string; tone: '' | 'due' | 'late' } {
  if (row.kind === 'refused') return { words: refusedWords(row.reason), tone: 'late' }
  // What wants a look stands first: the line may be cut.
  const words = [...row.remarks.map(remarkWords), kindWords(row)].join('. ')
  return { words, tone: row.remarks.length > 0 || row.kind === 'unclear' ? 'due' : '' }
}

function kindWords(row: PersonRow): string {
  switch (row.kind) {
    case 'known': {
      if (row.adds.length === 0) return i18n.t('files.what.knownSame')
      const fields = row.adds.map((field) => i18n.t(`files.field.${field}`))
      return i18n.t('files.what.known', { fields: new Intl.ListFormat(undefined).format(fields) })
    }
    case 'twice':
      return i18n.t('files.what.twice', { row: String(row.first ?? '') })
    case 'never':
      return i18n.t('files.what.never', { entry: row.entry ?? '' })
    default:
      return i18n.t(`files.what.${row.kind}`)
  }
}

export function remarkWords({ code, about }: Remark): string {
  return code === 'only-a-name'
    ? i18n.t('files.remark.only_a_name')
    : i18n.t(`files.remark.${textKey(code)}`, { about })
}

function refusedWords(reason: Extract<PreviewRow, { kind: 'refused' }>['reason']): string {
  return i18n.t(`files.refused.${textKey(reason)}`)
}

/** «Same as Kari Nordmann, Fjordvolt (same name and company)». */
export function candidateWords({ name, company, reason }: NamedCandidate): string {
  const who = company === null ? name : `${name}, ${company}`
  return i18n.t('files.same', { who, reason: i18n.t(`files.reason.${textKey(reason)}`) })
}

/** Whether somebody known has the very key: then a new person beside them would be the same one twice. */
export function hasExactTwin(row: PersonRow): boolean {
  return row.candidates.some(({ reason }) => EXACT.has(reason))
}

/** What became of a row that was tried; null where nothing can be said yet. */
export function outcomeWords(result: RowResult<ImportedRow>): string {
  const left = leftOutOutcome(result)
  if (left !== null || result.kind === 'failed') return left ?? ''
  const { result: outcome } = result
  if (outcome.kind !== 'saved') return i18n.t('files.outcome.unchanged')
  const key = outcome.known ? 'known' : 'saved'
  return i18n.t(outcome.enrolled ? `files.outcome.${key}Enrolled` : `files.outcome.${key}`)
}

function leftOutOutcome(result: RowResult<ImportedRow>): string | null {
  if (result.kind === 'failed') return i18n.t('files.left.failed', { code: result.code })
  return result.result.kind === 'left-out' ? i18n.t(`files.left.${textKey(result.result.reason)}`) : null
}

/** Why the row was not saved; null when it was, or when nothing had to be. */
export function leftOutWords(
  row: PreviewRow,
  decision: Decision | undefined,
  result: RowResult<ImportedRow> | undefined,
): string | null {
  if (result !== undefined) return leftOutOutcome(result)
  if (row.kind === 'new' || row.kind === 'known') return i18n.t('files.left.notYet')
  if (row.kind === 'unclear') {
    return decision === undefined || decision.as === 'leave'
      ? i18n.t('files.left.unclear')
      : i18n.t('files.left.notYet')
  }
  return rowWords(row).words
}

const EXACT: ReadonlySet<string> = new Set(['same-profile', 'same-member', 'same-mail'])
