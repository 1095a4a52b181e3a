import { describe, expect, it, test } from 'vitest'
import fc from 'fast-check'
import { ownStretches, dayAt } from '#lib/domain/cadence/calendar.ts'
import { waitingSince } from '#lib/domain/sla.ts'
import { instantOf } from './cadence/arbitraries.ts'
import { calendar } from './samples.ts'

/** Monday to Friday, 09:00 to 12:00 and 13:00 to 17:00 in Lisbon. */
const HOURS: [string, string][] = [['09:00', '12:00'], ['13:00', '17:00']] // oxfmt-ignore
const office = calendar({ hours: { '1': HOURS, '2': HOURS, '3': HOURS, '4': HOURS, '5': HOURS } })

describe('L1, L2', () => {
  test.each([
    ['at once', '2026-11-24T10:00:00.000Z', '2026-11-24T10:00:00.000Z', 'onTime', 0, 0],
    [
      'to the millisecond before five',
      '2026-11-24T10:00:00.000Z',
      '2026-11-24T10:04:59.999Z',
      'onTime',
      4,
      4,
    ],
    ['five minutes', '2026-11-24T10:00:00.000Z', '2026-11-24T10:05:00.000Z', 'amber', 5, 5],
    ['half an hour', '2026-11-24T10:00:00.000Z', '2026-11-24T10:30:00.000Z', 'red', 30, 30],
    ['over lunch', '2026-11-24T11:50:00.000Z', '2026-11-24T13:10:00.000Z', 'amber', 20, 80],
    ['an hour', '2026-11-24T10:00:00.000Z', '2026-11-24T11:00:00.000Z', 'alarm', 60, 60],
    ['a weekend', '2026-11-20T19:00:00.000Z', '2026-11-23T09:03:00.000Z', 'onTime', 3, 3723],
    ['before it came (L3)', '2026-11-24T10:00:00.000Z', '2026-11-24T09:00:00.000Z', 'onTime', 0, 0],
  ])('%s', (_, arrivedAt, now, level, businessMinutes, wallMinutes) => {
    expect(waitingSince(arrivedAt, now, office)).toMatchObject({ level, businessMinutes, wallMinutes })
  })

  test('the next level begins when so much working time has passed', () => {
    const arrived = '2026-11-20T16:50:00.000Z'
    const next = (now: string) => waitingSince(arrived, now, office).nextAt
    expect(next('2026-11-20T16:50:00.000Z')).toBe('2026-11-20T16:55:00.000Z')
    expect(next('2026-11-20T16:56:00.000Z')).toBe('2026-11-23T09:20:00.000Z')
    expect(next('2026-11-23T09:20:00.000Z')).toBe('2026-11-23T09:50:00.000Z')
    expect(next('2026-11-23T09:50:00.000Z')).toBeNull()
  })

  it('counts the minutes that lie in working time, as counting them one by one does', () => {
    const start = Date.parse('2026-10-23T00:00:00.000Z') // a clock change lies within
    const minute = fc.integer({ min: 0, max: 5 * 1440 })
    fc.assert(
      fc.property(minute, minute, (from, length) => {
        const arrived = start + from * 60_000
        let counted = 0
        for (let at = arrived; at < arrived + length * 60_000; at += 60_000)
          if (ownStretches(office, dayAt(office.zone, at)).some((s) => at >= s.from && at < s.to)) counted++
        const now = instantOf(arrived + length * 60_000)
        return waitingSince(instantOf(arrived), now, office).businessMinutes === counted
      }),
      { numRuns: 60 },
    )
  })
})

test('somebody who never works has a wall clock', () => {
  const never = { ...office, hours: office.hours.map(() => []) }
  expect(waitingSince('2026-11-24T10:00:00.000Z', '2026-11-25T10:00:00.000Z', never)).toMatchObject({
    level: 'onTime',
    wallMinutes: 1440,
  })
})
