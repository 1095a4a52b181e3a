import { countedAs, limitFor } from '#lib/domain/gauge.ts'
import type { StepType } from '#lib/domain/cadence/step.ts'
import { useGauge } from '#lib/queries/gauge.ts'
import { i18n } from '#components/ui/i18n.ts'
import { countWords } from './gauge-lines.tsx'
import './load.css'

/** Beside an invitation or message: how many were sent, and a warning before a known limit. Nothing for other touches. */
export function TouchGauge({ type, hasText }: { type: StepType; hasText: boolean }) {
  const counted = countedAs(type)
  const gauge = useGauge({ enabled: counted !== null }).data
  if (counted === null || gauge === undefined) return null
  const warning = limitFor(gauge, type, hasText)
  const facts = [
    i18n.t(`load.line.${counted}`, [countWords(gauge[counted])]),
    ...(counted === 'invitations'
      ? [
          i18n.t('load.line.notes', [countWords(gauge.notes)]),
          i18n.t('load.line.open', [countWords(gauge.open)]),
        ]
      : []),
  ]
  return (
    <div className="touch-gauge" role="note" aria-label={i18n.t('load.gauge')}>
      <p className="sm t3 m-0!">{facts.join(' · ')}</p>
      {warning !== null && (
        <p className={`sm m-0! ${warning.reading.level === 'full' ? 'late' : 'due'}`}>
          {i18n.t(
            `load.warn.${warning.name === 'notes' ? 'notes' : 'invitations'}.${warning.reading.level === 'full' ? 'full' : 'near'}`,
          )}
        </p>
      )}
    </div>
  )
}
