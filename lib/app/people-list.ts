import type { Cadence, Contact, Enrollment } from '#lib/domain/records.ts'
import type { Deps } from './deps.ts'
import type { WithId } from './people.ts'

export interface PersonRow {
  id: string
  name: string
  company: string | null
  headline: string | null
  status: Contact['status']
  nurtureUntil: string | null
  doNotContact: boolean
  /** Due instant of the next touch; null when none is planned. */
  nextAt: string | null
  cadenceName: string | null
  enrollmentId: string | null
  /** How it stands with `cadenceName`; null when there is none. */
  enrollmentState: Enrollment['state'] | null
  practice: boolean
}

/** One page of People: everybody whose name, company, mail or address begins with the words of `query`. */
export async function peoplePage(
  deps: Deps,
  { query, after, limit }: { query: string; after?: string; limit: number },
): Promise<{ rows: PersonRow[]; next: string | null }> {
  const page = await deps.store.searchContacts(query, after === undefined ? { limit } : { limit, after })
  const rows = await Promise.all(page.contacts.map((contact) => personRow(deps, contact)))
  return { rows, next: page.next }
}

async function personRow(deps: Deps, contact: WithId<Contact>): Promise<PersonRow> {
  const enrollments = await deps.store.enrollmentsOf(contact.id)
  const running: WithId<Enrollment> | undefined =
    enrollments.find(({ state }) => state !== 'finished') ?? enrollments.at(-1)
  const cadence: Cadence | undefined = running
    ? await deps.store.get('cadence', running.cadenceId)
    : undefined
  return {
    id: contact.id,
    name: contact.name.value,
    company: contact.company?.value ?? null,
    headline: contact.headline?.value ?? null,
    status: contact.status,
    nurtureUntil: contact.nurtureUntil,
    doNotContact: contact.doNotContact,
    nextAt: running?.state === 'active' ? running.dueAt : null,
    cadenceName: cadence?.name ?? null,
    enrollmentId: running?.id ?? null,
    enrollmentState: running?.state ?? null,
    practice: contact.practice,
  }
}
