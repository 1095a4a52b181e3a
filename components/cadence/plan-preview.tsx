import type { PlannedTouch } from '#lib/domain/cadence/plan.ts'
import { CadenceLine } from '#components/ui/cadence-line.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { dayOf } from '#components/ui/time.ts'
import { useTime } from '#components/ui/time-provider.tsx'

/** The whole cadence at a glance: a line of dots, and below it how many touches over how many days. */
export function PlanPreview({ plan }: { plan: readonly PlannedTouch[] }) {
  const time = useTime()
  const first = plan[0]
  const last = plan.at(-1)
  if (!first || !last) return null
  return (
    <section className="cad-preview" aria-label={i18n.t('cadence.preview')}>
      <p className="sm t2">{i18n.t('cadence.preview')}</p>
      <CadenceLine label={i18n.t('cadence.previewLine')} touches={plan} />
      <p className="cline-legend">
        <span>{i18n.t('cadence.size', plan.length, { days: daysWords(plan) })}</span>
        <span className="nowrap">{i18n.t('cadence.until', { day: time.day(last.at, last.zone) })}</span>
      </p>
    </section>
  )
}

/** «19 days»: calendar days from the first touch to the last, both counted. */
export function daysWords(plan: readonly PlannedTouch[]): string {
  const first = plan[0]
  const last = plan.at(-1)
  if (!first || !last) return i18n.t('cadence.days', 0)
  const from = Temporal.PlainDate.from(dayOf(first.at, first.zone))
  return i18n.t('cadence.days', from.until(dayOf(last.at, last.zone), { largestUnit: 'days' }).days + 1)
}
