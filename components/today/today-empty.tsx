import { Check, GraduationCap, User, UserPlus } from 'lucide-react'
import type { TodayView } from '#lib/domain/today.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { hashOf, ROUTES } from '#components/frame/routes.ts'
import { TextButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { KeyBar, KeyHint } from '#components/ui/key-hint.tsx'
import { Progress } from '#components/ui/progress.tsx'
import { useTime } from '#components/ui/time-provider.tsx'
import { routeOf } from './today-row.tsx'

/** Nothing due: what comes next and when, the next days, and how to add people. */
export function TodayEmpty({ view }: { view: TodayView }) {
  return (
    <>
      <main>
        <EmptyState icon={Check} title={i18n.t('today.nothingDue')}>
          <NextWords view={view} />
          {view.doneToday > 0 && <p>{i18n.t('today.doneToday', view.doneToday)}</p>}
        </EmptyState>
        {view.days.some((day) => day.count > 0) && <NextDays view={view} />}
        <Ways />
      </main>
      <KeyBar
        label={i18n.t('ui.keys')}
        keys={[
          { keys: '/', word: i18n.t('today.hint.find') },
          { keys: '?', word: i18n.t('today.hint.keys') },
        ]}
      />
    </>
  )
}

function NextWords({ view: { next } }: { view: TodayView }) {
  const time = useTime()
  if (next === null) return <p>{i18n.t('today.noneWaits')}</p>
  return (
    <p>
      <a className="link" href={hashOf(routeOf(next))}>
        {i18n.t('today.nextIs', {
          when: time.both(next.at, next.zone),
          step: i18n.t(next.type === null ? 'timeline.touch' : `ui.step.${next.type}`),
          name: next.name,
        })}
      </a>{' '}
      {i18n.t('today.reminds')}
    </p>
  )
}

function NextDays({ view: { days } }: { view: TodayView }) {
  const time = useTime()
  const most = Math.max(...days.map((day) => day.count))
  return (
    <section className="section" aria-labelledby="next-days">
      <div className="section-head">
        <h2 id="next-days">{i18n.t('today.nextDays')}</h2>
        <span className="sm">{i18n.t('today.planned')}</span>
      </div>
      <ul className="grid gap-2">
        {days.map((day) => (
          <li
            key={day.day}
            className="grid grid-cols-[80px_minmax(0,1fr)_24px] items-center gap-2 text-sm text-fg-2"
          >
            <span className="nowrap">{time.shortDate(day.day)}</span>
            <Progress value={(day.count / most) * 100} words={i18n.t('today.touches', day.count)} />
            <span className="text-end">{day.count}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Ways() {
  const baton = useBaton()
  return (
    <section className="section" aria-labelledby="add-people">
      <div className="section-head">
        <h2 id="add-people">{i18n.t('today.addPeople')}</h2>
      </div>
      <ul className="grid gap-2">
        <li className={WAY}>
          <Icon of={User} className="t3 mt-0.5" />
          <span>{i18n.t('today.way.page')}</span>
          <KeyHint keys="a" />
        </li>
        <li className={WAY}>
          <Icon of={UserPlus} className="t3 mt-0.5" />
          <a className="link" href={hashOf(ROUTES.hand)}>
            {i18n.t('now.byHand')}
          </a>
        </li>
        <li className={WAY}>
          <Icon of={GraduationCap} className="t3 mt-0.5" />
          <span>
            <TextButton onClick={() => void baton.openPage('practice')}>
              {i18n.t('today.way.practice')}
            </TextButton>{' '}
            {i18n.t('today.way.practiceHelp')}
          </span>
        </li>
      </ul>
    </section>
  )
}

const WAY = 'grid grid-cols-[16px_minmax(0,1fr)_auto] gap-2 items-start text-fg-2'
