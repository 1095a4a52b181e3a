import { Suspense, useEffect, useState } from 'react'
import { useSettings } from '#lib/queries/settings.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { later } from '#components/ui/later.tsx'
import { SkeletonRows } from '#components/ui/skeleton.tsx'
import { IcpSection } from './icp-section.tsx'
import { LoadSection } from './load-section.tsx'
import { NeverSection } from './never-section.tsx'
import { PracticeSection } from './practice-section.tsx'
import { RemindersSection } from './reminders-section.tsx'
import { SavingProvider, useSaving } from './saving.tsx'
import { ServerSection } from './server-section.tsx'
import './settings.css'
import { LookSection, ReadingSection } from './switch-sections.tsx'
import { YouSection } from './you-section.tsx'

const OutcomesSection = later(async () => (await import('./outcomes-section.tsx')).OutcomesSection)

/** Everything the rep can set, in one page that saves as it is changed. */
export function SettingsScreen() {
  const settings = useSettings()
  if (settings.data === undefined) {
    return (
      <>
        <header className="pane-head set-head">
          <h1>{i18n.t('settings.title')}</h1>
        </header>
        {settings.isError ? (
          <Banner
            tone="late"
            title={i18n.t('settings.notRead')}
            action={
              <Button small onClick={() => void settings.refetch()}>
                {i18n.t('settings.readAgain')}
              </Button>
            }
          >
            {i18n.t('settings.notReadHelp')}
          </Banner>
        ) : (
          <SkeletonRows rows={6} words={i18n.t('settings.reads')} />
        )}
      </>
    )
  }
  return (
    <SavingProvider settings={settings.data}>
      <Loaded />
    </SavingProvider>
  )
}

function Loaded() {
  const { settings } = useSaving()
  const current = useCurrentSection()
  return (
    <>
      <header className="pane-head set-head">
        <h1>{i18n.t('settings.title')}</h1>
        <div className="end">
          <SavingLine />
        </div>
      </header>
      <NotSaved />
      <div className="pane-scroll">
        <div className="sets">
          <nav aria-label={i18n.t('settings.title')}>
            <ul>
              {SECTIONS.map((id) => (
                <li key={id}>
                  <button
                    type="button"
                    aria-current={id === current ? 'true' : undefined}
                    onClick={() => goTo(id)}
                  >
                    {i18n.t(`settings.${id}.title`)}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          <div>
            <YouSection settings={settings} />
            <ReadingSection settings={settings} />
            <NeverSection settings={settings} />
            <RemindersSection settings={settings} />
            <LoadSection settings={settings} />
            <IcpSection icp={settings.icp} />
            <Suspense fallback={<SkeletonRows rows={4} words={i18n.t('settings.reads')} />}>
              <OutcomesSection settings={settings} />
            </Suspense>
            <LookSection settings={settings} />
            <ServerSection />
            <PracticeSection />
          </div>
        </div>
      </div>
    </>
  )
}

function SavingLine() {
  const { state } = useSaving()
  return (
    <span className="t3 sm" role="status">
      {i18n.t(`settings.saving.${state}`)}
    </span>
  )
}

function NotSaved() {
  const { state, retry } = useSaving()
  if (state !== 'failed') return null
  return (
    <Banner
      tone="late"
      title={i18n.t('settings.notSaved')}
      action={
        <Button small onClick={retry}>
          {i18n.t('settings.tryAgain')}
        </Button>
      }
    >
      {i18n.t('settings.notSavedHelp')}
    </Banner>
  )
}

/** The hash is the route of the page, so the list at the side moves by itself: to the section, with the focus. */
function goTo(id: string): void {
  const section = document.getElementById(id)
  section?.scrollIntoView({ block: 'start' })
  section?.focus({ preventScroll: true })
}

/** The topmost section on screen. */
function useCurrentSection(): string {
  const [current, setCurrent] = useState<string>(SECTIONS[0])
  useEffect(() => {
    const seen = new Set<string>()
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) seen.add(target.id)
        else seen.delete(target.id)
      }
      const top = SECTIONS.find((id) => seen.has(id))
      if (top !== undefined) setCurrent(top)
    })
    for (const id of SECTIONS) {
      const section = document.getElementById(id)
      if (section) observer.observe(section)
    }
    return () => observer.disconnect()
  }, [])
  return current
}

const SECTIONS = [
  'you',
  'reading',
  'never',
  'reminders',
  'load',
  'icp',
  'outcomes',
  'look',
  'server',
  'practice',
] as const
