import { Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { channelOf } from '#lib/domain/cadence/step.ts'
import type { Cadence, Enrollment } from '#lib/domain/records.ts'
import { Button } from '#components/ui/button.tsx'
import { CadenceLine, type LineTouch } from '#components/ui/cadence-line.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { CHANNEL_ICONS, Icon } from '#components/ui/icon.tsx'
import { capital, daysBetween } from '#components/ui/time.ts'
import { useTime } from '#components/ui/time-provider.tsx'
import { reasonWord } from '#components/ui/words.ts'

/** The next touch of a known person: what, when in both zones, the line of all touches, and what can be done. */
export function TouchCard({ enrollment, cadence, schedule, buttons, onResume }: TouchCardProps) {
  const next = schedule.find((touch) => touch.state === 'next') ?? null
  const label = lineWords(cadence, schedule, next)
  return (
    <section className="touch-card" aria-labelledby="next-touch">
      <div className="touch-card-body">
        {enrollment.state === 'active' && next ? (
          <NextWords cadence={cadence} schedule={schedule} next={next} />
        ) : (
          <StandingWords enrollment={enrollment} cadence={cadence} />
        )}
      </div>
      <div className="touch-card-line">
        <CadenceLine label={label} touches={schedule} />
      </div>
      {enrollment.state === 'active' && next && <div className="touch-card-foot">{buttons}</div>}
      {enrollment.state === 'paused' && (
        <div className="touch-card-foot">
          <Button icon={Play} onClick={onResume}>
            {i18n.t('now.card.resume')}
          </Button>
        </div>
      )}
    </section>
  )
}

interface TouchCardProps {
  enrollment: Enrollment
  cadence: Cadence
  schedule: readonly LineTouch[]
  /** Open, Done, Snooze: only while a touch is planned. */
  buttons: ReactNode
  onResume: () => void
}

function NextWords({
  cadence,
  schedule,
  next,
}: {
  cadence: Cadence
  schedule: readonly LineTouch[]
  next: LineTouch
}) {
  const time = useTime()
  const index = schedule.indexOf(next)
  const after = schedule[index + 1]
  const isLate = daysBetween(next.at, time.now, time.zone) > 0
  const isDue = next.at <= time.now
  return (
    <>
      <h2 id="next-touch">
        <Icon of={CHANNEL_ICONS[channelOf(next.type)]} />
        <span className="grow trunc">
          {i18n.t(next.breakup ? 'ui.breakup' : `ui.step.${next.type}`)}{' '}
          <span className="t3 font-normal">
            {i18n.t('now.card.step', { n: index + 1, of: schedule.length, cadence: cadence.name })}
          </span>
        </span>
      </h2>
      <p className={`when ${isLate ? 'late' : isDue ? 'due' : ''}`}>
        {capital(time.both(next.at, next.zone))}
        {isLate && ` · ${time.since(next.at)}`}
      </p>
      <p className="why">
        {after
          ? i18n.t('now.card.then', {
              what: i18n.t(after.breakup ? 'ui.breakup' : `ui.step.${after.type}`),
              when: time.day(after.at, after.zone),
            })
          : i18n.t('now.card.last')}
      </p>
    </>
  )
}

/** A cadence that is paused or over. */
function StandingWords({ enrollment, cadence }: { enrollment: Enrollment; cadence: Cadence }) {
  const time = useTime()
  const reason = reasonWord(enrollment.pauseReason ?? enrollment.finishReason ?? '')
  const until =
    enrollment.pausedUntil === null
      ? null
      : i18n.t('now.card.until', { day: time.date(enrollment.pausedUntil) })
  return (
    <>
      <h2 id="next-touch">
        {enrollment.state === 'paused' ? i18n.t('now.card.paused') : i18n.t('now.card.finished')}{' '}
        <span className="t3 font-normal trunc">
          <bdi>{cadence.name}</bdi>
        </span>
      </h2>
      <p className="t2">
        {[reason, until, enrollment.finishedAt && time.when(enrollment.finishedAt)]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}

function lineWords(cadence: Cadence, schedule: readonly LineTouch[], next: LineTouch | null): string {
  const done = schedule.filter((touch) => touch.state === 'done').length
  const words = i18n.t('now.card.line', { cadence: cadence.name, done, of: schedule.length })
  return next ? `${words}, ${i18n.t('now.card.nextIs', { what: i18n.t(`ui.step.${next.type}`) })}` : words
}
