import type { Step } from '#lib/domain/cadence/step.ts'
import { i18n } from '#components/ui/i18n.ts'

/** When a step may be made and what becomes of it otherwise, in a few words each; empty for one without such rules. */
export function rulesWords({ overdue, window: opening }: Step): string[] {
  const words: string[] = []
  if (overdue?.policy === 'slide') words.push(i18n.t('cadence.rules.short.slide'))
  if (overdue?.policy === 'skip') words.push(i18n.t('cadence.rules.short.skip', overdue.days ?? 3))
  if (opening) words.push(i18n.t('cadence.rules.short.window', { from: opening.from, to: opening.to }))
  if (opening?.best) words.push(i18n.t('cadence.rules.short.best', { time: opening.best }))
  return words
}
