import { expect, test } from 'vitest'
import { lint } from '#lib/domain/cadence/lint.ts'
import type { StepWindow } from '#lib/domain/cadence/step.ts'
import { hoursOfWindow, opensOnMonday, windowOfHours, withoutHours } from '#lib/domain/cadence/step-window.ts'
import { step } from '../samples.ts'

const PLAIN: StepWindow = { from: '09:00', to: '17:00', weekdays: [1, 3], zone: 'rep', best: '10:00' }

test('a window that is the same on every day is told by weekday, and comes back', () => {
  expect(hoursOfWindow(PLAIN)).toEqual({ '1': [['09:00', '17:00']], '3': [['09:00', '17:00']] })
  const told = windowOfHours(PLAIN, hoursOfWindow(PLAIN))
  expect(told).toEqual({ ...PLAIN, hours: hoursOfWindow(PLAIN) })
  expect(withoutHours(told)).toEqual(PLAIN)
  expect(Object.keys(hoursOfWindow({ from: '09:00', to: '17:00' }))).toHaveLength(7)
})

test('W7: who reads only from, to and weekdays finds them drawn around the spans', () => {
  const hours = { '2': [['11:00', '12:00']], '5': [['08:30', '09:30'], ['15:00', '16:15']], '6': [] } satisfies StepWindow['hours'] // oxfmt-ignore
  expect(windowOfHours(PLAIN, hours)).toEqual({
    ...PLAIN,
    from: '08:30',
    to: '16:15',
    weekdays: [2, 5],
    hours,
  })
})

test('a week without any span changes nothing but the differences', () => {
  expect(windowOfHours({ ...PLAIN, hours: { '1': [['09:00', '10:00']] } }, { '1': [] })).toEqual(PLAIN)
})

test('the hint about calls on Monday morning looks at Monday', () => {
  expect(opensOnMonday(PLAIN)).toBe('09:00')
  expect(opensOnMonday({ ...PLAIN, weekdays: [2] })).toBeNull()
  const later: StepWindow = { from: '09:00', to: '17:00', hours: { '1': [['11:00', '17:00']], '2': [['09:00', '12:00']] } } // oxfmt-ignore
  expect(opensOnMonday(later)).toBe('11:00')
  const hints = (window: StepWindow) =>
    lint([{ ...step('call', 0, 'days', 'call'), window }]).filter(({ rule }) => rule === 'monday_call')
  expect(hints(later)).toEqual([])
  expect(hints({ ...later, hours: { '1': [['09:00', '12:00']] } })).toHaveLength(1)
  expect(hints({ ...later, hours: { '2': [['09:00', '12:00']] } })).toEqual([])
})
