import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { epochDay } from '#lib/domain/cadence/calendar.ts'
import { planAnswer, type PlanAnswer } from '#lib/domain/cadence/plan-answer.ts'
import type { PlanCase } from '#lib/domain/cadence/plan-case.ts'
import { isOpen, oracleAnswer } from './case-oracle.ts'
import { planCases, type AnyCase } from './cases.ts'

type Step = PlanCase['cadence']['steps'][number]
type Delay = Step['delay']

/** A rep in Lisbon at usual hours, Tuesday 24 November 2026, 13:32, who starts a contact in Oslo. */
const NOW = '2026-11-24T13:32:00Z'
const WORKDAY: [string, string][] = [['09:00', '12:30'], ['13:30', '17:30']] // oxfmt-ignore
const HOURS = { '1': WORKDAY, '2': WORKDAY, '3': WORKDAY, '4': WORKDAY, '5': WORKDAY }
const MORNING = { from: '09:00', to: '11:30', weekdays: [2, 3, 4], zone: 'contact' as const }

function step(
  id: string,
  value = 0,
  unit: Delay['unit'] = 'business_days',
  rest: Partial<Step> & { from?: Delay['from'] } = {},
): Step {
  const { from = 'previous', ...more } = rest
  return { id, type: 'email', delay: { value, unit, from }, ...more }
}

function given(steps: Step[], patch: Partial<PlanCase> = {}): PlanCase {
  return {
    id: 'case',
    cadence: { id: 'test', steps },
    start: NOW,
    contact: { zone: 'Europe/Oslo', region: 'NO' },
    rep: { zone: 'Europe/Lisbon', hours: HOURS, daysOff: [], timeOff: [] },
    history: [],
    now: NOW,
    ...patch,
  }
}

const HOLIDAYS = ['2026-12-25', '2027-01-01', '2026-12-03']
function answer(one: unknown, holidays: readonly string[] = HOLIDAYS): PlanAnswer {
  const days = new Set(holidays.map((day) => epochDay(day) ?? 0))
  return planAnswer(one, (region) => (region === 'QQ' ? null : days))
}

/** `state: step 26 Nov 10:00 …` in the zone of each touch. */
function line(one: PlanCase, holidays: readonly string[] = HOLIDAYS): string {
  const found = answer(one, holidays)
  if ('error' in found) return `${found.error.at}: ${found.error.reason}`
  const touches = found.touches.map(({ step: id, at }) => `${id} ${at.slice(5, 16).replace('T', ' ')}`)
  return [found.state, ...touches].join(', ')
}

describe('W1 to W4 windows', () => {
  test('without a window the rep’s hours decide, lunch left out; the zone shown is the contact’s', () => {
    expect(line(given([step('a'), step('b', 1)]))).toBe('active, a 11-24 14:32, b 11-25 10:00')
    expect(line(given([step('a')], { start: '2026-11-24T12:45:00Z', now: '2026-11-24T12:45:00Z' }))).toBe(
      'active, a 11-24 14:30',
    )
    expect(answer(given([step('a')]))).toMatchObject({
      touches: [{ zone: 'Europe/Oslo', at: '2026-11-24T14:32:00+01:00' }],
    })
  })

  test('a window is cut by the rep’s hours and moves to its next day', () => {
    expect(line(given([step('a', 0, 'business_days', { window: MORNING })]))).toBe('active, a 11-25 10:00')
    expect(line(given([step('a', 3, 'business_days', { window: MORNING })]))).toBe('active, a 12-01 10:00')
  })

  test('the rep’s own window is in the rep’s zone, and shown there', () => {
    const own = { ...MORNING, zone: 'rep' as const }
    expect(answer(given([step('a', 1, 'business_days', { window: own })]))).toMatchObject({
      touches: [{ at: '2026-11-25T09:00:00+00:00', zone: 'Europe/Lisbon' }],
    })
  })

  test('days count on the dates of the window: already tomorrow in Auckland', () => {
    const rep = { zone: 'Pacific/Honolulu', hours: HOURS }
    const contact = { zone: 'Pacific/Auckland' }
    const at = '2026-11-24T22:00:00Z'
    const steps = [
      step('a', 1, 'business_days', {
        window: { from: '08:00', to: '12:00', weekdays: null, zone: 'contact' },
      }),
    ]
    // Tuesday noon in Honolulu is Wednesday in Auckland; one business day on is Thursday there.
    expect(line(given(steps, { rep, contact, start: at, now: at }))).toBe('active, a 11-26 08:00')
  })

  test('where window and hours never meet, the hours alone count', () => {
    const window = { from: '10:00', to: '12:00', weekdays: null, zone: 'contact' as const }
    const contact = { zone: 'Australia/Sydney' }
    expect(line(given([step('a', 1, 'business_days', { window })], { contact }))).toBe(
      'active, a 11-26 20:00',
    )
  })
})

describe('C7 holidays and time off', () => {
  test('a holiday where the contact is counts no day and carries no touch', () => {
    const at = '2026-12-02T10:00:00Z'
    expect(line(given([step('a'), step('b', 1), step('c', 1, 'days')], { start: at, now: at }))).toBe(
      'active, a 12-02 11:00, b 12-04 10:00, c 12-07 10:00',
    )
  })

  test('time off is both ends included', () => {
    const rep = {
      zone: 'Europe/Lisbon',
      hours: HOURS,
      daysOff: ['2026-11-25'],
      timeOff: [{ from: '2026-11-26', to: '2026-11-30' }],
    }
    expect(line(given([step('a', 1)], { rep }))).toBe('active, a 12-01 10:00')
  })

  test('a region nobody knows is refused', () => {
    expect(line(given([step('a')], { contact: { zone: 'Europe/Oslo', region: 'QQ' } }))).toBe(
      'contact.region: no country or region has this code',
    )
  })
})

describe('P13 one day, one touch, unless the cadence says so', () => {
  const early = { start: '2026-11-16T09:30:00Z', now: '2026-11-24T13:32:00Z' }
  test('what counts from the start and is late does not pile up on one day', () => {
    const steps = [
      step('a', 0, 'business_days', { from: 'start' }),
      step('b', 2, 'business_days', { from: 'start' }),
      step('c', 4, 'business_days', { from: 'start' }),
    ]
    expect(line(given(steps, early))).toBe('active, a 11-24 14:32, b 11-25 10:00, c 11-26 10:00')
  })

  test('doubles stay doubles', () => {
    const steps = [
      step('a', 2, 'business_days', { from: 'start' }),
      step('b', 2, 'business_days', { from: 'start' }),
      step('c'),
    ]
    expect(line(given(steps, early))).toBe('active, a 11-24 14:32, b 11-24 14:32, c 11-24 14:32')
  })
})

describe('O1 to O4 overdue', () => {
  const late = (policy: 'wait' | 'slide' | 'skip', days?: number) =>
    given(
      [
        step('a', 2, 'business_days', { overdue: { policy, days } }),
        step('b', 4, 'business_days', { from: 'start' }),
        step('c', 1),
      ],
      { start: '2026-11-16T09:30:00Z', now: '2026-11-24T13:32:00Z' },
    )
  test('wait: it stays to be done, at the earliest now; what counts from the start stays as near as it can', () => {
    expect(line(late('wait'))).toBe('active, a 11-24 14:32, b 11-25 10:00, c 11-26 10:00')
  })
  test('slide: later steps keep their distance to it', () => {
    expect(line(late('slide'))).toBe('active, a 11-24 14:32, b 11-26 10:00, c 11-27 10:00')
  })
  test('slide: also after it was done late', () => {
    const done = {
      ...late('slide'),
      history: [{ step: 'a', outcome: 'email_sent', at: '2026-11-24T10:00:00Z' }],
    }
    expect(line(done)).toBe('active, b 11-26 10:00, c 11-27 10:00')
  })
  test('skip: left out when that many business days have passed, and the next counts from then', () => {
    expect(line(late('skip', 4))).toBe('active, b 11-25 10:00, c 11-26 10:00')
    expect(line(late('skip', 5))).toBe('active, a 11-24 14:32, b 11-25 10:00, c 11-26 10:00')
    expect(line(late('skip'))).toBe('active, b 11-24 14:32, c 11-25 10:00')
  })
  test('when every step was left out, it is finished', () => {
    expect(
      line(
        given([step('a', 1, 'business_days', { overdue: { policy: 'skip', days: 1 } })], {
          start: '2026-11-02T09:30:00Z',
        }),
      ),
    ).toBe('finished')
  })
})

describe('R1 to R3 pauses', () => {
  const steps = [step('a'), step('b', 3), step('c', 1)]
  const sent = { step: 'a', outcome: 'email_sent', at: '2026-11-16T10:00:00Z' }
  const history = (...more: PlanCase['history'] & object) => ({
    start: '2026-11-16T10:00:00Z',
    history: [sent, ...more],
  })
  test('an open pause plans nothing', () => {
    expect(line(given(steps, history({ outcome: 'paused', at: '2026-11-17T10:00:00Z' })))).toBe('paused')
  })
  test('going on keeps the distance that was left', () => {
    const pause = [
      { outcome: 'paused', at: '2026-11-17T10:00:00Z' },
      { outcome: 'resumed', at: '2026-11-24T12:00:00Z' },
    ]
    expect(line(given(steps, history(...pause)))).toBe('active, b 11-26 10:00, c 11-27 10:00')
  })
  test('an absence lasts up to its last day and one working day more', () => {
    const away = { step: 'a', outcome: 'out_of_office', at: '2026-11-16T10:05:00Z', until: '2026-11-20' }
    const two = [step('a'), step('b', 2)]
    expect(line(given(two, { ...history(away), now: '2026-11-18T10:00:00Z' }))).toBe('paused, b 11-24 10:00')
    expect(line(given(two, { ...history(away), now: '2026-11-23T09:00:00Z' }))).toBe('active, b 11-24 10:00')
    expect(line(given([step('a'), step('b')], { ...history(away), now: '2026-11-18T10:00:00Z' }))).toBe(
      'paused, b 11-23 10:00',
    )
  })
  test('without a stated day an absence lasts a week', () => {
    const away = { step: 'a', outcome: 'Out of office', at: '2026-11-16T10:05:00Z' }
    expect(line(given([step('a'), step('b')], { ...history(away), now: '2026-11-18T10:00:00Z' }))).toBe(
      'paused, b 11-24 10:00',
    )
  })
})

describe('H1 to H4 history', () => {
  const steps = [step('a'), step('b', 1), step('c', 1)]
  const done = (id: string, outcome: string, at = '2026-11-24T10:00:00Z') => ({ step: id, outcome, at })
  test('what is absent is still to come, wherever it stands', () => {
    expect(line(given(steps, { history: [done('a', 'sent'), done('c', 'sent')] }))).toBe(
      'active, b 11-25 10:00',
    )
  })
  test.each([
    'email_replied',
    'Replied',
    'meeting booked',
    'bounced',
    'opted-out',
    'unsubscribed',
    'account_reply',
    'call_no_interest',
    'disqualified',
  ])('«%s» ends it', (outcome) => {
    expect(line(given(steps, { history: [done('a', outcome)] }))).toBe('finished')
  })
  test.each([
    'email_sent',
    'done',
    'skipped',
    'no answer',
    'call_voicemail',
    'something of their own',
    'constructor',
  ])('after «%s» it goes on', (outcome) => {
    expect(line(given(steps, { history: [done('a', outcome)] }))).toBe('active, b 11-25 10:00, c 11-26 10:00')
  })
  test('with every step over it is finished', () => {
    expect(line(given(steps, { history: [done('a', 'x'), done('b', 'x'), done('c', 'x')] }))).toBe('finished')
    expect(line(given([]))).toBe('finished')
  })
  test('put off is still to come, at the time chosen', () => {
    const put = { step: 'b', outcome: 'snoozed', at: NOW, until: '2026-11-28T20:15:00Z' }
    expect(line(given(steps, { history: [done('a', 'x'), put] }))).toBe(
      'active, b 11-28 21:15, c 11-30 10:00',
    )
  })
})

describe('B1 to B3 conditions and tracks', () => {
  const steps = [
    step('a'),
    step('dm', 1, 'business_days', { when: ['connected'] }),
    step('glad', 1, 'business_days', { when: ['positive'] }),
    step('again', 1, 'business_days', { when: [{ step: 'a', outcome: 'no_answer' }] }),
    step('end', 1),
  ]
  const after = (outcome: string) =>
    line(given(steps, { history: [{ step: 'a', outcome, at: '2026-11-24T10:00:00Z' }] }))
  test('a step whose condition does not hold is left out', () => {
    expect(after('sent')).toBe('active, end 11-25 10:00')
    expect(after('no_answer')).toBe('active, again 11-25 10:00, end 11-26 10:00')
    expect(after('linkedin_connected')).toBe('active, dm 11-25 10:00, glad 11-26 10:00, end 11-27 10:00')
  })
  test('facts are given with the contact', () => {
    const only = [step('a', 0, 'business_days', { when: ['has_phone', 'has_email'] })]
    expect(line(given(only, { contact: { zone: 'Europe/Oslo', facts: ['has_phone', 'has_email'] } }))).toBe(
      'active, a 11-24 14:32',
    )
    expect(line(given(only, { contact: { zone: 'Europe/Oslo', facts: ['has_phone'] } }))).toBe('finished')
  })
})

describe('W5 best time', () => {
  const DAY = { from: '09:00', to: '17:00', weekdays: [1, 2, 3, 4, 5], zone: 'contact' as const }
  const around = (best: string, value = 1, unit: Delay['unit'] = 'business_days', rest: Partial<Step> = {}) =>
    step('a', value, unit, { window: { ...DAY, best }, ...rest })

  test('what counts in days is planned from that time on, on the clock of the window', () => {
    expect(line(given([around('11:15')]))).toBe('active, a 11-25 11:15')
    const own = { ...DAY, best: '11:15', zone: 'rep' as const }
    expect(line(given([step('a', 1, 'days', { window: own })]))).toBe('active, a 11-25 11:15')
    expect(answer(given([around('11:15')]))).toMatchObject({ touches: [{ at: '2026-11-25T11:15:00+01:00' }] })
  })

  test('in the rep’s lunch break it is the first time after it; Oslo is an hour ahead of Lisbon', () => {
    expect(line(given([around('13:45')]))).toBe('active, a 11-25 14:30')
  })

  test('where the day has nothing at or after it, the first time of the day: never past the window, never later', () => {
    expect(line(given([around('17:00')]))).toBe('active, a 11-25 10:00')
    expect(line(given([around('20:00')]))).toBe('active, a 11-25 10:00')
    expect(line(given([around('06:00')]))).toBe('active, a 11-25 10:00')
  })

  test('on the day it begins it waits for that time, and is made at once where it has passed', () => {
    expect(line(given([around('15:30', 0)]))).toBe('active, a 11-24 15:30')
    expect(line(given([around('11:15', 0)]))).toBe('active, a 11-24 14:32')
  })

  test('minutes and hours are elapsed time', () => {
    expect(line(given([around('16:30', 10, 'minutes')]))).toBe('active, a 11-24 14:42')
    expect(line(given([around('16:30', 1, 'hours')]))).toBe('active, a 11-24 15:32')
  })

  test('the one after it on the same day follows it', () => {
    expect(line(given([around('11:15'), step('b')]))).toBe('active, a 11-25 11:15, b 11-25 11:15')
  })

  test('an overdue touch waits for no best time', () => {
    const late = given([around('11:15', 0)], { start: '2026-11-23T08:30:00Z', now: '2026-11-25T09:05:00Z' })
    expect(line(late)).toBe('active, a 11-25 10:05')
  })

  test('after a pause the day keeps its distance and the touch its time', () => {
    const rest = given([around('11:15', 2)], {
      history: [
        { outcome: 'paused', at: '2026-11-24T14:00:00Z' },
        { outcome: 'resumed', at: '2026-11-30T14:00:00Z' },
      ],
      now: '2026-11-30T14:00:00Z',
    })
    expect(line(rest)).toBe('active, a 12-02 11:15')
  })

  test('in the gap of a clock change it moves on, and what comes twice is the first', () => {
    const night = { from: '01:00', to: '06:00', weekdays: null, best: '02:30', zone: 'contact' as const }
    const rep = { zone: 'Europe/Oslo', hours: { '7': [['00:00', '24:00']] as [string, string][] } }
    const on = (now: string) =>
      answer(given([step('a', 1, 'days', { window: night })], { rep, start: now, now }))
    expect(on('2026-03-28T12:00:00Z')).toMatchObject({ touches: [{ at: '2026-03-29T03:30:00+02:00' }] })
    expect(on('2026-10-24T12:00:00Z')).toMatchObject({ touches: [{ at: '2026-10-25T02:30:00+02:00' }] })
  })

  test('an empty one is none, and one that is no time is refused with its place', () => {
    expect(line(given([step('a', 1, 'days', { window: { ...DAY, best: null } })]))).toBe(
      'active, a 11-25 10:00',
    )
    expect(line(given([around('noon')]))).toMatch(/^cadence.steps\[0\].window.best: /)
  })

  it('keeps date and order of every plan: only ever later on the same date, never past the window', () => {
    fc.assert(
      fc.property(planCases(), (one) => {
        const { steps } = one.given.cadence
        const [only] = steps
        if (only === undefined) return
        const alone = (best: string | null): AnyCase => ({
          ...one,
          given: {
            ...one.given,
            history: [],
            now: one.given.start,
            cadence: { steps: [{ ...only, window: only.window && { ...only.window, best } }] },
          },
        })
        const [without, wished] = [answered(alone(null)), answered(alone(only.window?.best ?? null))]
        if ('error' in without || 'error' in wished) throw new Error('refused')
        const [plain, preferred] = [without.touches[0]?.at ?? '', wished.touches[0]?.at ?? '']
        expect(preferred.slice(0, 10)).toBe(plain.slice(0, 10))
        if (plain !== '') {
          const [a, b] = [Temporal.Instant.from(plain), Temporal.Instant.from(preferred)]
          expect(Temporal.Instant.compare(b, a)).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 150, seed: SEED },
    )
  })
})

describe('W6 windows of channels', () => {
  const NOON = { from: '12:00', to: '13:00', zone: 'contact' as const }
  const windows = { email: MORNING, call: NOON }
  const rep = { zone: 'Europe/Lisbon', hours: HOURS, windows }
  const on = (...steps: Step[]) => line(given(steps, { rep }))

  test('hold for the steps of the channel as if they were their own; a channel without one is as before', () => {
    expect(on(step('mail', 1), step('call', 1, 'business_days', { type: 'call' }))).toBe(
      'active, mail 11-25 10:00, call 11-26 12:00',
    )
    expect(on(step('view', 1, 'business_days', { type: 'linkedin_view' }))).toBe('active, view 11-25 10:00')
    expect(on(step('mail', 1, 'business_days', { type: 'email_reply' }), step('b', 2))).toBe(
      // Thursday and two business days: Monday has no opening, Tuesday has.
      'active, mail 11-25 10:00, b 12-01 10:00',
    )
  })

  test('a window of its own, or the wish for none, keeps that of the channel away', () => {
    const afternoon = { from: '15:00', to: '16:00', zone: 'contact' as const }
    expect(on(step('own', 1, 'business_days', { type: 'call', window: afternoon }))).toBe(
      'active, own 11-25 15:00',
    )
    expect(on(step('any', 1, 'business_days', { type: 'call', anyTime: true }))).toBe(
      'active, any 11-25 10:00',
    )
    expect(on(step('not', 1, 'business_days', { type: 'call', anyTime: false }))).toBe(
      'active, not 11-25 12:00',
    )
  })

  test('in the contact’s zone; without one in the rep’s', () => {
    const call = step('call', 1, 'business_days', { type: 'call' })
    expect(answer(given([call], { rep }))).toMatchObject({ touches: [{ zone: 'Europe/Oslo' }] })
    expect(answer(given([call], { rep, contact: {} }))).toMatchObject({
      touches: [{ at: '2026-11-25T12:00:00+00:00', zone: 'Europe/Lisbon' }],
    })
  })

  test('one that cannot be read is refused with its place', () => {
    const wrong = { ...rep, windows: { call: { ...NOON, to: 'noon' } } }
    expect(line(given([step('a')], { rep: wrong }))).toMatch(/^rep.windows.call.to: /)
  })
})

describe('W7 weekdays that differ', () => {
  const hours = (days: Record<string, [string, string][]>, rest = {}) => ({
    from: '00:00', to: '24:00', weekdays: null, zone: 'contact' as const, hours: days, ...rest,
  }) // oxfmt-ignore
  const on = (window: NonNullable<Step['window']>, value = 1) =>
    line(given([step('a', value, 'days', { window })]))
  const TUE_WED: Record<string, [string, string][]> = { '2': [['11:00', '12:00'], ['15:00', '16:00']], '3': [['13:00', '14:00'], ['16:30', '17:30']] } // oxfmt-ignore

  test('each day has its own spans, one without any has none', () => {
    expect(on(hours(TUE_WED), 0)).toBe('active, a 11-24 15:00')
    expect(on(hours(TUE_WED), 1)).toBe('active, a 11-25 13:00')
    expect(on(hours(TUE_WED), 2)).toBe('active, a 12-01 11:00')
  })

  test('what the window says otherwise holds with them', () => {
    expect(on(hours(TUE_WED, { from: '13:10' }))).toBe('active, a 11-25 13:10')
    expect(on(hours(TUE_WED, { to: '13:00' }))).toBe('active, a 12-01 11:00')
    expect(on(hours(TUE_WED, { weekdays: [2, 4] }))).toBe('active, a 12-01 11:00')
    // The rep's lunch in Lisbon is from 13:30 to 14:30 in Oslo.
    expect(on(hours({ '3': [['13:40', '15:00']] }))).toBe('active, a 11-25 14:30')
  })

  test('the best time is met in the first span that lies at or after it, on the same date or not at all', () => {
    expect(on(hours(TUE_WED, { best: '13:15' }))).toBe('active, a 11-25 13:15')
    expect(on(hours(TUE_WED, { best: '15:00' }))).toBe('active, a 11-25 16:30')
    expect(on(hours(TUE_WED, { best: '18:00' }))).toBe('active, a 11-25 13:00')
  })

  test('what never opens is refused with its place', () => {
    expect(on(hours({ '2': [] }))).toBe('cadence.steps[0].window.hours: a window without spans never opens')
    expect(on(hours({ '9': [['09:00', '10:00']] }))).toMatch(/^cadence.steps\[0\].window.hours: /)
    expect(on(hours({ '2': [['10:00', '09:00']] }))).toMatch(/^cadence.steps\[0\].window.hours.2\[0\]: /)
  })
})

describe('clocks', () => {
  const window = { from: '02:30', to: '04:00', weekdays: null, zone: 'contact' as const }
  const rep = { zone: 'Europe/Oslo', hours: { '7': [['00:00', '24:00']] as [string, string][] } }
  test('a window that begins in the gap opens when the gap is over, one that comes twice the first time', () => {
    const spring = given([step('a', 1, 'days', { window })], {
      rep,
      start: '2026-03-28T12:00:00Z',
      now: '2026-03-28T12:00:00Z',
    })
    expect(answer(spring)).toMatchObject({ touches: [{ at: '2026-03-29T03:30:00+02:00' }] })
    const autumn = given([step('a', 1, 'days', { window })], {
      rep,
      start: '2026-10-24T12:00:00Z',
      now: '2026-10-24T12:00:00Z',
    })
    expect(answer(autumn)).toMatchObject({ touches: [{ at: '2026-10-25T02:30:00+02:00' }] })
  })
  test('29 February and the turn of the year are days like others', () => {
    const leap = given([step('a', 1, 'days')], { start: '2028-02-28T10:00:00Z', now: '2028-02-28T10:00:00Z' })
    expect(answer(leap)).toMatchObject({ touches: [{ at: '2028-02-29T10:00:00+01:00' }] })
    const year = given([step('a', 1)], { start: '2026-12-31T10:00:00Z', now: '2026-12-31T10:00:00Z' })
    expect(answer(year)).toMatchObject({ touches: [{ at: '2027-01-04T10:00:00+01:00' }] })
  })
  test('a clock that ran back plans nothing before what was done', () => {
    const steps = [step('a'), step('b', 1)]
    const back = given(steps, {
      history: [{ step: 'a', outcome: 'x', at: '2026-11-26T10:00:00Z' }],
      now: '2026-11-20T10:00:00Z',
    })
    expect(line(back)).toBe('active, b 11-27 10:00')
  })
})

describe('what cannot be understood', () => {
  const good = given([step('a')])
  test.each<[string, unknown, string]>([
    ['no object', 3, 'case'],
    ['no id', { ...good, id: undefined }, 'id'],
    ['no cadence', { ...good, cadence: undefined }, 'cadence'],
    [
      'an unknown unit',
      given([{ ...step('a'), delay: { value: 1, unit: 'weeks', from: 'start' } } as unknown as Step]),
      'cadence.steps[0].delay.unit',
    ],
    ['a negative delay', given([step('a', -1)]), 'cadence.steps[0].delay.value'],
    ['half a day', given([step('a', 0.5)]), 'cadence.steps[0].delay.value'],
    ['two equal ids', given([step('a'), step('a')]), 'cadence.steps'],
    [
      'a window that ends before it begins',
      given([step('a', 0, 'days', { window: { ...MORNING, from: '18:00' } })]),
      'cadence.steps[0].window',
    ],
    [
      'an eighth weekday',
      given([step('a', 0, 'days', { window: { ...MORNING, weekdays: [8] } })]),
      'cadence.steps[0].window.weekdays[0]',
    ],
    ['a zone of Mars', given([step('a')], { contact: { zone: 'Mars/Base' } }), 'contact.zone'],
    ['30 February', given([step('a')], { rep: { zone: 'UTC', daysOff: ['2026-02-30'] } }), 'rep.daysOff[0]'],
    [
      'time off backwards',
      given([step('a')], { rep: { zone: 'UTC', timeOff: [{ from: '2026-03-02', to: '2026-03-01' }] } }),
      'rep.timeOff[0]',
    ],
    ['an instant without an offset', given([step('a')], { start: '2026-11-24T13:32:00' }), 'start'],
    [
      'hours of a ninth day',
      given([step('a')], { rep: { zone: 'UTC', hours: { '9': WORKDAY } } }),
      'rep.hours',
    ],
    [
      'hours backwards',
      given([step('a')], { rep: { zone: 'UTC', hours: { '1': [['17:00', '09:00']] } } }),
      'rep.hours.1[0]',
    ],
    [
      'an unknown fact',
      given([step('a')], { contact: { facts: ['rich' as 'connected'] } }),
      'contact.facts[0]',
    ],
  ])('%s is refused with its place', (_, one, at) => {
    const found = answer(one)
    expect(found).toMatchObject({ error: { at } })
    expect(
      'error' in found && /^[a-z][^.!]+/.test(found.error.reason) && !found.error.reason.includes('Invalid'),
    ).toBe(true)
  })
  test('the id is kept where there is one', () => {
    expect(answer({ ...good, now: 'soon' })).toEqual({
      id: 'case',
      error: {
        at: 'now',
        reason: 'an instant with its offset is needed, such as "2026-11-24T13:32:00+01:00"',
      },
    })
  })
})

function answered({ given: one, holidays }: AnyCase): PlanAnswer {
  return answer({ ...one, contact: { ...one.contact, region: 'XX' } }, holidays)
}

/** The same cases on every run; `npm run soak -- plan` draws others. */
const SEED = 20_261_124

describe('properties of any case', () => {
  it('equals the oracle: delays, windows, hours, holidays, policies, pauses, order', () => {
    fc.assert(
      fc.property(planCases(), (one) => {
        const holidays = new Set(one.holidays)
        expect(answered(one)).toEqual(oracleAnswer(one.given, (date) => holidays.has(date.toString())))
      }),
      { numRuns: 40, seed: SEED },
    )
  })

  it('P7, C7: never in the past, before its predecessor, on a holiday, outside the rep’s hours; the same answer again', () => {
    fc.assert(
      fc.property(planCases(), (one) => {
        const found = answered(one)
        if ('error' in found) return false
        const holidays = new Set(one.holidays)
        const isHoliday = (date: Temporal.PlainDate) => holidays.has(date.toString())
        let before = Temporal.Instant.from(one.given.now)
        for (const { step: id, at } of found.touches) {
          const instant = Temporal.Instant.from(at)
          const own = one.given.cadence.steps.find((it) => it.id === id)
          if (own === undefined || Temporal.Instant.compare(instant, before) < 0) return false
          if (!isOpen({ given: one.given, isHoliday, step: own }, instant, false)) return false
          before = instant
        }
        expect(answered(one)).toEqual(found)
        return true
      }),
      { numRuns: 150, seed: SEED },
    )
  })
})
