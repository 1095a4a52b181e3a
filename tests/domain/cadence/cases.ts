import fc from 'fast-check'
import type { PlanCase } from '#lib/domain/cadence/plan-case.ts'
import { daysOff, hours, instants, zones } from './arbitraries.ts'

/** Any planning case that the form allows, with invented holidays; often near clock changes. */
export interface AnyCase {
  given: PlanCase
  /** Dates of the contact's holidays. */
  holidays: string[]
}

export function planCases(): fc.Arbitrary<AnyCase> {
  return fc
    .record({
      steps: fc.array(step(), { maxLength: 6 }),
      windows: fc.record({
        email: fc.option(opening(), { freq: 1 }),
        call: fc.option(opening(), { freq: 1 }),
        linkedin: fc.option(opening(), { freq: 1 }),
      }),
      start: instants(),
      repZone: zones(),
      contactZone: fc.option(zones()),
      hours: fc.oneof({ weight: 5, arbitrary: hours() }, { weight: 1, arbitrary: fc.constant({}) }),
      daysOff: daysOff(),
      timeOff: fc.array(fc.tuple(instants(), fc.integer({ min: 0, max: 20 })), { maxLength: 2 }),
      holidays: fc.array(fc.tuple(fc.integer({ min: -3, max: 60 }), fc.integer({ min: 1, max: 3 })), {
        maxLength: 8,
      }),
      history: fc.array(entry(), { maxLength: 6 }),
      wait: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 * 24 * 40 })),
    })
    .map(caseOf)
}

interface Drawn {
  steps: Omit<Step, 'id'>[]
  windows: PlanCase['rep']['windows']
  start: string
  repZone: string
  contactZone: string | null
  hours: Record<string, [string, string][]>
  daysOff: string[]
  timeOff: [string, number][]
  holidays: [number, number][]
  history: { kind: string; step: number; after: number }[]
  wait: number
}
type Step = PlanCase['cadence']['steps'][number]

function caseOf(drawn: Drawn): AnyCase {
  let at = Temporal.Instant.from(drawn.start)
  const history = drawn.history.map(({ kind, step, after }) => {
    at = at.add({ minutes: after })
    return kind === 'done'
      ? { step: `s${step}`, outcome: 'done', at: at.toString() }
      : { outcome: kind, at: at.toString() }
  })
  const date = Temporal.PlainDate.from(drawn.start.slice(0, 10))
  const given: PlanCase = {
    id: 'any',
    cadence: { steps: drawn.steps.map((step, index) => ({ ...step, id: `s${index}` })) },
    start: drawn.start,
    contact: { zone: drawn.contactZone },
    rep: {
      zone: drawn.repZone,
      hours: drawn.hours,
      windows: drawn.windows,
      daysOff: drawn.daysOff,
      timeOff: drawn.timeOff.map(([from, days]) => ({
        from: from.slice(0, 10),
        to: Temporal.PlainDate.from(from.slice(0, 10)).add({ days }).toString(),
      })),
    },
    history,
    now: at.add({ minutes: drawn.wait }).toString(),
  }
  const holidays = drawn.holidays.flatMap(([first, length]) =>
    Array.from({ length }, (_, days) => date.add({ days: first + days }).toString()),
  )
  return { given, holidays }
}

function step(): fc.Arbitrary<Omit<Step, 'id'>> {
  const delay = fc.oneof(
    fc.record({ value: fc.integer({ min: 0, max: 3_000 }), unit: fc.constant('minutes' as const) }),
    fc.record({ value: fc.integer({ min: 0, max: 90 }), unit: fc.constant('hours' as const) }),
    fc.record({
      value: fc.integer({ min: 0, max: 12 }),
      unit: fc.constantFrom('days' as const, 'business_days' as const),
    }),
  )
  const overdue = fc.record({
    policy: fc.constantFrom('wait' as const, 'slide' as const, 'skip' as const),
    days: fc.option(fc.integer({ min: 0, max: 5 })),
  })
  return fc
    .record({
      delay,
      from: fc.constantFrom('previous' as const, 'previous' as const, 'start' as const, 'arrival' as const),
      window: fc.option(opening()),
      anyTime: fc.option(fc.boolean(), { freq: 1 }),
      type: fc.constantFrom('email' as const, 'call' as const, 'linkedin_view' as const),
      overdue: fc.option(overdue),
    })
    .map(({ delay: { value, unit }, from, window: within, overdue: late, ...rest }) => ({
      ...rest,
      delay: { value, unit, from },
      window: within,
      overdue: late,
    }))
}

type Window = NonNullable<Step['window']>

/** Windows in the contact's zone and the rep's, also such as open at night only or never at all within the hours. */
function opening(): fc.Arbitrary<Window> {
  const quarter = (number: number) =>
    `${String(Math.floor(number / 4)).padStart(2, '0')}:${String((number % 4) * 15).padStart(2, '0')}`
  const common = fc.constantFrom<[string, string]>(
    ['09:00', '17:00'],
    ['08:00', '20:00'],
    ['00:00', '24:00'],
    ['02:15', '03:00'],
  )
  const odd = fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
    .filter(([from, to]) => from < to)
    .map(([from, to]): [string, string] => [quarter(from), quarter(to)])
  return fc
    .record({
      times: fc.oneof({ weight: 3, arbitrary: common }, { weight: 1, arbitrary: odd }),
      weekdays: fc.option(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })),
      hours: fc.option(weekHours(odd), { freq: 2 }),
      best: fc.option(fc.integer({ min: 0, max: 95 }).map(quarter)),
      zone: fc.constantFrom('contact' as const, 'contact' as const, 'rep' as const),
    })
    .map(({ times: [from, to], ...rest }) => ({ from, to, ...rest }))
}

/** One or two spans apart from each other on some weekdays, not the same on each. */
function weekHours(odd: fc.Arbitrary<[string, string]>): fc.Arbitrary<NonNullable<Window['hours']>> {
  const two = fc.constantFrom<[string, string][]>([['09:00', '11:45'], ['14:00', '17:00']], [['01:30', '02:30'], ['02:45', '12:00']]) // oxfmt-ignore
  const day = fc.oneof(two, odd.map((only) => [only])) // oxfmt-ignore
  return fc
    .array(fc.tuple(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), day), { minLength: 1, maxLength: 5 })
    .map((days) => Object.fromEntries(days))
}

function entry() {
  return fc.record({
    kind: fc.constantFrom('done', 'done', 'done', 'done', 'done', 'paused', 'resumed', 'resumed'),
    step: fc.integer({ min: 0, max: 6 }),
    after: fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 60 * 24 * 9 })),
  })
}
