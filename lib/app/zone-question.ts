import { schedule } from '#lib/domain/cadence/plan.ts'
import { calendarOf, type Course, type Moment } from './planning.ts'

/**
 * Zones to ask the rep about: those the location leaves open, where they would plan the rest of this cadence
 * otherwise. Empty where nothing is open, the rep has set a zone, or it does not matter.
 */
export function zoneQuestion(course: Course, moment: Moment): string[] {
  const { contact, enrollment } = course
  const zones = contact.place?.zones ?? []
  if (contact.zone !== null || zones.length < 2 || enrollment.state === 'finished') return []
  const plans = new Set(
    zones.map((zone) =>
      schedule({ ...course, calendar: calendarOf(moment, { ...contact, zone }), now: moment.now })
        .map(({ at }) => at)
        .join(),
    ),
  )
  return plans.size > 1 ? [...zones] : []
}
