/** Full jitter: anywhere between nothing and the doubled wait, so that devices do not come back all at once. ms */
export function backoff(failures: number, random: number): number {
  return Math.round(random * Math.min(LONGEST, FIRST * 2 ** Math.min(failures, 20)))
}

/** What a server asks for, within reason. */
export const askedWait = (ms: number): number => Math.min(Math.max(0, ms), LONGEST)

/** Whether to wait for this instant: one further away was set by a clock that has been set back since. ms */
export const isToWait = (until: number, now: number): boolean => until > now && until - now <= LONGEST

const FIRST = 1_000
const LONGEST = 15 * 60_000
