import { CheckCheck, ChevronLeft } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { CleanUpRow } from '#lib/app/backlog.ts'
import { backlogGroups, GROUPINGS, type BacklogGroup as Group, type Grouping } from '#lib/domain/backlog.ts'
import { useBacklog, useCleanUpPlan, type ReadBacklog } from '#lib/queries/backlog.ts'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import { SkeletonRows } from '#components/ui/skeleton.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useTime } from '#components/ui/time-provider.tsx'
import { BacklogBar } from './backlog-bar.tsx'
import { BacklogGroup, type GroupChoice } from './backlog-group.tsx'
import { useCleanUp } from './use-clean-up.ts'
import './backlog.css'

/** What is overdue in groups, each with what to do about it, shown before it is done and taken back as one. */
export function BacklogScreen({ wide = false }: { wide?: boolean }) {
  const cleaning = useCleanUp()
  const isBusy = cleaning.state !== 'idle'
  const backlog = useBacklog(isBusy)
  if (backlog.isError)
    return (
      <Frame wide={wide} words={null}>
        <EmptyState
          icon={CheckCheck}
          title={i18n.t('backlog.notRead')}
          actions={<Button onClick={() => void backlog.refetch()}>{i18n.t('cadence.readAgain')}</Button>}
        />
      </Frame>
    )
  if (backlog.data === undefined)
    return (
      <Frame wide={wide} words={null}>
        <SkeletonRows rows={6} words={i18n.t('backlog.reads')} />
      </Frame>
    )
  if (backlog.data.items.length === 0 && !isBusy)
    return (
      <Frame wide={wide} words={null}>
        <EmptyState icon={CheckCheck} title={i18n.t('backlog.none')}>
          <p>{i18n.t('backlog.noneNext')}</p>
        </EmptyState>
      </Frame>
    )
  return <Overdue backlog={backlog.data} cleaning={cleaning} wide={wide} />
}

function Overdue({ backlog, cleaning, wide }: OverdueProps) {
  const time = useTime()
  const [by, setBy] = useState<Grouping>('cadence')
  const [typed, setPerDay] = useState(String(PER_DAY))
  const [chosen, setChosen] = useState<Record<string, GroupChoice>>({})
  const groups = useMemo(() => backlogGroups(backlog.items, by), [backlog, by])
  const choiceOf = (group: Group): GroupChoice => chosen[`${by} ${group.id}`] ?? 'shift'
  const choices = groups.flatMap((group) => {
    const how = choiceOf(group)
    return how === 'leave' ? [] : group.items.map((item) => ({ item, how }))
  })
  const perDay = /^[1-9]\d{0,3}$/.test(typed.trim()) ? Number(typed) : null
  const isBusy = cleaning.state !== 'idle'
  const planned = useCleanUpPlan(backlog, { choices, perDay: perDay ?? PER_DAY, paused: isBusy })
  const rows = useMemo(
    () => new Map(planned.plan?.rows.map((row): [string, CleanUpRow] => [row.item.enrollmentId, row])),
    [planned.plan],
  )
  const oldest = backlog.items[0]
  const canStart = planned.isCurrent && perDay !== null && (planned.plan?.rows.length ?? 0) > 0
  const hasShift = choices.some(({ how }) => how === 'shift')
  return (
    <>
      <Frame
        wide={wide}
        words={i18n.t('backlog.overdue', backlog.items.length, { day: oldest ? time.day(oldest.dueAt) : '' })}
      >
        <div className="backlog-intro">
          <p>{i18n.t('backlog.intro')}</p>
          <div className="backlog-options">
            <Segmented
              label={i18n.t('backlog.groupBy')}
              value={by}
              options={GROUPINGS.map((value) => ({ value, label: i18n.t(`backlog.by.${value}`) }))}
              onChange={setBy}
            />
            {hasShift && <PerDay typed={typed} isWrong={perDay === null} onType={setPerDay} />}
          </div>
        </div>
        <fieldset className="backlog-groups" disabled={isBusy}>
          {groups.map((group) => (
            <BacklogGroup
              key={group.id}
              group={group}
              by={by}
              choice={choiceOf(group)}
              rows={rows}
              onChoose={(how) => setChosen((all) => ({ ...all, [`${by} ${group.id}`]: how }))}
            />
          ))}
        </fieldset>
      </Frame>
      <BacklogBar
        plan={planned.plan}
        progress={planned.progress}
        canStart={canStart}
        cleaning={cleaning}
        onStart={() => planned.plan && void cleaning.start(planned.plan.rows)}
      />
    </>
  )
}

interface OverdueProps {
  backlog: ReadBacklog
  cleaning: ReturnType<typeof useCleanUp>
  wide: boolean
}

function PerDay({
  typed,
  isWrong,
  onType,
}: {
  typed: string
  isWrong: boolean
  onType: (text: string) => void
}) {
  return (
    <TextField
      className="backlog-per-day"
      label={i18n.t('backlog.perDay')}
      inputMode="numeric"
      value={typed}
      onChange={(event) => onType(event.target.value)}
      {...(isWrong ? { error: i18n.t('backlog.perDayWrong') } : {})}
    />
  )
}

function Frame({
  words,
  wide,
  children,
}: {
  words: string | null
  wide: boolean
  children: React.ReactNode
}) {
  return (
    <main className={wide ? 'backlog backlog-wide' : 'backlog'}>
      <header>
        {!wide && (
          <a className="btn-icon sm" href="#/today" aria-label={i18n.t('backlog.back')}>
            <Icon of={ChevronLeft} />
          </a>
        )}
        <h1 className="nowrap">{i18n.t('backlog.title')}</h1>
        {words !== null && <span className="t3 trunc">· {words}</span>}
      </header>
      {children}
    </main>
  )
}

/** What a rep does in a day, as the load of a day is drawn. */
const PER_DAY = 40
