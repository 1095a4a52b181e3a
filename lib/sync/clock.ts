/**
 * The server's clock as seen from here. A sample is right within half its round trip, so of the last eight the one
 * with the shortest round trip counts (as NTP does).
 */
export interface ClockSample {
  /** Server clock minus own, ms. */
  offset: number
  roundTrip: number
}

export function clockSample(sentAt: number, receivedAt: number, serverTime: number): ClockSample {
  return { offset: serverTime - (sentAt + receivedAt) / 2, roundTrip: Math.max(0, receivedAt - sentAt) }
}

export function withSample(samples: readonly ClockSample[], sample: ClockSample): ClockSample[] {
  // Somebody has set the machine's clock: what was measured before says nothing any more.
  const isMoved = samples.some(
    (old) => Math.abs(old.offset - sample.offset) > old.roundTrip + sample.roundTrip + JUMP,
  )
  return [...(isMoved ? [] : samples), sample].slice(-BEST_OF)
}

/** ms; 0 without samples. */
export function bestOffset(samples: readonly ClockSample[]): number {
  const best = samples.toSorted((a, b) => a.roundTrip - b.roundTrip)[0]
  return best === undefined ? 0 : Math.round(best.offset)
}

const BEST_OF = 8
const JUMP = 2_000
