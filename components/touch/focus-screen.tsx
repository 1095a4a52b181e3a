import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { CHANNELS } from '#lib/domain/cadence/step.ts'
import { queueOf } from '#lib/domain/today-order.ts'
import type { TodayView } from '#lib/domain/today.ts'
import { useNow } from '#lib/queries/now.ts'
import { usePace } from '#lib/queries/pace.ts'
import { useToday } from '#lib/queries/today.ts'
import { hashOf, ROUTES } from '#components/frame/routes.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { SkeletonRows } from '#components/ui/skeleton.tsx'
import { useKeys } from '#components/ui/use-keys.ts'
import { isDueNow } from './around.ts'
import { TouchOf } from './touch-screen.tsx'

/** One touch after another, without the list: all that is due, or all of one channel («all calls now»). */
export function FocusScreen({ channel }: { channel: string }) {
  const view = useToday().data
  if (view === undefined) {
    return (
      <main>
        <SkeletonRows rows={6} words={i18n.t('touch.reading')} />
      </main>
    )
  }
  return <Round view={view} channel={CHANNELS.find((known) => known === channel) ?? null} />
}

/** The touch on screen stays until it is recorded, put off or passed by; the queue is that of Today all the while. */
function Round({ view, channel }: { view: TodayView; channel: (typeof CHANNELS)[number] | null }) {
  const [, leaveTo] = useLocation()
  const now = useNow()
  const queue = queueOf(view, channel)
  const [current, setCurrent] = useState(queue[0]?.enrollmentId ?? null)
  const [done, setDone] = useState(0)
  const index = queue.findIndex((row) => row.enrollmentId === current)
  const idAt = (place: number) => queue[place]?.enrollmentId ?? null
  if (current === null) {
    return (
      <RoundEnd
        done={done}
        open={queue.length}
        onGoOn={() => {
          setDone(0)
          setCurrent(idAt(0))
        }}
      />
    )
  }
  const next = index === -1 ? (idAt(0) === current ? idAt(1) : idAt(0)) : idAt(index + 1)
  return (
    <TouchOf
      key={current}
      enrollmentId={current}
      around={{
        previous: index > 0 ? idAt(index - 1) : null,
        next,
        at: index === -1 ? null : index + 1,
        of: queue.length,
        go: setCurrent,
        onDone: (recorded) => {
          if (recorded !== null) setDone(done + 1)
          if (next !== null || !isDueNow(recorded, now)) setCurrent(next)
        },
        leave: () => leaveTo(ROUTES.today),
      }}
    />
  )
}

function RoundEnd({ done, open, onGoOn }: { done: number; open: number; onGoOn: () => void }) {
  const [, go] = useLocation()
  const pace = usePace().data ?? null
  useKeys([
    { keys: 'Escape', run: () => go(ROUTES.today), label: i18n.t('ui.back'), group: 'everywhere' },
    ...(open > 0 ? [{ keys: 'Enter', run: onGoOn, label: i18n.t('touch.focus.goOn') }] : []),
  ])
  return (
    <main>
      <EmptyState
        icon={CircleCheck}
        title={i18n.t('touch.focus.end')}
        actions={
          <>
            {open > 0 && (
              <Button look="filled" keyHint="Enter" onClick={onGoOn}>
                {i18n.t('touch.focus.goOn')}
              </Button>
            )}
            <ButtonLink href={hashOf(ROUTES.today)}>{i18n.t('touch.back')}</ButtonLink>
          </>
        }
      >
        <p>{i18n.t('touch.focus.done', done)}</p>
        {open > 0 && <p>{i18n.t('touch.focus.open', open)}</p>}
        {pace !== null && <p>{i18n.t('today.pace', { n: pace.seconds, of: pace.of })}</p>}
      </EmptyState>
    </main>
  )
}
