import { ChevronLeft } from 'lucide-react'
import { Suspense, useEffect, useState, type ReactNode } from 'react'
import { Redirect, Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { FrameKeys } from '#components/frame/frame-keys.tsx'
import { ProblemBanner } from '#components/frame/problem-banner.tsx'
import { FIND } from '#components/frame/routes.ts'
import { ContactScreen } from '#components/now/contact-screen.tsx'
import { PeopleScreen } from '#components/people/people-screen.tsx'
import { useIsWide } from '#components/people/use-is-wide.ts'
import { SettingsScreen } from '#components/settings/settings-screen.tsx'
import { TouchScreen } from '#components/touch/touch-screen.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { later } from '#components/ui/later.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { ToastPlace } from '#components/ui/toast.tsx'
import { useKeys } from '#components/ui/use-keys.ts'
import './app.css'
import { Side } from './side.tsx'

/** The full page in a tab: the wide work, with the same components as the panel. */
export function AppPage() {
  const [path, go] = useHashLocation()
  const [isKeysOpen, setKeysOpen] = useState(false)
  useTitle(path)
  useKeys([
    { keys: 'g p', run: () => go('/people'), label: i18n.t('app.people'), group: 'everywhere' },
    {
      keys: '/',
      run: () => go('/people', { state: FIND }),
      label: i18n.t('people.keySearch'),
      group: 'everywhere',
    },
    { keys: '?', run: () => setKeysOpen(true), label: i18n.t('app.keys'), group: 'everywhere' },
  ])
  return (
    // oxlint-disable-next-line react/hooks -- wouter takes the location hook as a value
    <Router hook={useHashLocation}>
      <div className="app app-frame">
        <Side path={path} />
        <div className="pane">
          <ProblemBanner />
          <Screens />
          <ToastPlace />
          <FrameKeys open={isKeysOpen} onClose={() => setKeysOpen(false)} />
        </div>
      </div>
    </Router>
  )
}

function Screens() {
  const isWide = useIsWide()
  return (
    <Switch>
      <Route path="/people">
        <main>
          <PeopleScreen />
        </main>
      </Route>
      <Route path="/import">
        <main>
          <Suspense>
            <ImportScreen />
          </Suspense>
        </main>
      </Route>
      <Route path="/contact/:id">
        {({ id }) => (
          <Person>
            <ContactScreen key={id} contactId={id} />
          </Person>
        )}
      </Route>
      <Route path="/merge/:id/:other?">
        {({ id, other }) => (
          <Person>
            <Suspense>
              <MergeScreen key={`${id} ${other ?? ''}`} contactId={id} otherId={other} />
            </Suspense>
          </Person>
        )}
      </Route>
      <Route path="/touch/:id">
        {({ id }) => (
          <Person>
            <TouchScreen key={id} enrollmentId={id} />
          </Person>
        )}
      </Route>
      <Route path="/cadences/:id?">
        {({ id }) => (
          <main>
            <Suspense>
              <CadencesScreen id={id ?? null} wide={isWide} />
            </Suspense>
          </main>
        )}
      </Route>
      <Route path="/clean-up">
        <Suspense>
          <BacklogScreen wide />
        </Suspense>
      </Route>
      <Route path="/settings">
        <main>
          <SettingsScreen />
        </main>
      </Route>
      <Route>
        <Redirect to="/people" replace />
      </Route>
    </Switch>
  )
}

/** A screen of the panel, which brings its own main part and foot, in a column of readable width. */
function Person({ children }: { children: ReactNode }) {
  return (
    <div className="app-person">
      <nav aria-label={i18n.t('ui.back')}>
        <a className="link app-back" href="#/people">
          <Icon of={ChevronLeft} small />
          {i18n.t('app.people')}
        </a>
      </nav>
      {children}
    </div>
  )
}

function useTitle(path: string): void {
  useEffect(() => {
    const section = SECTIONS.find((id) => path.startsWith(`/${id}`))
    document.title = [section && i18n.t(`app.${section}`), i18n.t('app.name')].filter(Boolean).join(' · ')
  }, [path])
}

/** Wide work with libraries of its own: it loads when somebody goes there. */
const CadencesScreen = later(
  async () => (await import('#components/cadence/cadences-screen.tsx')).CadencesScreen,
)
const MergeScreen = later(async () => (await import('#components/same/merge-screen.tsx')).MergeScreen)
const BacklogScreen = later(
  async () => (await import('#components/backlog/backlog-screen.tsx')).BacklogScreen,
)
const ImportScreen = later(async () => (await import('#components/import/import-screen.tsx')).ImportScreen)
const SECTIONS = ['people', 'cadences', 'settings'] as const
