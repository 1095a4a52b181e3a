import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { touchIdOf } from '#lib/domain/identity.ts'
import { noticeKey, noticeOf, reminderKey, type ReminderMarks } from '#lib/domain/reminder-keys.ts'
import { decideReminders, marksOf, type ReminderInput } from '#lib/domain/reminders.ts'
import type { Contact, Enrollment } from '#lib/domain/records.ts'
import type { TodayItem } from '#lib/domain/today.ts'
import type { Instant } from '#lib/domain/values.ts'
import { instantOf } from './cadence/arbitraries.ts'
import { cadence, calendar, enrollment, kari, NOW, step, uuid } from './samples.ts'

const STEPS = [step('mail'), step('call', 0, 'business_days', 'call')]
const ON: ReminderInput['settings'] = {
  notifications: true,
  notifyNames: true,
  notifyStyle: 'each',
  digest: false,
  escalate: false,
  quietHours: null,
}

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
  decideReminders({ now: NOW, items, marks, settings: ON, calendar: calendar(), ...patch })

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
  Object.assign(after, decision.settled)
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

  test('one that was settled keeps the time at which it was told, not that of its end', () => {
    const shown = carriedOut([item(1)], {}, NOW)
    const end = '2026-11-24T18:00:00.000Z'
    const gone = carriedOut([], shown.marks, end)
    const snoozed = item(1, '2026-11-24T17:00:00.000Z')
    expect(carriedOut([snoozed], gone.marks, end).created).toEqual([key(1, '2026-11-24T17:00:00.000Z')])
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

describe('N2 a clock that ran ahead and was set back', () => {
  const [early, late] = ['2026-11-24T08:00:00.000Z', '2026-11-27T10:00:00.000Z']

  test('what it told too early goes, and is told when its time has come, under the same id', () => {
    const ahead = carriedOut([item(1), item(2), item(3)], {}, late)
    const back = carriedOut([item(1), item(2), item(3)], ahead.marks, early)
    expect(back).toMatchObject({ created: [], cleared: ahead.created })
    expect(carriedOut([item(1), item(2), item(3)], back.marks, early).cleared).toEqual([])
    const due = carriedOut([item(1), item(2), item(3)], back.marks, NOW)
    expect(due.created).toEqual(ahead.created)
    expect(carriedOut([item(1), item(2), item(3)], due.marks, NOW).created).toEqual([])
  })

  test('what was due before and is still due stands, and is not told twice', () => {
    const due = item(1, '2026-11-24T07:00:00.000Z')
    const ahead = carriedOut([due], {}, late)
    expect(carriedOut([due], ahead.marks, early)).toMatchObject({ created: [], cleared: [] })
  })

  test('the digest of a day to come comes on its day', () => {
    const patch = { settings: { ...ON, digest: true } }
    const items = [1, 2, 3].map((number) => item(number, '2026-11-27T09:00:00.000Z'))
    const ahead = carriedOut(items, {}, late, patch)
    expect(ahead.created).toEqual(['reminder.digest.2026-11-27'])
    const back = carriedOut(items, ahead.marks, early, patch)
    expect(back).toMatchObject({ created: [], cleared: ahead.created })
    expect(carriedOut(items, back.marks, '2026-11-27T07:00:00.000Z', patch).created).toEqual([])
    const morning = carriedOut(items, back.marks, '2026-11-27T09:05:00.000Z', patch)
    expect([...new Set(morning.created)]).toEqual(['reminder.digest.2026-11-27'])
    expect(carriedOut(items, morning.marks, '2026-11-27T09:10:00.000Z', patch).created).toEqual([])
  })
})

describe('N2 killed at any moment', () => {
  test('what was claimed is created again under the same id, together as it was', () => {
    const [several] = decide([item(1), item(2), item(3)]).create
    const claimed = several === undefined ? {} : marksOf(several, 'claimed', NOW)
    const again = decide([item(1), item(2), item(3), item(4)], claimed).create
    expect(again.map(({ id, keys }) => [id, keys.length])).toEqual([[several?.id, 3], [key(4), 1]]) // oxfmt-ignore
  })

  test('what was settled before it was surely shown is told under the same id when it is due after all', () => {
    const claimed = { [key(1)]: { state: 'claimed' as const, notification: 'several.3.x', at: NOW } }
    const settled = carriedOut([], claimed, NOW)
    expect(settled.cleared).toEqual(['several.3.x'])
    expect(carriedOut([], settled.marks, NOW).cleared).toEqual([])
    expect(carriedOut([item(1)], settled.marks, NOW).created).toEqual(['several.3.x'])
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
            // oxfmt-ignore
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
    expect(noticeOf(several?.id ?? '')).toBeNull()
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

  test('one for several makes room for the next where the rep wants them together', () => {
    const together = { settings: { ...ON, notifyStyle: 'together' as const } }
    const shown = carriedOut([item(1), item(2)], {}, NOW, together)
    expect(shown.created).toEqual([`several.2.${[key(1), key(2)].sort()[0] ?? ''}`])
    const later = '2026-11-24T14:00:00.000Z'
    const items = [item(1), item(2), item(3, later), item(4, later)]
    const next = carriedOut(items, shown.marks, later, together)
    expect(next.created).toHaveLength(1)
    expect(next.cleared).toEqual(shown.created)
    expect(carriedOut(items, next.marks, later, together)).toMatchObject({ created: [], cleared: [] })
  })

  test('one for several goes only with the last of them', () => {
    const shown = carriedOut([item(1), item(2), item(3)], {}, NOW)
    const one = carriedOut([item(3)], shown.marks, NOW)
    expect(one.cleared).toEqual([])
    expect(carriedOut([], one.marks, NOW).cleared).toEqual(shown.created)
  })
})

test('N5 switched off none comes, those on screen go, and nothing is marked', () => {
  const off = { settings: { ...ON, notifications: false, digest: true } }
  expect(decide([item(1)], {}, off)).toEqual({ create: [], clear: [], settled: {}, forget: [], wakeAt: null })
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

describe('N7 quiet hours', () => {
  // 22:00 to 07:00 in Lisbon, which keeps UTC in winter.
  const quiet = { settings: { ...ON, quietHours: ['22:00', '07:00'] as [string, string] } }
  const late = '2026-11-24T23:10:00.000Z'
  const morning = '2026-11-25T07:00:00.000Z'

  test.each(['2026-11-24T22:00:00.000Z', late, '2026-11-25T06:59:59.999Z'])(
    'at %s nothing comes, and it wakes at their end',
    (now) => {
      expect(decide([item(1)], {}, { now, ...quiet })).toMatchObject({ create: [], wakeAt: morning })
    },
  )

  test.each([morning, '2026-11-24T21:59:59.999Z'])('at %s everything comes as usual', (now) => {
    expect(decide([item(1)], {}, { now, ...quiet }).create).toHaveLength(1)
  })

  test('what was claimed waits too; what is settled goes at once', () => {
    const claimed = { [key(1)]: { state: 'claimed' as const, notification: key(1), at: NOW } }
    expect(decide([item(1)], claimed, { now: late, ...quiet }).create).toEqual([])
    expect(decide([], claimed, { now: late, ...quiet }).clear).toEqual([key(1)])
    expect(decide([item(1)], claimed, { now: morning, ...quiet }).create).toMatchObject([{ id: key(1) }])
  })

  test('without anything waiting nobody is woken for their end', () => {
    expect(decide([], {}, { now: late, ...quiet }).wakeAt).toBeNull()
  })
})

describe('N8 the digest of the morning', () => {
  const digest = { settings: { ...ON, digest: true } }
  const nine = '2026-11-24T09:00:00.000Z'
  const id = 'reminder.digest.2026-11-24'
  const due = item(1, nine)
  const old = item(2, '2026-11-20T09:00:00.000Z')
  const later = item(3, '2026-11-24T15:00:00.000Z')
  const evening = item(6, '2026-11-24T16:00:00.000Z')
  const tomorrow = item(4, '2026-11-25T09:00:00.000Z')

  test('tells at the start of work of what is due, overdue and later today, as one and once', () => {
    const first = decide([due, old, later, tomorrow], {}, { now: nine, ...digest })
    expect(first.create).toMatchObject([
      { kind: 'digest', id, counts: { due: 1, overdue: 1, later: 1 }, keys: [id, key(2, '2026-11-20T09:00:00.000Z'), key(1, nine)] },
    ]) // oxfmt-ignore
    const shown = carriedOut([due, old, later], {}, nine, digest)
    expect(carriedOut([due, old, later], shown.marks, '2026-11-24T09:05:00.000Z', digest)).toMatchObject({
      created: [],
      cleared: [],
    })
    expect(carriedOut([due, old, later], shown.marks, '2026-11-24T15:00:00.000Z', digest).created).toEqual([
      key(3, '2026-11-24T15:00:00.000Z'),
    ])
  })

  test('claimed and killed, it comes again under its id, also where nothing is due yet', () => {
    const claimed = { [id]: { state: 'claimed' as const, notification: id, at: nine } }
    expect(decide([later], claimed, { now: nine, ...digest }).create).toMatchObject([{ kind: 'digest', id }])
  })

  test.each([
    ['before work', '2026-11-24T08:59:59.999Z'],
    ['after the morning', '2026-11-24T12:00:00.000Z'],
    ['on a Sunday', '2026-11-22T09:30:00.000Z'],
  ])('none comes %s', (_, now) => {
    expect(decide([old], {}, { now, ...digest }).create).toMatchObject([{ kind: 'single' }])
  })

  test('a day that brings fewer than three has none, and what comes up in it is reminded as usual', () => {
    const empty = carriedOut([later, evening, tomorrow], {}, nine, digest)
    expect(empty.created).toEqual([])
    const added = item(5, '2026-11-24T09:20:00.000Z')
    expect(carriedOut([added], empty.marks, '2026-11-24T09:20:00.000Z', digest).created).toEqual([
      key(5, '2026-11-24T09:20:00.000Z'),
    ])
  })

  test('it goes with the last touch it told of, and at midnight', () => {
    const shown = carriedOut([due, later, evening], {}, nine, digest)
    expect(carriedOut([later], shown.marks, '2026-11-24T09:10:00.000Z', digest).cleared).toEqual([id])
    const quietDay = carriedOut([item(7, '2026-11-24T17:00:00.000Z'), later, evening], {}, nine, digest)
    expect(carriedOut([later], quietDay.marks, '2026-11-24T09:10:00.000Z', digest).cleared).toEqual([])
    expect(carriedOut([], quietDay.marks, '2026-11-25T00:00:00.000Z', digest).cleared).toEqual([id])
  })

  test('it wakes for the next morning', () => {
    expect(decide([], {}, { now: '2026-11-20T17:00:00.000Z', ...digest }).wakeAt).toBe(
      '2026-11-23T09:00:00.000Z',
    )
  })
})

describe('N9 escalation', () => {
  const escalate = { settings: { ...ON, escalate: true } }
  const friday = '2026-11-20T16:00:00.000Z'
  const monday = '2026-11-23T09:00:00.000Z'

  test('what is open a working day later is told of once more, together', () => {
    const items = [item(1, friday), item(2, friday)]
    const shown = carriedOut(items, {}, friday, escalate)
    expect(decide(items, shown.marks, { now: friday, ...escalate }).wakeAt).toBe(monday)
    expect(carriedOut(items, shown.marks, '2026-11-23T08:59:59.999Z', escalate).created).toEqual([])
    const again = decide(items, shown.marks, { now: monday, ...escalate }).create
    expect(again).toMatchObject([
      { kind: 'overdue', touches: [{}, {}], keys: [noticeKey('overdue', key(1, friday)), noticeKey('overdue', key(2, friday))] },
    ]) // oxfmt-ignore
    const escalated = carriedOut(items, shown.marks, monday, escalate)
    expect(carriedOut(items, escalated.marks, '2026-12-01T09:00:00.000Z', escalate).created).toEqual([])
  })

  test('what was never told of comes once, not twice', () => {
    const first = decide([item(1, friday)], {}, { now: monday, ...escalate }).create
    expect(first).toMatchObject([
      { kind: 'single', keys: [key(1, friday), noticeKey('overdue', key(1, friday))] },
    ])
  })

  test('where there is a digest it tells of them', () => {
    const both = { settings: { ...ON, escalate: true, digest: true } }
    const items = [1, 2, 3].map((n) => item(n, friday))
    const shown = carriedOut(items, {}, friday, both)
    const escalated = items.map((_, at) => noticeKey('overdue', key(at + 1, friday))).sort()
    expect(decide(items, shown.marks, { now: monday, ...both }).create).toMatchObject([
      { kind: 'digest', keys: ['reminder.digest.2026-11-23', ...escalated] },
    ])
  })
})

describe('N10 inbound leads', () => {
  const lead = (number: number, at = NOW) =>
    item(number, at, { contact: { leadSource: 'inbound' }, enrollment: { startedAt: at } })
  const after = (minutes: number) => instantOf(Date.parse(NOW) + minutes * 60_000)

  test('are told of at once, at red and at alarm, each time with how long they wait', () => {
    let marks: ReminderMarks = {}
    const told: string[] = []
    for (let minute = 0; minute <= 120; minute++) {
      const seen = carriedOut([lead(1)], marks, after(minute), { settings: { ...ON, escalate: true } })
      marks = seen.marks
      told.push(...seen.created.map((id) => `${String(minute)} ${noticeOf(id)?.kind ?? id}`))
    }
    expect(told).toEqual(['0 due', '30 red', '60 alarm'])
    expect(decide([lead(1)], {}, { now: after(7) }).create).toMatchObject([
      { touch: { waiting: { level: 'amber', businessMinutes: 7 } } },
    ])
  })

  test('who came before the cadence began has waited since then, and is told of once', () => {
    const came = { ...lead(1), enrollment: { ...lead(1).enrollment, arrivedAt: after(-40) } }
    const first = carriedOut([came], {}, NOW, { settings: { ...ON, escalate: true } })
    expect(first.created).toHaveLength(1)
    expect(decide([came], {}, { now: NOW }).create).toMatchObject([
      { touch: { waiting: { level: 'red', wallMinutes: 40 } } },
    ])
    const later = carriedOut([came], first.marks, after(1), { settings: { ...ON, escalate: true } })
    expect(later.created).toEqual([])
  })

  test('a later step of an inbound lead is a touch like any other', () => {
    const second = item(1, NOW, { contact: { leadSource: 'inbound' }, enrollment: { dueStepId: 'call' } })
    expect(decide([second], {}, { now: after(90) }).create).toMatchObject([{ id: reminderKey(touchIdOf(uuid(1_001), 'call', 0), NOW), touch: { waiting: null } }]) // oxfmt-ignore
  })

  test('each has a notification of its own, also in the morning; from five on they come as one', () => {
    const digest = { settings: { ...ON, digest: true } }
    const nine = '2026-11-24T09:00:00.000Z'
    const kinds = (count: number) =>
      decide(
        [
          ...Array.from({ length: count }, (_, n) => lead(n + 1, nine)),
          ...[7, 8, 9].map((n) => item(n, nine)),
        ],
        {},
        { now: nine, ...digest },
      ).create.map(({ kind, keys }) => [kind, keys.length])
    expect(kinds(2)).toEqual([['single', 1], ['single', 1], ['digest', 4]]) // oxfmt-ignore
    expect(kinds(5)).toEqual([['several', 5], ['digest', 4]]) // oxfmt-ignore
  })

  test('seen first after an hour, one is told of once', () => {
    const seen = decide([lead(1)], {}, { now: after(61) }).create
    expect(seen).toHaveLength(1)
    expect(seen[0]?.keys).toHaveLength(3)
    expect(noticeOf(seen[0]?.id ?? '')?.dueAt).toBe(NOW)
  })
})

test('a call’s Done opens the outcomes, and names stay away when the rep wants it so', () => {
  const call = item(1, NOW, { enrollment: { dueStepId: 'call' } })
  expect(decide([call]).create).toMatchObject([{ done: 'open' }])
  const [hidden] = decide([item(1)], {}, { settings: { ...ON, notifyNames: false } }).create
  expect(JSON.stringify(hidden)).not.toMatch(/Kari|Fjordvolt/)
})

test('the id of a notification leads back to its touch, anything else to none', () => {
  expect(noticeOf(key(1))).toEqual({ kind: 'due', touchId: touchIdOf(uuid(1_001), 'mail', 0), dueAt: NOW })
  for (const id of ['', 'reminder.x.y', `${key(1)}x`]) expect(noticeOf(id)).toBeNull()
})
