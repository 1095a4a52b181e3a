import { describe, expect, test } from 'vitest'
import { leftOut } from '#lib/domain/cadence/left-out.ts'
import { schedule, type PlanInput } from '#lib/domain/cadence/plan.ts'
import type { Step } from '#lib/domain/cadence/step.ts'
import { calendar, cadence, enrollment, local, step } from '../samples.ts'

const skipping = (id: string, value: number, days: number): Step => ({
  ...step(id, value),
  overdue: { policy: 'skip', days },
})
/** Started on Monday 9 November 2026, 10:00 in Lisbon; `a` is due at once. */
const input = (steps: Step[], now: string): PlanInput => ({
  cadence: cadence(steps),
  enrollment: enrollment({ startedAt: '2026-11-09T10:00:00.000Z' }),
  touches: [],
  calendar: calendar(),
  now,
})
const said = (given: PlanInput) => {
  const { touches, nextAt } = leftOut(given)
  return {
    left: touches.map((one) => `${one.step.id} ${local(one.at, 'Europe/Lisbon')}`),
    next: nextAt && local(nextAt, 'Europe/Lisbon'),
  }
}

describe('O3 what is left out by now', () => {
  test('nothing before the day, the touch from that day on', () => {
    const steps = [skipping('a', 0, 2), step('b', 3)]
    expect(said(input(steps, '2026-11-10T12:00:00.000Z'))).toEqual({ left: [], next: 'Wed 2026-11-11 09:00' })
    expect(said(input(steps, '2026-11-11T09:00:00.000Z'))).toEqual({
      left: ['a Wed 2026-11-11 09:00'],
      next: null,
    })
  })

  test('one after the other, each counted from the one before, up to now', () => {
    const steps = [skipping('a', 0, 1), skipping('b', 1, 1), skipping('c', 1, 3), step('d', 1)]
    expect(said(input(steps, '2026-11-16T12:00:00.000Z'))).toEqual({
      left: ['a Tue 2026-11-10 09:00', 'b Thu 2026-11-12 09:00'],
      next: 'Wed 2026-11-18 09:00',
    })
  })

  test('a snoozed touch counts from its new instant, and `wait` and `slide` leave nothing out', () => {
    const snoozed = { ...input([skipping('a', 0, 1)], '2026-11-16T12:00:00.000Z') }
    const touch = { stepId: 'a', cycle: 0, state: 'snoozed' as const, at: '2026-11-09T10:00:00.000Z' }
    const until = { ...snoozed, touches: [{ ...touch, snoozedTo: '2026-11-16T10:00:00.000Z' }] }
    expect(said(until)).toEqual({ left: [], next: 'Tue 2026-11-17 09:00' })
    for (const policy of ['wait', 'slide'] as const)
      expect(said(input([{ ...step('a'), overdue: { policy } }], '2026-12-16T12:00:00.000Z'))).toEqual({
        left: [],
        next: null,
      })
  })

  test('what is left out is what the projection leaves out', () => {
    const steps = [skipping('a', 0, 1), skipping('b', 1, 1), skipping('c', 1, 3), step('d', 1)]
    const given = input(steps, '2026-11-16T12:00:00.000Z')
    const planned = schedule(given).map(({ stepId }) => stepId)
    expect([...leftOut(given).touches.map((one) => one.step.id), ...planned]).toEqual(['a', 'b', 'c', 'd'])
  })
})
