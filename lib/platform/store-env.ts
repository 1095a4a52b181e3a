import type { Channel, KeyValue, StoreEnv } from '#lib/store/env.ts'
import { v7 } from 'uuid'

/** Extension storage as the store's key-value port. */
export const extensionKv: KeyValue = {
  get: (keys) => (keys.length === 0 ? Promise.resolve({}) : chrome.storage.local.get([...keys])),
  keys: async (prefix) => (await chrome.storage.local.getKeys()).filter((key) => key.startsWith(prefix)),
  set: (entries) => chrome.storage.local.set(entries),
  remove: (keys) => chrome.storage.local.remove([...keys]),
}

/** Forgotten when the browser ends or the extension is loaded anew. */
export const sessionNotes: Pick<KeyValue, 'get' | 'set'> = {
  get: (keys) => chrome.storage.session.get([...keys]),
  set: (entries) => chrome.storage.session.set(entries),
}

export function storeEnv(name: string): StoreEnv {
  return {
    name,
    indexedDB,
    kv: extensionKv,
    locks: navigator.locks,
    channel: extensionChannel('baton'),
    now: Date.now,
    uuid: () => v7(),
  }
}

/** Tells the other pages of the extension. */
export function extensionChannel(name: string): Channel {
  const channel = new BroadcastChannel(name)
  return {
    post: (message) => channel.postMessage(message),
    subscribe: (listener) => {
      const heard = (event: MessageEvent<unknown>): void => listener(event.data)
      channel.addEventListener('message', heard)
      return () => channel.removeEventListener('message', heard)
    },
  }
}
