import { extensionKv } from '#lib/platform/store-env.ts'
import type { SyncDeps } from '#lib/sync/engine.ts'
import { DATABASE, type RealDeps } from './deps.ts'

/** What pairing, status and exchange stand on in the real extension. */
export function syncDeps(deps: RealDeps): SyncDeps {
  return {
    store: deps.store,
    kv: extensionKv,
    locks: navigator.locks,
    db: DATABASE,
    fetch: (url, init) => fetch(url, init),
    now: Date.now,
    random: Math.random,
    uuid: () => deps.ids.next(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    app: chrome.runtime.getManifest().version,
  }
}
