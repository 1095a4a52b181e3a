import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSpans, parseClock, withBreak, withDay } from '#components/settings/hours.ts'
import { DEFAULT_SETTINGS, settings } from '#lib/domain/settings.ts'

describe('a time as people type it', () => {
  test.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['9:30', '09:30'],
    ['9.30', '09:30'],
    ['17h30', '17:30'],
    [' 1730 ', '17:30'],
    ['5 pm', '17:00'],
    ['5:30PM', '17:30'],
    ['12 am', '00:00'],
    ['12pm', '12:00'],
    ['0:00', '00:00'],
    ['24:00', '24:00'],
  ])('%s is %s', (typed, time) => {
    expect(parseClock(typed)).toBe(time)
  })

  test.each(['', 'x', '25', '24:01', '9:60', '9:5', '13 pm', '0 am', '-1', '12345'])(
    '%s is none',
    (typed) => {
      expect(parseClock(typed)).toBeNull()
    },
  )

  test('whatever is typed, what comes out is a time the settings take, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), (typed) => {
        const time = parseClock(typed)
        if (time === null) return
        const hours = { '1': [['00:00', time]] as [string, string][] }
        expect(settings.safeParse({ ...DEFAULT_SETTINGS, hours }).success).toBe(true)
      }),
    )
  })
})

describe('the hours of a day', () => {
  test('are kept as times, in order', () => {
    const typed = [
      ['9', '12'],
      ['13', '5:30 pm'],
    ] as const
    const value = [
      ['09:00', '12:00'],
      ['13:00', '17:30'],
    ]
    expect(checkSpans(typed)).toEqual({ ok: true, value })
  })

  test('none is a day off', () => {
    expect(checkSpans([])).toEqual({ ok: true, value: [] })
  })

  test('a word that is no time is named with its place', () => {
    const problem = { kind: 'time', at: 1, typed: 'noon' }
    expect(checkSpans([['9', '12'], ['noon', '17']])).toEqual({ ok: false, problem }) // oxfmt-ignore
  })

  test('an end that is not later than its start is refused', () => {
    const problem = { kind: 'order', at: 0, from: '17:00', until: '09:00' }
    expect(checkSpans([['17', '9']])).toEqual({ ok: false, problem })
    expect(checkSpans([['9', '9']]).ok).toBe(false)
  })

  test('hours that begin before those before them end are refused', () => {
    const problem = { kind: 'overlap', at: 1, from: '11:00', until: '12:00' }
    expect(checkSpans([['9', '12'], ['11', '17']])).toEqual({ ok: false, problem }) // oxfmt-ignore
  })
})

describe('a break', () => {
  test('parts a working day at noon', () => {
    expect(withBreak([['09:00', '17:30']])).toEqual([['09:00', '12:00'], ['13:00', '17:30']]) // oxfmt-ignore
  })

  test('on a day off begins with a working day', () => {
    expect(withBreak([])).toEqual([['09:00', '17:30']])
  })

  test('leaves hours that can be saved, however the day was', () => {
    const minutes = fc.integer({ min: 0, max: 1_320 })
    fc.assert(
      fc.property(
        minutes,
        fc.integer({ min: 15, max: 120 }),
        fc.integer({ min: 1, max: 4 }),
        (start, length, times) => {
          let spans: readonly (readonly [string, string])[] = [
            [text(start), text(Math.min(1_440, start + length))],
          ]
          for (let n = 0; n < times; n += 1) spans = withBreak(spans)
          const whole = spans.filter(([from]) => from !== '')
          expect(checkSpans(whole).ok).toBe(true)
        },
      ),
    )
  })
})

test('a day without hours leaves the week', () => {
  expect(withDay({ '1': [['09:00', '17:00']], '2': [['09:00', '17:00']] }, '1', [])).toEqual({
    '2': [['09:00', '17:00']],
  })
})

function text(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
