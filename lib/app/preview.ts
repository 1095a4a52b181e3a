import { openArrival } from '#lib/domain/arrival.ts'
import { schedule, type PlannedTouch } from '#lib/domain/cadence/plan.ts'
import type { Contact } from '#lib/domain/records.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { Deps } from './deps.ts'
import type { PersonInput } from './person-input.ts'
import { calendarOf, freshEnrollment, thisMoment } from './planning.ts'
import { recognise } from './recognition.ts'

/** The dates a person would get, before anything is saved. */
export async function previewSchedule(
  deps: Deps,
  {
    person,
    cadenceId,
    arrivedAt = null,
  }: { person: PersonInput; cadenceId: string; arrivedAt?: Instant | null },
): Promise<PlannedTouch[]> {
  const moment = await thisMoment(deps)
  const cadence = await deps.store.get('cadence', cadenceId)
  if (!cadence) return []
  const { known } = await recognise(deps, deps.store, person)
  const contact = known ?? { ...PREVIEW_CONTACT, ...placeBefore(deps, person) }
  const fresh = freshEnrollment({ ids: { next: () => PREVIEW_CONTACT.id } }, contact, cadence.id, moment)
  const arrival = arrivedAt ?? (known ? openArrival(known, await deps.store.enrollmentsOf(known.id)) : null)
  const enrollment = arrival === null ? fresh : { ...fresh, arrivedAt: arrival }
  return schedule({
    cadence,
    enrollment,
    touches: [],
    calendar: calendarOf(moment, contact),
    now: moment.now,
  })
}

/** Zone and region of somebody who is not saved yet, where the location was read before. */
function placeBefore(deps: Deps, person: PersonInput): Pick<Contact, 'zone' | 'place'> {
  const place = deps.places?.known(locationOf(person)) ?? null
  return { zone: place?.zone ?? null, place }
}

/** The location that the page says of the person; empty where it says none. */
export function locationOf(person: PersonInput): string {
  return person.from === 'read' ? (person.read.fields.location?.value ?? '') : ''
}

const PREVIEW_CONTACT = {
  id: '00000000-0000-4000-8000-000000000000',
  zone: null,
  practice: false,
  owner: null,
}
