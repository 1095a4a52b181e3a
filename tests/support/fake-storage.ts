import type { KeyValue } from '#lib/store/env.ts'

export interface FakeStorage extends KeyValue {
  entries: Map<string, string>
  /** Called before every operation; what it throws is the operation's failure, and nothing was done. */
  before: (operation: 'get' | 'keys' | 'set' | 'remove') => void
}

/** Extension storage in memory: values are copied as JSON, as Chrome does; `set` and `remove` are atomic. */
export function createFakeStorage(entries = new Map<string, string>()): FakeStorage {
  const fake: FakeStorage = {
    entries,
    before: () => undefined,
    get: async (keys) => {
      fake.before('get')
      return Object.fromEntries(
        keys.flatMap((key) => {
          const text = entries.get(key)
          return text === undefined ? [] : [[key, JSON.parse(text) as unknown]]
        }),
      )
    },
    keys: async (prefix) => {
      fake.before('keys')
      return [...entries.keys()].filter((key) => key.startsWith(prefix))
    },
    set: async (values) => {
      fake.before('set')
      for (const [key, value] of Object.entries(values)) entries.set(key, JSON.stringify(value))
    },
    remove: async (keys) => {
      fake.before('remove')
      for (const key of keys) entries.delete(key)
    },
  }
  return fake
}
