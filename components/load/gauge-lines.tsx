import type { Gauge, Reading } from '#lib/domain/gauge.ts'
import { i18n } from '#components/ui/i18n.ts'
import './load.css'

/** What was sent on LinkedIn, line by line, each beside its limit. */
export function GaugeLines({ gauge }: { gauge: Gauge }) {
  return (
    <dl className="sent-counts" aria-label={i18n.t('load.gauge')}>
      {LINES.map((name) => (
        <div key={name}>
          <dt>{i18n.t(`load.${name}`)}</dt>
          <dd className={TONES[gauge[name].level]}>{countWords(gauge[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

/** «12 of 100», or «3» where no limit is known. */
export function countWords({ count, limit }: Reading): string {
  return limit === null ? String(count) : i18n.t('load.ofLimit', [String(count), String(limit)])
}

const LINES = ['invitations', 'notes', 'open', 'messages'] as const
const TONES = { ok: '', near: 'due', full: 'late' } as const
