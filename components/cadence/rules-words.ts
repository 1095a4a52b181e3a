import type { Step, StepWindow } from '#lib/domain/cadence/step.ts'
import { i18n } from '#components/ui/i18n.ts'

/** When a step may be made and what becomes of it otherwise, in a few words each; empty for one without such rules. */
export function rulesWords({ overdue, window: opening, anyTime }: Step): string[] {
  const words: string[] = []
  if (overdue?.policy === 'slide') words.push(i18n.t('cadence.rules.short.slide'))
  if (overdue?.policy === 'skip') words.push(i18n.t('cadence.rules.short.skip', overdue.days ?? 3))
  if (opening) words.push(...windowWords(opening))
  else if (anyTime) words.push(i18n.t('cadence.rules.short.anyTime'))
  return words
}

export function windowWords({ from, to, best, hours }: StepWindow): string[] {
  const words = [i18n.t('cadence.rules.short.window', { from, to })]
  if (hours) words.push(i18n.t('cadence.rules.short.byWeekday'))
  if (best) words.push(i18n.t('cadence.rules.short.best', { time: best }))
  return words
}
