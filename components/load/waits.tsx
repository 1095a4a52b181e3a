import type { Waiting } from '#lib/domain/sla.ts'
import { i18n } from '#components/ui/i18n.ts'

/** «Waits 12 min, 14 h by the clock»: amber from five minutes of the rep's working time on, red from thirty. */
export function Waits({ waiting }: { waiting: Waiting }) {
  const { level, businessMinutes, wallMinutes } = waiting
  const worked = spanWords(businessMinutes)
  const words =
    wallMinutes > businessMinutes
      ? i18n.t('load.waitsClock', [worked, spanWords(wallMinutes)])
      : i18n.t('load.waits', [worked])
  return <span className={TONES[level]}>{words} · </span>
}

function spanWords(minutes: number): string {
  if (minutes < 60) return i18n.t('reminder.span.minutes', [String(minutes)])
  if (minutes < 48 * 60) return i18n.t('reminder.span.hours', [String(Math.floor(minutes / 60))])
  return i18n.t('reminder.span.days', [String(Math.floor(minutes / 1440))])
}

const TONES = { onTime: '', amber: 'due', red: 'late', alarm: 'late' } as const
