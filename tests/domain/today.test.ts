import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  badge,
  groupToday,
  nextMark,
  type TodayGroupId,
  type TodayInput,
  type TodayItem,
} from '#lib/domain/today.ts'
import { channelCounts, queueOf } from '#lib/domain/today-order.ts'
import type { Contact, Enrollment } from '#lib/domain/records.ts'
import { DEFAULT_SETTINGS, type Icp } from '#lib/domain/settings.ts'
import type { Instant } from '#lib/domain/values.ts'
import { instants, zones } from './cadence/arbitraries.ts'
import { calendar, cadence, enrollment, kari, NOW, sourced, step, uuid } from './samples.ts'

const STEPS = [
  step('mail1'),
  step('invite', 0, 'business_days', 'linkedin_connect'),
  step('mail2', 2),
  step('call', 3, 'business_days', 'call'),
  { ...step('bye', 4), breakup: true },
]

function item(
  number: number,
  dueAt: Instant | null,
  patch: { enrollment?: Partial<Enrollment>; contact?: Partial<Contact> } = {},
): TodayItem {
  return {
    enrollment: {
      ...enrollment({ dueAt, dueStepId: 'mail2', ...patch.enrollment }),
      id: uuid(1_000 + number),
    },
    contact: kari({ name: sourced(`Person ${String(number)}`), ...patch.contact }),
    cadence: { ...cadence(STEPS), name: 'Outbound starter' },
    account: null,
  }
}

function view(items: TodayItem[], patch: Partial<TodayInput> = {}) {
  return groupToday({
    now: NOW,
    calendar: calendar(),
    icp: DEFAULT_SETTINGS.icp,
    touchMinutes: {},
    items,
    returning: [],
    doneToday: 3,
    ...patch,
  })
}

const names = (given: ReturnType<typeof view>, id: TodayGroupId) =>
  given.groups.find((group) => group.id === id)?.rows.map(({ name }) => name.replace('Person ', ''))

describe('T7, back from nurture', () => {
  const back = (nurtureUntil: string, status: 'nurture' | 'working' = 'nurture') => ({
    contact: kari({ name: sourced('Back'), status, nurtureUntil }),
    account: null,
  })

  test('is due at the start of work of the day, overdue from the next day on, and leads to the person', () => {
    const due = view([], { returning: [back('2026-11-24')] })
    expect(names(due, 'due')).toEqual(['Back'])
    expect(due.dueCount).toBe(1)
    expect(due.groups.flatMap(({ rows }) => rows)[0]).toMatchObject({
      enrollmentId: null,
      stepId: null,
      channel: 'task',
    })
    expect(names(view([], { returning: [back('2026-11-23')] }), 'overdue')).toEqual(['Back'])
    const early = view([], { returning: [back('2026-11-24')], now: '2026-11-24T05:00:00.000Z' })
    expect(names(early, 'later')).toEqual(['Back'])
  })

  test('is not, once somebody works on the person again', () => {
    expect(view([], { returning: [back('2026-11-24', 'working')] }).dueCount).toBe(0)
  })
})

describe('T1 to T6, the groups', () => {
  test('a touch falls where its instant lies on the rep’s day', () => {
    const given = view([
      item(1, '2026-11-24T13:32:00.000Z'), item(2, '2026-11-24T00:00:00.000Z'), item(3, '2026-11-23T23:59:59.999Z'), item(4, '2026-11-24T13:32:00.001Z'),
      item(5, '2026-11-24T23:59:59.999Z'), item(6, '2026-11-25T00:00:00.000Z'),
    ]) // oxfmt-ignore
    expect(given.groups.map(({ id }) => id)).toEqual(['replied', 'inbound', 'due', 'later', 'overdue'])
    expect(names(given, 'due')).toEqual(['2', '1'])
    expect(names(given, 'later')).toEqual(['4', '5'])
    expect(names(given, 'overdue')).toEqual(['3'])
    expect(given.days[0]).toEqual({ day: '2026-11-25', count: 1 })
    expect(given).toMatchObject({ dueCount: 2, overdueCount: 1, doneToday: 3 })
  })

  test('the day is the rep’s, not the contact’s and not UTC’s', () => {
    const at = '2026-11-23T23:30:00.000Z'
    expect(names(view([item(1, at)]), 'overdue')).toEqual(['1'])
    expect(names(view([item(1, at)], { calendar: calendar({ zone: 'Europe/Berlin' }) }), 'due')).toEqual([
      '1',
    ])
    expect(names(view([item(1, at, { contact: { zone: 'Asia/Tokyo' } })]), 'overdue')).toEqual(['1'])
  })

  test('an answer waits until the rep judges it', () => {
    const replied: Partial<Enrollment> = {
      state: 'finished',
      finishReason: 'reply',
      finishedAt: NOW,
      dueAt: null,
      dueStepId: null,
    }
    const waits = item(1, null, { enrollment: replied, contact: { status: 'engaged' } })
    expect(names(view([waits]), 'replied')).toEqual(['1'])
    expect(view([waits]).groups[0]?.rows[0]).toMatchObject({
      at: NOW,
      stepId: null,
      index: null,
      channel: 'email',
    })
    expect(view([item(2, null, { enrollment: replied, contact: { status: 'qualified' } })]).dueCount).toBe(0)
  })

  test('an inbound person’s first touch stands apart, also when it is overdue; later ones do not', () => {
    const inbound = (number: number, dueStepId: string, at: Instant) =>
      item(number, at, { enrollment: { dueStepId }, contact: { leadSource: 'inbound' } })
    const given = view([
      inbound(1, 'mail1', NOW),
      inbound(2, 'mail1', '2026-11-20T10:00:00.000Z'),
      inbound(3, 'mail2', NOW),
    ])
    expect(names(given, 'inbound')).toEqual(['2', '1'])
    expect(names(given, 'due')).toEqual(['3'])
  })

  test('left out: paused, finished, unplanned, and whoever must not be contacted', () => {
    const out = [
      item(1, NOW, { enrollment: { state: 'paused' } }), item(2, NOW, { enrollment: { state: 'finished', finishReason: 'removed' } }), item(3, null),
      item(4, NOW, { contact: { doNotContact: true } }),
      item(5, null, { enrollment: { state: 'finished', finishReason: 'reply', finishedAt: NOW }, contact: { status: 'engaged', doNotContact: true } }),
    ] // oxfmt-ignore
    expect(view(out)).toMatchObject({ dueCount: 0, overdueCount: 0, next: null })
  })
})

describe('the order inside a group', () => {
  const icp: Icp = { ...DEFAULT_SETTINGS.icp, titleWords: ['procurement'] }
  const fits = { title: sourced('Procurement') }

  test('T8, overdue: the longest overdue first, then the better fit', () => {
    const items = [
      item(1, '2026-11-20T10:00:00.000Z'),
      item(2, '2026-11-19T10:00:00.000Z'),
      item(3, '2026-11-20T10:00:00.000Z', { contact: fits }),
    ]
    expect(names(view(items, { icp }), 'overdue')).toEqual(['2', '3', '1'])
    expect(names(view(items), 'overdue')).toEqual(['2', '1', '3'])
  })

  test('T8, due: whose window closes soonest in the contact’s zone, whatever is due longer or fits better', () => {
    // 13:32 in Lisbon: until 17:00 there it is 15:00 here in Nairobi's case, 16:00 in Lagos's.
    const at = '2026-11-24T09:30:00.000Z'
    const there = (number: number, zone: string | null, dueAt: Instant = NOW) =>
      item(number, dueAt, { contact: { zone } })
    const given = view([there(1, null, at), there(2, 'Africa/Lagos'), there(3, 'Africa/Nairobi')])
    expect(names(given, 'due')).toEqual(['3', '2', '1'])
    expect(given.groups[2]?.rows.map(({ closesAt }) => closesAt?.slice(11, 16))).toEqual([
      '14:00',
      '16:00',
      '17:30',
    ])
  })

  test('T8: a step’s own window counts, and one that is closed by now comes after those that are open', () => {
    const withWindow = (number: number, from: string, to: string): TodayItem => {
      const given = item(number, NOW)
      const steps = STEPS.map((one) => ({ ...one, window: { from, to } }))
      return { ...given, cadence: { ...given.cadence, steps } }
    }
    const given = view([withWindow(1, '09:00', '11:00'), item(2, NOW), withWindow(3, '09:00', '14:00')])
    expect(names(given, 'due')).toEqual(['3', '2', '1'])
    expect(given.groups[2]?.rows[2]?.closesAt).toBe('2026-11-25T11:00:00.000Z')
  })

  test('T8: the window of the channel closes a step that has none, and one that wants none stays open', () => {
    const windows = { email: { from: '09:00', to: '11:30' }, call: { from: '09:00', to: '10:00' } }
    const free = item(2, NOW)
    const steps = STEPS.map((one) => ({ ...one, anyTime: true }))
    const given = view([item(1, NOW), { ...free, cadence: { ...free.cadence, steps } }], {
      calendar: calendar({ windows }),
    })
    const closes = given.groups[2]?.rows.map(({ closesAt }) => closesAt)
    expect(closes).toEqual(['2026-11-24T17:30:00.000Z', '2026-11-25T11:30:00.000Z'])
  })

  test('T8: at the same time and fit a call comes before a mail, a farewell last', () => {
    const due = (number: number, dueStepId: string) => item(number, NOW, { enrollment: { dueStepId } })
    expect(names(view([due(1, 'bye'), due(2, 'mail1'), due(3, 'call')]), 'due')).toEqual(['3', '2', '1'])
  })

  test('T8: an unknown zone is passed over', () => {
    const given = view([item(1, NOW, { contact: { zone: 'Atlantis/Capital' } })])
    expect(given.groups[2]?.rows[0]?.closesAt).toBe('2026-11-24T17:30:00.000Z')
  })

  test('T9: one after another goes through what is to be done now, what is overdue longest before what is due, of one channel or of all', () => {
    const due = (
      number: number,
      dueStepId: string,
      at: Instant = NOW,
      leadSource: 'inbound' | 'outbound' = 'outbound',
    ) => item(number, at, { enrollment: { dueStepId }, contact: { leadSource } })
    const given = view([
      due(1, 'call', '2026-11-20T10:00:00.000Z'),
      due(2, 'call'),
      due(3, 'mail2'),
      due(4, 'mail1', NOW, 'inbound'),
      due(5, 'call', '2026-11-24T16:00:00.000Z'),
    ])
    const who = (rows: readonly { name: string }[]) => rows.map(({ name }) => name.replace('Person ', ''))
    expect(who(queueOf(given, null))).toEqual(['4', '1', '2', '3'])
    expect(who(queueOf(given, 'call'))).toEqual(['1', '2'])
    expect(channelCounts(given)).toEqual([
      { channel: 'call', count: 2 },
      { channel: 'email', count: 2 },
    ])
  })

  test('replied: the freshest first', () => {
    const replied = (number: number, finishedAt: Instant) =>
      item(number, null, {
        enrollment: { state: 'finished', finishReason: 'reply', finishedAt },
        contact: { status: 'engaged' },
      })
    expect(
      names(
        view([replied(1, '2026-11-24T12:40:00.000Z'), replied(2, '2026-11-24T13:02:00.000Z')]),
        'replied',
      ),
    ).toEqual(['2', '1'])
  })
})

describe('a row', () => {
  test('says what the list shows', () => {
    const [row] = view([item(1, NOW, { contact: { zone: 'Africa/Lagos' } })]).groups[2]?.rows ?? []
    expect(row).toMatchObject({
      name: 'Person 1',
      company: 'Fjordvolt Systems',
      channel: 'email',
      type: 'email',
      index: 3,
      of: 5,
      mail: { index: 2, of: 3 },
      zone: 'Africa/Lagos',
      day: '2026-11-24',
      grade: null,
      breakup: false,
    })
  })

  test('of a step that an edit has taken away is still there', () => {
    const [row] = view([item(1, NOW, { enrollment: { dueStepId: 'gone' } })]).groups[2]?.rows ?? []
    expect(row).toMatchObject({ stepId: null, type: null, index: null, channel: 'task' })
  })
})

test('minutes are an estimate of what is due now: two answers, a call, two mails and an invitation', () => {
  const replied = (number: number) =>
    item(number, null, {
      enrollment: { state: 'finished', finishReason: 'reply', finishedAt: NOW },
      contact: { status: 'engaged' },
    })
  const due = (number: number, dueStepId: string) => item(number, NOW, { enrollment: { dueStepId } })
  const given = view([
    replied(1),
    replied(2),
    due(3, 'call'),
    due(4, 'mail1'),
    due(5, 'mail2'),
    due(6, 'invite'),
    item(7, '2026-11-20T10:00:00.000Z'),
  ])
  expect(given.minutes).toBe(34)
})

test('next is the earliest still to come, today or later', () => {
  expect(view([item(1, '2026-11-26T09:00:00.000Z'), item(2, '2026-11-25T09:00:00.000Z')]).next?.name).toBe(
    'Person 2',
  )
  expect(view([item(1, '2026-11-26T09:00:00.000Z'), item(2, '2026-11-24T15:00:00.000Z')]).next).toMatchObject(
    { name: 'Person 2', group: 'later' },
  )
})

test('the days ahead are the next five with work or touches', () => {
  const given = view([
    item(1, '2026-11-28T10:00:00.000Z'),
    item(2, '2026-11-30T10:00:00.000Z'),
    item(3, '2026-11-30T11:00:00.000Z'),
  ])
  expect(given.days).toEqual([
    { day: '2026-11-25', count: 0 }, { day: '2026-11-26', count: 0 }, { day: '2026-11-27', count: 0 }, { day: '2026-11-28', count: 1 }, { day: '2026-11-30', count: 2 },
  ]) // oxfmt-ignore
})

test('the badge counts what is due, in red what is overdue when nothing else is left', () => {
  expect(badge({ dueCount: 3, overdueCount: 6, groups: [] })).toEqual({ count: 3, tone: 'due' })
  expect(badge({ dueCount: 0, overdueCount: 6, groups: [] })).toEqual({ count: 6, tone: 'overdue' })
  expect(badge({ dueCount: 0, overdueCount: 0, groups: [] })).toEqual({ count: 0, tone: 'none' })
})

test('the badge turns red at the minute an inbound lead has waited half an hour of work, and counts as before', () => {
  const lead = item(1, '2026-11-24T10:00:00.000Z', {
    enrollment: { dueStepId: 'mail1', startedAt: '2026-11-24T10:00:00.000Z' },
    contact: { leadSource: 'inbound' },
  })
  const at = (now: Instant) => {
    const given = view([lead, item(2, '2026-11-24T09:30:00.000Z')], { now })
    return [badge(given).count, badge(given).tone, nextMark(given)]
  }
  expect(at('2026-11-24T10:04:00.000Z')).toEqual([2, 'due', '2026-11-24T10:05:00.000Z'])
  expect(at('2026-11-24T10:29:59.000Z')).toEqual([2, 'due', '2026-11-24T10:30:00.000Z'])
  expect(at('2026-11-24T10:30:00.000Z')).toEqual([2, 'waiting', null])
  expect(at('2026-11-24T11:30:00.000Z')).toEqual([2, 'waiting', null])
})

test('the minutes of the day follow those the rep has set, step by step', () => {
  const call = item(1, NOW, { enrollment: { dueStepId: 'call' } })
  const invite = item(2, NOW, { enrollment: { dueStepId: 'invite' } })
  expect(view([call, invite]).minutes).toBe(10)
  expect(view([call, invite], { touchMinutes: { call: 20 } }).minutes).toBe(24)
})

it('every active touch stands in exactly one place, in order, in any zone at any time', () => {
  fc.assert(
    fc.property(fc.array(instants(), { maxLength: 20 }), instants(), zones(), (dues, now, zone) => {
      const given = view(dues.map((at, number) => item(number, at)), { now, calendar: calendar({ zone }) }) // oxfmt-ignore
      const rows = given.groups.flatMap(({ rows: list }) => list)
      expect(new Set(rows.map(({ enrollmentId }) => enrollmentId)).size).toBe(rows.length)
      const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().toString()
      for (const [number, at] of dues.entries()) {
        const day = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString()
        const expected = day > today ? undefined : day < today ? 'overdue' : at <= now ? 'due' : 'later'
        expect(rows.find(({ enrollmentId }) => enrollmentId === uuid(1_000 + number))?.group).toBe(expected)
      }
      for (const { id, rows: list } of given.groups)
        if (id !== 'replied') expect(list.map(({ at }) => at)).toEqual(list.map(({ at }) => at).sort())
    }),
    { numRuns: 60 },
  )
})

test('a waiting lead says for how long, by working time and by the clock; nobody else does', () => {
  const startedAt = '2026-11-24T13:00:00.000Z'
  const lead = item(1, NOW, {
    contact: { leadSource: 'inbound' },
    enrollment: { startedAt, dueStepId: STEPS[0]?.id ?? '' },
  })
  const rows = view([lead, item(2, NOW)]).groups.flatMap((group) => group.rows)
  expect(rows.map(({ waiting }) => waiting?.level ?? null)).toEqual(['red', null])
  expect(rows[0]?.waiting).toMatchObject({ businessMinutes: 32, wallMinutes: 32 })
})

test('a lead waits from the arrival, where it is known, not from the beginning of the cadence', () => {
  const enrollment = { startedAt: '2026-11-24T13:00:00.000Z', dueStepId: STEPS[0]?.id ?? '' }
  const lead = item(1, NOW, { contact: { leadSource: 'inbound' }, enrollment })
  const came = { ...lead, enrollment: { ...lead.enrollment, arrivedAt: '2026-11-24T12:30:00.000Z' } }
  const rows = view([came]).groups.flatMap((group) => group.rows)
  expect(rows[0]?.waiting).toMatchObject({ level: 'alarm', wallMinutes: 62 })
})
