/** Chance that can be repeated: the same seed gives the same throws (mulberry32, public domain). */
export type Dice = {
  /** 0 ≤ x < 1 */
  readonly next: () => number
  /** A whole number below `n`. */
  readonly below: (n: number) => number
  readonly pick: <T>(list: readonly T[]) => T
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    next,
    below,
    pick: (list) => {
      const one = list[below(list.length)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
  }
}
