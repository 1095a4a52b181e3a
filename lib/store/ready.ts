import { heal } from './heal.ts'
import { identityOf, type AheadMark, type Core, type Identity } from './core.ts'
import type { Meta } from './database.ts'
import { finishLeftovers } from './leftovers.ts'
import { mirrorAll } from './mirror-all.ts'

/**
 * Brings the database to a state in which it can be written, and gives its counters. The caller holds the lock.
 * Normally two reads; a commit that was cut off is finished, and a lost database is rebuilt.
 */
export async function ready(core: Core): Promise<Meta> {
  const { meta, identity, mark } = await state(core)
  if (meta && identity && identity.generation === meta.generation) return finishLeftovers(core, meta, mark)
  if (identity) return heal(core, identity, mark)
  if (!meta) return create(core)
  // The key-value storage was emptied: it gets its mirrors again.
  await mirrorAll(core, meta)
  return meta
}

/** Whether there is nothing to bring about: then nobody need wait for the lock to look at what is stored. */
export async function isReady(core: Core): Promise<boolean> {
  const { meta, identity, mark } = await state(core)
  if (!meta || identity?.generation !== meta.generation) return false
  return !mark || mark.no <= meta.commits
}

async function state(core: Core) {
  const [meta, stored] = await Promise.all([
    core.db.read(['meta'], (tx) => tx.objectStore('meta').get('meta')),
    core.env.kv.get([core.keys.id, core.keys.wa]),
  ])
  // Both are written by this room alone.
  const identity = stored[core.keys.id] as Identity | undefined
  const mark = stored[core.keys.wa] as AheadMark | undefined
  return { meta, identity, mark }
}

async function create(core: Core): Promise<Meta> {
  const meta: Meta = {
    key: 'meta',
    generation: core.env.uuid(),
    client: core.env.uuid(),
    nextSeq: 1,
    nextN: 1,
    commits: 0,
    hlc: 0,
    offset: 0,
    epoch: '',
    cursor: 0,
    seen: 0,
    pass: 0,
    resync: null,
    binding: null,
    left: null,
  }
  await core.db.write(['meta'], 'strict', (tx) => tx.objectStore('meta').put(meta))
  await core.env.kv.set({ [core.keys.id]: identityOf(meta) })
  return meta
}
