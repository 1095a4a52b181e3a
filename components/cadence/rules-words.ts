import type { Step } from '#lib/domain/cadence/step.ts'
import { i18n } from '#components/ui/i18n.ts'

/** The rules of a step in a few words each; empty for a step that has none. */
export function rulesWords({ overdue, window: opening, when }: Step): string[] {
  const words: string[] = []
  if (overdue?.policy === 'slide') words.push(i18n.t('cadence.rules.short.slide'))
  if (overdue?.policy === 'skip') words.push(i18n.t('cadence.rules.short.skip', overdue.days ?? 3))
  if (opening) words.push(i18n.t('cadence.rules.short.window', { from: opening.from, to: opening.to }))
  for (const condition of when ?? [])
    if (typeof condition === 'string') words.push(i18n.t(`cadence.rules.short.${condition}`))
  return words
}
