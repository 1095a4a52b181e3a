import type { StoreEnv } from '#lib/store/env.ts'
import type { Fate } from './fate.ts'

/** A context that is killed before its n-th step: this step and all later ones never happen. */
export interface Doomed {
  env: StoreEnv
  steps: number
}

export class Killed extends Error {
  override readonly name = 'Killed'
}

/**
 * Every use of storage and every IndexedDB transaction is a step. `fate` decides what happens at step n (from 1):
 * `go`, or `stop` = it throws and was not done.
 */
export function doomed(env: StoreEnv, fate: Fate): Doomed {
  const context: Doomed = { env, steps: 0 }
  const step = (): void => {
    context.steps += 1
    if (fate(context.steps) === 'stop') throw new Killed(`step ${context.steps}`)
  }
  context.env = {
    ...env,
    kv: {
      get: async (keys) => (step(), env.kv.get(keys)),
      keys: async (prefix) => (step(), env.kv.keys(prefix)),
      set: async (entries) => (step(), env.kv.set(entries)),
      remove: async (keys) => (step(), env.kv.remove(keys)),
    },
    indexedDB: countingFactory(env.indexedDB, step),
  }
  return context
}

/** Counts transactions of the connections it opens. */
function countingFactory(factory: IDBFactory, step: () => void): IDBFactory {
  return {
    cmp: (a: unknown, b: unknown) => factory.cmp(a, b),
    databases: () => factory.databases(),
    deleteDatabase: (name: string) => factory.deleteDatabase(name),
    open: (name: string, version?: number) => {
      const request = factory.open(name, version)
      request.addEventListener('success', () => {
        const db = request.result
        const begin = db.transaction.bind(db)
        db.transaction = (...args: Parameters<IDBDatabase['transaction']>) => {
          step()
          return begin(...args)
        }
      })
      return request
    },
  }
}
