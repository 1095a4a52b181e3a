import { ChevronDown, ChevronLeft, ChevronUp, CircleCheck } from 'lucide-react'
import { useLocation } from 'wouter'
import { useState } from 'react'
import type { TouchView } from '#lib/app/touch-view.ts'
import { channelOf } from '#lib/domain/cadence/step.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useNoteTime } from '#lib/queries/pace.ts'
import { useTouch } from '#lib/queries/touch.ts'
import { contactRoute, hashOf, ROUTES } from '#components/frame/routes.ts'
import { TouchGauge } from '#components/load/touch-gauge.tsx'
import { MiniHeader } from '#components/now/person-header.tsx'
import type { Done } from '#components/today/use-touch-acts.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { SkeletonRows } from '#components/ui/skeleton.tsx'
import { daysBetween } from '#components/ui/time.ts'
import { useTime } from '#components/ui/time-provider.tsx'
import { useKeys } from '#components/ui/use-keys.ts'
import { useAroundToday, type Around } from './around.ts'
import { OutcomeButtons } from './outcome-buttons.tsx'
import './touch.css'
import { TouchFacts } from './touch-facts.tsx'
import { TouchNote } from './touch-note.tsx'
import { TouchTargetButtons } from './touch-target.tsx'
import { TouchText } from './touch-text.tsx'
import { useTouchDraft } from './use-touch-draft.ts'
import { useTouchPlace } from './use-touch-place.ts'

/** The touch of an enrollment, among those of Today. */
export function TouchScreen({ enrollmentId }: { enrollmentId: string }) {
  const around = useAroundToday(enrollmentId)
  return <TouchOf enrollmentId={enrollmentId} around={around} />
}

/** One touch, one screen: who and why, the text, the place, what happened. */
export function TouchOf({ enrollmentId, around }: { enrollmentId: string; around: Around }) {
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
  return <OneTouch key={`${enrollmentId} ${view.data.step.id}`} view={view.data} around={around} />
}

function OneTouch({ view, around }: { view: TouchView; around: Around }) {
  const baton = useBaton()
  const noteTime = useNoteTime()
  const [openedAt] = useState(() => performance.now())
  const { course, step, target } = view
  const writing = useTouchDraft(view)
  const { rendered } = writing
  const { contact, enrollment } = course
  const touch = { enrollmentId: enrollment.id, stepId: step.id, type: step.type, name: contact.name.value }
  const onDone = (done: Done | null) => {
    if (done !== null)
      noteTime({ channel: channelOf(step.type), seconds: (performance.now() - openedAt) / 1000 })
    around.onDone(done)
  }
  const place = useTouchPlace({ ...view, rendered })
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
        <TouchFacts contact={contact} />
        <TouchGauge type={step.type} hasText={rendered.body.trim() !== ''} />
        <TouchText
          view={view}
          writing={writing}
          to={target.kind === 'compose' ? (contact.emails[0]?.value ?? null) : null}
          onCopySubject={() => place.copy(rendered.subject)}
        />
        <TouchNote contact={contact} atOnce={step.type === 'call'} />
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
  const { previous, next, go, leave } = around
  useKeys([
    { keys: 'Escape', run: leave, label: i18n.t('ui.back'), group: 'everywhere' },
    {
      keys: 'j',
      run: () => next !== null && go(next),
      label: i18n.t('touch.next'),
      group: 'move',
    },
    {
      keys: 'k',
      run: () => previous !== null && go(previous),
      label: i18n.t('touch.previous'),
      group: 'move',
    },
  ])
  return (
    <div className="flex items-center gap-1 h-9 ps-2 pe-3 border-b border-line text-sm">
      <IconButton icon={ChevronLeft} small label={i18n.t('touch.back')} keyHint="Escape" onClick={leave} />
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
        onClick={() => previous !== null && go(previous)}
      />
      <IconButton
        icon={ChevronDown}
        small
        label={i18n.t('touch.next')}
        keyHint="j"
        disabled={next === null}
        onClick={() => next !== null && go(next)}
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
