import { Check, Clock, Reply, SkipForward } from 'lucide-react'
import type { TodayRow as Row } from '#lib/domain/today.ts'
import { contactRoute, hashOf, touchRoute } from '#components/frame/routes.ts'
import { heldWords } from '#components/touch/held-words.ts'
import { Waits } from '#components/load/waits.tsx'
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
export function TodayRow({ row, held, current, menu, onMenu, onCurrent, onOpen }: TodayRowProps) {
  const time = useTime()
  const isDue = row.at <= time.now
  const touch = current ? touchOf(row) : null
  return (
    <ListRow
      icon={row.group === 'replied' ? Reply : CHANNEL_ICONS[row.channel]}
      href={hashOf(routeOf(row))}
      title={row.name}
      before={`${i18n.t(row.group === 'replied' ? 'today.reply' : `ui.channel.${row.channel}`)}:`}
      sub={
        <>
          {row.waiting !== null && <Waits waiting={row.waiting} />}
          {held !== null && <span className="due">{heldWords(held)} · </span>}
          {row.company !== null && (
            <>
              <bdi>{row.company}</bdi>
              {' · '}
            </>
          )}
          {stepWords(row)}
        </>
      }
      mark={row.grade === null ? undefined : <Grade grade={row.grade} />}
      end={row.group === 'overdue' ? time.since(row.at) : time.brief(row.at, row.zone)}
      {...(row.group === 'overdue' || row.waiting?.level === 'red' || row.waiting?.level === 'alarm'
        ? { endTone: 'late' as const }
        : isDue && row.group !== 'replied'
          ? { endTone: 'due' as const }
          : {})}
      current={current}
      actions={touch && <RowActions key={touch.stepId} touch={touch} menu={menu} onMenu={onMenu} />}
      onFocus={onCurrent}
      onOpen={onOpen}
    />
  )
}

interface TodayRowProps {
  row: Row
  /** What its text misses, so that it is held; null where it is whole. */
  held: readonly string[] | null
  current: boolean
  menu: RowMenu | null
  onMenu: (menu: RowMenu | null) => void
  onCurrent: () => void
  onOpen: (event: React.MouseEvent) => void
}

function RowActions({ touch, menu, onMenu }: { touch: TouchRef } & Pick<TodayRowProps, 'menu' | 'onMenu'>) {
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

/** What the acts of the row mean; null for an answer, which has no step of its own. */
export function touchOf(row: Row): TouchRef | null {
  if (row.enrollmentId === null || row.stepId === null || row.type === null) return null
  return { enrollmentId: row.enrollmentId, stepId: row.stepId, type: row.type, name: row.name }
}

/** An answer and a return from nurture are judged at the person; everything else has its touch. */
export function routeOf(row: Row): string {
  return row.group === 'replied' || row.enrollmentId === null
    ? contactRoute(row.contactId)
    : touchRoute(row.enrollmentId)
}

/** «mail 3 of 7», «Call, step 5 of 9». */
function stepWords(row: Row): string {
  if (row.cadenceName === null) return i18n.t('today.backFromNurture')
  if (row.group === 'replied') return row.cadenceName
  if (row.mail !== null) return i18n.t('today.mailOf', { n: row.mail.index, of: row.mail.of })
  if (row.type === null || row.index === null) return row.cadenceName
  return i18n.t('today.stepOf', { step: i18n.t(`ui.stepShort.${row.type}`), n: row.index, of: row.of })
}
