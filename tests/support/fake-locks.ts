import type { Locks } from '#lib/store/env.ts'

/** Web Locks of one browser profile: exclusive, first come first served. */
export function createFakeLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>()
  return {
    request: async (name, options, run) => {
      const tail = tails.get(name)
      if (tail && options.ifAvailable) return run(null)
      const mine = (tail ?? Promise.resolve()).then(() => run({ name }))
      const settled = mine.then(
        () => undefined,
        () => undefined,
      )
      tails.set(name, settled)
      try {
        return await mine
      } finally {
        if (tails.get(name) === settled) tails.delete(name)
      }
    },
  }
}
