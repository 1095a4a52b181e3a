import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ContactView } from '#lib/app/contact-view.ts'
import type { Cadence, Enrollment } from '#lib/domain/records.ts'
import { touchRoute } from '#components/frame/routes.ts'
import { OutcomeMenu, useDone } from '#components/today/outcome-menu.tsx'
import { SkipMenuItems } from '#components/today/skip-menu.tsx'
import { Snooze } from '#components/today/snooze.tsx'
import { useTouchActs, type TouchRef } from '#components/today/use-touch-acts.ts'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { useKeys } from '#components/ui/use-keys.ts'
import { DatesFold } from './dates-fold.tsx'
import { TouchCard } from './touch-card.tsx'

/** The card of the next touch with its acts, and all dates of the cadence below it. */
export function NextTouch({ view, enrollment, cadence }: NextTouchProps) {
  const acts = useTouchActs()
  const name = view.contact.name.value
  const { next } = view
  const touch = next && { enrollmentId: enrollment.id, stepId: next.stepId, type: next.type, name }
  return (
    <>
      <TouchCard
        enrollment={enrollment}
        cadence={cadence}
        schedule={view.schedule}
        onResume={() => void acts.resume(enrollment.id, name)}
        buttons={touch && <CardButtons key={touch.stepId} touch={touch} />}
      />
      <DatesFold touches={view.schedule}>
        {enrollment.state !== 'finished' && (
          <div className="actions px-3 pb-3">
            {enrollment.state === 'active' && (
              <Button small onClick={() => void acts.pause(enrollment.id, name)}>
                {i18n.t('now.card.pause')}
              </Button>
            )}
            <Button small look="danger" onClick={() => void acts.remove(enrollment.id, name)}>
              {i18n.t('now.card.remove')}
            </Button>
          </div>
        )}
      </DatesFold>
    </>
  )
}

interface NextTouchProps {
  view: ContactView
  enrollment: Enrollment & { id: string }
  cadence: Cadence
}

function CardButtons({ touch }: { touch: TouchRef }) {
  const [, go] = useLocation()
  const [menu, setMenu] = useState<'done' | 'snooze' | null>(null)
  const done = useDone(touch, () => setMenu('done'))
  const openTouch = () => go(touchRoute(touch.enrollmentId))
  const toggle = (which: 'done' | 'snooze') => (open: boolean) => setMenu(open ? which : null)
  useKeys([
    { keys: 'Enter', run: openTouch, label: i18n.t('today.open') },
    { keys: 'd', run: done, label: i18n.t('today.done') },
    { keys: 'Shift+D', run: () => setMenu('done'), label: i18n.t('today.doneAs') },
    { keys: 's', run: () => setMenu('snooze'), label: i18n.t('today.snooze.word') },
  ])
  return (
    <>
      <Button look="filled" className="grow" keyHint="Enter" onClick={openTouch}>
        {i18n.t('today.open')}
      </Button>
      <div className="split">
        <Button keyHint="d" onClick={done}>
          {i18n.t('today.done')}
        </Button>
        <OutcomeMenu
          touch={touch}
          open={menu === 'done'}
          onOpenChange={toggle('done')}
          trigger={
            <button type="button" className="btn" aria-label={i18n.t('today.doneAs')}>
              <Icon of={ChevronDown} small />
            </button>
          }
        >
          <SkipMenuItems touch={touch} />
        </OutcomeMenu>
      </div>
      <Snooze
        touch={touch}
        open={menu === 'snooze'}
        onOpenChange={toggle('snooze')}
        trigger={
          <button type="button" className="btn" aria-keyshortcuts="s">
            {i18n.t('today.snooze.word')} <Icon of={ChevronDown} small />
          </button>
        }
      />
    </>
  )
}
