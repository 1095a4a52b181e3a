import { UserX } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ContactView } from '#lib/app/contact-view.ts'
import type { PersonInput } from '#lib/app/person-input.ts'
import { useContact } from '#lib/queries/contact.ts'
import { useTimeline } from '#lib/queries/contact.ts'
import { hashOf, ROUTES } from '#components/frame/routes.ts'
import { Qualify } from '#components/qualify/qualify.tsx'
import { PageNews, Suggestions } from '#components/same/same-lines.tsx'
import { VerdictBar } from '#components/qualify/verdict-bar.tsx'
import { ZoneQuestion } from './zone-question.tsx'
import { Research } from '#components/timeline/research.tsx'
import { ContactTimeline, useNotes } from '#components/timeline/contact-timeline.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Grade } from '#components/ui/grade.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Status } from '#components/ui/status.tsx'
import { Tabs } from '#components/ui/tabs.tsx'
import { capital } from '#components/ui/time.ts'
import { useTime } from '#components/ui/time-provider.tsx'
import { ContactBar } from './contact-bar.tsx'
import { Details } from './details.tsx'
import { NowLoading } from './loading.tsx'
import { NextTouch } from './next-touch.tsx'
import { PersonHeader } from './person-header.tsx'

type ContactTab = 'timeline' | 'research' | 'qualify' | 'details'

/** A known person: the next touch on top, then timeline, research, qualify, details. */
export function ContactScreen({ contactId, page }: { contactId: string; page?: PersonInput }) {
  const view = useContact(contactId)
  if (view.isError) return <GoneScreen title={i18n.t('now.gone.notRead')} />
  if (view.data === undefined) return <NowLoading />
  if (view.data === null) return <GoneScreen title={i18n.t('now.gone.title')} />
  return <KnownPerson key={contactId} view={view.data} {...(page && { page })} />
}

function KnownPerson({ view, page }: { view: ContactView; page?: PersonInput }) {
  const [tab, setTab] = useState<ContactTab>('timeline')
  const [, go] = useLocation()
  const { contact, cadence, enrollment, schedule } = view
  const notes = useNotes(contact, useTimeline(contact.id).data ?? [])
  const isRunning = enrollment !== null && enrollment.state !== 'finished'
  const open = schedule.filter((touch) => touch.state === 'next' || touch.state === 'planned').length
  return (
    <>
      <main>
        <article>
          {contact.doNotContact && (
            <Banner tone="late" title={i18n.t('now.suppressed.title')}>
              {i18n.t('now.suppressed.known')}
            </Banner>
          )}
          <KnownHeader view={view} />
          <ZoneQuestion contactId={contact.id} location={contact.location?.value ?? ''} zones={view.zones} />
          {page && <PageNews contactId={contact.id} person={page} />}
          <Suggestions contact={contact} />
          {enrollment && cadence && <NextTouch view={view} enrollment={enrollment} cadence={cadence} />}
          <Tabs<ContactTab>
            label={i18n.t('now.about')}
            value={tab}
            onChange={setTab}
            items={[
              {
                id: 'timeline',
                label: i18n.t('now.tab.timeline'),
                content: <ContactTimeline contact={contact} />,
              },
              {
                id: 'research',
                label: i18n.t('now.tab.research'),
                count: notes.list.length,
                content: <Research notes={notes.list} onSave={notes.save} />,
              },
              { id: 'qualify', label: i18n.t('now.tab.qualify'), content: <Qualify view={view} /> },
              {
                id: 'details',
                label: i18n.t('now.tab.details'),
                content: <Details contact={contact} onGone={() => go(ROUTES.people)} />,
              },
            ]}
          />
        </article>
      </main>
      {tab === 'qualify' && !contact.doNotContact ? (
        <VerdictBar contact={contact} cadenceName={isRunning ? (cadence?.name ?? null) : null} open={open} />
      ) : (
        !isRunning && !view.suppressed && <ContactBar contact={contact} arrival={view.arrival} />
      )}
    </>
  )
}

function KnownHeader({ view: { contact, fit } }: { view: ContactView }) {
  const time = useTime()
  const there = contact.zone === null ? null : time.there(time.now, contact.zone)
  const until =
    contact.nurtureUntil === null ? null : i18n.t('now.until', { day: time.date(contact.nurtureUntil) })
  return (
    <PersonHeader
      name={contact.name.value}
      headline={contact.headline?.value ?? contact.title?.value ?? null}
      meta={[
        contact.company?.value ?? null,
        contact.location?.value ?? null,
        there === null ? null : capital(there),
      ]}
      status={null}
      practice={contact.practice}
      below={
        <p className="meta items-center">
          <span>
            <Status status={contact.status} />
          </span>
          {until !== null && <span>{until}</span>}
          {fit.grade !== null && (
            <span className="inline-flex items-center gap-1.5">
              {i18n.t('now.fit')}{' '}
              <Grade grade={fit.grade} {...(fit.score === null ? {} : { points: fit.score })} />
            </span>
          )}
        </p>
      }
    />
  )
}

function GoneScreen({ title }: { title: string }) {
  return (
    <main>
      <EmptyState
        icon={UserX}
        title={title}
        actions={<ButtonLink href={hashOf(ROUTES.people)}>{i18n.t('frame.people')}</ButtonLink>}
      >
        <p>{i18n.t('now.gone.next')}</p>
      </EmptyState>
    </main>
  )
}
