import { Check, Clock, Reply, SkipForward } from 'lucide-react'
import type { TodayRow as Row } from '#lib/domain/today.ts'
import { touchRoute, hashOf } from '#components/frame/routes.ts'
import { Grade } from '#components/ui/grade.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { CHANNEL_ICONS } from '#components/ui/icon.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { ListRow } from '#components/ui/list-row.tsx'
import { useTime } from '#components/ui/time-provider.tsx'
import { OutcomeMenu, useDone } from './outcome-menu.tsx'
import { SkipMenu } from './skip-menu.tsx'
import { Snooze } from './snooze.tsx'
import type { TouchRef } from './use-touch-acts.ts'

export type RowMenu = 'done' | 'snooze' | 'skip'

/** One due touch: whom, where and what, when. The current row has its three acts where the grade was. */
export function TodayRow({ row, late, replied, current, menu, onMenu, onCurrent, onOpen }: TodayRowProps) {
  const time = useTime()
  const isDue = row.at <= time.now
  return (
    <ListRow
      icon={replied ? Reply : CHANNEL_ICONS[row.channel]}
      href={hashOf(touchRoute(row.enrollmentId))}
      title={row.name}
      before={`${i18n.t(replied ? 'today.reply' : `ui.channel.${row.channel}`)}:`}
      sub={
        <>
          {row.company !== null && (
            <>
              <bdi>{row.company}</bdi>
              {' · '}
            </>
          )}
          {i18n.t('today.stepOf', { step: i18n.t(`ui.step.${row.type}`), n: row.index, of: row.of })}
        </>
      }
      mark={row.grade === null ? undefined : <Grade grade={row.grade} />}
      end={late ? time.since(row.at) : time.brief(row.at, row.zone)}
      {...(late ? { endTone: 'late' as const } : isDue ? { endTone: 'due' as const } : {})}
      current={current}
      actions={current ? <RowActions key={row.stepId} row={row} menu={menu} onMenu={onMenu} /> : undefined}
      onFocus={onCurrent}
      onOpen={onOpen}
    />
  )
}

interface TodayRowProps {
  row: Row
  late: boolean
  replied: boolean
  current: boolean
  menu: RowMenu | null
  onMenu: (menu: RowMenu | null) => void
  onCurrent: () => void
  onOpen: (event: React.MouseEvent) => void
}

function RowActions({ row, menu, onMenu }: Pick<TodayRowProps, 'row' | 'menu' | 'onMenu'>) {
  const touch = touchOf(row)
  const done = useDone(touch, () => onMenu('done'))
  const toggle = (which: RowMenu) => (open: boolean) => onMenu(open ? which : null)
  return (
    <>
      <OutcomeMenu
        touch={touch}
        open={menu === 'done'}
        onOpenChange={(open) => (open && menu !== 'done' ? done() : toggle('done')(open))}
        trigger={
          <IconButton
            icon={Check}
            small
            tip={false}
            label={i18n.t('today.done')}
            title={`${i18n.t('today.done')} (D)`}
          />
        }
      />
      <Snooze
        touch={touch}
        open={menu === 'snooze'}
        onOpenChange={toggle('snooze')}
        trigger={
          <IconButton
            icon={Clock}
            small
            tip={false}
            label={i18n.t('today.snooze.word')}
            title={`${i18n.t('today.snooze.word')} (S)`}
          />
        }
      />
      <SkipMenu
        touch={touch}
        open={menu === 'skip'}
        onOpenChange={toggle('skip')}
        trigger={
          <IconButton
            icon={SkipForward}
            small
            tip={false}
            label={i18n.t('today.skip')}
            title={`${i18n.t('today.skip')} (X)`}
          />
        }
      />
    </>
  )
}

export function touchOf(row: Row): TouchRef {
  return { enrollmentId: row.enrollmentId, stepId: row.stepId, type: row.type, name: row.name }
}
