import type { PersonRow } from '#lib/app/people-list.ts'
import { i18n } from '#components/ui/i18n.ts'
import { daysBetween, type TimeWords } from '#components/ui/time.ts'

export interface NextWords {
  words: string
  tone: 'due' | 'late' | null
}

/** What comes next for a person, in the few words of a row's end; null when nothing does. */
export function nextWords(row: PersonRow, time: TimeWords): NextWords | null {
  if (row.doNotContact) return null
  if (row.status === 'nurture' && row.nurtureUntil !== null) {
    return { words: i18n.t('people.again', { day: time.date(row.nurtureUntil) }), tone: null }
  }
  if (row.nextAt === null) return null
  const days = daysBetween(time.now, row.nextAt, time.zone)
  if (days < 0) return { words: time.since(row.nextAt), tone: 'late' }
  return { words: time.when(row.nextAt), tone: row.nextAt <= time.now ? 'due' : null }
}

/** The cadence of a person and how it stands with it. */
export function cadenceWords(row: PersonRow): string {
  if (row.cadenceName === null) return ''
  if (row.enrollmentState === 'finished') return i18n.t('people.ended', { cadence: row.cadenceName })
  if (row.enrollmentState === 'paused') return i18n.t('people.paused', { cadence: row.cadenceName })
  return row.cadenceName
}
