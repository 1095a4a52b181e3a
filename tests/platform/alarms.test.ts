import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { HEARTBEAT, keepHeartbeat } from '#lib/platform/alarms.ts'

const NOW = Date.parse('2026-11-24T09:30:00.000Z')
const MINUTE = 60_000
let standing: Record<string, { scheduledTime: number; periodInMinutes?: number }>
const create = vi.fn<(name: string, info: object) => Promise<void>>(() => Promise.resolve())

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
  create.mockClear()
  standing = {}
  vi.stubGlobal('chrome', { alarms: { get: (name: string) => Promise.resolve(standing[name]), create } })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test.each([
  ['absent', undefined, true],
  ['as it should be', { scheduledTime: NOW + 3 * MINUTE, periodInMinutes: 5 }, false],
  ['late, as after sleep', { scheduledTime: NOW - 600 * MINUTE, periodInMinutes: 5 }, false],
  ['of another period', { scheduledTime: NOW + 3 * MINUTE, periodInMinutes: 1 }, true],
  ['two days off: the clock was set back', { scheduledTime: NOW + 2_880 * MINUTE, periodInMinutes: 5 }, true],
])('the heartbeat that is %s', async (_, alarm, isMade) => {
  if (alarm) standing[HEARTBEAT] = alarm
  await keepHeartbeat()
  expect(create.mock.calls.length).toBe(isMade ? 1 : 0)
})
