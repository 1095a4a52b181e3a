import { GraduationCap, Route, Settings as Gear, Sparkles, Users } from 'lucide-react'
import { useBaton } from '#lib/queries/context.tsx'
import { useSettings } from '#lib/queries/settings.ts'
import { useSync } from '#lib/queries/sync.ts'
import { syncWords } from '#components/frame/sync-words.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { placeOf } from '#components/ui/time.ts'
import { useTime } from '#components/ui/time-provider.tsx'
import { Tooltip } from '#components/ui/tooltip.tsx'

/** Where the full page leads; a bar on top where the page is narrow. */
export function Side({ path }: { path: string }) {
  const baton = useBaton()
  return (
    <aside className="side">
      <SyncDot />
      <nav aria-label={i18n.t('app.nav')}>
        <ul>
          {SECTIONS.map(({ id, icon, paths }) => (
            <li key={id}>
              <a
                href={`#/${id}`}
                {...(paths.some((start) => path.startsWith(start))
                  ? { 'aria-current': 'page' as const }
                  : {})}
              >
                <Icon of={icon} />
                {i18n.t(`app.${id}`)}
              </a>
            </li>
          ))}
        </ul>
        <ul className="side-more">
          {PAGES.map(({ id, icon }) => (
            <li key={id}>
              <button type="button" onClick={() => void baton.openPage(id)}>
                <Icon of={icon} />
                {i18n.t(`app.${id}`)}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <Me />
    </aside>
  )
}

/** The state of sync in a dot; pressing it leads to the server in the settings. */
function SyncDot() {
  const time = useTime()
  const { dot, words } = syncWords(useSync().data, time)
  return (
    <Tooltip words={words}>
      <a className="sync" data-state={dot} href="#/settings">
        <span className="dot" aria-hidden="true" />
        {i18n.t('app.name')}
        <span className="vh">. {words}</span>
      </a>
    </Tooltip>
  )
}

function Me() {
  const time = useTime()
  const name = useSettings().data?.name ?? ''
  return (
    <div className="me">
      <Avatar size={24} name={name === '' ? i18n.t('app.you') : name} />
      <span className="grow sm">
        <span className="trunc">
          <bdi>{name === '' ? i18n.t('app.you') : name}</bdi>
        </span>
        <span className="t3 trunc">{`${placeOf(time.zone)}, ${time.clock(time.now)}`}</span>
      </span>
    </div>
  )
}

const SECTIONS = [
  { id: 'people', icon: Users, paths: ['/people', '/contact', '/touch', '/import'] },
  { id: 'cadences', icon: Route, paths: ['/cadences'] },
  { id: 'settings', icon: Gear, paths: ['/settings'] },
] as const
const PAGES = [
  { id: 'practice', icon: GraduationCap },
  { id: 'welcome', icon: Sparkles },
] as const
