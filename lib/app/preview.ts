import { schedule, type PlannedTouch } from '#lib/domain/cadence/plan.ts'
import { headquartersOf, nowhere, orCompany } from '#lib/domain/place/contact-place.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { Deps } from './deps.ts'
import { enrollPlan } from './enroll.ts'
import type { PersonInput } from './person-input.ts'
import { personPlan } from './person-plan.ts'
import { calendarOf, freshEnrollment, thisMoment } from './planning.ts'

/** The dates a person would get, before anything is saved: those of the very plan that adding them carries out. */
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
  const input = { person, cadence, moment, group: NOBODY.id, arrivedAt }
  const { result } = await enrollPlan(deps, deps.store, input)
  if (result.kind === 'added') {
    const calendar = calendarOf(moment, result.course.contact)
    return schedule({ ...result.course, calendar, now: moment.now })
  }
  // Who cannot be added, or is in this cadence already, is shown how it would run from now on.
  const id = 'contactId' in result ? result.contactId : null
  const contact = (id === null ? undefined : await deps.store.get('contact', id)) ?? NOBODY
  const enrollment = freshEnrollment({ ids: { next: () => NOBODY.id } }, contact, cadence.id, moment)
  return schedule({
    cadence,
    enrollment,
    touches: [],
    calendar: calendarOf(moment, contact),
    now: moment.now,
  })
}

/**
 * Reads where the person is, and where the location names no place where their company is, so that the dates are right
 * before anything is saved (C8). Resolves to the texts that were read only now; empty when nothing is new.
 */
export async function readPlaces(deps: Deps, person: PersonInput): Promise<string> {
  const { places } = deps
  if (!places) return ''
  const plan = await personPlan(deps, deps.store, person, NOBODY.id)
  if (plan.kind !== 'planned') return ''
  const { location, accountId } = plan.contact
  const account = accountId === null ? undefined : await deps.store.get('account', accountId)
  const read: string[] = []
  const placeOf = async (text: string) => {
    const before = text === '' ? nowhere('') : places.known(text)
    if (before === null) read.push(text)
    return before ?? places.read(text)
  }
  const own = await placeOf(location?.value ?? '')
  const company = nowhere(headquartersOf(account))
  if (orCompany(own, company) !== own) await placeOf(company.text)
  return read.join('\n')
}

const NOBODY = {
  id: '00000000-0000-4000-8000-000000000000',
  zone: null,
  practice: false,
  owner: null,
}
