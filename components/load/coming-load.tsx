import type { LoadView, StartPlan } from '#lib/app/load.ts'
import { i18n } from '#components/ui/i18n.ts'
import { Segmented } from '#components/ui/segmented.tsx'
import { useTime } from '#components/ui/time-provider.tsx'
import './load.css'

export type Beginning = 'together' | 'spread'

/** What the coming days hold when these people are added, and when they begin. */
export function ComingLoad({ view, beginning, onChoose }: ComingLoadProps) {
  const plan = view[beginning]
  const isSpread = view.spread.days.length > 1
  return (
    <div className="coming">
      <Bars plan={plan} limit={view.limit} />
      {(isSpread || view.together.over > 0) && (
        <Segmented
          label={i18n.t('load.begin')}
          value={beginning}
          options={[
            { value: 'spread', label: i18n.t('load.spread') },
            { value: 'together', label: i18n.t('load.together') },
          ]}
          onChange={onChoose}
        />
      )}
      <Words plan={plan} />
    </div>
  )
}

interface ComingLoadProps {
  view: LoadView
  beginning: Beginning
  onChoose: (beginning: Beginning) => void
}

function Bars({ plan, limit }: { plan: StartPlan; limit: number | null }) {
  const time = useTime()
  const most = Math.max(limit ?? 0, ...plan.load.map(({ there, added }) => there + added), 1)
  const share = (count: number) => ({ height: `${String((count / most) * 100)}%` })
  return (
    <ol className="load-bars" aria-label={i18n.t('load.days')}>
      {plan.load.map(({ at, there, added, over }) => (
        <li key={at} title={i18n.t('load.dayWords', [time.day(at), String(there), String(added)])}>
          <span className="vh">{i18n.t('load.dayWords', [time.day(at), String(there), String(added)])}</span>
          <span className="load-bar" aria-hidden>
            <span className={over ? 'is-over' : 'is-added'} style={share(added)} />
            <span className="is-there" style={share(there)} />
          </span>
          <span className="load-day" aria-hidden>
            {letterOf(at, time.zone)}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Words({ plan }: { plan: StartPlan }) {
  const time = useTime()
  const first = plan.days
    .slice(0, MOST_NAMED)
    .map(({ at, people }) => i18n.t('load.starts', [String(people), time.day(at)]))
  const more = plan.days.slice(MOST_NAMED)
  const rest = more.reduce((sum, { people }) => sum + people, 0)
  const last = plan.days.at(-1)
  return (
    <p className="sm t2 m-0!">
      {first.join(', ')}
      {last !== undefined && rest > 0 && i18n.t('load.startsUntil', [String(rest), time.day(last.at)])}
      {plan.over > 0 && <span className="due"> · {i18n.t('load.over', plan.over)}</span>}
    </p>
  )
}

/** «T» of Tuesday, as the rep's language has it. */
function letterOf(at: string, zone: string): string {
  return new Intl.DateTimeFormat(undefined, { weekday: 'narrow', timeZone: zone }).format(new Date(at))
}

const MOST_NAMED = 3
