import type { EditCounts, EditEffect } from '#lib/domain/cadence/edit-effect.ts'
import type { Step } from '#lib/domain/cadence/step.ts'
import { i18n } from '#components/ui/i18n.ts'
import type { TimeWords } from '#components/ui/time.ts'

/** The counts as short phrases, the gravest first; «Nobody's dates change» when there is nothing to say. */
export function effectWords({ people, kinds, moves, reworded, laterMoves }: EditCounts): string[] {
  if (kinds.keeps === people && reworded === 0 && laterMoves === 0)
    return [i18n.t('cadence.effects.nobody', people)]
  const shown = moves.slice(0, MOST_SPANS)
  const others = moves.slice(MOST_SPANS).reduce((sum, { count }) => sum + count, 0)
  const words = [
    phrase(kinds.ends, () => i18n.t('cadence.effects.ends', kinds.ends)),
    phrase(kinds.loses, () => i18n.t('cadence.effects.loses', kinds.loses)),
    phrase(kinds.new_step, () => i18n.t('cadence.effects.newStep', kinds.new_step)),
    ...shown.map(({ days, count }) => i18n.t('cadence.effects.moves', count, { span: spanWords(days) })),
    phrase(others, () => i18n.t('cadence.effects.movesOther', others)),
    phrase(kinds.keeps, () => i18n.t('cadence.effects.keeps', kinds.keeps)),
    phrase(laterMoves, () => i18n.t('cadence.effects.later', laterMoves)),
    phrase(reworded, () => i18n.t('cadence.effects.reworded', reworded)),
    phrase(kinds.paused, () => i18n.t('cadence.effects.paused', kinds.paused)),
  ]
  return words.filter((word) => word !== null)
}

/** One person's line: what becomes of the next touch, and its dates. */
export function personWords(
  effect: EditEffect,
  steps: readonly Pick<Step, 'id' | 'type'>[],
  time: TimeWords,
): { what: string; from: string | null; to: string | null } {
  const { kind, from, to } = effect
  const step = (id: string | undefined): string => {
    const type = steps.find((one) => one.id === id)?.type
    return type === undefined ? '' : i18n.t(`ui.step.${type}`)
  }
  const dated = (place: EditEffect['from']): string | null => place && time.when(place.at, place.zone)
  switch (kind) {
    case 'ends':
      return { what: i18n.t('cadence.effects.one.ends'), from: dated(from), to: null }
    case 'loses':
    case 'new_step':
      return { what: step(to?.stepId), from: dated(from), to: dated(to) }
    case 'moves':
      return { what: step(to?.stepId), from: dated(from), to: dated(to) }
    case 'paused':
      return { what: i18n.t('cadence.effects.one.paused'), from: null, to: null }
    case 'keeps':
      return {
        what: i18n.t(effect.isReworded ? 'cadence.effects.one.reworded' : 'cadence.effects.one.later'),
        from: null,
        to: dated(to),
      }
  }
}

function spanWords(days: number): string {
  if (days === 0) return i18n.t('cadence.effects.span.hours')
  return days > 0 ? i18n.t('cadence.effects.span.later', days) : i18n.t('cadence.effects.span.earlier', -days)
}

const phrase = (count: number, words: () => string): string | null => (count === 0 ? null : words())

/** Beyond these the numbers are added up. */
const MOST_SPANS = 3
