/**
 * Three alarms. They only wake the worker: what is due stands in the store. Creating an alarm that stands already
 * would reset it, so each is created only when absent or different.
 */
export const NEXT_DUE = 'worker next-due'
export const SYNC_AGAIN = 'worker sync-again'
export const HEARTBEAT = 'worker heartbeat'

const HEARTBEAT_MINUTES = 5

export async function keepHeartbeat(): Promise<void> {
  const standing = await chrome.alarms.get(HEARTBEAT)
  // Chrome waits for the instant that stands, however far a clock that was set back has moved it away.
  const isNear = (standing?.scheduledTime ?? 0) <= Date.now() + 2 * HEARTBEAT_MINUTES * 60_000
  if (standing?.periodInMinutes === HEARTBEAT_MINUTES && isNear) return
  await chrome.alarms.create(HEARTBEAT, { periodInMinutes: HEARTBEAT_MINUTES })
}

/** Sets the alarm to an instant (ms since the epoch), or clears it when there is nothing to wake for. */
export async function wakeAt(name: typeof NEXT_DUE | typeof SYNC_AGAIN, when: number | null): Promise<void> {
  const standing = await chrome.alarms.get(name)
  if (when === null) {
    if (standing) await chrome.alarms.clear(name)
    return
  }
  if (standing && Math.abs(standing.scheduledTime - when) < 1_000) return
  await chrome.alarms.create(name, { when })
}
