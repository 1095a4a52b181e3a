import type { ListedPerson } from '#lib/app/people-on-page.ts'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { i18n } from '#components/ui/i18n.ts'
import type { Ticks } from './use-ticks.ts'

/** How many are ticked, and one press for all who are new. */
export function TickHead({ tickable, ticks, disabled }: TickHeadProps) {
  const fresh = tickable.filter(({ recognition }) => recognition.kind === 'new').map(({ key }) => key)
  const freshTicked = fresh.filter(ticks.has).length
  const isAll = fresh.length > 0 && freshTicked === fresh.length
  const words =
    ticks.count > freshTicked
      ? i18n.t('list.tickedAlso', { n: freshTicked, of: fresh.length, known: ticks.count - freshTicked })
      : i18n.t('list.ticked', { n: freshTicked, of: fresh.length })
  return (
    <div className="group">
      <Checkbox
        label={words}
        checked={isAll}
        mixed={!isAll && ticks.count > 0}
        disabled={disabled || tickable.length === 0}
        onChange={() => (ticks.count > 0 ? ticks.clear() : ticks.tick(fresh))}
      />
      {fresh.length > 0 && (
        <span className="end">
          <Button
            small
            look="quiet"
            disabled={disabled}
            onClick={() => (isAll ? ticks.clear() : ticks.tick(fresh))}
          >
            {i18n.t(isAll ? 'list.untick' : 'list.tickNew')}
          </Button>
        </span>
      )}
    </div>
  )
}

interface TickHeadProps {
  /** Everybody who can be ticked. */
  tickable: readonly ListedPerson[]
  ticks: Ticks
  disabled: boolean
}
