import type { QueryClient } from '@tanstack/react-query'
import { openDrafts, type Drafts } from '#lib/app/drafts.ts'
import type { Deps, PlaceSource } from '#lib/app/deps.ts'
import { followTab } from '#lib/app/follow-tab.ts'
import { watchMissing } from '#lib/app/watch-missing.ts'
import { copyText, insertIntoCompose, watchInsertKey, webmailTabs } from '#lib/platform/compose.ts'
import { send } from '#lib/platform/messages.ts'
import { saveFile } from '#lib/platform/save-as.ts'
import { extensionSettings } from '#lib/platform/settings.ts'
import { openShortcutsPage, shortcuts } from '#lib/platform/shortcuts.ts'
import { extensionChannel, extensionKv } from '#lib/platform/store-env.ts'
import { tabPorts } from '#lib/platform/tab-ports.ts'
import { activeTab, requestAccess, showAddress, showOwnPage } from '#lib/platform/tabs.ts'
import { askAhead } from '#lib/queries/ahead.ts'
import { createBaton, type Baton } from '#lib/queries/baton.ts'
import { createQueryClient, followStore, invalidate } from '#lib/queries/client.ts'
import { openDeps } from './deps.ts'
import { pageSync } from './page-sync.ts'
import { pagePlaces } from './places.ts'

export interface Page {
  baton: Baton
  client: QueryClient
}

/**
 * Opens what a page of Baton stands on. The side panel follows the tab of its own window; the full pages are tabs
 * themselves and follow none. @throws StoreError when the database cannot be opened
 */
export async function openPage({ follows }: { follows: boolean }): Promise<Page> {
  // The page on screen is read while the database opens.
  const opening = openDeps()
  const windowId = follows ? await ownWindow() : null
  const ports = windowId === null ? null : tabPorts(windowId, readsMail)
  const tab = ports && followTab(ports)
  const deps = { ...(await opening), places: pagePlaces() }
  const client = createQueryClient()
  followStore(client, deps.store)
  extensionSettings.watch(() => void invalidate(client, ['settings']))
  const sync = pageSync(deps)
  sync.watch(() => void invalidate(client, ['sync']))
  const baton = createBaton(
    deps,
    {
      tab,
      missing: tab && ports && watchMissing(tab, ports),
      watchSettings: (listener) => extensionSettings.watch(listener),
      shortcuts,
      openShortcuts: openShortcutsPage,
      openPage: showOwnPage,
      openAddress: async (url, practice) =>
        showAddress(practice ? chrome.runtime.getURL(`/${await practicePath(url)}`) : url),
      webmailTabs,
      copyText,
      insertText: windowId === null ? null : (text) => insertIntoCompose(windowId, text),
      watchInsertKey: (pressed) => (windowId === null ? () => undefined : watchInsertKey(windowId, pressed)),
      requestAccess,
      addressOnScreen: async () => (windowId === null ? null : ((await activeTab(windowId))?.url ?? null)),
      changed: () => void send('panel→worker changed'),
      sync,
      batches: { kv: extensionKv, locks: navigator.locks },
      drafts: pageDrafts(),
      files: { whole: deps.store.whole, version: chrome.runtime.getManifest().version, save: saveFile },
    },
    client,
  )
  if (follows)
    await Promise.race([askAhead(baton), new Promise((resolve) => setTimeout(resolve, FIRST_LOOK_MS))])
  // The worker looks at what time has brought; it need not start at the same moment as the page.
  setTimeout(() => void send('panel→worker changed'), WORKER_LATER_MS)
  setTimeout(() => void followPlaces(deps), WORKER_LATER_MS)
  return { baton, client }
}

/** Not before the first screen stands, which needs none of it. */
async function followPlaces(deps: Deps & { places: PlaceSource }): Promise<void> {
  const places = await import('./follow-places.ts')
  places.followPlaces(deps)
}

function pageDrafts(): () => Promise<Drafts> {
  let drafts: Promise<Drafts> | null = null
  return () => (drafts ??= openDrafts(extensionKv, extensionChannel('drafts')))
}

async function practicePath(url: string): Promise<string> {
  return (await import('#lib/practice/routes.ts')).practiceUrlFor(url)
}

async function readsMail(): Promise<boolean> {
  return (await extensionSettings.get()).readMail
}

async function ownWindow(): Promise<number> {
  const { id } = await chrome.windows.getCurrent()
  return id ?? chrome.windows.WINDOW_ID_CURRENT
}

const WORKER_LATER_MS = 1_000
/** As long as a page that is read at once may take; a skeleton drawn meanwhile would only delay it. */
const FIRST_LOOK_MS = 60
