import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { CADENCE_TEMPLATES } from '#lib/domain/cadence/cadence-templates.ts'
import { lint } from '#lib/domain/cadence/lint.ts'
import { schedule, type PlanInput } from '#lib/domain/cadence/plan.ts'
import { SHIPPED_CADENCES } from '#lib/domain/cadence/shipped.ts'
import { shippedSo } from '#lib/domain/cadence/shipped-so.ts'
import { channelOf, step } from '#lib/domain/cadence/step.ts'
import { templateProblem } from '#lib/domain/template.ts'
import { calendar, enrollment } from '../samples.ts'

/** Days of the plan, 1 = the first, by somebody who works every day. */
function daysOf(id: string, course: Partial<PlanInput> = {}): string {
  const template = CADENCE_TEMPLATES.find((one) => one.id === id)
  const every = [['00:00', '24:00']] as [string, string][]
  const now = '2026-11-23T09:00:00.000Z'
  const rows = schedule({
    cadence: { steps: template?.steps ?? [] },
    enrollment: enrollment({ startedAt: now }),
    touches: [],
    calendar: calendar({ hours: Object.fromEntries('1234567'.split('').map((day) => [day, every])) }),
    now,
    ...course,
  })
  const first = Temporal.PlainDate.from('2026-11-23')
  return rows
    .filter(({ state }) => state !== 'done')
    .map(({ at, type }) => `${String(first.until(at.slice(0, 10)).days + 1)} ${type}`)
    .join(', ')
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
  [
    'tier_1_2',
    '1 email, 2 linkedin_follow, 4 linkedin_connect, 8 email_reply, 10 linkedin_engage, 13 linkedin_message, 16 email, 20 linkedin_engage, 23 email_reply, 28 email_reply',
  ],
  ['tier_3', '1 email, 5 email_reply, 9 email, 13 email_reply, 17 email_reply, 21 email_reply'],
  [
    'high_value',
    '1 email, 2 linkedin_connect, 4 call, 6 email_reply, 9 linkedin_engage, 12 call, 12 email, 16 linkedin_message, 20 email, 24 call, 29 email_reply, 30 task',
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

describe.each([
  ['balanced_21', '6 linkedin_message'],
  ['tier_1_2', '13 linkedin_message'],
  ['high_value', '16 linkedin_message'],
])('%s writes on LinkedIn only to whom accepted the invitation', (id, message) => {
  const stranger = { emails: [], phones: [], connectedAt: null }
  const steps = CADENCE_TEMPLATES.find((one) => one.id === id)?.steps ?? []
  const done = (place: number, day: number) => ({
    stepId: steps[place]?.id ?? '', cycle: 0, state: 'done' as const, snoozedTo: null,
    at: Temporal.Instant.from('2026-11-23T09:00:00Z').add({ hours: 24 * (day - 1) }).toString(),
  }) // oxfmt-ignore

  test('and every other day stands, whether it is written or not', () => {
    const [withIt, without] = [daysOf(id), daysOf(id, { contact: stranger })]
    expect(withIt).toContain(`, ${message}, `)
    expect(without).toBe(withIt.replace(`, ${message}`, ''))
    expect(daysOf(id, { contact: { ...stranger, connectedAt: '2026-11-25T09:00:00.000Z' } })).toBe(withIt)
  })

  test('O2: a first mail that is made two days late takes all others along, in both cases', () => {
    const late = { touches: [done(0, 3)], now: '2026-11-25T09:00:00.000Z' }
    const moved = (plan: string) =>
      plan.replace(/^1 email, /, '').replace(/\d+/g, (day) => String(Number(day) + 2))
    expect(daysOf(id, late)).toBe(moved(daysOf(id)))
    expect(daysOf(id, { ...late, contact: stranger })).toBe(moved(daysOf(id, { contact: stranger })))
  })
})

/** What prospectingmanual.com gives for each tier: touches, and the day of the last one. */
test.each([
  ['tier_3', [5, 7], [14, 21], ['email']],
  ['tier_1_2', [8, 12], [21, 30], ['email', 'linkedin']],
  ['high_value', [10, 15], [21, 35], ['call', 'email', 'linkedin', 'task']],
] as const)(
  '%s stays within the numbers of its tier, with the message and without',
  (id, touches, days, channels) => {
    const stranger = { emails: [], phones: [], connectedAt: null }
    for (const plan of [daysOf(id), daysOf(id, { contact: stranger })]) {
      const rows = plan.split(', ')
      const [count, last] = [rows.length, Number.parseInt(rows.at(-1) ?? '', 10)]
      expect(count >= touches[0] && count <= touches[1], plan).toBe(true)
      expect(last >= days[0] && last <= days[1], plan).toBe(true)
    }
    const steps = CADENCE_TEMPLATES.find((one) => one.id === id)?.steps ?? []
    expect([...new Set(steps.map(({ type }) => channelOf(type)))].sort()).toEqual(channels)
  },
)

test('no two mails of a cadence have the same text, and the page about them names each', () => {
  const page = readFileSync(new URL('../../../docs/cadences.md', import.meta.url), 'utf8')
  for (const { name, steps } of [...CADENCE_TEMPLATES, ...SHIPPED_CADENCES]) {
    const mails = steps.filter(({ type }) => channelOf(type) === 'email').map(({ body }) => body)
    expect(new Set(mails).size, name).toBe(mails.length)
    expect(page).toContain(`| ${name} `)
  }
})

describe('a hint that stays', () => {
  test.each([...CADENCE_TEMPLATES, ...SHIPPED_CADENCES])(
    '$name says of each why it is shipped so',
    ({ steps }) => {
      expect(lint(steps).filter((hint) => shippedSo(hint, steps) === null)).toEqual([])
    },
  )
  test('a cadence of one’s own gives no such reason', () => {
    const steps = CADENCE_TEMPLATES[0]?.steps.map((one) => ({ ...one, id: `own-${one.id}` })) ?? []
    expect(lint(steps).length).toBeGreaterThan(0)
    expect(lint(steps).filter((hint) => shippedSo(hint, steps) !== null)).toEqual([])
    const mixed = CADENCE_TEMPLATES.find(({ id }) => id === 'tier_3')?.steps.concat(steps[1] ?? []) ?? []
    expect(shippedSo({ rule: 'single_channel', stepId: null, variant: null }, mixed)).toBeNull()
  })
})

describe.each(CADENCE_TEMPLATES)('$name', ({ steps }) => {
  test('is a cadence as it is stored, its texts are sound, one step is the break-up', () => {
    expect(z.parse(z.array(step), steps)).toEqual(steps)
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
    expect(steps.map(templateProblem).filter((problem) => problem !== null)).toEqual([])
    expect(steps.filter(({ breakup }) => breakup)).toHaveLength(1)
  })
})
