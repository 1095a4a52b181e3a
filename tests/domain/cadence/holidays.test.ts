import { expect, test } from 'vitest'
import { epochDay } from '#lib/domain/cadence/calendar.ts'
import { holidaysOf } from '#lib/domain/cadence/holidays.ts'

const day = (text: string) => epochDay(text) ?? Number.NaN
const isHoliday = (region: string, date: string) => holidaysOf(region)?.has(day(date))

test.each([
  ['NO', '2027-05-17', true],
  ['NO', '2027-05-18', false],
  // Corpus Christi is one in Bavaria, not in Berlin, and not in the whole of Germany.
  ['DE-BY', '2027-05-27', true],
  ['DE-BE', '2027-05-27', false],
  ['DE', '2027-05-27', false],
  // A part the data does not know has its country's.
  ['DE-ZZ', '2026-10-03', true],
  // The day that stands in for a feast on a Sunday.
  ['US', '2027-07-05', true],
  ['de-by', '2026-11-01', true],
  // Feasts of several days, also over a turn of the year, each day of them.
  ['TR', '2027-03-11', true],
  ['RO', '2027-01-02', true],
  // Christmas Eve from one o'clock is half a day; Halloween is none.
  ['IS', '2026-12-24', false],
  ['US', '2027-10-31', false],
])('%s on %s: %s', (region, date, expected) => {
  expect(isHoliday(region, date)).toBe(expected)
})

test('a country without data has none, a code that no country has is none', () => {
  expect(isHoliday('TV', '2026-12-25')).toBe(false)
  expect(holidaysOf('ZZ')).toBeNull()
  expect(holidaysOf('QQ')).toBeNull()
  expect(holidaysOf('EU')).toBeNull()
})
