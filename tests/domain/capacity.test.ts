import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { dayText, epochDay, isWorkingDay, startOfWork, type EpochDay } from '#lib/domain/cadence/calendar.ts'
import { channelOf, type StepType } from '#lib/domain/cadence/step.ts'
import {
  isOver,
  loadOf,
  minutesOf,
  proposeStarts,
  startTogether,
  total,
  type Limits,
  type LoadTouch,
} from '#lib/domain/capacity.ts'
import { instantOf } from './cadence/arbitraries.ts'
import { calendar } from './samples.ts'

const office = calendar()
const TUESDAY = epochDay('2026-11-24') ?? 0
const NO_LIMITS: Limits = {
  dailyTouches: null,
  dailyCaps: { email: null, linkedin: null, call: null, task: null },
}

/** Touches so many days after the beginning, at the start of work. */
const pattern =
  (...steps: [number, StepType][]) =>
  (day: EpochDay): LoadTouch[] =>
    steps.map(([after, type]) => ({ at: instantOf(startOfWork(office, day + after)), type }))
const mailAndCall = pattern([0, 'email'], [2, 'call'])
const input = (people: number, limits: Partial<Limits> = {}) => ({
  people, touchesFrom: mailAndCall, load: loadOf([], office), limits: { ...NO_LIMITS, ...limits }, today: TUESDAY, calendar: office,
}) // oxfmt-ignore
const counted = (days: readonly string[]) => Object.fromEntries(Map.groupBy(days, (day) => day).entries().map(([day, all]) => [day, all.length])) // oxfmt-ignore

describe('Q1, Q2 beginnings under the limits', () => {
  test('without limits all begin today', () => {
    expect(counted(proposeStarts(input(40)).days)).toEqual({ '2026-11-24': 40 })
  })

  test('forty people under ten mails a day begin on four working days', () => {
    const limits = { dailyCaps: { ...NO_LIMITS.dailyCaps, email: 10 } }
    const starts = proposeStarts(input(40, limits))
    expect(counted(starts.days)).toEqual({
      '2026-11-24': 10,
      '2026-11-25': 10,
      '2026-11-26': 10,
      '2026-11-27': 10,
    })
    expect(starts.over).toBe(0)
    expect(startTogether(input(40, limits)).over).toBe(30)
  })

  test('what is planned already takes its room, also that of later steps', () => {
    const call = { at: instantOf(startOfWork(office, TUESDAY + 2)), type: 'call' as const }
    const load = loadOf(Array.from({ length: 5 }, () => call), office) // oxfmt-ignore
    const limits = { ...NO_LIMITS, dailyCaps: { ...NO_LIMITS.dailyCaps, call: 5 } }
    const { days } = proposeStarts({ ...input(5), load, limits })
    expect(counted(days)).toEqual({ '2026-11-25': 5 })
  })

  test('on a Sunday they begin on Monday', () => {
    const sunday = epochDay('2026-11-22') ?? 0
    expect(proposeStarts({ ...input(1), today: sunday }).days).toEqual(['2026-11-23'])
  })
})

test('Q3: where nothing has room, each begins where least is too much', () => {
  const load = loadOf(
    Array.from({ length: 400 }, (_, n) => ({ at: instantOf(startOfWork(office, TUESDAY + Math.floor(n / 4))), type: 'email' as const })),
    office,
  ) // oxfmt-ignore
  const starts = proposeStarts({ ...input(3), load, limits: { ...NO_LIMITS, dailyTouches: 2 } })
  expect(starts.days).toHaveLength(3)
  expect(starts.over).toBeGreaterThan(0)
})

it('never goes beyond a limit while it says that nothing is too much, and loses nobody', () => {
  const limit = fc.option(fc.integer({ min: 1, max: 6 }), { nil: null })
  const limits = fc.record({
    dailyTouches: limit,
    dailyCaps: fc.record({ email: limit, linkedin: limit, call: limit, task: limit }),
  })
  const existing = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom<StepType>('email', 'call')), { maxLength: 20 }) // oxfmt-ignore
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), limits, existing, (people, some, there) => {
      const load = loadOf(there.map(([after, type]) => ({ at: instantOf(startOfWork(office, TUESDAY + after)), type })), office) // oxfmt-ignore
      const starts = proposeStarts({ ...input(people, some), load })
      const count = [...starts.load.values()].reduce((sum, day) => sum + total(day), 0)
      expect(count).toBe(there.length + people * 2)
      expect(starts.days.every((day) => isWorkingDay(office, epochDay(day) ?? 0))).toBe(true)
      if (starts.over > 0) return
      for (const [day, holds] of starts.load) {
        const before = load.get(day)
        const more = total(holds) > total(before)
        if (more && !isOver(before, { ...NO_LIMITS, ...some })) expect(isOver(holds, { ...NO_LIMITS, ...some }), dayText(day)).toBe(false) // oxfmt-ignore
      }
    }),
    { numRuns: 300 },
  )
})

test('Q4: minutes of a type are the rep’s, or those of its channel', () => {
  expect(minutesOf('call', { touchMinutes: {} })).toBe(6)
  expect(minutesOf('linkedin_view', { touchMinutes: {} })).toBe(4)
  expect(minutesOf('call', { touchMinutes: { call: 12 } })).toBe(12)
  expect(channelOf('linkedin_view')).toBe('linkedin')
})
