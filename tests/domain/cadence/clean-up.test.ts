import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarFor, dayAt, epochDay } from '#lib/domain/cadence/calendar.ts'
import { CLEAN_UPS, cleanedUp, daySpread, firstOn, type CleanedUp } from '#lib/domain/cadence/clean-up.ts'
import { nextTouch, schedule, type PlanInput, type PlanTouch } from '#lib/domain/cadence/plan.ts'
import type { Shift } from '#lib/domain/records.ts'
import { calendar, cadence, enrollment, local, NOW, step } from '../samples.ts'
import { daysOff, histories, hours, instants, steps, zones } from './arbitraries.ts'

const LISBON = 'Europe/Lisbon'
const day = (text: string): number => epochDay(text) ?? NaN
/** Made on Monday the 9th; `b` was due on Wednesday the 11th; now is Tuesday the 24th, 13:32. */
const late: PlanInput = {
  cadence: cadence([
    step('a'),
    step('b', 2),
    step('c', 3),
    step('d', 5),
    { ...step('bye', 2), breakup: true },
  ]),
  enrollment: enrollment({ startedAt: '2026-11-09T10:00:00.000Z' }),
  touches: [{ stepId: 'a', cycle: 0, state: 'done', at: '2026-11-09T10:00:00.000Z', snoozedTo: null }],
  calendar: calendar(),
  now: NOW,
}
const shift = (given: Partial<Shift>): Shift => ({
  stepId: 'b',
  type: 'email',
  cycle: 0,
  at: NOW,
  until: '2026-11-30T09:00:00.000Z',
  batch: '00000000-0000-4000-8000-000000000001',
  ...given,
})
const said = (cleaned: CleanedUp | null) =>
  cleaned && {
    touches: cleaned.touches.map(({ step: { id }, state, at, snoozedTo }) =>
      state === 'skipped'
        ? `${id} skipped ${local(at, LISBON)}`
        : `${id} until ${local(snoozedTo ?? '', LISBON)}`,
    ),
    to: cleaned.to && `${cleaned.to.stepId} ${local(cleaned.to.at, LISBON)}`,
  }

describe('K1 to K4 what becomes of an overdue touch', () => {
  test('shifted, it is due at the instant given, and what follows counts from there', () => {
    const at = firstOn(late, 'b', day('2026-11-28'))
    const cleaned = cleanedUp(late, 'shift', at)
    expect(said(cleaned)).toEqual({ touches: [], to: 'b Mon 2026-11-30 09:00' })
    const shifts = [shift({ at: NOW, until: at })]
    const rows = schedule({ ...late, enrollment: { ...late.enrollment, shifts } })
    expect(rows.slice(1, 3).map((row) => `${row.stepId} ${local(row.at, LISBON)}`)).toEqual([
      'b Mon 2026-11-30 09:00',
      'c Thu 2026-12-03 09:00',
    ])
  })

  test('K2, P8: of a shift and a snooze the later one holds; a touch that was made is over', () => {
    const input = { ...late, enrollment: { ...late.enrollment, shifts: [shift({ at: NOW })] } }
    const b: PlanTouch = { stepId: 'b', cycle: 0, state: 'snoozed', at: NOW, snoozedTo: NOW }
    const dueOf = (row: PlanTouch, from = input) => {
      const next = nextTouch({ ...from, touches: [...late.touches, row] })
      return next.kind === 'due' && `${next.stepId} ${local(next.at, LISBON)}`
    }
    const later = { at: '2026-11-24T15:00:00.000Z', snoozedTo: '2026-11-27T15:00:00.000Z' }
    expect(dueOf({ ...b, ...later })).toBe('b Fri 2026-11-27 15:00')
    // By the clock of another device it came later, but what it was put off to had passed.
    const passed = { at: '2026-11-24T15:00:00.000Z', snoozedTo: '2026-11-20T15:00:00.000Z' }
    expect(dueOf({ ...b, ...passed })).toBe('b Mon 2026-11-30 09:00')
    expect(dueOf({ ...b, state: 'done', at: '2026-11-25T10:00:00.000Z' })).toBe('c Mon 2026-11-30 09:00')
    const next = { ...input, enrollment: { ...input.enrollment, cycle: 1 } }
    expect(nextTouch(next)).toMatchObject({ stepId: 'a' })
  })

  test('W5: shifted, it keeps the best time of its step', () => {
    const best = { ...step('b', 2), window: { from: '09:00', to: '17:00', best: '10:45' } }
    const input = { ...late, cadence: cadence([step('a'), best]) }
    expect(local(firstOn(input, 'b', day('2026-11-28')), LISBON)).toBe('Mon 2026-11-30 10:45')
  })

  test('skipped, the next one counts from now', () => {
    expect(said(cleanedUp(late, 'skip'))).toEqual({
      touches: ['b skipped Tue 2026-11-24 13:32'],
      to: 'c Fri 2026-11-27 09:00',
    })
  })

  test('collapsed, what would be over by now is left out and its last touch is due now, never the break-up', () => {
    expect(said(cleanedUp(late, 'collapse'))).toEqual({
      touches: [
        'b skipped Wed 2026-11-11 09:00',
        'c skipped Mon 2026-11-16 09:00',
        'd until Tue 2026-11-24 13:32',
      ],
      to: 'd Tue 2026-11-24 13:32',
    })
    const later = { ...late, now: '2026-12-15T13:32:00.000Z' }
    expect(said(cleanedUp(later, 'collapse'))?.to).toBe('d Tue 2026-12-15 13:32')
  })

  test('collapsed while nothing else is late, it is only brought to now', () => {
    const soon = { ...late, now: '2026-11-12T19:00:00.000Z' }
    expect(said(cleanedUp(soon, 'collapse'))).toEqual({
      touches: ['b until Fri 2026-11-13 09:00'],
      to: 'b Fri 2026-11-13 09:00',
    })
  })

  test('closed, nothing is written and none is left; where nothing is due there is nothing to clean', () => {
    expect(said(cleanedUp(late, 'close'))).toEqual({ touches: [], to: null })
    for (const how of CLEAN_UPS)
      expect(cleanedUp({ ...late, enrollment: enrollment({ state: 'paused' }) }, how)).toBeNull()
  })
})

describe('K2 days are filled one after the other', () => {
  const spreadOf = (
    planned: [string, number][],
    perDay: number,
    count: number,
    own = calendar(),
  ): string[] => {
    const take = daySpread(own, {
      from: day('2026-11-25'),
      perDay,
      planned: new Map(planned.map(([date, touches]) => [day(date), touches])),
    })
    const first = (date: number) => firstOn({ cadence: late.cadence, calendar: own }, 'b', date)
    return Array.from({ length: count }, () => take(first).slice(0, 10))
  }

  test('with what is planned already, over weekends and days off', () => {
    expect(spreadOf([['2026-11-25', 2]], 3, 5)).toEqual([
      '2026-11-25',
      '2026-11-26',
      '2026-11-26',
      '2026-11-26',
      '2026-11-27',
    ])
    expect(spreadOf([], 1, 4, calendar({ daysOff: ['2026-11-26'] }))).toEqual([
      '2026-11-25',
      '2026-11-27',
      '2026-11-30',
      '2026-12-01',
    ])
  })

  test('a limit of nothing is a limit of one, and no day is put off for ever', () => {
    expect(spreadOf([], 0, 2)).toEqual(['2026-11-25', '2026-11-26'])
    const full = Array.from({ length: 800 }, (_, n): [string, number] => [
      Temporal.PlainDate.from('2026-11-25').add({ days: n }).toString(),
      9,
    ])
    expect(spreadOf(full, 9, 1)).toHaveLength(1)
  })
})

test('K5 whatever was overdue is not any more, nothing comes before now, and it is always finite', () => {
  let cleanedCount = 0
  fc.assert(
    fc.property(
      fc.record({ list: steps(), touches: histories(), startedAt: instants(), now: instants() }),
      fc.record({ zone: zones(), contactZone: fc.option(zones()), hours: hours(), daysOff: daysOff() }),
      fc.constantFrom(...CLEAN_UPS),
      ({ list, touches, startedAt, now }, plain, how) => {
        const own = calendarFor(plain, 'UTC', plain.contactZone)
        const input: PlanInput = { cadence: cadence(list), enrollment: enrollment({ startedAt }), touches, calendar: own, now }
        const before = nextTouch(input)
        const cleaned = cleanedUp(input, how)
        expect(cleaned === null).toBe(before.kind !== 'due')
        if (cleaned === null || before.kind !== 'due' || before.at >= now) return
        cleanedCount++
        const rows = cleaned.touches.map((one): PlanTouch => ({ ...one, stepId: one.step.id, cycle: 0 }))
        const ids = new Set(rows.map(({ stepId }) => stepId))
        const kept = touches.filter(({ stepId, cycle }) => cycle !== 0 || !ids.has(stepId))
        const { to } = cleaned
        const shifts = how === 'shift' && to ? [shift({ stepId: to.stepId, at: now, until: to.at })] : []
        const after = nextTouch({
          ...input,
          enrollment: { ...input.enrollment, shifts },
          touches: [...kept, ...rows],
        })
        if (how === 'close') return
        expect(cleaned.to?.at ?? null).toBe(after.kind === 'due' ? after.at : null)
        // A touch that happened later than «now» by another clock puts the next one off further still.
        if (how !== 'skip') expect(cleaned.to && cleaned.to.at >= now).toBe(true)
        expect(new Set(cleaned.touches.map(({ state }) => state)).size).toBeLessThanOrEqual(2)
        for (const { at } of cleaned.touches) expect(at <= now || at === now).toBe(true)
        expect(dayAt(own.zone, Date.parse(cleaned.to?.at ?? now))).toBeGreaterThan(0)
      },
    ),
    { numRuns: 300 },
  ) // oxfmt-ignore
  expect(cleanedCount).toBeGreaterThan(60)
})
