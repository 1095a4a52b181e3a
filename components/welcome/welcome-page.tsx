import { useEffect, useRef } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { useSettings } from '#lib/queries/settings.ts'
import { i18n } from '#components/ui/i18n.ts'
import { SavingProvider } from '#components/settings/saving.tsx'
import { ReadsStep } from './reads-step.tsx'
import { TryStep } from './try-step.tsx'
import './welcome.css'
import { YouStep } from './you-step.tsx'

/** First run, and again from the menu: what Baton reads and never does, the rep, a practice person to try. */
export function WelcomePage() {
  const [path, navigate] = useHashLocation()
  const settings = useSettings().data
  const at = Math.max(0, STEPS.indexOf(path as (typeof STEPS)[number])) // any other address: the first step
  const main = useRef<HTMLElement>(null)
  const shown = useRef(at)
  useEffect(() => {
    if (shown.current === at) return
    shown.current = at
    main.current?.querySelector<HTMLElement>('h1')?.focus()
  }, [at])
  const go = (step: number) => navigate(STEPS[step] ?? STEPS[0])
  return (
    <main className="wel" ref={main}>
      <header>
        <p className="wel-brand">
          <span className="dot" aria-hidden="true" />
          Baton
        </p>
        <p className="t3">
          {i18n.t('welcome.noAccount')}{' '}
          <a className="underline" href="practice.html">
            {i18n.t('app.practice')}
          </a>
        </p>
      </header>
      <nav aria-label={i18n.t('welcome.steps')}>
        <ol className="wel-steps">
          {STEPS.map((step, index) => (
            <li key={step}>
              <a href={`#${step}`} {...(index === at ? { 'aria-current': 'step' as const } : {})}>
                {index + 1} {i18n.t(TITLES[step])}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {settings && (
        <SavingProvider settings={settings}>
          {at === 0 && <ReadsStep onNext={() => go(1)} />}
          {at === 1 && <YouStep onBack={() => go(0)} onNext={() => go(2)} />}
          {at === 2 && <TryStep onBack={() => go(1)} />}
        </SavingProvider>
      )}
    </main>
  )
}

const STEPS = ['/reads', '/you', '/try'] as const
const TITLES = {
  '/reads': 'welcome.reads.step',
  '/you': 'welcome.you.step',
  '/try': 'welcome.try.step',
} as const
