import { expect, test } from 'vitest'
import { STEP_TYPES } from '#lib/domain/cadence/step.ts'
import { cadenceFileText, readCadenceFile } from '#lib/domain/cadence/cadence-file.ts'
import type { WeekHours } from '#lib/domain/cadence/week-hours.ts'
import { SHIPPED_CADENCES } from '#lib/domain/cadence/shipped.ts'
import { step } from '../samples.ts'

const good = { format: 'baton.cadence', version: 1, name: 'Mine', steps: [step('a'), step('b', 2)] }

test.each(SHIPPED_CADENCES)('$name goes out and comes back as it was', ({ name, steps }) => {
  expect(readCadenceFile(cadenceFileText({ name, steps }))).toEqual({
    kind: 'cadence',
    name,
    steps,
    stopsAccount: false,
  })
})

test('that any reply from the company ends it comes along; a file that says nothing of it means no', () => {
  const text = cadenceFileText({ name: 'Mine', steps: good.steps, stopsAccount: true })
  expect(readCadenceFile(text)).toMatchObject({ stopsAccount: true })
  expect(readCadenceFile(JSON.stringify(good))).toMatchObject({ stopsAccount: false })
  expect(readCadenceFile(JSON.stringify({ ...good, stopsAccount: 'yes' }))).toEqual({
    kind: 'refused',
    reason: 'wrong',
    at: 'stopsAccount',
    need: { kind: 'type', value: 'boolean' },
  })
})

test('windows, policies and conditions come along', () => {
  const rich = {
    ...step('a'),
    window: {
      from: '09:00', to: '17:00', weekdays: [2, 3], best: '10:00',
      hours: { '2': [['09:00', '11:30']], '3': [['09:00', '11:30'], ['15:00', '17:00']] } satisfies WeekHours,
    }, // oxfmt-ignore
    overdue: { policy: 'skip' as const, days: 3 },
    when: ['has_phone' as const],
  }
  const free = { ...step('b'), anyTime: true }
  const read = readCadenceFile(cadenceFileText({ name: 'Rich', steps: [rich, free] }))
  expect(read).toMatchObject({ steps: [rich, free] })
})

const withStep = (patch: object) => JSON.stringify({ ...good, steps: [{ ...step('a'), ...patch }] })
const window = { from: '09:00', to: '17:00' }

test.each<[string, string, string, string]>([
  ['no JSON', 'Dear Kari', 'noJson', ''],
  ['another file', JSON.stringify({ app: 'baton', kind: 'person' }), 'noCadence', ''],
  ['a later version', JSON.stringify({ ...good, version: 2 }), 'newer', 'version'],
  ['two equal ids', JSON.stringify({ ...good, steps: [step('a'), step('a')] }), 'sameIds', 'steps'],
])('%s is refused with the place', (_, text, reason, at) => {
  expect(readCadenceFile(text)).toEqual({ kind: 'refused', reason, at })
})

test.each<[string, string, string, string, string]>([
  [
    'an unknown unit',
    withStep({ delay: { value: 1, unit: 'weeks', from: 'start' } }),
    'steps[0].delay.unit',
    'oneOf',
    'minutes, hours, business_days, days',
  ],
  ['no step', JSON.stringify({ ...good, steps: [] }), 'steps', 'least', '1'],
  ['a step without a type', withStep({ type: undefined }), 'steps[0].type', 'oneOf', STEP_TYPES.join(', ')],
  ['a text in place of steps', JSON.stringify({ ...good, steps: 'all' }), 'steps', 'type', 'array'],
  [
    'eleven years',
    withStep({ delay: { value: 4015, unit: 'days', from: 'start' } }),
    'steps[0].delay.value',
    'most',
    '3650',
  ],
  [
    'a window backwards',
    withStep({ window: { ...window, to: '08:00' } }),
    'steps[0].window.to',
    'later',
    '09:00',
  ],
  ['no time', withStep({ window: { ...window, from: '9' } }), 'steps[0].window.from', 'other', ''],
  [
    'an eighth weekday',
    withStep({ window: { ...window, weekdays: [8] } }),
    'steps[0].window.weekdays[0]',
    'most',
    '7',
  ],
])('%s is refused with the place and what should stand there', (_, text, at, kind, value) => {
  expect(readCadenceFile(text)).toEqual({ kind: 'refused', reason: 'wrong', at, need: { kind, value } })
})

test('what the form does not know is left behind', () => {
  expect(readCadenceFile(JSON.stringify({ ...good, owner: 'x', __proto__: 1 }))).toEqual({
    kind: 'cadence',
    name: 'Mine',
    steps: good.steps,
    stopsAccount: false,
  })
})
