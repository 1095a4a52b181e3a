import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { leftOut } from '#lib/domain/cadence/left-out.ts'
import { nextTouch, schedule, type PlanInput } from '#lib/domain/cadence/plan.ts'
import { FACTS, SIGNALS, step as stepSchema, STEP_TYPES, type Step } from '#lib/domain/cadence/step.ts'
import type { Settings } from '#lib/domain/settings.ts'
import { instant } from '#lib/domain/values.ts'
import { calendar, enrollment, kari, NOW, step } from '../samples.ts'
import { histories, instants } from './arbitraries.ts'

/** Whatever may stand in the store: nothing stops the planning of one person, and so of all. */
const time = fc.constantFrom('00:00', '08:59', '09:00', '12:30', '23:59')
const window = fc.record(
  {
    from: time,
    to: fc.oneof(time, fc.constant('24:00')),
    weekdays: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 8 }),
    best: time,
    zone: fc.constantFrom('contact' as const, 'rep' as const),
  },
  { requiredKeys: ['from', 'to'] },
)
const condition = fc.oneof(
  fc.constantFrom(...FACTS, ...SIGNALS),
  fc.record({ step: fc.constantFrom('s0', 'gone'), outcome: fc.constantFrom('email_sent', 'negative', 'x') }),
)
const anyStep = (id: string): fc.Arbitrary<Step> =>
  fc
    .record({
      type: fc.constantFrom(...STEP_TYPES),
      delay: fc.record({
        value: fc.constantFrom(0, 1, 7, 261, 3650),
        unit: fc.constantFrom(
          'minutes' as const,
          'hours' as const,
          'days' as const,
          'business_days' as const,
        ),
        from: fc.constantFrom('previous' as const, 'start' as const, 'arrival' as const),
      }),
      more: fc.record(
        {
          window,
          when: fc.array(condition, { maxLength: 3 }),
          overdue: fc.record({
            policy: fc.constantFrom('wait' as const, 'slide' as const, 'skip' as const),
            days: fc.constantFrom(0, 1, 365),
          }),
        },
        { requiredKeys: [] },
      ),
    })
    .map(({ more, ...rest }) => ({ ...step(id), ...rest, ...more }))
const anySteps = fc
  .integer({ min: 1, max: 12 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => anyStep(`s${String(n)}`))))
const zone = fc.constantFrom('Europe/Lisbon', 'Pacific/Apia', 'Mars/Olympus', '', 'UTC+1', '../etc', '🌍')
const hours = fc.constantFrom<Settings['hours'][]>(
  {},
  { '7': [] },
  { '1': [['17:00', '09:00']] },
  { '3': [['24:00', '24:00']] },
)

describe('nothing that a record or the settings may hold stops the plan', () => {
  it('of any steps, zones, hours and history: an instant of the calendar, none before the last one', () => {
    fc.assert(
      fc.property(
        anySteps, histories(), instants(), zone, zone, hours, fc.constantFrom<string[][]>([], ['2026-02-30', 'soon', '']),
        (steps, touches, now, repZone, contactZone, repHours, daysOff) => {
          expect(steps.every((one) => stepSchema.safeParse(one).success)).toBe(true)
          const settings = { zone: repZone, hours: repHours, daysOff }
          const input: PlanInput = {
            cadence: { steps }, enrollment: enrollment({ startedAt: NOW }), touches, now,
            calendar: calendar(settings, contactZone), contact: kari(),
          }
          const next = nextTouch(input)
          if (next.kind === 'due') expect(instant.safeParse(next.at).success).toBe(true)
          const ahead = schedule(input).filter(({ state }) => state === 'next' || state === 'planned')
          expect(ahead.map(({ at }) => at)).toEqual(ahead.map(({ at }) => at).toSorted())
          leftOut(input)
        },
      ),
      { numRuns: 150 },
    ) // oxfmt-ignore
  })

  test('a zone nobody knows is passed over for the machine’s, and that for UTC', () => {
    const at = (repZone: string | null, machine: string) => calendar({ zone: repZone }, null, machine).zone
    expect(at('Mars/Olympus', 'Europe/Lisbon')).toBe('Europe/Lisbon')
    expect(at('Mars/Olympus', 'Mars/Phobos')).toBe('UTC')
    expect(calendar({}, 'Mars/Olympus').contactZone).toBeNull()
  })
})
