import type { Clock, Ids } from '#lib/app/deps.ts'
import { v7 } from 'uuid'

/** The machine's clock and zone, asked anew each time: both may change while Baton runs. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
}

export const systemIds: Ids = { next: () => v7() }
