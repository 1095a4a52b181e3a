import { ChevronDown, ChevronLeft, ChevronUp, CircleCheck } from 'lucide-react'
import { useLocation } from 'wouter'
import type { TouchView } from '#lib/app/touch-view.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useToday } from '#lib/queries/today.ts'
import { useTouch } from '#lib/queries/touch.ts'
import { contactRoute, hashOf, ROUTES, touchRoute } from '#components/frame/routes.ts'
import { MiniHeader } from '#components/now/person-header.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { SkeletonRows } from '#components/ui/skeleton.tsx'
import { daysBetween } from '#components/ui/time.ts'
import { useTime } from '#components/ui/time-provider.tsx'
import { useKeys } from '#components/ui/use-keys.ts'
import { OutcomeButtons } from './outcome-buttons.tsx'
import './touch.css'
import { TouchFacts } from './touch-facts.tsx'
import { TouchTargetButtons } from './touch-target.tsx'
import { TouchText } from './touch-text.tsx'
import { useTouchPlace } from './use-touch-place.ts'

/** One touch, one screen: who and why, the text, the place, what happened. */
export function TouchScreen({ enrollmentId }: { enrollmentId: string }) {
  const view = useTouch(enrollmentId)
  if (view.isError) return <NoTouch title={i18n.t('touch.notRead')} next={i18n.t('touch.notReadNext')} />
  if (view.data === undefined) {
    return (
      <main>
        <SkeletonRows rows={6} words={i18n.t('touch.reading')} />
      </main>
    )
  }
  if (view.data === null) return <NoTouch title={i18n.t('touch.none')} next={i18n.t('touch.noneNext')} />
  return <OneTouch key={`${enrollmentId} ${view.data.step.id}`} view={view.data} />
}

function OneTouch({ view }: { view: TouchView }) {
  const baton = useBaton()
  const [, go] = useLocation()
  const { course, step, rendered, target } = view
  const { contact, enrollment } = course
  const around = useAround(enrollment.id)
  const touch = { enrollmentId: enrollment.id, stepId: step.id, type: step.type, name: contact.name.value }
  const onDone = () => go(around.next === null ? ROUTES.today : touchRoute(around.next))
  const place = useTouchPlace(view)
  return (
    <>
      <main>
        <Crumb view={view} around={around} />
        <WhoAndWhen view={view} />
        {target.kind === 'tel' && (
          <p className="oncall">
            <a className="number link link-24" href={target.url}>
              <bdi>{contact.phones[0]?.value}</bdi>
            </a>
          </p>
        )}
        <TouchFacts contactId={contact.id} />
        <TouchText
          rendered={rendered}
          to={target.kind === 'compose' ? (contact.emails[0]?.value ?? null) : null}
          onCopySubject={() => place.copy(rendered.subject)}
        />
      </main>
      <footer className="actionbar">
        <TouchTargetButtons
          target={target}
          hasText={rendered.body.trim() !== ''}
          missing={rendered.missing.length}
          said={place.said}
          onOpen={place.open}
          onInsert={place.insert}
          onCopy={() => place.copy(rendered.body)}
          onThread={(url) => void baton.ports.openAddress(url, contact.practice)}
        />
        {target.kind === 'missing' && (
          <ButtonLink href={hashOf(contactRoute(contact.id))}>{i18n.t('touch.showPerson')}</ButtonLink>
        )}
        <OutcomeButtons touch={touch} onDone={onDone} />
      </footer>
    </>
  )
}

function Crumb({ view, around }: { view: TouchView; around: Around }) {
  const [, go] = useLocation()
  const { previous, next } = around
  useKeys([
    { keys: 'Escape', run: () => go(ROUTES.today), label: i18n.t('ui.back'), group: 'everywhere' },
    {
      keys: 'j',
      run: () => next !== null && go(touchRoute(next)),
      label: i18n.t('touch.next'),
      group: 'move',
    },
    {
      keys: 'k',
      run: () => previous !== null && go(touchRoute(previous)),
      label: i18n.t('touch.previous'),
      group: 'move',
    },
  ])
  return (
    <div className="flex items-center gap-1 h-9 ps-2 pe-3 border-b border-line text-sm">
      <IconButton
        icon={ChevronLeft}
        small
        label={i18n.t('touch.back')}
        keyHint="Escape"
        onClick={() => go(ROUTES.today)}
      />
      <span className="grow trunc">
        <b>{i18n.t(view.step.breakup ? 'ui.breakup' : `ui.step.${view.step.type}`)}</b>{' '}
        <span className="t3">
          {i18n.t('now.card.step', { n: view.index, of: view.of, cadence: view.course.cadence.name })}
        </span>
      </span>
      {around.at !== null && (
        <span className="t3 nowrap">{i18n.t('touch.place', { n: around.at, of: around.of })}</span>
      )}
      <IconButton
        icon={ChevronUp}
        small
        label={i18n.t('touch.previous')}
        keyHint="k"
        disabled={previous === null}
        onClick={() => previous !== null && go(touchRoute(previous))}
      />
      <IconButton
        icon={ChevronDown}
        small
        label={i18n.t('touch.next')}
        keyHint="j"
        disabled={next === null}
        onClick={() => next !== null && go(touchRoute(next))}
      />
    </div>
  )
}

function WhoAndWhen({ view: { course } }: { view: TouchView }) {
  const time = useTime()
  const { contact, enrollment } = course
  const due = enrollment.dueAt
  const isLate = due !== null && daysBetween(due, time.now, time.zone) > 0
  const isDue = due !== null && due <= time.now
  const there = contact.zone === null ? null : time.there(time.now, contact.zone)
  return (
    <MiniHeader
      name={contact.name.value}
      href={hashOf(contactRoute(contact.id))}
      sub={[contact.title?.value, contact.company?.value].filter(Boolean).join(' · ')}
      end={
        <span className="sm t2 nowrap text-end">
          {due !== null && (
            <span className={isLate ? 'late' : isDue ? 'due' : ''}>
              {isLate ? time.since(due) : i18n.t('touch.due', { when: time.when(due) })}
            </span>
          )}
          {there !== null && (
            <>
              <br />
              {there}
            </>
          )}
        </span>
      }
    />
  )
}

interface Around {
  previous: string | null
  next: string | null
  /** 1-based place among today's touches; null when it is not one of them. */
  at: number | null
  of: number
}

/** The touches before and after this one, in the order of Today. */
function useAround(enrollmentId: string): Around {
  const rows = (useToday().data?.groups ?? []).flatMap((group) => group.rows)
  const ids = rows.filter((row) => row.stepId !== null).map((row) => row.enrollmentId)
  const index = ids.indexOf(enrollmentId)
  return {
    previous: ids[index - 1] ?? null,
    next: index === -1 ? (ids[0] ?? null) : (ids[index + 1] ?? null),
    at: index === -1 ? null : index + 1,
    of: ids.length,
  }
}

function NoTouch({ title, next }: { title: string; next: string }) {
  const [, go] = useLocation()
  useKeys([{ keys: 'Escape', run: () => go(ROUTES.today), label: i18n.t('ui.back'), group: 'everywhere' }])
  return (
    <main>
      <EmptyState
        icon={CircleCheck}
        title={title}
        actions={<ButtonLink href={hashOf(ROUTES.today)}>{i18n.t('touch.back')}</ButtonLink>}
      >
        <p>{next}</p>
      </EmptyState>
    </main>
  )
}
