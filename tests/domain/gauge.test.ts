import { describe, expect, test } from 'vitest'
import { gaugeOf, limitFor, textOf, type SentTouch } from '#lib/domain/gauge.ts'
import type { StepType } from '#lib/domain/cadence/step.ts'
import type { Contact } from '#lib/domain/records.ts'
import { calendar, enrollment, NOW, uuid } from './samples.ts'

/** Tuesday 24 November 2026, 13:32 in Lisbon. */
function sent(
  at: string,
  type: StepType | null = 'linkedin_connect',
  patch: Partial<SentTouch['touch']> = {},
  hasText = true,
): SentTouch {
  const { id: enrollmentId, contactId } = enrollment()
  return {
    touch: { enrollmentId: enrollmentId as SentTouch['touch']['enrollmentId'], contactId, state: 'done', outcome: 'linkedin_sent', at, ...patch }, // an enrollment's own id
    type,
    hasText,
  } // oxfmt-ignore
}
const settings = { linkedinPlan: 'free' as const, weeklyInvitations: 10 }
const gauge = (all: SentTouch[], patch: Partial<typeof settings> | { linkedinPlan: 'premium' } = {}) =>
  gaugeOf({ now: NOW, calendar: calendar(), settings: { ...settings, ...patch }, sent: all })
const other = (n: number): { contactId: SentTouch['touch']['contactId'] } => ({
  contactId: uuid(100 + n) as Contact['accountId'] & SentTouch['touch']['contactId'],
})

describe('G1 invitations of the week', () => {
  test.each([
    ['today', '2026-11-24T08:00:00.000Z', 1],
    ['the first minute of six days ago', '2026-11-18T00:00:00.000Z', 1],
    ['seven days ago', '2026-11-17T23:59:59.999Z', 0],
    ['later than now', '2026-11-24T14:00:00.000Z', 0],
  ])('%s', (_, at, count) => {
    expect(gauge([sent(at)]).invitations.count).toBe(count)
  })

  test('skipped, snoozed and not possible ones were not sent; a deleted step counts', () => {
    const at = '2026-11-24T08:00:00.000Z'
    const none = [sent(at, 'linkedin_connect', { state: 'skipped', outcome: null }), sent(at, 'linkedin_connect', { outcome: 'linkedin_not_possible' })] // oxfmt-ignore
    expect(gauge(none).invitations.count).toBe(0)
    expect(gauge([sent(at, null)]).invitations.count).toBe(1)
    expect(gauge([sent(at, 'linkedin_view', { outcome: 'linkedin_done' })]).invitations.count).toBe(0)
  })

  test('G6: it warns from four fifths on and is full at the limit', () => {
    const many = (n: number) =>
      gauge(Array.from({ length: n }, () => sent('2026-11-24T08:00:00.000Z'))).invitations.level
    expect([7, 8, 9, 10, 11].map(many)).toEqual(['ok', 'near', 'near', 'full', 'full'])
  })
})

describe('G2 notes of the month', () => {
  test('five on a free account, only those with a text, since the first of the month', () => {
    const notes = ['01T09:00', '02T09:00', '03T09:00', '20T09:00'].map((at) => sent(`2026-11-${at}:00.000Z`))
    const others = [
      sent('2026-10-31T23:59:59.999Z'),
      sent('2026-11-23T09:00:00.000Z', 'linkedin_connect', { outcome: 'linkedin_no_note' }),
      sent('2026-11-23T09:00:00.000Z', 'linkedin_connect', {}, false),
    ]
    expect(gauge([...notes, ...others]).notes).toEqual({ count: 4, limit: 5, level: 'near' })
    expect(gauge([...notes, sent('2026-11-24T09:00:00.000Z')]).notes.level).toBe('full')
    expect(gauge(notes, { linkedinPlan: 'premium' }).notes).toEqual({ count: 4, limit: null, level: 'ok' })
  })
})

test('G3: open are those neither accepted, answered nor withdrawn within 180 days', () => {
  const all = [
    sent('2026-11-01T09:00:00.000Z', 'linkedin_connect', other(1)),
    sent('2026-11-02T09:00:00.000Z', 'linkedin_connect', other(2)),
    sent('2026-11-20T09:00:00.000Z', 'linkedin_message', { ...other(2), outcome: 'linkedin_replied' }),
    sent('2026-11-03T09:00:00.000Z', 'linkedin_connect', { ...other(3), outcome: 'linkedin_connected' }),
    sent('2026-05-01T09:00:00.000Z', 'linkedin_connect', other(4)),
    sent('2026-11-04T09:00:00.000Z', 'linkedin_connect', { ...other(5), outcome: 'linkedin_withdrawn' }),
  ]
  expect(gauge(all).open).toEqual({ count: 1, limit: null, level: 'ok' })
})

test('G4: messages of today, by the rep’s day', () => {
  const all = (['linkedin_message', 'linkedin_inmail', 'linkedin_voice', 'linkedin_follow'] as const).map((type) => sent('2026-11-24T00:00:00.000Z', type)) // oxfmt-ignore
  expect(gauge([...all, sent('2026-11-23T23:59:59.999Z', 'linkedin_message')]).messages.count).toBe(3)
})

test('the limit that is shown at an invitation is the one that is reached', () => {
  const today = '2026-11-24T08:00:00.000Z'
  const notes = gauge(Array.from({ length: 5 }, () => sent(today)))
  expect(limitFor(notes, 'linkedin_connect', true)).toMatchObject({
    name: 'notes',
    reading: { level: 'full' },
  })
  expect(limitFor(notes, 'linkedin_connect', false)).toBeNull()
  expect(limitFor(notes, 'linkedin_message', true)).toBeNull()
  const week = gauge(Array.from({ length: 9 }, () => sent(today, 'linkedin_connect', {}, false)))
  expect(limitFor(week, 'linkedin_connect', true)).toMatchObject({ name: 'invitations' })
})

test('a step that is gone is taken for one with a text', () => {
  expect(textOf(undefined)).toEqual({ type: null, hasText: true })
  expect(textOf({ type: 'linkedin_connect', body: ' ' })).toEqual({
    type: 'linkedin_connect',
    hasText: false,
  })
})
