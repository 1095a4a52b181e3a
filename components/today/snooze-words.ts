import type { SnoozeChoice } from '#lib/domain/cadence/snooze.ts'
import type { Cadence } from '#lib/domain/records.ts'
import { i18n } from '#components/ui/i18n.ts'
import { capital, dayOf, placeOf, type TimeWords } from '#components/ui/time.ts'
import type { SnoozeOption, SnoozeOptions } from './snooze-menu.tsx'

/** The choices as the menu shows them: their words, their time, whose time it is and what moves along. */
export function snoozeOptions(
  choices: readonly SnoozeChoice[],
  cadence: Pick<Cadence, 'steps'>,
  time: TimeWords,
): SnoozeOptions {
  const option = (choice: SnoozeChoice): SnoozeOption => ({
    id: choice.id,
    label:
      choice.id === 'typed'
        ? capital(time.when(choice.at, choice.zone))
        : i18n.t(`today.snooze.choice.${choice.id}`),
    end: choice.id === 'typed' ? placeWord(choice, time) : endWords(choice, time),
    at: choice.at,
    foot: [zoneWords(choice, time), movesWords(choice, cadence, time)].filter(Boolean).join(' '),
  })
  const typed = choices.find((choice) => choice.id === 'typed')
  return {
    typed: typed ? option(typed) : null,
    fixed: choices.filter((choice) => choice.id !== 'typed').map(option),
  }
}

/** The time alone for today, with the day for later ones. */
function endWords({ at, zone }: SnoozeChoice, time: TimeWords): string {
  const isToday = dayOf(at, zone) === dayOf(time.now, zone)
  return isToday ? time.brief(at, zone) : capital(time.weekday(at, zone))
}

function placeWord({ zone }: SnoozeChoice, time: TimeWords): string {
  return time.offset(zone) === null ? '' : placeOf(zone)
}

function zoneWords({ zone }: SnoozeChoice, time: TimeWords): string {
  const offset = time.offset(zone)
  return offset === null ? '' : i18n.t('today.snooze.zone', { place: placeOf(zone), offset })
}

/** The last touch that moves, which is where it is felt most; null-like empty when none does. */
function movesWords(
  { moves, zone }: SnoozeChoice,
  { steps }: Pick<Cadence, 'steps'>,
  time: TimeWords,
): string {
  const last = moves.filter((move) => dayOf(move.from, zone) !== dayOf(move.to, zone)).at(-1)
  const step = steps.find(({ id }) => id === last?.stepId)
  if (!last || !step) return ''
  const what = i18n.t(step.breakup ? 'ui.breakup' : `ui.step.${step.type}`)
  return i18n.t('today.snooze.moves', { what, from: time.day(last.from, zone), to: time.day(last.to, zone) })
}
