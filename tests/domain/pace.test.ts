import { expect, test } from 'vitest'
import { paceOf, withTime, type TakenTime } from '#lib/domain/pace.ts'

const times = (...seconds: number[]): TakenTime[] =>
  seconds.map((one) => ({ channel: 'email', seconds: one }))

test('the median is shown from five touches on, and one long touch does not move it', () => {
  expect(paceOf(times(40, 50, 60, 70))).toBeNull()
  expect(paceOf(times(40, 50, 60, 70, 800))).toEqual({ seconds: 60, of: 5 })
  expect(paceOf(times(10, 20, 31, 40, 50, 60))).toEqual({ seconds: 36, of: 6 })
})

test('the latest fifty count, and none that was left open', () => {
  const many = Array.from({ length: 60 }, (_, index) => index).reduce<TakenTime[]>(
    (all, seconds) => withTime(all, { channel: 'call', seconds }),
    [],
  )
  expect(many.map(({ seconds }) => seconds)).toEqual(Array.from({ length: 50 }, (_, index) => index + 10))
  expect(withTime(times(5), { channel: 'call', seconds: 3_600 })).toEqual(times(5))
})
