import type { AddedRow } from '#lib/app/add-many.ts'
import type { RowResult } from '#lib/app/batch.ts'
import type { ListedPerson } from '#lib/app/people-on-page.ts'
import { i18n, textKey } from '#components/ui/i18n.ts'

/** What keeps a row from being ticked, in line two; null where nothing does. */
export function heldWords(person: ListedPerson, inCadence: boolean): string | null {
  const { recognition, known } = person
  switch (recognition.kind) {
    case 'suppressed':
      return i18n.t('list.held.suppressed')
    case 'never':
      return i18n.t('list.held.never', { entry: recognition.entry })
    case 'nobody':
      return i18n.t('list.held.nobody')
    case 'unclear':
      return i18n.t('list.held.unclear', { name: known?.name ?? '' })
    case 'new':
    case 'known':
      return inCadence ? i18n.t('list.held.inCadence') : null
  }
}

/** Why a row was not added; null when it was. */
export function refusedWords(result: RowResult<AddedRow>): string | null {
  if (result.kind === 'failed') return i18n.t('list.refused.failed', { code: result.code })
  return result.result.kind === 'added' ? null : i18n.t(`list.refused.${textKey(result.result.kind)}`)
}

/** What the results page was asked for and which page of it this is, from its address. */
export function searchOf(url: string): { words: string | null; page: number | null } {
  const query = URL.parse(url)?.searchParams
  const words = query?.get('keywords')?.trim() ?? ''
  const page = Number(query?.get('page') ?? 1)
  return { words: words === '' ? null : words, page: Number.isInteger(page) && page > 1 ? page : null }
}
