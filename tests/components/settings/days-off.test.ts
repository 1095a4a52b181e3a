import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addRange, rangesOf, removeRange } from '#components/settings/days-off.ts'

test('days that follow each other read as one stretch, over the end of a year too', () => {
  expect(rangesOf(['2027-01-01', '2026-12-31', '2026-12-30', '2026-12-24', '2026-12-24'])).toEqual([
    { from: '2026-12-24', until: '2026-12-24' },
    { from: '2026-12-30', until: '2027-01-01' },
  ])
})

test('one day is added when no last one is given', () => {
  expect(addRange(['2026-12-24'], '2026-12-31', '')).toEqual({ ok: true, days: ['2026-12-24', '2026-12-31'] })
})

test('a stretch adds each of its days once', () => {
  expect(addRange(['2026-12-25'], '2026-12-24', '2026-12-26')).toEqual({
    ok: true,
    days: ['2026-12-24', '2026-12-25', '2026-12-26'],
  })
})

test.each([
  ['', '', 'from'],
  ['2026-12-24', '2026-12-23', 'order'],
  ['2026-01-01', '2027-01-02', 'tooLong'],
])('from «%s» until «%s» is refused: %s', (from, until, problem) => {
  expect(addRange([], from, until)).toEqual({ ok: false, problem })
})

test('what is added and removed again leaves the days as they were', () => {
  const day = fc
    .integer({ min: 0, max: 400 })
    .map((n) => Temporal.PlainDate.from('2026-01-01').add({ days: n }))
  fc.assert(
    fc.property(
      fc.uniqueArray(day.map(String), { maxLength: 20 }),
      day,
      fc.integer({ min: 0, max: 30 }),
      (days, from, n) => {
        const until = from.add({ days: n }).toString()
        const outside = days.filter((one) => one < from.toString() || one > until).sort()
        const added = addRange(outside, from.toString(), until)
        expect(added.ok && removeRange(added.days, { from: from.toString(), until })).toEqual(outside)
      },
    ),
  )
})
