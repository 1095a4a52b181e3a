import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { CADENCE_TEMPLATES } from '#lib/domain/cadence/cadence-templates.ts'
import { lint } from '#lib/domain/cadence/lint.ts'
import { schedule } from '#lib/domain/cadence/plan.ts'
import { step } from '#lib/domain/cadence/step.ts'
import { templateProblem } from '#lib/domain/template.ts'
import { calendar, enrollment } from '../samples.ts'

/** Days of the plan, 1 = the first, by somebody who works every day. */
function daysOf(id: string): string {
  const template = CADENCE_TEMPLATES.find((one) => one.id === id)
  const every = [['00:00', '24:00']] as [string, string][]
  const now = '2026-11-23T09:00:00.000Z'
  const rows = schedule({
    cadence: { steps: template?.steps ?? [] },
    enrollment: enrollment({ startedAt: now }),
    touches: [],
    calendar: calendar({ hours: Object.fromEntries('1234567'.split('').map((day) => [day, every])) }),
    now,
  })
  const first = Temporal.PlainDate.from('2026-11-23')
  return rows.map(({ at, type }) => `${String(first.until(at.slice(0, 10)).days + 1)} ${type}`).join(', ')
}

test.each([
  [
    'tier_1',
    '1 email, 1 linkedin_engage, 4 call, 4 linkedin_connect, 7 email_reply, 10 task, 23 email, 25 call',
  ],
  [
    'cold_14',
    '1 email, 2 linkedin_connect, 4 call, 4 email, 7 email_reply, 9 linkedin_engage, 11 call, 11 email, 14 email_reply',
  ],
  [
    'balanced_21',
    '1 email, 3 linkedin_connect, 5 email_reply, 6 linkedin_message, 10 email, 12 call, 16 email_reply, 21 email_reply',
  ],
  ['c_level', '1 email, 4 linkedin_connect, 9 call, 14 email, 21 email_reply'],
  ['minimal', '1 email, 3 call, 5 email_reply, 8 email_reply, 8 task'],
  ['re_engage', '1 email, 4 linkedin_engage, 9 call, 16 email_reply'],
  [
    'inbound_fast',
    '1 call, 1 email, 1 call, 2 call, 3 email_reply, 5 call, 8 linkedin_connect, 12 email_reply',
  ],
])('%s has the day plan of the field', (id, expected) => {
  expect(daysOf(id)).toBe(expected)
})

test('Balanced 21 days writes on LinkedIn only to whom accepted the invitation', () => {
  const steps = CADENCE_TEMPLATES.find(({ id }) => id === 'balanced_21')?.steps ?? []
  expect(steps.filter(({ when }) => when !== undefined).map(({ type, when }) => [type, when])).toEqual([
    ['linkedin_message', ['connected']],
  ])
})

describe.each(CADENCE_TEMPLATES)('$name', ({ steps }) => {
  test('is a cadence as it is stored, its texts are sound, one step is the break-up', () => {
    expect(z.parse(z.array(step), steps)).toEqual(steps)
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
    expect(steps.map(templateProblem).filter((problem) => problem !== null)).toEqual([])
    expect(steps.filter(({ breakup }) => breakup)).toHaveLength(1)
  })
  test('no hint but those its plan has by intent', () => {
    const rules = lint(steps).map(({ rule }) => rule)
    expect(rules.filter((rule) => !['last_no_task', 'after_breakup', 'mails_close'].includes(rule))).toEqual(
      [],
    )
  })
})
