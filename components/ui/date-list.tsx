import type { LineTouch } from './cadence-line.tsx'
import { GroupHeader } from './group-header.tsx'
import { i18n } from './i18n.ts'
import { CHANNEL_ICONS, Icon } from './icon.tsx'
import { dayOf, placeOf } from './time.ts'
import { useTime } from './time-provider.tsx'

/** One line a touch, day and time in the contact's zone; a second touch of a day leaves the day out. */
export function DateList({ touches }: { touches: readonly LineTouch[] }) {
  const time = useTime()
  const zone = touches[0]?.zone
  const offset = zone === undefined ? null : time.offset(zone)
  return (
    <section aria-label={i18n.t('ui.dates')}>
      <GroupHeader
        title={i18n.t('ui.dates')}
        count={touches.length}
        {...(zone !== undefined && offset !== null
          ? { end: i18n.t('ui.datesIn', { place: placeOf(zone), offset }) }
          : {})}
      />
      <ol className="py-1">
        {touches.map((touch, index) => {
          const before = touches[index - 1]
          const isSameDay = before && dayOf(before.at, before.zone) === dayOf(touch.at, touch.zone)
          return (
            <li key={touch.stepId} className="flex items-center gap-2 min-h-6.5 px-3">
              <Icon of={CHANNEL_ICONS[touch.channel]} className="text-fg-3" />
              <span className={`grow trunc ${touch.state === 'skipped' ? 'text-fg-3 line-through' : ''}`}>
                {i18n.t(touch.breakup ? 'ui.breakup' : `ui.step.${touch.type}`)}
              </span>
              {(touch.state === 'done' || touch.state === 'skipped') && (
                <span className={`sm ${touch.state === 'done' ? 'done' : 't3'}`}>
                  {i18n.t(`ui.touchState.${touch.state}`)}
                </span>
              )}
              <span className="nowrap">
                {isSameDay ? (
                  <span className="vh">{time.day(touch.at, touch.zone)}</span>
                ) : (
                  time.day(touch.at, touch.zone)
                )}
              </span>
              <span className="nowrap text-fg-2 min-w-10 text-end">{time.clock(touch.at, touch.zone)}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
