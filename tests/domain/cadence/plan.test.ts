import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { calendarFor } from '#lib/domain/cadence/calendar.ts'
import { nextTouch, resumeAt, schedule, type PlanInput, type PlanTouch } from '#lib/domain/cadence/plan.ts'
import { SHIPPED_CADENCES } from '#lib/domain/cadence/shipped.ts'
import type { Instant } from '#lib/domain/values.ts'
import { calendar, cadence, enrollment, local, NOW, sourced, step } from '../samples.ts'
import { daysOff, histories, hours, instants, steps, zones } from './arbitraries.ts'
import { isWorking, oracleDue, nextWorkingInstant } from './oracle.ts'

const LISBON = 'Europe/Lisbon'
const done = (stepId: string, at: Instant, state: PlanTouch['state'] = 'done'): PlanTouch => ({
  stepId,
  cycle: 0,
  state,
  at,
  snoozedTo: null,
})
/** Before everything these tests let happen. */
const EARLIER: Instant = '2026-11-02T09:30:00.000Z'
const ABC = [step('a'), step('b', 2), step('c', 3)]

function input(patch: Partial<PlanInput> = {}): PlanInput {
  return {
    cadence: cadence(ABC),
    enrollment: enrollment(),
    touches: [],
    calendar: calendar(),
    now: NOW,
    ...patch,
  }
}

function due(patch: Partial<PlanInput> = {}, zone = LISBON): string {
  const next = nextTouch(input(patch))
  return next.kind === 'due' ? `${next.stepId} ${local(next.at, zone)}` : next.kind
}

describe('P1 state', () => {
  test('a finished enrollment says why, a paused one nothing, one without a step left no_reply', () => {
    expect(
      nextTouch(input({ enrollment: enrollment({ state: 'finished', finishReason: 'meeting' }) })),
    ).toEqual({ kind: 'finished', reason: 'meeting' })
    expect(nextTouch(input({ enrollment: enrollment({ state: 'paused' }) }))).toEqual({ kind: 'paused' })
    expect(nextTouch(input({ touches: [done('c', NOW)] }))).toEqual({ kind: 'finished', reason: 'no_reply' })
    expect(nextTouch(input({ cadence: cadence([]) }))).toEqual({ kind: 'finished', reason: 'no_reply' })
  })
})

describe('P2, P3 which step is next', () => {
  test('the first one, counted from 1', () => {
    expect(nextTouch(input())).toMatchObject({ kind: 'due', stepId: 'a', index: 1, of: 3 })
  })

  test('the one behind the last that is done, skipped or failed', () => {
    for (const state of ['done', 'skipped', 'failed'] as const)
      expect(due({ touches: [done('a', NOW, state)] })).toMatch(/^b/)
  })

  test('touches of another cycle do not count', () => {
    expect(due({ touches: [{ ...done('a', NOW), cycle: 1 }] })).toMatch(/^a/)
    expect(due({ enrollment: enrollment({ cycle: 1 }), touches: [{ ...done('a', NOW), cycle: 1 }] })).toMatch(
      /^b/,
    )
  })

  test('a step put in before the last done one is not gone back to, one behind it is', () => {
    const touches = [done('a', NOW), done('b', NOW)]
    expect(due({ cadence: cadence([step('a'), step('new'), step('b'), step('c')]), touches })).toMatch(/^c/)
    expect(due({ cadence: cadence([step('a'), step('b'), step('new'), step('c')]), touches })).toMatch(/^new/)
  })

  test('a deleted step is ignored, a moved one that was done is not done again', () => {
    expect(
      due({ cadence: cadence([step('a'), step('c')]), touches: [done('a', NOW), done('b', NOW)] }),
    ).toMatch(/^c/)
    expect(
      due({ cadence: cadence([step('b'), step('a'), step('c')]), touches: [done('a', NOW), done('b', NOW)] }),
    ).toMatch(/^c/)
    expect(due({ cadence: cadence([step('c'), step('a'), step('b')]), touches: [done('c', NOW)] })).toMatch(
      /^a/,
    )
  })
})

describe('P4 to P6 delays', () => {
  test('the first touch without delay is due now inside hours, else at the next working instant', () => {
    expect(due()).toBe('a Tue 2026-11-24 13:32')
    expect(due({ enrollment: enrollment({ startedAt: '2026-11-24T20:00:00.000Z' }) })).toBe(
      'a Wed 2026-11-25 09:00',
    )
    expect(due({ enrollment: enrollment({ startedAt: '2026-11-28T12:00:00.000Z' }) })).toBe(
      'a Mon 2026-11-30 09:00',
    )
  })

  test('same-day doubles: 0 days from the previous is right after it', () => {
    const touches = [done('a', '2026-11-24T14:05:00.000Z')]
    expect(due({ cadence: cadence([step('a'), step('b', 0)]), touches })).toBe('b Tue 2026-11-24 14:05')
  })

  test('business days are counted over weekend and days off from when the previous was done', () => {
    const touches = [done('a', '2026-11-26T16:00:00.000Z')]
    expect(due({ touches })).toBe('b Mon 2026-11-30 09:00')
    expect(due({ touches, calendar: calendar({ daysOff: ['2026-11-30', '2026-12-01'] }) })).toBe(
      'b Wed 2026-12-02 09:00',
    )
    expect(due({ touches: [done('a', '2026-11-28T16:00:00.000Z')] })).toBe('b Tue 2026-12-01 09:00')
  })

  test('calendar days on a free date move to the next working day', () => {
    const touches = [done('a', '2026-11-24T14:00:00.000Z')]
    expect(due({ cadence: cadence([step('a'), step('b', 4, 'days')]), touches })).toBe(
      'b Mon 2026-11-30 09:00',
    )
    expect(due({ cadence: cadence([step('a'), step('b', 3, 'days')]), touches })).toBe(
      'b Fri 2026-11-27 09:00',
    )
  })

  test('minutes and hours are elapsed time, moved into hours', () => {
    const touches = [done('a', '2026-11-24T16:00:00.000Z')]
    expect(due({ cadence: cadence([step('a'), step('b', 30, 'minutes')]), touches })).toBe(
      'b Tue 2026-11-24 16:30',
    )
    expect(due({ cadence: cadence([step('a'), step('b', 2, 'hours')]), touches })).toBe(
      'b Wed 2026-11-25 09:00',
    )
  })

  test('a delay counts from a done step also after that step was deleted', () => {
    const touches = [done('a', '2026-11-24T10:00:00.000Z'), done('gone', '2026-11-26T10:00:00.000Z')]
    expect(due({ touches })).toBe('b Mon 2026-11-30 09:00')
  })

  test('from the start counts from the enrollment', () => {
    const fromStart = cadence([step('a'), step('b', 5, 'business_days', 'email', 'start')])
    expect(due({ cadence: fromStart, touches: [done('a', '2026-11-26T10:00:00.000Z')] })).toBe(
      'b Tue 2026-12-01 09:00',
    )
  })
})

describe('P7 order', () => {
  test('what is counted from the start is not due before its predecessor was over', () => {
    const fromStart = cadence([step('a'), step('b', 1, 'business_days', 'email', 'start')])
    expect(due({ cadence: fromStart, touches: [done('a', '2026-12-04T18:00:00.000Z')] })).toBe(
      'b Mon 2026-12-07 09:00',
    )
  })
})

describe('P8 snoozed', () => {
  const snoozed = (to: Instant): PlanTouch => ({
    stepId: 'b',
    cycle: 0,
    state: 'snoozed',
    at: NOW,
    snoozedTo: to,
  })
  test('is due at the chosen instant, also outside hours, and later steps count from when it is done', () => {
    const touches = [done('a', '2026-11-20T10:00:00.000Z'), snoozed('2026-11-28T20:15:00.000Z')]
    expect(due({ touches })).toBe('b Sat 2026-11-28 20:15')
    expect(due({ touches: [...touches.slice(0, 1), done('b', '2026-11-28T20:20:00.000Z')] })).toBe(
      'c Wed 2026-12-02 09:00',
    )
  })

  test('but never before its predecessor was over', () => {
    expect(
      due({
        enrollment: enrollment({ startedAt: EARLIER }),
        touches: [done('a', '2026-11-24T10:00:00.000Z'), snoozed('2026-11-20T10:00:00.000Z')],
      }),
    ).toBe('b Tue 2026-11-24 10:00')
  })
})

describe('C2, C3, P9 zones', () => {
  test('with a contact zone the instant lies in both working days, and is shown there', () => {
    const touches = [done('a', '2026-11-24T10:00:00.000Z')]
    const next = nextTouch(input({ touches, calendar: calendar({}, 'America/New_York') }))
    expect(next).toMatchObject({ zone: 'America/New_York', at: '2026-11-26T14:00:00.000Z' })
    expect(nextTouch(input({ touches })).kind === 'due' && nextTouch(input({ touches }))).toMatchObject({
      zone: LISBON,
    })
  })

  test('where the two never meet, the rep’s hours count', () => {
    expect(
      due({ touches: [done('a', '2026-11-24T10:00:00.000Z')], calendar: calendar({}, 'Australia/Sydney') }),
    ).toBe('b Thu 2026-11-26 09:00')
  })

  test('over the date line: the contact’s date may be another than the rep’s', () => {
    const auckland = calendar({ zone: 'Pacific/Auckland' }, 'Pacific/Pago_Pago')
    const next = nextTouch(
      input({
        enrollment: enrollment({ startedAt: EARLIER }),
        touches: [done('a', '2026-11-23T22:00:00.000Z')],
        calendar: auckland,
      }),
    )
    // Thu 26 Nov 09:00 in Auckland is Wed 25 Nov 09:00 in Pago Pago, 24 hours behind.
    expect(next).toMatchObject({ at: '2026-11-25T20:00:00.000Z', zone: 'Pacific/Pago_Pago' })
  })

  test('half-hour zones and clock changes keep the local start of work', () => {
    expect(
      due(
        { calendar: calendar({ zone: 'Asia/Kathmandu' }), touches: [done('a', '2026-11-24T05:00:00.000Z')] },
        'Asia/Kathmandu',
      ),
    ).toBe('b Thu 2026-11-26 09:00')
    const acrossSpring = due({
      touches: [done('a', '2026-03-27T15:00:00.000Z')],
      enrollment: enrollment({ startedAt: '2026-03-27T15:00:00.000Z' }),
    })
    expect(acrossSpring).toBe('b Tue 2026-03-31 09:00')
    const acrossAutumn = due({
      touches: [done('a', '2026-10-23T15:00:00.000Z')],
      enrollment: enrollment({ startedAt: '2026-10-23T15:00:00.000Z' }),
    })
    expect(acrossAutumn).toBe('b Tue 2026-10-27 09:00')
  })

  test('a date that the zone skipped whole has no working time', () => {
    // Apia went from Thursday 29 to Saturday 31 December 2011.
    const touches = [done('a', '2011-12-29T20:00:00.000Z')]
    const started = enrollment({ startedAt: '2011-12-29T20:00:00.000Z' })
    const apia = calendar({ zone: 'Pacific/Apia' })
    const next = due(
      { enrollment: started, touches, calendar: apia, cadence: cadence([step('a'), step('b', 1)]) },
      'Pacific/Apia',
    )
    expect(next).toBe('b Mon 2012-01-02 09:00')
  })

  test('when the machine moves to another zone, the due instant moves with the rep’s hours', () => {
    const touches = [done('a', '2026-11-24T10:00:00.000Z')]
    const there = (zone: string) => nextTouch(input({ touches, calendar: calendar({}, null, zone) }))
    expect(there(LISBON)).toMatchObject({ at: '2026-11-26T09:00:00.000Z' })
    expect(there('America/New_York')).toMatchObject({ at: '2026-11-26T14:00:00.000Z' })
    expect(
      nextTouch(input({ touches, calendar: calendar({ zone: LISBON }, null, 'America/New_York') })),
    ).toMatchObject({ at: '2026-11-26T09:00:00.000Z' })
  })
})

describe('C6 always finite', () => {
  test('without working hours Monday to Friday count, unknown zones are passed over', () => {
    expect(due({ calendar: calendar({ hours: {} }), touches: [done('a', '2026-11-26T16:00:00.000Z')] })).toBe(
      'b Mon 2026-11-30 09:00',
    )
    expect(calendar({ zone: 'Europe/Atlantis' }, 'Mars/Base', LISBON)).toMatchObject({
      zone: LISBON,
      contactZone: null,
    })
    expect(calendarFor({ zone: null, hours: {}, daysOff: [] }, 'nowhere', null).zone).toBe('UTC')
  })

  test('thirty years of days off end the search', () => {
    const first = Temporal.PlainDate.from('2026-01-01')
    const off = Array.from({ length: 13_000 }, (_, days) => first.add({ days }).toString())
    const next = nextTouch(input({ calendar: calendar({ daysOff: off }), touches: [done('a', NOW)] }))
    expect(next.kind).toBe('due')
  })
})

describe('P10 schedule', () => {
  test('the shipped cadence falls on business days 1, 1, 3, 6, 8, 8, 11, 15, 19', () => {
    const [starter] = SHIPPED_CADENCES
    const rows = schedule(
      input({
        cadence: { steps: starter?.steps ?? [] },
        enrollment: enrollment({ startedAt: '2026-11-24T10:00:00.000Z' }),
        now: '2026-11-24T10:00:00.000Z',
      }),
    )
    expect(rows.map((row) => `${row.channel} ${local(row.at, LISBON).slice(0, 14)}`)).toEqual([
      'email Tue 2026-11-24', 'linkedin Tue 2026-11-24', 'email Thu 2026-11-26', 'email Tue 2026-12-01',
      'call Thu 2026-12-03', 'email Thu 2026-12-03', 'email Tue 2026-12-08', 'email Mon 2026-12-14', 'email Fri 2026-12-18',
    ]) // oxfmt-ignore
    expect(rows.map(({ state }) => state)).toEqual(['next', ...Array<string>(8).fill('planned')])
    expect(rows.at(-1)).toMatchObject({ breakup: true, index: 9, of: 9 })
  })

  test('shows what was done where it was done, and an overdue touch as if it were done now', () => {
    const rows = schedule(
      input({
        enrollment: enrollment({ startedAt: EARLIER }),
        touches: [done('a', '2026-11-10T10:00:00.000Z')],
        now: '2026-11-24T11:00:00.000Z',
      }),
    )
    expect(rows.map((row) => `${row.stepId} ${row.state} ${local(row.at, LISBON)}`)).toEqual([
      'a done Tue 2026-11-10 10:00', 'b next Thu 2026-11-12 09:00', 'c planned Fri 2026-11-27 09:00',
    ]) // oxfmt-ignore
  })

  test('of a finished enrollment shows what happened, of a paused one how it would go on', () => {
    const touches = [done('a', '2026-11-10T10:00:00.000Z', 'skipped')]
    expect(
      schedule(input({ touches, enrollment: enrollment({ state: 'finished' }) })).map(({ state }) => state),
    ).toEqual(['skipped'])
    const paused = schedule(
      input({ touches, enrollment: enrollment({ state: 'paused', startedAt: EARLIER }) }),
    )
    expect(paused.map((row) => `${row.state} ${local(row.at, LISBON)}`)).toEqual([
      'skipped Tue 2026-11-10 10:00',
      'planned Tue 2026-11-24 13:32',
      'planned Fri 2026-11-27 09:00',
    ])
  })
})

describe('P11 going on after a pause', () => {
  test('an overdue touch is put to the next working instant, one still to come stays', () => {
    const paused = enrollment({ state: 'paused' })
    expect(
      resumeAt(
        input({
          enrollment: paused,
          touches: [done('a', '2026-11-10T10:00:00.000Z')],
          now: '2026-11-28T11:00:00.000Z',
        }),
      ),
    ).toBe('2026-11-30T09:00:00.000Z')
    expect(resumeAt(input({ enrollment: paused, touches: [done('a', NOW)] }))).toBeNull()
  })
})

describe('B1 conditions', () => {
  const steps = [
    step('a'),
    { ...step('call', 1), when: ['has_phone' as const] },
    { ...step('dm', 1), when: ['connected' as const] },
    step('z', 1),
  ]
  const next = (contact: NonNullable<PlanInput['contact']> | null, outcome: string | null = null) =>
    due({ cadence: cadence(steps), touches: [{ ...done('a', NOW), outcome }], ...(contact && { contact }) })
      .slice(0, 4)
      .trim()
  test('a step is passed over by whom it does not fit, and shown where nobody in particular is meant', () => {
    expect(next({ emails: [], phones: [] })).toBe('z We')
    expect(next({ emails: [], phones: [sourced('+4712345678')] })).toBe('call')
    expect(next({ emails: [], phones: [] }, 'linkedin_connected')).toBe('dm W')
    expect(next(null)).toBe('call')
  })
  test('connected is what a page said of the contact, or an outcome of any earlier step', () => {
    expect(next({ emails: [], phones: [], connectedAt: NOW })).toBe('dm W')
    expect(next({ emails: [], phones: [], connectedAt: null })).toBe('z We')
    const touches = [
      { ...done('gone', EARLIER), outcome: 'linkedin_connected' },
      { ...done('a', NOW), outcome: 'email_sent' },
    ]
    const contact = { emails: [], phones: [] }
    expect(due({ cadence: cadence(steps), touches, contact }).slice(0, 2)).toBe('dm')
  })
})

describe('R1 to R3 distance over a pause', () => {
  const touches = [done('a', '2026-11-10T10:00:00.000Z')]
  const paused = (from: Instant, lastDay: string | null, now: Instant) =>
    resumeAt(
      input({
        enrollment: enrollment({ state: 'paused', startedAt: EARLIER }),
        touches,
        now,
        cadence: cadence([step('a'), step('b', 3)]),
      }),
      { from, lastDay },
    )
  test('two business days were left, so two are left again', () => {
    expect(paused('2026-11-11T15:00:00.000Z', null, '2026-11-24T11:00:00.000Z')).toBe(
      '2026-11-26T09:00:00.000Z',
    )
  })
  test('an absence to the 20th: days count on from there, one working day at least', () => {
    expect(paused('2026-11-10T10:01:00.000Z', '2026-11-20', '2026-11-20T08:00:00.000Z')).toBe(
      '2026-11-25T09:00:00.000Z',
    )
    expect(paused('2026-11-13T12:00:00.000Z', '2026-11-20', '2026-11-20T08:00:00.000Z')).toBe(
      '2026-11-23T09:00:00.000Z',
    )
  })
  test('what was overdue when the pause began is due when it ends', () => {
    expect(paused('2026-11-24T10:59:00.000Z', null, '2026-11-24T11:00:00.000Z')).toBe(
      '2026-11-24T11:00:00.000Z',
    )
  })
})

/** Any rep, contact, cadence, history and moment. */
function cases() {
  return fc.record({
    zone: zones(),
    contactZone: fc.option(zones()),
    hours: hours(),
    daysOff: daysOff(),
    steps: steps(),
    touches: histories(),
    startedAt: instants(),
    now: instants(),
  })
}
type Case = typeof cases extends () => fc.Arbitrary<infer T> ? T : never

function caseInput({
  zone,
  contactZone,
  hours: given,
  daysOff: off,
  steps: list,
  touches,
  startedAt,
  now,
}: Case): PlanInput {
  const later = touches.map((touch) => (touch.at < startedAt ? { ...touch, at: startedAt } : touch))
  return {
    cadence: cadence(list),
    enrollment: enrollment({ startedAt }),
    touches: later,
    calendar: calendarFor({ zone, hours: given, daysOff: off }, zone, contactZone),
    now,
  }
}

const oracleCalendar = ({ zone, contactZone, hours: given, daysOff: off }: Case) => ({
  zone,
  contactZone: contactZone === zone ? null : contactZone,
  hours: given,
  daysOff: off,
})

describe('properties', () => {
  it('P5, P6, C1 to C5: equals plain Temporal, in any zone, hours and history', () => {
    fc.assert(
      fc.property(cases(), (given) => {
        const plan = caseInput({ ...given, touches: [] })
        const first = plan.cadence.steps[0]
        const next = nextTouch(plan)
        if (first === undefined || next.kind !== 'due') return false
        const expected = oracleDue(oracleCalendar(given), first.delay, Temporal.Instant.from(given.startedAt))
        expect(next.at).toBe(expected.toString({ smallestUnit: 'millisecond' }))
        return true
      }),
      { numRuns: 300 },
    )
  })

  it('P7: every planned touch lies at or after the one before it and its base, inside hours, on no day off', () => {
    fc.assert(
      fc.property(cases(), (given) => {
        const plan = caseInput(given)
        const snoozed = new Set(
          plan.touches.filter(({ state }) => state === 'snoozed').map(({ stepId }) => stepId),
        )
        const base = plan.touches
          .filter(({ state, cycle }) => state !== 'snoozed' && cycle === 0)
          .reduce((last, { at }) => (at > last ? at : last), plan.enrollment.startedAt)
        let before = base
        for (const row of schedule(plan)) {
          if (row.state === 'done' || row.state === 'skipped') continue
          if (row.at < before) return false
          if (!snoozed.has(row.stepId) && !isWorking(oracleCalendar(given), Temporal.Instant.from(row.at)))
            return false
          before = row.at
        }
        return true
      }),
      { numRuns: 150 },
    )
  })

  it('P12: the order of the touches and «now» change nothing of what is due; the next of the schedule is that one', () => {
    fc.assert(
      fc.property(cases(), instants(), (given, otherNow) => {
        const plan = caseInput(given)
        const next = nextTouch(plan)
        expect(nextTouch({ ...plan, touches: [...plan.touches].reverse(), now: otherNow })).toEqual(next)
        const row = schedule(plan).find(({ state }) => state === 'next')
        if (next.kind === 'due')
          expect(row).toMatchObject({ stepId: next.stepId, at: next.at, index: next.index })
        else expect(row).toBeUndefined()
      }),
      { numRuns: 150 },
    )
  })

  it('P3: done stays done whatever is edited, and every enrollment comes to its end', () => {
    fc.assert(
      fc.property(cases(), (given) => {
        let plan = caseInput(given)
        const ids = new Set<string>()
        for (let turn = 0; turn <= given.steps.length; turn++) {
          const next = nextTouch(plan)
          if (next.kind !== 'due') return next.kind === 'finished'
          if (
            ids.has(next.stepId) ||
            plan.touches.some(
              (touch) => touch.stepId === next.stepId && touch.cycle === 0 && touch.state !== 'snoozed',
            )
          )
            return false
          ids.add(next.stepId)
          plan = {
            ...plan,
            touches: [
              ...plan.touches.filter(({ stepId }) => stepId !== next.stepId),
              done(next.stepId, next.at),
            ],
          }
        }
        return false
      }),
      { numRuns: 150 },
    )
  })

  it('P11: after a pause of any length the next touch is not overdue and lies in working time', () => {
    fc.assert(
      fc.property(cases(), (given) => {
        const plan = caseInput({
          ...given,
          touches: given.touches.filter(({ state }) => state !== 'snoozed'),
        })
        const at = resumeAt(plan)
        if (at === null) {
          const next = nextTouch(plan)
          return next.kind !== 'due' || next.at >= plan.now
        }
        return (
          at ===
          nextWorkingInstant(oracleCalendar(given), Temporal.Instant.from(plan.now)).toString({
            smallestUnit: 'millisecond',
          })
        )
      }),
      { numRuns: 100 },
    )
  })
})
