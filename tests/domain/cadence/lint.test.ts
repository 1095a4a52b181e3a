import { expect, test } from 'vitest'
import { lint } from '#lib/domain/cadence/lint.ts'
import { SHIPPED_CADENCES } from '#lib/domain/cadence/shipped.ts'
import type { Step } from '#lib/domain/cadence/step.ts'
import { step } from '../samples.ts'

const mail = (id: string, days = 3, patch: Partial<Step> = {}) => ({ ...step(id, days), ...patch })
const call = (id: string, days = 3, patch: Partial<Step> = {}) => ({
  ...step(id, days, 'business_days', 'call'),
  ...patch,
})
const invite = (id: string, body = '') => ({ ...step(id, 2, 'business_days', 'linkedin_connect'), body })
const task = step('task', 1, 'business_days', 'task')
const bye = mail('bye', 4, { breakup: true })
const hints = (...steps: Step[]) =>
  lint(steps).map(({ rule, stepId, variant }) => [rule, stepId, variant].filter(Boolean).join(' '))

test('a sound cadence has no hint, an empty one neither', () => {
  expect(hints(mail('a', 0), invite('b'), call('c'), mail('d'), bye, task)).toEqual([])
  expect(lint([])).toEqual([])
})

test('one channel alone', () => {
  expect(hints(mail('a', 0), mail('b', 5), bye)).toContain('single_channel')
  expect(hints(mail('a', 0), call('b', 5), bye)).not.toContain('single_channel')
})

test('three mails in five days, the third is named', () => {
  expect(hints(mail('a', 0), mail('b', 2), mail('c', 2), call('d'), bye, task)).toEqual(['mails_close c'])
  expect(hints(mail('a', 0), mail('b', 2), mail('c', 3), call('d'), bye, task)).toEqual([])
})

test('more than twelve touches', () => {
  const many = Array.from({ length: 11 }, (_, index) => call(`c${String(index)}`))
  expect(hints(...many, bye, task)).toContain('too_many')
  expect(hints(...many.slice(1), bye, task)).not.toContain('too_many')
})

test('no break-up, and touches after it', () => {
  expect(hints(mail('a', 0), call('b'), task)).toEqual(['no_breakup'])
  expect(hints(mail('a', 0), bye, call('b'), task)).toEqual(['after_breakup b'])
})

test('the last step is no task', () => {
  expect(hints(mail('a', 0), call('b'), bye)).toEqual(['last_no_task bye'])
})

test('an answer in the thread of a mail that may be left out', () => {
  const reply = { ...step('r', 3, 'business_days', 'email_reply') }
  expect(hints(mail('a', 0, { overdue: { policy: 'skip', days: 3 } }), reply, call('b'), bye, task)).toEqual([
    'reply_skippable r',
  ])
  expect(hints(mail('a', 0, { when: ['has_email'] }), reply, call('b'), bye, task)).toEqual([
    'reply_skippable r',
  ])
  expect(hints(mail('a', 0, { overdue: { policy: 'wait' } }), reply, call('b'), bye, task)).toEqual([])
})

test('a call on Monday morning', () => {
  const at = (from: string, weekdays?: number[]) =>
    call('c', 3, { window: { from, to: '12:00', ...(weekdays && { weekdays }) } })
  expect(hints(mail('a', 0), at('09:00'), bye, task)).toEqual(['monday_call c'])
  expect(hints(mail('a', 0), at('09:00', [2, 3]), bye, task)).toEqual([])
  expect(hints(mail('a', 0), at('10:00'), bye, task)).toEqual([])
  const later = call('c', 3, { window: { from: '09:00', to: '12:00', best: '10:30' } })
  expect(hints(mail('a', 0), later, bye, task)).toEqual([])
})

test('a call without a window of its own has the rep’s window for calls', () => {
  const steps = [mail('a', 0), call('c'), bye, task]
  const early = { call: { from: '08:30', to: '12:00' } }
  expect(lint(steps, early)).toEqual([{ rule: 'monday_call', stepId: 'c', variant: null }])
  expect(lint(steps, { email: early.call })).toEqual([])
  expect(lint([mail('a', 0), call('c', 3, { anyTime: true }), bye, task], early)).toEqual([])
})

test('a value without a default', () => {
  expect(hints(mail('a', 0, { body: 'Hi {{ contact.first_name }},' }), call('b'), bye, task)).toEqual([
    'no_default a',
  ])
  expect(
    hints(
      mail('a', 0, { body: "Hi {{ contact.first_name | default: 'there' }}, {{ rep.name }}" }),
      call('b'),
      bye,
      task,
    ),
  ).toEqual([])
})

test('a note longer than a free account may send, names counted at their usual length', () => {
  expect(hints(mail('a', 0), invite('n', 'x'.repeat(201)), call('b'), bye, task)).toEqual(['note_long n'])
  expect(
    hints(
      mail('a', 0),
      invite('n', `${'x'.repeat(180)}{{ rep.name | default: "somebody with a very long name" }}`),
      call('b'),
      bye,
      task,
    ),
  ).toEqual([])
})

test('texts that are tried beside the step’s own are looked at like it, each named', () => {
  const tried = (body: string): Partial<Step> => ({
    variants: [
      { id: 'B', subject: '', body: 'Hi' },
      { id: 'C', subject: '', body },
    ],
  })
  expect(hints(mail('a', 0, tried('Hi {{ contact.first_name }}')), call('b'), bye, task)).toEqual([
    'no_default a C',
  ])
  const note = { ...invite('n', 'short'), ...tried('x'.repeat(201)) }
  expect(hints(mail('a', 0), note, call('b'), bye, task)).toEqual(['note_long n C'])
})

test('a silence of more than two weeks', () => {
  expect(hints(mail('a', 0), call('b', 11), bye, task)).toEqual(['long_gap b'])
})

test.each(SHIPPED_CADENCES)('what is shipped has hints only where its text says why: $name', ({ steps }) => {
  const allowed = new Set(['last_no_task', 'single_channel', 'mails_close', 'no_breakup'])
  expect(lint(steps).filter(({ rule }) => !allowed.has(rule))).toEqual([])
})
