import { memo, Suspense, useState } from 'react'
import { Route, Router, Switch, useLocation } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { useBaton } from '#lib/queries/context.tsx'
import { useSync } from '#lib/queries/sync.ts'
import { useTabView, type TabView } from '#lib/queries/tab.ts'
import { useToday } from '#lib/queries/today.ts'
import { CutOffPlace } from '#components/list/cut-off-place.tsx'
import { ContactScreen } from '#components/now/contact-screen-later.ts'
import { NowLoading } from '#components/now/loading.tsx'
import { NowScreen } from '#components/now/now-screen.tsx'
import { useProblem } from '#components/ui/act.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { QuietLine } from '#components/ui/quiet-line.tsx'
import { ToastPlace } from '#components/ui/toast.tsx'
import { useKeys, type KeyBinding } from '#components/ui/use-keys.ts'
import { AppearedLine } from './appeared-line.tsx'
import { useFirstScreen } from './first-screen.ts'
import { FrameKeys } from './frame-keys.tsx'
import {
  BacklogScreen,
  ByHandScreen,
  CadencesScreen,
  FocusScreen,
  MergeScreen,
  PeopleScreen,
  SyncScreen,
  TodayScreen,
  TouchScreen,
  useOtherScreens,
} from './other-screens.ts'
import { PanelMenu } from './panel-menu.tsx'
import { ProblemBanner } from './problem-banner.tsx'
import { FIND, hashOf, ROUTES } from './routes.ts'
import { TopBar, type FrameTab } from './top-bar.tsx'
import { useWishes, type Wishes } from './use-wishes.ts'

/** The side panel: frame, screens by hash route, one announcement region, one toast. */
export function Panel({ wishes }: { wishes: Wishes }) {
  return (
    // oxlint-disable-next-line react/hooks -- wouter takes the location hook as a value
    <Router hook={useHashLocation}>
      <Frame wishes={wishes} />
    </Router>
  )
}

function Frame({ wishes }: { wishes: Wishes }) {
  const tabView = useTabView()
  const path = useFirstScreen(tabView)
  const [isKeysOpen, setKeysOpen] = useState(false)
  const isSettled = tabView.kind !== 'loading'
  useOtherScreens(isSettled)
  useWishes(wishes)
  useFrameKeys(() => setKeysOpen(true))
  return (
    <div className="panel">
      <div>
        <FrameBar path={path} isSettled={isSettled} onKeys={() => setKeysOpen(true)} />
        <ProblemBanner />
        <CutOffPlace />
        <TabLine path={path} view={tabView} />
        <AppearedLine />
      </div>
      <Suspense fallback={<NowLoading />}>
        <Screens path={path} />
      </Suspense>
      <ToastPlace />
      <FrameKeys open={isKeysOpen} onClose={() => setKeysOpen(false)} />
    </div>
  )
}

/** Drawn again only for another path: the address that catches up with the first screen changes nothing in it. */
const Screens = memo(function Screens({ path }: { path: string }) {
  const baton = useBaton()
  const sync = useSync().data
  const { fail } = useProblem()
  return (
    <Switch location={path}>
      <Route path={ROUTES.now}>
        <NowScreen />
      </Route>
      <Route path={ROUTES.today} component={TodayScreen} />
      <Route path={ROUTES.hand} component={ByHandScreen} />
      <Route path={ROUTES.backlog}>
        <BacklogScreen />
      </Route>
      <Route path="/contact/:id">{({ id }) => <ContactScreen key={id} contactId={id} />}</Route>
      <Route path="/merge/:id/:other?">
        {({ id, other }) => <MergeScreen key={`${id} ${other ?? ''}`} contactId={id} otherId={other} />}
      </Route>
      <Route path="/touch/:id">{({ id }) => <TouchScreen key={id} enrollmentId={id} />}</Route>
      <Route path="/focus/:channel">{({ channel }) => <FocusScreen key={channel} channel={channel} />}</Route>
      <Route path={ROUTES.people}>
        <main>
          <PeopleScreen />
        </main>
      </Route>
      <Route path={ROUTES.cadences}>
        <main>
          <CadencesScreen id={null} />
        </main>
      </Route>
      <Route path="/cadences/:id">
        {({ id }) => (
          <main>
            <CadencesScreen key={id} id={id} />
          </main>
        )}
      </Route>
      <Route path={ROUTES.sync}>
        <SyncScreen
          status={sync}
          onNow={() => void baton.syncNow().catch(fail)}
          onPair={() => void baton.openPage('app', '#/settings')}
          onDrop={(op) => void baton.dropRejected(op).catch(fail)}
          onExport={() => void baton.exportUnsent().catch(fail)}
        />
      </Route>
    </Switch>
  )
})

function FrameBar({ path, isSettled, onKeys }: { path: string; isSettled: boolean; onKeys: () => void }) {
  const [, go] = useLocation()
  const sync = useSync().data
  // The person comes first: the number beside Today can wait for them.
  const today = useToday({ enabled: isSettled }).data
  const due = today?.dueCount ?? 0
  const overdue = today?.overdueCount ?? 0
  return (
    <TopBar
      tab={tabOf(path)}
      count={due > 0 ? { n: due, late: false } : { n: overdue, late: true }}
      sync={sync}
      onSync={() => go(ROUTES.sync)}
      menu={<PanelMenu onKeys={onKeys} />}
    />
  )
}

/** On other screens, a quiet line says whom the tab shows. */
function TabLine({ path, view }: { path: string; view: TabView }) {
  if (path === ROUTES.now || view.kind !== 'person') return null
  if (view.knownId !== null && path === `/contact/${view.knownId}`) return null
  const name = view.read.fields.name?.value
  if (name === undefined) return null
  return (
    <QuietLine label={i18n.t('frame.now')} href={hashOf(ROUTES.now)} word={i18n.t('frame.show')}>
      {i18n.t('frame.tabShows')}{' '}
      <b className="font-medium text-fg">
        <bdi>{name}</bdi>
      </b>
    </QuietLine>
  )
}

function useFrameKeys(openKeys: () => void): void {
  const [path, go] = useLocation()
  const isTab = path === ROUTES.now || path === ROUTES.today || path === ROUTES.people
  const bindings: KeyBinding[] = [
    { keys: 'g n', run: () => go(ROUTES.now), label: i18n.t('frame.now'), group: 'everywhere' },
    { keys: 'g t', run: () => go(ROUTES.today), label: i18n.t('frame.today'), group: 'everywhere' },
    { keys: 'g p', run: () => go(ROUTES.people), label: i18n.t('frame.people'), group: 'everywhere' },
    {
      keys: '/',
      run: () => go(ROUTES.people, { state: FIND }),
      label: i18n.t('frame.search'),
      group: 'everywhere',
    },
    { keys: 'Escape', run: () => !isTab && history.back(), label: i18n.t('ui.back'), group: 'everywhere' },
    { keys: '?', run: openKeys, label: i18n.t('frame.theseKeys'), group: 'everywhere' },
  ]
  useKeys(bindings, { fallback: true })
}

function tabOf(path: string): FrameTab | null {
  if (path === ROUTES.now || path.startsWith('/contact/') || path === ROUTES.hand) return 'now'
  if (
    path === ROUTES.today ||
    path === ROUTES.backlog ||
    path.startsWith('/touch/') ||
    path.startsWith('/focus/')
  )
    return 'today'
  return path.startsWith(ROUTES.people) ? 'people' : null
}
