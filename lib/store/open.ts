import type { Table } from '#lib/domain/records.ts'
import { createAdmin, type StoreAdmin } from './admin.ts'
import { commit } from './commit.ts'
import { locked, type Core } from './core.ts'
import { createDatabase } from './database.ts'
import type { StoreEnv } from './env.ts'
import { kvKeys } from './kv-keys.ts'
import { commitMany, undoMany } from './many.ts'
import { createReads } from './reads.ts'
import { isReady, ready } from './ready.ts'
import type { Store } from './store.ts'
import { undo } from './undo.ts'
import { versionOf } from './version.ts'

type Changed = readonly { t: Table; id: string }[]

/**
 * Opens the store: finishes what was cut off, rebuilds what was lost, then resolves.
 * @throws StoreError `newer` when a newer version has changed the database, `write` when it cannot be opened
 */
export async function openStore(env: StoreEnv): Promise<Store & StoreAdmin> {
  const db = createDatabase(env.indexedDB, env.name)
  const listeners = new Set<(changed: Changed) => void>()
  const tell = (changed: Changed): void => {
    for (const listener of listeners) listener(changed)
  }
  const core: Core = {
    env,
    db,
    keys: kvKeys(env.name),
    reads: createReads(db),
    notify: (changed) => {
      if (changed.length === 0) return
      const ids = changed.map(({ t, id }) => ({ t, id }))
      tell(ids)
      env.channel.post({ store: env.name, changed: ids })
    },
  }
  const unsubscribe = env.channel.subscribe((message) => {
    if (isNews(message, env.name)) tell(message.changed)
  })
  if (!(await isReady(core))) await locked(core, () => ready(core))

  return {
    ...core.reads,
    ...createAdmin(core),
    commit: (plan) => commit(core, plan),
    commitMany: (items, foreseen = {}) => commitMany(core, items, foreseen),
    undo: (group, extra) => undo(core, group, extra),
    undoMany: (groups) => undoMany(core, groups),
    version: () => versionOf(db),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      unsubscribe()
      listeners.clear()
      db.close()
    },
  }
}

function isNews(message: unknown, name: string): message is { changed: Changed } {
  if (typeof message !== 'object' || message === null) return false
  return (
    'store' in message && message.store === name && 'changed' in message && Array.isArray(message.changed)
  )
}
