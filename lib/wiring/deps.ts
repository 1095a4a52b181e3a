import type { Deps } from '#lib/app/deps.ts'
import { holidaySource } from '#lib/app/holidays.ts'
import { ensureShipped } from '#lib/app/shipped-cadences.ts'
import { systemClock, systemIds } from '#lib/platform/clock.ts'
import { extensionSettings } from '#lib/platform/settings.ts'
import { extensionKv, storeEnv } from '#lib/platform/store-env.ts'
import type { StoreAdmin } from '#lib/store/admin.ts'
import { openStore } from '#lib/store/open.ts'
import type { Store } from '#lib/store/store.ts'

export const DATABASE = 'local'

export interface RealDeps extends Deps {
  store: Store & StoreAdmin
}

/** Opens the store and puts the shipped cadences in. @throws StoreError when the database cannot be opened */
export async function openDeps(): Promise<RealDeps> {
  const store = await openStore(storeEnv(DATABASE))
  const deps: RealDeps = {
    store,
    clock: systemClock,
    ids: systemIds,
    settings: extensionSettings,
    holidays: holidaySource(extensionKv),
  }
  await ensureShipped(deps)
  return deps
}
