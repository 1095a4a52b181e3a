import { send } from '#lib/platform/messages.ts'
import { saveAs } from '#lib/platform/save-as.ts'
import type { SyncPort } from '#lib/queries/baton.ts'
import { newPairingCode, pair, syncKeys, unpair } from '#lib/sync/pairing.ts'
import { syncStatus } from '#lib/sync/status.ts'
import { DATABASE, type RealDeps } from './deps.ts'
import { syncDeps } from './sync.ts'

/** Pairing and state of sync for a page; the exchange itself runs in the worker. */
export function pageSync(deps: RealDeps): SyncPort {
  const sync = syncDeps(deps)
  const { auth, status } = syncKeys(DATABASE)
  return {
    status: () => syncStatus(sync),
    watch: (listener) => {
      const changed = (changes: Record<string, unknown>): void => {
        if (auth in changes || status in changes) listener()
      }
      chrome.storage.local.onChanged.addListener(changed)
      const unsubscribe = deps.store.subscribe(listener)
      return () => {
        chrome.storage.local.onChanged.removeListener(changed)
        unsubscribe()
      }
    },
    now: async () => void (await send('panel→worker sync-now')),
    pair: async ({ url, code }) => {
      await pair(sync, { url, code, device: deviceName() })
      await send('panel→worker sync-now')
    },
    unpair: () => unpair(sync),
    pairingCode: () => newPairingCode(sync),
    exportUnsent: async () => saveAs('baton-unsent', await deps.store.exportUnsent()),
    dropRejected: ({ t, id }) => deps.store.dropRejected(t, id),
  }
}

/** How the server lists this browser: what it is, nothing about whom. */
function deviceName(): string {
  return /Edg\//.test(navigator.userAgent) ? 'Edge' : 'Chrome'
}
