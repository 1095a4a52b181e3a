/**
 * What the store needs of the world around it. The entrypoints pass the browser's own, tests pass fakes
 * (`tests/support`): the store itself touches no browser API.
 */
export interface StoreEnv {
  /** Name of the IndexedDB database, and part of every key in the key-value storage. */
  name: string
  indexedDB: IDBFactory
  kv: KeyValue
  /** `navigator.locks` fits. */
  locks: Locks
  channel: Channel
  /** Wall clock, ms since 1970. */
  now(): number
  /** UUIDv7: ids of groups and of this device. */
  uuid(): string
}

/** Extension storage. One `set` or `remove` is atomic: all of its keys or none. */
export interface KeyValue {
  /** Only the keys that exist are in the answer. */
  get(keys: readonly string[]): Promise<Record<string, unknown>>
  keys(prefix: string): Promise<string[]>
  set(entries: Record<string, unknown>): Promise<void>
  remove(keys: readonly string[]): Promise<void>
}

/** The part of the Web Locks API that is used: exclusive locks; with `ifAvailable` the callback gets null when taken. */
export interface Locks {
  request<T>(
    name: string,
    options: { mode?: 'exclusive'; ifAvailable?: boolean },
    run: (lock: unknown) => Promise<T>,
  ): Promise<T>
}

/** Tells the other contexts of the extension; like BroadcastChannel it does not come back to the sender. */
export interface Channel {
  post(message: unknown): void
  subscribe(listener: (message: unknown) => void): () => void
}
