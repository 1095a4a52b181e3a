import { describe, expect, test } from 'vitest'
import { epochDay } from '#lib/domain/cadence/calendar.ts'
import { holidayList, stateOf } from '#lib/domain/cadence/holidays.ts'
import { isUnplaced, placedPatch } from '#lib/domain/place/contact-place.ts'
import { placeOf } from '#lib/domain/place/place-of.ts'
import { kari } from '../samples.ts'

describe('the place of a location text', () => {
  test.each([
    ['Oslo, Norway', 'Europe/Oslo', 'NO'],
    ['München und Umgebung', 'Europe/Berlin', 'DE-BY'],
    ['Bremen, Deutschland', 'Europe/Berlin', 'DE-HB'],
    ['Greater Seattle Area', 'America/Los_Angeles', 'US-WA'],
    ['Deutschland', 'Europe/Berlin', 'DE'],
  ])('%s: zone and region', (text, zone, region) => {
    expect(placeOf(text)).toEqual({ text, zone, zones: [], region })
  })

  test('a country with several clocks leaves them open, a fantasy place says nothing', () => {
    const wide = placeOf('United States')
    expect([wide.zone, wide.region]).toEqual([null, 'US'])
    expect(wide.zones).toContain('America/Chicago')
    expect(placeOf('Everywhere and nowhere')).toMatchObject({ zone: null, zones: [], region: null })
  })

  test('a part of a country is found under its own name and the English one', () => {
    expect(stateOf('DE', 'bayern')).toBe('DE-BY')
    expect(stateOf('ES', 'catalonia')).toBe('ES-CT')
    expect(stateOf('DE', 'atlantis')).toBeNull()
  })

  test('holidays are listed by year; a region nobody knows has none', () => {
    const days = holidayList('DE-BY', 2026, 2026)
    expect(days).toContain(epochDay('2026-01-06'))
    expect(holidayList('DE-HH', 2026, 2026)).not.toContain(epochDay('2026-01-06'))
    expect(days.every((day) => day >= (epochDay('2026-01-01') ?? 0))).toBe(true)
    expect(holidayList('XX', 2026, 2027)).toEqual([])
  })
})

describe('what it changes of a contact', () => {
  const oslo = placeOf('Oslo, Norway')

  test('gives the zone where the rep has set none, and leaves the rep’s own', () => {
    expect(isUnplaced(kari(), '')).toBe(true)
    expect(placedPatch(kari(), oslo)).toEqual({ place: oslo, zone: 'Europe/Oslo' })
    expect(placedPatch(kari({ zone: 'Asia/Tokyo' }), oslo)).toEqual({ place: oslo })
  })

  test('follows a move, but not where the rep has decided otherwise since', () => {
    const placed = kari({ zone: 'Europe/Oslo', place: oslo })
    expect(isUnplaced(placed, '')).toBe(false)
    const moved = placeOf('Bergen, Norway')
    expect(placedPatch({ ...placed, zone: 'UTC' }, moved)).toEqual({ place: moved })
    const lisbon = placeOf('Lisboa, Portugal')
    expect(placedPatch(placed, lisbon)).toEqual({ place: lisbon, zone: 'Europe/Lisbon' })
  })
})
