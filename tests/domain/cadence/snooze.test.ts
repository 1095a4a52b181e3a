import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { nextTouch, schedule, type PlanInput } from '#lib/domain/cadence/plan.ts'
import { movesOf, snoozeChoices } from '#lib/domain/cadence/snooze.ts'
import { parseWhen } from '#lib/domain/cadence/when.ts'
import { calendarFor } from '#lib/domain/cadence/calendar.ts'
import { calendar, cadence, enrollment, local, NOW, step } from '../samples.ts'
import { daysOff, histories, hours, instants, steps, zones } from './arbitraries.ts'

const LAGOS = 'Africa/Lagos'
const STARTED = enrollment({ startedAt: '2026-11-20T10:00:00.000Z' })

function input(patch: Partial<PlanInput> = {}): PlanInput {
  return {
    cadence: cadence([step('a', 2), step('b', 3), step('c', 4)]),
    enrollment: STARTED,
    touches: [],
    calendar: calendar({}, LAGOS),
    now: NOW,
    ...patch,
  }
}

describe('the choices of the menu', () => {
  test('S2 on a Tuesday afternoon, in the contact’s zone', () => {
    const choices = snoozeChoices(input())
    expect(choices.map(({ id, at, zone }) => `${id} ${local(at, zone)}`)).toEqual([
      'hour Tue 2026-11-24 15:32', 'afternoon Tue 2026-11-24 16:30', 'tomorrow Wed 2026-11-25 10:00',
      'three_days Fri 2026-11-27 10:00', 'next_week Mon 2026-11-30 10:00',
    ]) // oxfmt-ignore
  })

  test('S2 in the morning the afternoon begins at 14:00; late in the day there is none', () => {
    const ids = (now: string) =>
      snoozeChoices(input({ now })).map(({ id, at }) => `${id} ${local(at, LAGOS).slice(15)}`)
    expect(ids('2026-11-24T10:00:00.000Z')).toContain('afternoon 14:00')
    expect(ids('2026-11-24T15:00:00.000Z').join()).not.toContain('afternoon')
  })

  test('S2 on a Friday there is no tomorrow, and the next week begins on Monday', () => {
    const ids = snoozeChoices(input({ now: '2026-11-27T10:00:00.000Z' })).map(({ id }) => id)
    expect(ids).toEqual(['hour', 'afternoon', 'three_days', 'next_week'])
  })

  test('S1 on a Thursday before a long weekend two choices at the same instant are one', () => {
    const choices = snoozeChoices(
      input({ now: '2026-11-26T10:00:00.000Z', calendar: calendar({ daysOff: ['2026-11-27'] }) }),
    )
    expect(choices.map(({ id }) => id)).toEqual(['hour', 'afternoon', 'three_days', 'next_week'])
    expect(new Set(choices.map(({ at }) => at)).size).toBe(choices.length)
  })

  test('S3 typed words come first, at the usual hour of that zone', () => {
    const [typed] = snoozeChoices({ ...input(), typed: 'fri 10' })
    expect(typed).toMatchObject({ id: 'typed', at: '2026-11-27T09:00:00.000Z', zone: LAGOS })
    const [day] = snoozeChoices({ ...input(), typed: '24 dec' })
    expect(local(day?.at ?? NOW, LAGOS)).toBe('Thu 2026-12-24 10:00')
    expect(snoozeChoices({ ...input(), typed: 'whenever' })[0]?.id).toBe('hour')
  })

  test('S1 none where no touch is due', () => {
    expect(snoozeChoices(input({ enrollment: enrollment({ state: 'paused' }) }))).toEqual([])
  })

  test('S4 says which later touches move along, from where and to where', () => {
    const next = snoozeChoices(input({ calendar: calendar() })).find(({ id }) => id === 'next_week')
    expect(next?.moves.map(({ stepId, from, to }) => `${stepId} ${local(from, 'UTC')} → ${local(to, 'UTC')}`)).toEqual([
      'b Fri 2026-11-27 09:00 → Thu 2026-12-03 09:00', 'c Thu 2026-12-03 09:00 → Wed 2026-12-09 09:00',
    ]) // oxfmt-ignore
  })

  test('S4 a later step that counts from the start stays', () => {
    const fixed = cadence([step('a', 2), step('b', 20, 'business_days', 'email', 'start')])
    expect(movesOf(input({ cadence: fixed }), 'a', '2026-11-27T09:00:00.000Z')).toEqual([])
  })
})

describe('typed times, seen from Tuesday 24 November, 13:32 in Lisbon', () => {
  test.each([
    ['fri 10', 'Fri 2026-11-27 10:00'], ['Friday at 10:30', 'Fri 2026-11-27 10:30'], ['tue', 'Tue 2026-12-01 09:00'],
    ['tue 16', 'Tue 2026-11-24 16:00'], ['next fri', 'Fri 2026-12-04 09:00'], ['mon 3', 'Mon 2026-11-30 15:00'],
    ['tomorrow', 'Wed 2026-11-25 09:00'], ['tomorrow 8:30', 'Wed 2026-11-25 08:30'], ['3pm', 'Tue 2026-11-24 15:00'],
    ['10:30', 'Wed 2026-11-25 10:30'], ['in 2 hours', 'Tue 2026-11-24 15:32'], ['1.5h', 'Tue 2026-11-24 15:02'],
    ['in 30 min', 'Tue 2026-11-24 14:02'], ['in 3 days', 'Fri 2026-11-27 09:00'], ['in a week', 'Tue 2026-12-01 09:00'],
    ['in 1 month', 'Thu 2026-12-24 09:00'], ['next week', 'Mon 2026-11-30 09:00'], ['next month', 'Tue 2026-12-01 09:00'],
    ['28 nov', 'Sat 2026-11-28 09:00'], ['nov 30 14:00', 'Mon 2026-11-30 14:00'], ['30th of november at 9', 'Mon 2026-11-30 09:00'],
    ['24 feb 2027', 'Wed 2027-02-24 09:00'], ['1 march', 'Mon 2027-03-01 09:00'], ['29 feb', 'Tue 2028-02-29 09:00'],
    ['2026-12-01', 'Tue 2026-12-01 09:00'], ['2026-12-01 10:15', 'Tue 2026-12-01 10:15'], ['2.12.', 'Wed 2026-12-02 09:00'],
    ['30/11', 'Mon 2026-11-30 09:00'], ['12/13', 'Sun 2026-12-13 09:00'], ['2026-11-25T10:00Z', 'Wed 2026-11-25 10:00'],
    ['thursday, 12 am', 'Thu 2026-11-26 00:00'], ['noon', 'Wed 2026-11-25 12:00'], ['fri afternoon', 'Fri 2026-11-27 14:00'],
  ])('%s', (words, expected) => {
    const at = parseWhen(words, NOW, 'Europe/Lisbon')
    expect(at === null ? null : local(at, 'Europe/Lisbon')).toBe(expected)
  }) // oxfmt-ignore

  test.each([
    '',
    '24',
    'soon',
    'yesterday',
    '4/5',
    '31 nov',
    '30 feb',
    '24 nov',
    'today 9:00',
    '2020-01-01',
    '2020-01-01T10:00Z',
    'in 0 hours',
    '25:00',
    '13pm',
    'fri 10 pm 3',
    'in 2',
    'in -1 hours',
    '2026-13-01',
    'in 999 months',
    '__proto__',
    'x'.repeat(100),
  ])('%j is not understood', (words) => {
    expect(parseWhen(words, NOW, 'Europe/Lisbon')).toBeNull()
  })

  test('business days need a calendar', () => {
    expect(
      parseWhen('in 3 business days', '2026-11-26T10:00:00.000Z', 'Europe/Lisbon', { calendar: calendar() }),
    ).toBe('2026-12-01T09:00:00.000Z')
    expect(parseWhen('in 3 business days', NOW, 'Europe/Lisbon')).toBeNull()
  })

  it('is never in the past, whatever is typed, wherever and whenever', () => {
    const word = fc.constantFrom(
      'fri',
      'next',
      'in',
      '2',
      '10:30',
      'days',
      'tomorrow',
      'nov',
      '24',
      'am',
      '2026-11-24',
      'h',
      'at',
      '29 feb',
      'noon',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word, { maxLength: 4 }).map((words) => words.join(' ')),
          fc.string(),
        ),
        instants(),
        zones(),
        (words, now, zone) => {
          const at = parseWhen(words, now, zone)
          return at === null || at > now
        },
      ),
    )
  })
})

describe('properties', () => {
  const cases = () =>
    fc.record({
      zone: zones(),
      contactZone: fc.option(zones()),
      hours: hours(),
      daysOff: daysOff(),
      steps: steps(),
      touches: histories(),
      startedAt: instants(),
      now: instants(),
    })

  it('S1, S4: every choice lies ahead, is taken as it is, and moves exactly what it says', () => {
    fc.assert(
      fc.property(
        cases(),
        ({ zone, contactZone, hours: given, daysOff: off, steps: list, touches, startedAt, now }) => {
          const plan: PlanInput = {
            cadence: cadence(list),
            enrollment: enrollment({ startedAt }),
            touches,
            calendar: calendarFor({ zone, hours: given, daysOff: off }, zone, contactZone),
            now,
          }
          const next = nextTouch(plan)
          const before = new Map(schedule(plan).map((row) => [row.stepId, row.at]))
          const choices = snoozeChoices(plan)
          expect(new Set(choices.map(({ at }) => at)).size).toBe(choices.length)
          for (const { at, moves } of choices) {
            expect(at > now).toBe(true)
            if (next.kind !== 'due') return false
            const others = touches.filter((touch) => touch.stepId !== next.stepId || touch.cycle !== 0)
            const after = {
              ...plan,
              touches: [
                ...others,
                { stepId: next.stepId, cycle: 0, state: 'snoozed' as const, at: now, snoozedTo: at },
              ],
            }
            const moved = new Map(moves.map((move) => [move.stepId, move]))
            for (const row of schedule(after)) {
              if (row.state !== 'planned') continue
              expect(moved.get(row.stepId)?.to ?? before.get(row.stepId)).toBe(row.at)
            }
          }
          return choices.length > 0 || next.kind !== 'due'
        },
      ),
      { numRuns: 60 },
    )
  })
})
