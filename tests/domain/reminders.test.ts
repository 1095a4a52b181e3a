import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { touchIdOf } from '#lib/domain/identity.ts'
import {
  decideReminders,
  marksOf,
  reminderKey,
  touchOfReminder,
  type ReminderInput,
  type ReminderMarks,
} from '#lib/domain/reminders.ts'
import type { Contact, Enrollment } from '#lib/domain/records.ts'
import type { TodayItem } from '#lib/domain/today.ts'
import type { Instant } from '#lib/domain/values.ts'
import { instantOf } from './cadence/arbitraries.ts'
import { cadence, enrollment, kari, NOW, step, uuid } from './samples.ts'

const STEPS = [step('mail'), step('call', 0, 'business_days', 'call')]
const ON = { notifications: true, notifyNames: true }

function item(
  number: number,
  dueAt: Instant | null = NOW,
  patch: { enrollment?: Partial<Enrollment>; contact?: Partial<Contact> } = {},
): TodayItem {
  return {
    enrollment: {
      ...enrollment({ dueAt, dueStepId: 'mail', ...patch.enrollment }),
      id: uuid(1_000 + number),
    },
    contact: kari(patch.contact),
    cadence: cadence(STEPS),
    account: null,
  }
}

const key = (number: number, dueAt: Instant = NOW) =>
  reminderKey(touchIdOf(uuid(1_000 + number), 'mail', 0), dueAt)
const decide = (items: TodayItem[], marks: ReminderMarks = {}, patch: Partial<ReminderInput> = {}) =>
  decideReminders({ now: NOW, items, marks, settings: ON, zone: 'Europe/Lisbon', ...patch })

/** What the worker does with a decision when nobody kills it. */
function carriedOut(
  items: TodayItem[],
  marks: ReminderMarks,
  now: Instant,
  patch: Partial<ReminderInput> = {},
) {
  const decision = decide(items, marks, { now, ...patch })
  const after = { ...marks }
  for (const reminder of decision.create) Object.assign(after, marksOf(reminder, 'shown', now))
  for (const gone of decision.cleared)
    after[gone] = { ...(after[gone] ?? { notification: '', at: now }), state: 'cleared' }
  for (const old of decision.forget) delete after[old]
  return { marks: after, created: decision.create.map(({ id }) => id), cleared: decision.clear }
}

describe('N1 once for each due touch', () => {
  test('a due touch is reminded, one still to come is not', () => {
    const [reminder, ...more] = decide([item(1), item(2, instantOf(Date.parse(NOW) + 1))]).create
    expect(reminder).toMatchObject({
      kind: 'single',
      id: key(1),
      done: 'record',
      keys: [key(1)],
      touch: { name: 'Kari Nordmann', channel: 'email', index: 1, of: 2, at: NOW, zone: 'Europe/Lisbon' },
    })
    expect(more).toEqual([])
  })

  test('once shown it is not shown again, also not after it was done and undone', () => {
    const shown = carriedOut([item(1)], {}, NOW)
    expect(carriedOut([item(1)], shown.marks, NOW).created).toEqual([])
    const done = carriedOut([], shown.marks, NOW)
    expect(done.cleared).toEqual([key(1)])
    expect(carriedOut([item(1)], done.marks, NOW)).toMatchObject({ created: [], cleared: [] })
  })

  test('a snoozed touch is reminded again at its new instant, and its old notification goes', () => {
    const shown = carriedOut([item(1)], {}, NOW)
    const later = '2026-11-24T14:32:00.000Z'
    const waiting = carriedOut([item(1, later)], shown.marks, NOW)
    expect(waiting).toMatchObject({ created: [], cleared: [key(1)] })
    expect(carriedOut([item(1, later)], waiting.marks, later).created).toEqual([key(1, later)])
  })

  test('an instant that only moved back behind its reminder is not reminded again', () => {
    const shown = carriedOut([item(1)], {}, NOW)
    const moved = item(1, '2026-11-24T08:00:00.000Z')
    expect(carriedOut([moved], shown.marks, NOW)).toMatchObject({ created: [], cleared: [] })
  })

  test('a mark of a clock that ran ahead silences nothing', () => {
    const future = {
      [key(1, '2030-01-01T09:00:00.000Z')]: {
        state: 'shown' as const,
        notification: 'x',
        at: '2030-01-01T09:00:00.000Z',
      },
    }
    expect(decide([item(1)], future).create).toHaveLength(1)
  })
})

describe('N2 killed at any moment', () => {
  test('what was claimed is created again under the same id, together as it was', () => {
    const [several] = decide([item(1), item(2), item(3)]).create
    const claimed = several === undefined ? {} : marksOf(several, 'claimed', NOW)
    const again = decide([item(1), item(2), item(3), item(4)], claimed).create
    expect(again.map(({ id, keys }) => [id, keys.length])).toEqual([[several?.id, 3], [key(4), 1]]) // prettier-ignore
  })

  test('one of a claimed group that is left keeps the group’s id', () => {
    const [several] = decide([item(1), item(2), item(3)]).create
    const claimed = several === undefined ? {} : marksOf(several, 'claimed', NOW)
    expect(decide([item(2)], claimed).create).toMatchObject([
      { kind: 'several', id: several?.id, keys: [key(2)] },
    ])
  })

  it('every due touch is told of in the end, and under one id only, whatever was due when and whenever it was killed', () => {
    const event = fc.record({
      dues: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 6 }),
      kill: fc.constantFrom('no', 'before-create', 'before-shown'),
    })
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 6 }), (events) => {
        let marks: ReminderMarks = {}
        const told = new Map<string, Set<string>>()
        const open = new Set<number>()
        for (const { dues, kill } of [...events, { dues: [], kill: 'no' }]) {
          for (const number of dues) open.add(number)
          for (const reminder of decide(
            [...open].map((number) => item(number)),
            marks,
          ).create) {
            // prettier-ignore
            marks = { ...marks, ...marksOf(reminder, 'claimed', NOW) }
            if (kill === 'before-create') break
            for (const one of reminder.keys) told.set(one, new Set([...(told.get(one) ?? []), reminder.id]))
            if (kill === 'before-shown') break
            marks = { ...marks, ...marksOf(reminder, 'shown', NOW) }
          }
        }
        return [...open].every((number) => told.get(key(number))?.size === 1)
      }),
    )
  })
})

describe('N3 several at once', () => {
  test('two come singly, three or more as one, earliest first', () => {
    expect(decide([item(1), item(2)]).create.map(({ kind }) => kind)).toEqual(['single', 'single'])
    const [several, ...more] = decide([item(1), item(2, '2026-11-20T10:00:00.000Z'), item(3)]).create
    expect(more).toEqual([])
    expect(several?.kind === 'several' && several.touches.map(({ at }) => at)).toEqual([
      '2026-11-20T10:00:00.000Z',
      NOW,
      NOW,
    ])
    expect(touchOfReminder(several?.id ?? '')).toBeNull()
  })
})

describe('N4 taking away', () => {
  test.each<[string, TodayItem]>([
    ['paused', item(1, NOW, { enrollment: { state: 'paused' } })],
    ['finished', item(1, NOW, { enrollment: { state: 'finished' } })],
    ['not to be contacted', item(1, NOW, { contact: { doNotContact: true } })],
    ['moved on to another step', item(1, '2026-11-26T09:00:00.000Z', { enrollment: { dueStepId: 'call' } })],
  ])('the notification of a touch that is %s goes, and none comes', (_, changed) => {
    const shown = carriedOut([item(1)], {}, NOW)
    expect(carriedOut([changed], shown.marks, NOW)).toMatchObject({ created: [], cleared: [key(1)] })
    expect(decide([changed]).create).toEqual([])
  })

  test('one for several goes only with the last of them', () => {
    const shown = carriedOut([item(1), item(2), item(3)], {}, NOW)
    const one = carriedOut([item(3)], shown.marks, NOW)
    expect(one.cleared).toEqual([])
    expect(carriedOut([], one.marks, NOW).cleared).toEqual(shown.created)
  })
})

test('N5 switched off none comes, those on screen go, and nothing is marked', () => {
  const off = { settings: { notifications: false, notifyNames: true } }
  expect(decide([item(1)], {}, off)).toEqual({ create: [], clear: [], cleared: [], forget: [] })
  const shown = carriedOut([item(1)], {}, NOW)
  expect(carriedOut([item(1)], shown.marks, NOW, off).cleared).toEqual([key(1)])
})

test('N6 marks are forgotten 60 days after their due instant, never while the touch is due', () => {
  const old = {
    [key(1)]: { state: 'cleared' as const, notification: key(1), at: NOW },
    junk: { state: 'shown' as const, notification: 'junk', at: NOW },
  }
  expect(decide([], old, { now: '2027-01-22T00:00:00.000Z' }).forget).toEqual(['junk'])
  expect(decide([], old, { now: '2027-01-24T00:00:00.000Z' }).forget).toEqual([key(1), 'junk'])
  expect(decide([item(1)], old, { now: '2027-06-01T00:00:00.000Z' }).forget).toEqual(['junk'])
})

test('a call’s Done opens the outcomes, and names stay away when the rep wants it so', () => {
  const call = item(1, NOW, { enrollment: { dueStepId: 'call' } })
  expect(decide([call]).create).toMatchObject([{ done: 'open' }])
  const [hidden] = decide([item(1)], {}, { settings: { notifications: true, notifyNames: false } }).create
  expect(JSON.stringify(hidden)).not.toMatch(/Kari|Fjordvolt/)
})

test('the id of a notification leads back to its touch, anything else to none', () => {
  expect(touchOfReminder(key(1))).toEqual({ touchId: touchIdOf(uuid(1_001), 'mail', 0), dueAt: NOW })
  for (const id of ['', 'reminder.x.y', `${key(1)}x`]) expect(touchOfReminder(id)).toBeNull()
})
