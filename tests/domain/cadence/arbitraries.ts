import fc from 'fast-check'
import type { Step } from '#lib/domain/cadence/step.ts'
import type { PlanTouch } from '#lib/domain/cadence/plan.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { Instant } from '#lib/domain/values.ts'
import { step } from '../samples.ts'

/** Zones with whole, half and three-quarter hours, with and without clock changes, on both sides of the date line. */
const ZONES = [
  'Europe/Lisbon', 'Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'Asia/Kolkata', 'Asia/Kathmandu',
  'Australia/Lord_Howe', 'Australia/Sydney', 'Pacific/Auckland', 'Pacific/Chatham', 'Pacific/Kiritimati', 'Pacific/Apia',
  'Pacific/Pago_Pago', 'America/St_Johns', 'Africa/Casablanca', 'Asia/Tokyo', 'America/Los_Angeles', 'UTC',
] // oxfmt-ignore

/** From 2011, when Apia skipped a day, to 2031; often within days of a clock change. */
export function instants(): fc.Arbitrary<Instant> {
  const anywhere = fc.integer({ min: Date.UTC(2011, 0, 1) / 60_000, max: Date.UTC(2031, 0, 1) / 60_000 })
  const near = fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -4_000, max: 4_000 }))
    .map(([change, minutes]) => Temporal.Instant.from(change).epochMilliseconds / 60_000 + minutes)
  return fc.oneof(anywhere, near).map((minutes) => instantOf(minutes * 60_000))
}

export function instantOf(ms: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' })
}

export function zones() {
  return fc.constantFrom(...ZONES)
}

/** Working hours with gaps, nights off, round the clock, or one short day a week. */
export function hours(): fc.Arbitrary<Settings['hours']> {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
    .filter(([from, to]) => from < to)
    .map(([from, to]): [string, string] => [clock(from * 15), clock(to * 15)])
  const common = fc.constantFrom<[string, string][]>([['09:00', '17:30']], [['09:00', '12:30'], ['13:30', '17:00']], [['00:00', '24:00']], [['02:00', '02:45']]) // oxfmt-ignore
  const day = fc.oneof(common, span.map((only) => [only])) // oxfmt-ignore
  const weekdays = fc.subarray(['1', '2', '3', '4', '5', '6', '7'] as const, { minLength: 1 })
  return fc.tuple(weekdays, day).map(([days, spans]) => Object.fromEntries(days.map((key) => [key, spans])))
}

export function daysOff(): fc.Arbitrary<string[]> {
  const day = instants().map((at) => at.slice(0, 10))
  const block = fc.tuple(day, fc.integer({ min: 1, max: 20 })).map(([first, length]) => {
    const start = Temporal.PlainDate.from(first)
    return Array.from({ length }, (_, days) => start.add({ days }).toString())
  })
  return fc.oneof(fc.constant<string[]>([]), fc.array(day, { maxLength: 3 }), block)
}

export function steps(): fc.Arbitrary<Step[]> {
  const delay = fc.oneof(
    fc.record({ value: fc.integer({ min: 0, max: 2_000 }), unit: fc.constant('minutes' as const) }),
    fc.record({ value: fc.integer({ min: 0, max: 90 }), unit: fc.constant('hours' as const) }),
    fc.record({
      value: fc.integer({ min: 0, max: 25 }),
      unit: fc.constantFrom('days' as const, 'business_days' as const),
    }),
  )
  const one = fc.tuple(delay, fc.constantFrom('previous' as const, 'start' as const))
  return fc
    .array(one, { minLength: 1, maxLength: 8 })
    .map((list) =>
      list.map(([{ value, unit }, from], index) => step(`s${String(index)}`, value, unit, 'email', from)),
    )
}

/** What may have happened: any state for any step, also of steps that are gone and of another cycle. */
export function histories(): fc.Arbitrary<PlanTouch[]> {
  const touch = fc.record({
    stepId: fc.constantFrom('s0', 's1', 's2', 's3', 's4', 'gone'),
    cycle: fc.constantFrom(0, 0, 0, 1),
    state: fc.constantFrom('done' as const, 'skipped' as const, 'failed' as const, 'snoozed' as const),
    at: instants(),
    snoozedTo: fc.option(instants()),
  })
  return fc.uniqueArray(touch, {
    selector: ({ stepId, cycle }) => `${stepId}/${String(cycle)}`,
    maxLength: 6,
  })
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

const CHANGES = [
  '2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2026-03-08T07:00:00Z', '2026-11-01T06:00:00Z', '2026-04-04T14:00:00Z',
  '2026-10-03T15:30:00Z', '2011-12-30T10:00:00Z', '2028-02-29T00:00:00Z', '2026-12-31T23:59:00Z', '2026-09-26T14:00:00Z',
] // oxfmt-ignore
