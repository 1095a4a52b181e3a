import { TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Channel } from '#lib/domain/cadence/step.ts'
import { outcomeOf, plainOutcome } from '#lib/domain/outcomes.ts'
import type { TodayRow as Row, TodayView } from '#lib/domain/today.ts'
import { useOutcomes } from '#lib/queries/settings.ts'
import { useHeld } from '#lib/queries/held.ts'
import { useToday } from '#lib/queries/today.ts'
import { NOTE } from '#components/frame/routes.ts'
import { useStartTouch } from '#components/touch/use-start-touch.ts'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { GroupHeader } from '#components/ui/group-header.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { KeyBar } from '#components/ui/key-hint.tsx'
import { Rows } from '#components/ui/list-row.tsx'
import { SkeletonRows } from '#components/ui/skeleton.tsx'
import { useTime } from '#components/ui/time-provider.tsx'
import { useKeys } from '#components/ui/use-keys.ts'
import { ChannelBar } from './channel-bar.tsx'
import { TodayEmpty } from './today-empty.tsx'
import { routeOf, TodayRow, touchOf, type RowMenu } from './today-row.tsx'
import { useTouchActs } from './use-touch-acts.ts'

/** The due touches in the right order; rows leave at once and can be taken back. */
export function TodayScreen() {
  const today = useToday()
  if (today.isError) {
    return (
      <main>
        <EmptyState
          icon={TriangleAlert}
          title={i18n.t('today.notRead')}
          actions={<Button onClick={() => void today.refetch()}>{i18n.t('now.readAgain')}</Button>}
        >
          <p>{i18n.t('today.notReadNext')}</p>
        </EmptyState>
      </main>
    )
  }
  if (today.data === undefined) {
    return (
      <main aria-busy="true">
        <SkeletonRows rows={8} words={i18n.t('today.reading')} />
      </main>
    )
  }
  const view = today.data
  if (view.groups.every((group) => group.rows.length === 0)) return <TodayEmpty view={view} />
  return <TodayList view={view} />
}

function TodayList({ view: whole }: { view: TodayView }) {
  const list = useRef<HTMLElement>(null)
  const [channel, setChannel] = useState<Channel | null>(null)
  const view = ofChannel(whole, channel)
  const current = useCurrentTouch(view, list)
  const open = useOpen()
  const held = useHeld(view)
  useRowKeys(current, open)
  return (
    <>
      <main ref={list}>
        <DayBar view={whole} />
        <ChannelBar view={whole} channel={channel} onChannel={setChannel} />
        {view.groups
          .filter((group) => group.rows.length > 0)
          .map((group) => (
            <section key={group.id} aria-labelledby={`group-${group.id}`}>
              <GroupHeader
                id={`group-${group.id}`}
                title={i18n.t(`today.group.${group.id}`)}
                count={group.rows.length}
                late={group.id === 'overdue'}
                {...(group.id === 'overdue' && { end: <CleanUpLink /> })}
              />
              <Rows>
                {group.rows.map((row) => (
                  <TodayRow
                    key={row.id}
                    row={row}
                    held={held.get(row.id) ?? null}
                    current={row === current.row}
                    menu={row === current.row ? current.menu : null}
                    onMenu={current.setMenu}
                    onCurrent={() => current.set(row.id)}
                    onOpen={(event) => {
                      if (event.ctrlKey || event.metaKey || event.shiftKey) return
                      event.preventDefault()
                      open(row)
                    }}
                  />
                ))}
              </Rows>
            </section>
          ))}
      </main>
      <KeyBar
        label={i18n.t('ui.keys')}
        keys={HINTS.map(({ keys, word }) => ({ keys, word: i18n.t(word) }))}
      />
    </>
  )
}

/** Leads to all of the backlog at once. */
function CleanUpLink() {
  return (
    <a className="link" href="#/clean-up">
      {i18n.t('backlog.word')}
    </a>
  )
}

/** The same day with the rows of one channel; of all where there are none of it left. */
function ofChannel(view: TodayView, channel: Channel | null): TodayView {
  const isThere = view.groups.some(({ rows }) => rows.some((row) => row.channel === channel))
  if (channel === null || !isThere) return view
  return {
    ...view,
    groups: view.groups.map(({ id, rows }) => ({ id, rows: rows.filter((row) => row.channel === channel) })),
  }
}

function DayBar({ view }: { view: TodayView }) {
  const time = useTime()
  const facts = [
    i18n.t('today.dueCount', view.dueCount),
    ...(view.minutes > 0 ? [i18n.t('today.minutes', { n: view.minutes })] : []),
  ]
  return (
    <header className="flex items-baseline justify-between gap-2 p-3">
      <h1 className="text-name nowrap">{time.longDay(time.now)}</h1>
      <p className="sm t3 nowrap">
        {facts.join(' · ')}
        {view.doneToday > 0 && (
          <span className="wide-only"> · {i18n.t('today.doneCount', { n: view.doneToday })}</span>
        )}
      </p>
    </header>
  )
}

/** The row the keyboard stands on. When it leaves, the one that takes its place becomes it. */
function useCurrentTouch(view: TodayView, list: React.RefObject<HTMLElement | null>) {
  const rows = view.groups.flatMap((group) => group.rows)
  const [at, setAt] = useState({ id: rows[0]?.id ?? '', index: 0 })
  const [menu, setMenu] = useState<RowMenu | null>(null)
  const found = rows.findIndex((row) => row.id === at.id)
  const index = found === -1 ? Math.min(at.index, rows.length - 1) : found
  useFocusThatStays(list, index)
  const show = (next: number) => {
    const row = rows[next]
    if (!row) return
    setAt({ id: row.id, index: next })
    setMenu(null)
    list.current?.querySelectorAll<HTMLElement>('.rows a')[next]?.focus()
  }
  return {
    row: rows[index] ?? null,
    menu,
    setMenu,
    set: (id: string) => {
      const next = rows.findIndex((row) => row.id === id)
      if (id !== at.id || next !== at.index) setAt({ id, index: next })
      if (id !== at.id) setMenu(null)
    },
    move: (by: 1 | -1) => show(Math.max(0, Math.min(rows.length - 1, index + by))),
  }
}

/** The row that had the focus has left: it goes to the one in its place, not to the top of the page. */
function useFocusThatStays(list: React.RefObject<HTMLElement | null>, index: number): void {
  const wasInside = useRef(false)
  useEffect(() => {
    const note = () => {
      wasInside.current = list.current?.contains(document.activeElement) ?? false
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [list])
  useEffect(() => {
    if (wasInside.current && document.activeElement === document.body)
      list.current?.querySelectorAll<HTMLElement>('.rows a')[index]?.focus()
  }) // At every render: rows leave by the store's changes, not by acts of this screen alone.
}

/** Opens the touch in the panel and its place in the tab; a call and a task have none to open. */
function useOpen() {
  const [, go] = useLocation()
  const start = useStartTouch()
  return (row: Row) => {
    go(routeOf(row))
    if (row.group !== 'replied' && row.enrollmentId !== null) start(row.enrollmentId)
  }
}

function useRowKeys(current: ReturnType<typeof useCurrentTouch>, open: (row: Row) => void) {
  const [, go] = useLocation()
  const acts = useTouchActs()
  const all = useOutcomes()
  const { row, move, setMenu } = current
  const done = () => {
    const touch = row && touchOf(row)
    if (!touch) return
    const plain = outcomeOf(plainOutcome(touch.type) ?? '', all)
    if (plain === null) setMenu('done')
    else void acts.done(touch, plain)
  }
  useKeys([
    { keys: 'Enter', run: () => row && open(row), label: i18n.t('today.open') },
    { keys: 'd', run: done, label: i18n.t('today.done') },
    { keys: 'Shift+D', run: () => setMenu('done'), label: i18n.t('today.doneAs') },
    { keys: 's', run: () => setMenu('snooze'), label: i18n.t('today.snooze.word') },
    { keys: 'x', run: () => setMenu('skip'), label: i18n.t('today.skip') },
    { keys: 'n', run: () => row && go(routeOf(row), { state: NOTE }), label: i18n.t('timeline.newNote') },
    { keys: 'j', run: () => move(1), label: i18n.t('today.nextRow'), group: 'move' },
    { keys: 'k', run: () => move(-1), label: i18n.t('today.rowBefore'), group: 'move' },
    { keys: 'ArrowDown', run: () => move(1) },
    { keys: 'ArrowUp', run: () => move(-1) },
  ])
}

const HINTS = [
  { keys: 'Enter', word: 'today.hint.open' },
  { keys: 'd', word: 'today.hint.done' },
  { keys: 's', word: 'today.hint.snooze' },
  { keys: 'x', word: 'today.hint.skip' },
  { keys: '?', word: 'today.hint.keys' },
] as const
