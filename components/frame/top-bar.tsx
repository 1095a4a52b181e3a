import { MoreHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SyncStatus } from '#lib/queries/baton.ts'
import { i18n } from '#components/ui/i18n.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu } from '#components/ui/menu.tsx'
import { Tooltip } from '#components/ui/tooltip.tsx'
import { useTime } from '#components/ui/time-provider.tsx'
import { hashOf, ROUTES } from './routes.ts'
import { syncWords } from './sync-words.ts'

/** 44 px: the sync dot with its words, the tabs, the menu. */
export function TopBar({ tab, count, sync, onSync, menu }: TopBarProps) {
  return (
    <header className="topbar">
      <SyncDot status={sync} onPress={onSync} />
      <nav aria-label={i18n.t('frame.views')}>
        <ul className="tabs">
          {TABS.map((id) => (
            <li key={id}>
              <a
                className="tab"
                href={hashOf(ROUTES[id])}
                {...(id === tab ? { 'aria-current': 'page' as const } : {})}
              >
                {i18n.t(`frame.${id}`)}
                {id === 'today' && count.n > 0 && (
                  <span className={`count ${count.late ? 'bg-late-fill! text-surface!' : ''}`}>
                    {count.n}
                    <span className="vh"> {i18n.t(count.late ? 'frame.overdue' : 'frame.due')}</span>
                  </span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Menu
        label={i18n.t('frame.menu')}
        trigger={<IconButton icon={MoreHorizontal} tip={false} label={i18n.t('frame.menu')} />}
      >
        {menu}
      </Menu>
    </header>
  )
}

export type FrameTab = (typeof TABS)[number]

interface TopBarProps {
  tab: FrameTab | null
  /** Replied, inbound and due together; when only overdue ones are left it is theirs, in red. */
  count: { n: number; late: boolean }
  sync: SyncStatus | undefined
  onSync: () => void
  menu: ReactNode
}

function SyncDot({ status, onPress }: { status: SyncStatus | undefined; onPress: () => void }) {
  const { dot, words } = syncWords(status, useTime())
  return (
    <Tooltip words={words}>
      <button type="button" className="sync" data-state={dot} onClick={onPress}>
        <span className="dot" aria-hidden="true" />
        Baton<span className="vh">. {words}</span>
      </button>
    </Tooltip>
  )
}

const TABS = ['now', 'today', 'people'] as const
