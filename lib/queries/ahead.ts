import type { TabState } from '#lib/app/follow-tab.ts'
import { plainView } from '#lib/app/tab-view.ts'
import type { Baton } from './baton.ts'
import { cadencesQuery } from './cadences.ts'
import { settingsQuery } from './settings.ts'
import { shortcutsQuery } from './shortcuts.ts'
import { tabQuery } from './tab.ts'

/**
 * Asks for what the first screen shows before anything is drawn, and for each later page as soon as it is read: then
 * a screen is drawn once and whole. Resolves when the first one can be.
 */
export async function askAhead({ client, deps, ports }: Baton): Promise<void> {
  const tab = ports.tab
  const known = new Promise<void>((resolve) => {
    const look = (): void => {
      const state: TabState = tab?.get() ?? { kind: 'none' }
      const plain = plainView(state)
      if (plain === null) void client.prefetchQuery(tabQuery(deps, state)).then(resolve)
      else if (plain.kind !== 'none' && plain.kind !== 'loading') resolve()
    }
    tab?.subscribe(look)
    look()
  })
  await Promise.all([
    known,
    client.prefetchQuery(settingsQuery(deps)),
    client.prefetchQuery(cadencesQuery(deps)),
    client.prefetchQuery(shortcutsQuery(ports)),
  ])
}
