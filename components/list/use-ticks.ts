import { useRef, useState } from 'react'

export interface Ticks {
  has: (key: string) => boolean
  count: number
  /** With `range`, everything between the row ticked last and this one gets the same. */
  toggle: (key: string, options?: { range?: boolean }) => void
  tick: (keys: readonly string[]) => void
  clear: () => void
}

/** Which rows are ticked. Only what can be ticked counts: a row that became known or held meanwhile is left out. */
export function useTicks(tickable: readonly string[]): Ticks {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string | null>(null)
  const allowed = new Set(tickable)
  const valid = ticked.intersection(allowed)
  return {
    has: (key) => valid.has(key),
    count: valid.size,
    toggle: (key, { range = false } = {}) => {
      if (!allowed.has(key)) return
      const on = !valid.has(key)
      const keys = range ? between(tickable, last.current, key) : [key]
      last.current = key
      setTicked(on ? valid.union(new Set(keys)) : valid.difference(new Set(keys)))
    },
    tick: (keys) => setTicked(valid.union(new Set(keys))),
    clear: () => setTicked(new Set()),
  }
}

function between(keys: readonly string[], from: string | null, to: string): readonly string[] {
  const [a, b] = [keys.indexOf(from ?? to), keys.indexOf(to)]
  return a < 0 || b < 0 ? [to] : keys.slice(Math.min(a, b), Math.max(a, b) + 1)
}
