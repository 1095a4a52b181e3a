import { describe, expect, test } from 'vitest'
import { factsOf } from '#lib/domain/activity-facts.ts'
import {
  ACTIVITY_KINDS,
  activity as activitySchema,
  type Activity,
  type Note,
  type Shift,
} from '#lib/domain/records.ts'
import { timeline } from '#lib/domain/timeline.ts'
import type { Instant } from '#lib/domain/values.ts'
import { NOW, uuid } from './samples.ts'

const contactId = uuid(1) as Activity['contactId']
const activity = (
  number: number,
  kind: Activity['kind'],
  at: Instant = NOW,
  group = uuid(90),
): Activity & { id: string } => ({ id: uuid(number), contactId, kind, at, group, facts: {}, practice: false })
const note = (number: number, at: Instant): Note & { id: string } => ({
  id: uuid(number),
  contactId,
  body: 'Takes calls after 15:00.',
  url: null,
  at,
  editedAt: at,
  practice: false,
})

const BATCH = uuid(80)
/** One of a clean-up of many: taken back with them. */
const shift = (at: Instant): Shift => ({
  stepId: 'a',
  type: 'call',
  cycle: 0,
  at,
  until: '2026-12-01T10:00:00.000Z',
  batch: BATCH,
})

describe('the timeline', () => {
  test('is newest first, notes among what happened', () => {
    const entries = timeline(
      [activity(1, 'captured', '2026-11-20T10:00:00.000Z'), activity(2, 'touch_done', NOW)],
      [note(3, '2026-11-22T10:00:00.000Z')],
      [shift('2026-11-21T10:00:00.000Z')],
      new Set(),
    )
    expect(entries.map(({ kind }) => kind)).toEqual(['touch_done', 'note', 'touch_snoozed', 'captured'])
  })

  test('of one commit shows what followed above what it followed from, in the same order whatever order is given', () => {
    const one = [activity(1, 'enrolled'), activity(2, 'saved'), activity(3, 'captured')]
    const kinds = ['enrolled', 'saved', 'captured']
    expect(timeline(one, [], [], new Set()).map(({ kind }) => kind)).toEqual(kinds)
    expect(timeline(one.toReversed(), [], [], new Set()).map(({ kind }) => kind)).toEqual(kinds)
  })

  test('offers Undo where its group can still be taken back', () => {
    const entries = timeline(
      [activity(1, 'touch_done', NOW, uuid(90)), activity(2, 'touch_done', NOW, uuid(91))],
      [],
      [shift(NOW)],
      new Set([uuid(91), BATCH]),
    )
    expect(entries.map((entry) => entry.kind !== 'note' && [entry.group, entry.canUndo])).toEqual([
      [BATCH, false],
      [uuid(91), true],
      [uuid(90), false],
    ])
  })

  test('knows a place for every kind', () => {
    const all = ACTIVITY_KINDS.map((kind, number) => activity(number, kind))
    const first = timeline(all, [], [], new Set()).map(({ kind }) => kind)
    expect(new Set(first).size).toBe(ACTIVITY_KINDS.length)
    expect(first.at(-1)).toBe('captured')
    expect(first[0]).toBe('not_same')
  })
})

test('facts are stored as text, without what is absent, and fit the record', () => {
  const facts = factsOf('touch_done', {
    step: 'email',
    outcome: 'email_sent',
    cadence: 'Outbound starter',
    subject: '',
    index: 3,
    of: 9,
  })
  expect(facts).toEqual({
    step: 'email',
    outcome: 'email_sent',
    cadence: 'Outbound starter',
    index: '3',
    of: '9',
  })
  expect(factsOf('do_not_contact', { on: false })).toEqual({ on: 'false' })
  expect(factsOf('edited', { fields: 'x'.repeat(2_000) }).fields).toHaveLength(500)
  const { id: _, ...record } = { ...activity(1, 'touch_done'), facts }
  expect(activitySchema.safeParse(record).success).toBe(true)
})
