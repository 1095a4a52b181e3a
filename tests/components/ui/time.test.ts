import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { installTexts } from '#tests/support/interface-texts.ts'
import type { TimeFrame, TimeWords } from '#components/ui/time.ts'

let timeWords: (frame: TimeFrame) => TimeWords
let lisbon: TimeWords

beforeAll(async () => {
  await installTexts()
  ;({ timeWords } = await import('#components/ui/time.ts'))
  lisbon = timeWords({ now: '2026-11-24T13:32:00.000Z', zone: 'Europe/Lisbon', locale: 'en-GB' })
})

describe('days', () => {
  test.each([
    ['2026-11-24T14:30:00.000Z', 'today 14:30'],
    ['2026-11-25T09:30:00.000Z', 'tomorrow 09:30'],
    ['2026-11-23T18:04:00.000Z', 'yesterday 18:04'],
    ['2026-11-27T10:00:00.000Z', 'Fri 27 Nov 10:00'],
    ['2027-02-22T09:00:00.000Z', 'Mon, 22 Feb 2027 09:00'],
  ])('%s is said as %s', (at, words) => {
    expect(lisbon.when(at)).toBe(words)
  })

  test('the day is that of the zone, not of Greenwich', () => {
    const late = '2026-11-24T22:30:00.000Z'
    expect(lisbon.day(late)).toBe('today')
    expect(lisbon.day(late, 'Asia/Tokyo')).toBe('tomorrow')
    expect(lisbon.day('2026-11-24T14:59:00.000Z', 'Asia/Tokyo')).toBe('today')
    expect(lisbon.day('2026-11-24T15:01:00.000Z', 'Asia/Tokyo')).toBe('tomorrow')
  })

  test('tomorrow is one calendar day away over both changes of the clock', () => {
    for (const [now, next] of [
      ['2026-03-28T22:30:00.000Z', '2026-03-29T21:30:00.000Z'],
      ['2026-10-24T21:30:00.000Z', '2026-10-25T22:30:00.000Z'],
    ] as const) {
      const berlin = timeWords({ now, zone: 'Europe/Berlin', locale: 'en-GB' })
      expect(berlin.day(next)).toBe('tomorrow')
    }
  })

  test('what is overdue says since when', () => {
    expect(lisbon.since('2026-11-20T09:00:00.000Z')).toBe('since Fri')
    expect(lisbon.since('2026-11-10T09:00:00.000Z')).toBe('since Tue 10 Nov')
  })
})

describe('another zone', () => {
  const at = '2026-11-24T14:30:00.000Z'

  test('is named when its clock differs, and only then', () => {
    expect(lisbon.both(at, 'Europe/Berlin')).toBe('today 14:30 · 15:30 in Berlin')
    expect(lisbon.both(at, 'Europe/London')).toBe('today 14:30')
    expect(lisbon.brief(at, 'America/Sao_Paulo')).toBe('11:30 Sao Paulo')
    expect(lisbon.brief(at, 'Atlantic/Canary')).toBe('14:30')
  })

  test('says its day when it is another one there', () => {
    expect(lisbon.there('2026-11-24T23:00:00.000Z', 'Asia/Tokyo')).toBe('tomorrow 08:00 in Tokyo')
  })

  test('says how far it is, half hours too', () => {
    expect(lisbon.offset('Africa/Lagos')).toBe('1 h ahead of you')
    expect(lisbon.offset('Asia/Kolkata')).toBe('5.5 h ahead of you')
    expect(lisbon.offset('America/New_York')).toBe('5 h behind you')
    expect(lisbon.offset('Europe/London')).toBeNull()
  })
})

test('any instant in any zone has words, and the clock of the rep’s own zone is never named', () => {
  const zones = ['Europe/Lisbon', 'Asia/Kathmandu', 'Pacific/Chatham', 'Pacific/Apia', 'America/St_Johns']
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4_000_000_000_000 }),
      fc.constantFrom(...zones),
      fc.constantFrom(...zones),
      (ms, zone, other) => {
        const words = timeWords({ now: '2026-11-24T13:32:00.000Z', zone, locale: 'en-GB' })
        const at = new Date(ms).toISOString()
        expect(words.both(at, other)).toMatch(/\d\d:\d\d/)
        expect(words.there(at, zone)).toBeNull()
      },
    ),
  )
})
