import { useEffect } from 'react'
import { Redirect, Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { CadencesScreen } from '#components/cadence/cadences-screen.tsx'
import { ProblemBanner } from '#components/frame/problem-banner.tsx'
import { PeopleScreen } from '#components/people/people-screen.tsx'
import { useIsWide } from '#components/people/use-is-wide.ts'
import { SettingsScreen } from '#components/settings/settings-screen.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { ToastPlace } from '#components/ui/toast.tsx'
import './app.css'
import { Side } from './side.tsx'

/** The full page in a tab: the wide work, with the same components as the panel. */
export function AppPage() {
  const [path] = useHashLocation()
  const isWide = useIsWide()
  useTitle(path)
  return (
    // oxlint-disable-next-line react/hooks -- wouter takes the location hook as a value
    <Router hook={useHashLocation}>
      <div className="app app-frame">
        <Side path={path} />
        <main className="pane">
          <ProblemBanner />
          <Switch>
            <Route path="/people">
              <PeopleScreen />
            </Route>
            <Route path="/cadences/:id?">
              {({ id }) => <CadencesScreen id={id ?? null} wide={isWide} />}
            </Route>
            <Route path="/settings">
              <SettingsScreen />
            </Route>
            <Route>
              <Redirect to="/people" replace />
            </Route>
          </Switch>
          <ToastPlace />
        </main>
      </div>
    </Router>
  )
}

function useTitle(path: string): void {
  useEffect(() => {
    const section = SECTIONS.find((id) => path.startsWith(`/${id}`))
    document.title = [section && i18n.t(`app.${section}`), i18n.t('app.name')].filter(Boolean).join(' · ')
  }, [path])
}

const SECTIONS = ['people', 'cadences', 'settings'] as const
