import type { CleanUpPlan } from '#lib/app/backlog.ts'
import { dayText } from '#lib/domain/cadence/calendar.ts'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Progress } from '#components/ui/progress.tsx'
import { useTime } from '#components/ui/time-provider.tsx'
import type { TimeWords } from '#components/ui/time.ts'
import { useKeys } from '#components/ui/use-keys.ts'
import type { CleaningUp } from './use-clean-up.ts'

/** The foot: what the days hold then and the one button; while it runs, the numbers and Stop in its place. */
export function BacklogBar({ plan, progress, canStart, cleaning, onStart }: BacklogBarProps) {
  const time = useTime()
  const isRunning = cleaning.state === 'running'
  useKeys([{ keys: 'Escape', run: cleaning.stop, label: i18n.t('list.stop') }], { enabled: isRunning })
  if (cleaning.state !== 'idle') {
    const count = { n: cleaning.done, of: cleaning.total }
    const words = i18n.t(isRunning ? 'backlog.running' : 'backlog.undoing', count)
    return (
      <footer className="actionbar">
        <p role="status">{words}</p>
        <Progress value={cleaning.total === 0 ? 0 : (cleaning.done / cleaning.total) * 100} words={words} />
        {isRunning && (
          <div className="actions">
            <Button onClick={cleaning.stop}>{i18n.t('list.stop')}</Button>
          </div>
        )}
      </footer>
    )
  }
  const count = plan?.rows.length ?? 0
  return (
    <footer className="actionbar">
      <p className="sm t2" role="status" data-load>
        {progress !== null
          ? i18n.t('backlog.looks', { n: progress.done, of: progress.of })
          : loadWords(plan, time)}
      </p>
      <div className="actions">
        <Button look="filled" className="grow" data-clean-up disabled={!canStart} onClick={onStart}>
          {count === 0 ? i18n.t('backlog.startNone') : i18n.t('backlog.start', count)}
        </Button>
      </div>
    </footer>
  )
}

interface BacklogBarProps {
  plan: CleanUpPlan | null
  /** While people are looked at. */
  progress: { done: number; of: number } | null
  canStart: boolean
  cleaning: CleaningUp
  onStart: () => void
}

/** «Wed 25 Nov 11 → 13 · Thu 26 Nov 4 → 40 · until Mon 30 Nov»: the first days, and how far it goes. */
function loadWords(plan: CleanUpPlan | null, time: TimeWords): string {
  if (plan === null || plan.rows.length === 0) return i18n.t('backlog.nothing')
  const words = plan.load
    .slice(0, MOST_DAYS)
    .map(({ day, before, after }) =>
      i18n.t('backlog.load', { day: time.shortDate(dayText(day)), before, after }),
    )
  const last = plan.load.at(-1)
  if (last !== undefined && plan.load.length > MOST_DAYS)
    words.push(i18n.t('backlog.until', { day: time.shortDate(dayText(last.day)) }))
  if (plan.ends > 0) words.push(i18n.t('backlog.ends', plan.ends))
  return words.join(' · ')
}

const MOST_DAYS = 3
