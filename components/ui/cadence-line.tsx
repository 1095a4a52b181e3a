import type { CSSProperties } from 'react'
import type { Channel, StepType } from '#lib/domain/cadence/step.ts'
import type { Instant } from '#lib/domain/values.ts'
import { i18n } from './i18n.ts'
import { capital, dayOf, type TimeWords } from './time.ts'
import { useTime } from './time-provider.tsx'

/** One touch of a cadence as the line and the list of dates show it. */
export interface LineTouch {
  stepId: string
  type: StepType
  channel: Channel
  at: Instant
  /** The zone its time is meant in. */
  zone: string
  breakup: boolean
  state: 'done' | 'next' | 'planned' | 'skipped'
}

/** A cadence over calendar days: weekends shaded, a dot for each day with a touch, two for a day with several. */
export function CadenceLine({ label, touches }: { label: string; touches: readonly LineTouch[] }) {
  const time = useTime()
  const days = daysOf(touches)
  const first = days[0]
  const last = days.at(-1)
  if (!first || !last) return null
  const span = placeIn(first.date, last.date)
  // `as`: React's style type does not know custom properties.
  const line = { '--days': span } as CSSProperties
  return (
    <ol className="cline" style={line} aria-label={label}>
      {weekends(first.date, span).map((weekend) => (
        <li
          className="we"
          key={weekend.start}
          aria-hidden="true"
          style={{ '--d': weekend.start, '--n': weekend.days } as CSSProperties}
        />
      ))}
      {days.map((day) => (
        <li
          key={day.date}
          className={`${day.touches.length > 1 ? 'two' : ''} ${lookOf(day.touches)}`}
          title={wordsOf(day.touches, time)}
          style={{ '--d': placeIn(first.date, day.date) } as CSSProperties}
        >
          <span className="vh">{wordsOf(day.touches, time)}</span>
        </li>
      ))}
    </ol>
  )
}

/** The line with its words below: what comes first, how many, until when. */
export function CadenceLineWithLegend({ label, touches }: { label: string; touches: readonly LineTouch[] }) {
  const time = useTime()
  const open = touches.filter((touch) => touch.state === 'next' || touch.state === 'planned')
  const next = open[0]
  const last = touches.at(-1)
  return (
    <div>
      <CadenceLine label={label} touches={touches} />
      {next && last && (
        <p className="cline-legend">
          <span className="trunc">{firstWords(open, next, time)}</span>
          <span className="nowrap">
            {i18n.t('ui.touchesTo', touches.length, { day: time.monthDay(last.at, last.zone) })}
          </span>
        </p>
      )}
    </div>
  )
}

function firstWords(open: readonly LineTouch[], next: LineTouch, time: TimeWords): string {
  const sameDay = open.filter((touch) => dayOf(touch.at, touch.zone) === dayOf(next.at, next.zone))
  const kinds = new Set(sameDay.map((touch) => i18n.t(`ui.channel.${touch.channel}`)))
  return i18n.t('ui.firstTouch', { when: capital(time.when(next.at)), what: [...kinds].join(', ') })
}

interface LineDay {
  date: string
  touches: LineTouch[]
}

function daysOf(touches: readonly LineTouch[]): LineDay[] {
  const byDay = Map.groupBy(touches, (touch) => dayOf(touch.at, touch.zone))
  return [...byDay]
    .map(([date, list]) => ({ date, touches: list }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** Column of a day, 1 for the first. */
function placeIn(first: string, date: string): number {
  return Temporal.PlainDate.from(first).until(date, { largestUnit: 'days' }).days + 1
}

function weekends(first: string, span: number): { start: number; days: number }[] {
  const start = Temporal.PlainDate.from(first)
  const found: { start: number; days: number }[] = []
  for (let column = 1; column <= span; column += 1) {
    const weekday = start.add({ days: column - 1 }).dayOfWeek
    if (weekday === 6) found.push({ start: column, days: Math.min(2, span - column + 1) })
    else if (weekday === 7 && column === 1) found.push({ start: 1, days: 1 })
  }
  return found
}

function lookOf(touches: readonly LineTouch[]): string {
  if (touches.some((touch) => touch.state === 'next')) return 'is-next'
  if (touches.every((touch) => touch.state === 'skipped')) return 'is-skipped'
  return touches.every((touch) => touch.state === 'done' || touch.state === 'skipped') ? 'is-done' : ''
}

function wordsOf(touches: readonly LineTouch[], time: TimeWords): string {
  const [first] = touches
  if (!first) return ''
  const what = touches.map((touch) => {
    const word = i18n.t(touch.breakup ? 'ui.breakup' : `ui.step.${touch.type}`)
    return touch.state === 'planned' ? word : `${word}, ${i18n.t(`ui.touchState.${touch.state}`)}`
  })
  return `${time.day(first.at, first.zone)}: ${what.join('; ')}`
}
