import type { Fit, FitReason } from '#lib/domain/fit.ts'
import type { ReasonSign } from '#components/ui/chip.tsx'
import { i18n } from '#components/ui/i18n.ts'

export const SIGN_OF: Record<FitReason['result'], ReasonSign> = {
  for: 'plus',
  against: 'minus',
  unknown: 'open',
}

/** The reason in a few words: what was seen, or what is asked for when nothing was. */
export function reasonWords(reason: FitReason): string {
  // Title and seniority are judged by the same text; it is shown once.
  if (reason.id === 'seniority' || reason.evidence === null) return i18n.t(`qualify.criterion.${reason.id}`)
  return reason.evidence
}

/** The bar as one sentence for a screen reader. */
export function fitWords(fit: Fit): string {
  const open = fit.high - fit.low
  return i18n.t('qualify.bar', { points: fit.low, open, missed: 100 - fit.high })
}
