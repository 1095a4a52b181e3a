import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { gaugeOf } from '#lib/domain/gauge.ts'
import { escalatesAt, morningOf, quietUntil } from '#lib/domain/reminders-when.ts'
import type { Settings } from '#lib/domain/settings.ts'
import { waitingSince } from '#lib/domain/sla.ts'
import { isQuiet } from '#tests/support/reminder-oracle.ts'
import { hours, instants, zones } from './cadence/arbitraries.ts'
import { calendar, local } from './samples.ts'

/**
 * Reminders, waiting leads and the gauge where clocks change, by hours and half hours, on both sides of the date line,
 * at the ends of years and on 29 February; against plain Temporal.
 */
const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const
const always = Object.fromEntries(DAYS.map((day) => [day, [['00:00', '24:00']]])) as Settings['hours']
const there = (at: string, zone: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone)
const text = (at: Temporal.ZonedDateTime) => at.toInstant().toString({ smallestUnit: 'millisecond' })

describe('quiet hours', () => {
  it('hold by the clock on the wall, and end at their own time', () => {
    const quiet = fc.constantFrom<[string, string][]>(['20:00', '07:00'], ['12:00', '13:30'])
    fc.assert(
      fc.property(instants(), zones(), quiet, (now, zone, quietHours) => {
        const end = quietUntil(quietHours, calendar({ zone }), now)
        expect(end !== null).toBe(isQuiet({ quietHours, zone }, zone, now))
        if (end === null) return
        expect(there(end, zone).toPlainTime().toString().slice(0, 5)).toBe(quietHours[1])
        expect(end > now).toBe(true)
        // A night with a clock change, and the date that Apia left out.
        expect(Date.parse(end) - Date.parse(now)).toBeLessThanOrEqual(12 * 3_600_000)
      }),
      { numRuns: 400 },
    )
  })

  test.each([
    ['Europe/Lisbon', '2026-10-24T22:00:00.000Z', '2026-10-25T07:00:00.000Z'],
    ['Europe/Lisbon', '2026-03-28T22:00:00.000Z', '2026-03-29T06:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-03T12:00:00.000Z', '2026-10-03T20:00:00.000Z'],
    ['Asia/Kathmandu', '2026-12-31T16:00:00.000Z', '2027-01-01T01:15:00.000Z'],
    ['Europe/Lisbon', '2028-02-28T23:00:00.000Z', '2028-02-29T07:00:00.000Z'],
  ])('in %s at %s they end at %s', (zone, now, end) => {
    expect(quietUntil(['20:00', '07:00'], calendar({ zone }), now)).toBe(end)
  })
})

it('digest and escalation: the start of work of a working day of the rep, by the clock on the wall', () => {
  fc.assert(
    fc.property(instants(), zones(), hours(), (now, zone, week) => {
      const own = calendar({ zone, hours: week })
      for (const at of [morningOf(own, now).nextAt, escalatesAt(now, own)]) {
        expect(at > now).toBe(true)
        const begins = there(at, zone)
        const spans = week[String(begins.dayOfWeek) as '1'] ?? []
        const starts = spans.map(([from]) => text(begins.startOfDay().withPlainTime(from)))
        expect(starts, local(at, zone)).toContain(at)
      }
      expect(morningOf(own, now).day).toBe(there(now, zone).toPlainDate().toString())
    }),
    { numRuns: 200 },
  )
})

it('who always works has a lead waiting as long by work as by the clock, whatever the clock on the wall does', () => {
  fc.assert(
    fc.property(instants(), zones(), fc.integer({ min: 0, max: 4_000 }), (arrived, zone, minutes) => {
      const now = new Date(Date.parse(arrived) + minutes * 60_000).toISOString()
      const waiting = waitingSince(arrived, now, calendar({ zone, hours: always }))
      const level = minutes >= 60 ? 'alarm' : minutes >= 30 ? 'red' : minutes >= 5 ? 'amber' : 'onTime'
      expect(waiting).toMatchObject({ level, businessMinutes: minutes, wallMinutes: minutes })
    }),
    { numRuns: 300 },
  )
})

it('the gauge counts from the midnights of the rep: seven dates, the month, today', () => {
  fc.assert(
    fc.property(instants(), zones(), fc.integer({ min: 0, max: 45 * 1_440 }), (now, zone, ago) => {
      const at = new Date(Date.parse(now) - ago * 60_000).toISOString()
      const base = { enrollmentId: 'e', contactId: 'c', state: 'done', outcome: 'linkedin_sent', at }
      const settings = { linkedinPlan: 'free' as const, weeklyInvitations: 100 }
      const one = (type: 'linkedin_connect' | 'linkedin_message') =>
        gaugeOf({
          now,
          calendar: calendar({ zone }),
          settings,
          sent: [
            { touch: base as Parameters<typeof gaugeOf>[0]['sent'][number]['touch'], type, hasText: true },
          ],
        })
      const [then, today] = [there(at, zone).toPlainDate(), there(now, zone).toPlainDate()]
      const days = then.until(today).days
      expect(one('linkedin_connect').invitations.count).toBe(days < 7 ? 1 : 0)
      const isSameMonth = then.toPlainYearMonth().equals(today.toPlainYearMonth())
      expect(one('linkedin_connect').notes.count).toBe(isSameMonth ? 1 : 0)
      expect(one('linkedin_message').messages.count).toBe(days === 0 ? 1 : 0)
    }),
    { numRuns: 300 },
  )
})
