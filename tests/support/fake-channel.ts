import type { Channel } from '#lib/store/env.ts'

/** A BroadcastChannel of one profile: everybody hears it but the sender. */
export function createFakeHub(): { connect(): Channel } {
  const members = new Set<(message: unknown) => void>()
  return {
    connect: () => {
      const own = new Set<(message: unknown) => void>()
      return {
        post: (message) => {
          for (const listener of members) if (!own.has(listener)) listener(message)
        },
        subscribe: (listener) => {
          members.add(listener)
          own.add(listener)
          return () => {
            members.delete(listener)
            own.delete(listener)
          }
        },
      }
    },
  }
}
