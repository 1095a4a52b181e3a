import { outcomeOf, type Outcome, type OutcomeId } from '#lib/domain/outcomes.ts'
import {
  BAD_DATA_REASONS,
  DISQUALIFICATION_REASONS,
  LEFT_OUT_REASONS,
  RECYCLE_REASONS,
  SKIP_REASONS,
} from '#lib/domain/reasons.ts'
import { FINISH_REASONS, PAUSE_REASONS } from '#lib/domain/records.ts'
import { i18n } from './i18n.ts'

/** The outcome in words; an id of a newer version is shown as it is. */
export function outcomeWord(id: string): string {
  const known: { id: OutcomeId } | null = outcomeOf(id)
  return known ? i18n.t(`outcomes.${known.id}`) : id.replaceAll('_', ' ')
}

/** An outcome in the rep's own words, where there are some. */
export function outcomeLabel({ id, label }: Pick<Outcome, 'id' | 'label'>): string {
  return label ?? outcomeWord(id)
}

/** Any reason of the domain in words: of a verdict, bad data, a skip, a pause or an end. Empty for an empty id. */
export function reasonWord(id: string): string {
  const known = REASONS.find((reason) => reason === id)
  return known ? i18n.t(`reasons.${known}`) : id.replaceAll('_', ' ')
}

const REASONS = [
  ...DISQUALIFICATION_REASONS,
  ...RECYCLE_REASONS,
  ...BAD_DATA_REASONS,
  ...SKIP_REASONS,
  ...LEFT_OUT_REASONS,
  ...PAUSE_REASONS,
  ...FINISH_REASONS,
] as const
