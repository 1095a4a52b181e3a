import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import type { StoreEnv } from '#lib/store/env.ts'
import { createFakeHub } from './fake-channel.ts'
import { createFakeLocks } from './fake-locks.ts'
import { createFakeStorage, type FakeStorage } from './fake-storage.ts'

/** A browser profile in memory: what outlives a killed context. */
export interface Profile {
  indexedDB: IDBFactory
  kv: FakeStorage
  /** Clock of the machine, ms. */
  clock: { now: number }
  /** Everything of one context (worker, panel) of this profile. */
  env(): StoreEnv
  /** All locks of killed contexts are free again. */
  restart(): void
  /** IndexedDB is lost whole, as it happens to browsers that are killed. */
  loseDatabase(): void
}

export function createProfile(options: { seed?: number; now?: number; name?: string } = {}): Profile {
  const uuid = uuidSource(options.seed ?? 1)
  let locks = createFakeLocks()
  const hub = createFakeHub()
  const profile: Profile = {
    indexedDB: new IDBFactory(),
    kv: createFakeStorage(),
    clock: { now: options.now ?? Date.UTC(2026, 0, 5, 9) },
    env: () => ({
      name: options.name ?? 'baton',
      indexedDB: profile.indexedDB,
      kv: profile.kv,
      locks: { request: (name, choice, run) => locks.request(name, choice, run) },
      channel: hub.connect(),
      now: () => profile.clock.now,
      uuid,
    }),
    restart: () => {
      locks = createFakeLocks()
    },
    loseDatabase: () => {
      profile.indexedDB = new IDBFactory()
    },
  }
  return profile
}

/** UUIDs in the form of version 7, in rising order, the same for the same seed. */
export function uuidSource(seed: number): () => string {
  let count = 0
  return () => {
    count += 1
    const time = count.toString(16).padStart(12, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${seed.toString(16).padStart(12, '0')}`
  }
}
