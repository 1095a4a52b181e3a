import { describe, expect, test } from 'vitest'
import { arrivalOf, arrivalText, arrivedPatch, openArrival, typedArrival } from '#lib/domain/arrival.ts'

const LISBON = { now: '2026-11-24T09:30:30.000Z', zone: 'Europe/Lisbon' }
const BERLIN = { now: '2026-11-24T09:30:30.000Z', zone: 'Europe/Berlin' }

describe('I1: an arrival as it is typed', () => {
  test.each([
    ['2026-11-24T09:30', LISBON, '2026-11-24T09:30:00.000Z'],
    ['2026-11-24T09:30', BERLIN, '2026-11-24T08:30:00.000Z'],
    ['2026-11-24 9:30', BERLIN, '2026-11-24T08:30:00.000Z'],
    ['24.11.2026 09:30', BERLIN, '2026-11-24T08:30:00.000Z'],
    ['24.11.2026, 09:30:15', BERLIN, '2026-11-24T08:30:15.000Z'],
    ['2026/11/24 10:30', BERLIN, '2026-11-24T09:30:00.000Z'],
    ['2026-11-24', BERLIN, '2026-11-23T23:00:00.000Z'],
    ['2026-11-24T09:30:00.123Z', BERLIN, '2026-11-24T09:30:00.000Z'],
    ['2026-11-24T15:00:00+05:30', BERLIN, '2026-11-24T09:30:00.000Z'],
    // The clocks of Berlin went from 2:00 to 3:00 on 29 March, and from 3:00 to 2:00 on 25 October.
    ['2026-03-29T02:30', BERLIN, '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30', BERLIN, '2026-10-25T00:30:00.000Z'],
  ])('%s', (text, clock, at) => {
    expect(typedArrival(text, clock)).toEqual({ kind: 'at', at })
  })

  test('what is still to come is refused, this minute is not', () => {
    expect(typedArrival('2026-11-24T09:30', LISBON).kind).toBe('at')
    expect(typedArrival('2026-11-24T09:31', LISBON)).toEqual({ kind: 'refused', reason: 'future' })
    expect(typedArrival('2026-11-24T10:30', BERLIN).kind).toBe('at')
  })

  test.each(['', 'yesterday', '4/5/2026', '11/24/2026 09:30', '2026-02-30 09:30', '2026-11-2409:30', '2026-11-24T25:00'])(
    '«%s» is no date',
    (text) => {
      expect(typedArrival(text, LISBON)).toEqual({ kind: 'refused', reason: 'no-date' })
    },
  ) // oxfmt-ignore

  test('the field shows it on the rep’s clock, and what it shows is what was typed', () => {
    const shown = arrivalText('2026-11-24T08:30:59.000Z', BERLIN.zone)
    expect(shown).toBe('2026-11-24T09:30')
    expect(typedArrival(shown, BERLIN)).toEqual({ kind: 'at', at: '2026-11-24T08:30:00.000Z' })
  })
})

describe('I2: who has arrived', () => {
  const at = '2026-11-24T09:00:00.000Z'

  test('is inbound; of two arrivals the later one counts', () => {
    expect(arrivedPatch({ leadSource: 'outbound' }, at)).toEqual({ leadSource: 'inbound', arrivedAt: at })
    expect(arrivedPatch({ leadSource: 'inbound', arrivedAt: '2026-11-23T09:00:00.000Z' }, at)).toEqual({
      arrivedAt: at,
    })
    expect(arrivedPatch({ leadSource: 'inbound', arrivedAt: '2026-11-25T09:00:00.000Z' }, at)).toEqual({})
    expect(arrivedPatch({ leadSource: 'outbound' }, null)).toEqual({})
  })
})

describe('I3: what a run counts from', () => {
  const lead = { leadSource: 'inbound', arrivedAt: '2026-11-24T09:00:00.000Z' } as const

  test('the known arrival, unless a run has begun since', () => {
    expect(openArrival(lead, [])).toBe(lead.arrivedAt)
    expect(openArrival(lead, [{ startedAt: '2026-05-01T09:00:00.000Z' }])).toBe(lead.arrivedAt)
    expect(openArrival(lead, [{ startedAt: '2026-11-24T09:05:00.000Z' }])).toBeNull()
    expect(openArrival({ ...lead, leadSource: 'outbound' }, [])).toBeNull()
    expect(openArrival({ leadSource: 'inbound', arrivedAt: null }, [])).toBeNull()
  })

  test('its own beginning where it knows of none', () => {
    const startedAt = '2026-11-24T10:00:00.000Z'
    expect(arrivalOf({ startedAt })).toBe(startedAt)
    expect(arrivalOf({ startedAt, arrivedAt: lead.arrivedAt })).toBe(lead.arrivedAt)
  })
})
