import type { PeopleRead, PersonRow } from '#lib/domain/capture.ts'
import type { ContactStatus } from '#lib/domain/records.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { Deps } from './deps.ts'
import type { PersonInput } from './person-input.ts'
import { recogniseAll, type Recognition } from './recognition.ts'

/** A row of a list on screen and who it is to the store. */
export interface ListedPerson {
  /** The same for the same person when the list is read again, longer. */
  key: string
  row: PersonRow
  input: Extract<PersonInput, { from: 'row' }>
  recognition: Recognition
  /** Of the contact it is, or the one it may be; null when it is new. */
  known: KnownPerson | null
}

export interface KnownPerson {
  contactId: string
  name: string
  status: ContactStatus
  nurtureUntil: string | null
  /** Cadences that run for this person now. */
  cadenceIds: string[]
}

/** Who of the list is known, new or not to be contacted: one look-up for all rows. */
export async function peopleOnPage(
  deps: Deps,
  page: { read: PeopleRead; url: string; at: Instant; practice: boolean },
): Promise<ListedPerson[]> {
  const { read, url, at, practice } = page
  const inputs = read.rows.map((row) => ({ from: 'row' as const, row, url, at, practice }))
  const recognitions = await recogniseAll(deps, deps.store, inputs)
  const meant = recognitions.map(meantId)
  const known = await knownPeople(deps, new Set(meant.filter((id) => id !== null)))
  const keys = uniqueKeys(read.rows)
  return inputs.flatMap((input, index) => {
    const [recognition, key, id] = [recognitions[index], keys[index], meant[index]]
    if (!recognition || key === undefined) return []
    return [{ key, row: input.row, input, recognition, known: id ? (known.get(id) ?? null) : null }]
  })
}

/** Whether the row can be ticked: somebody new, or a known person who may be contacted and is not in this cadence. */
export function canBeAdded(person: ListedPerson, cadenceId: string | null): boolean {
  if (person.recognition.kind === 'new') return true
  if (person.recognition.kind !== 'known' || person.known === null) return false
  return cadenceId === null || !person.known.cadenceIds.includes(cadenceId)
}

function meantId(recognition: Recognition): string | null {
  if (recognition.kind === 'known' || recognition.kind === 'suppressed') return recognition.contactId
  return recognition.kind === 'unclear' ? (recognition.candidates[0]?.contactId ?? null) : null
}

async function knownPeople(deps: Deps, ids: ReadonlySet<string>): Promise<Map<string, KnownPerson>> {
  const contacts = await deps.store.getMany('contact', [...ids])
  const people = await Promise.all(
    contacts.map(async (contact) => {
      if (!contact) return []
      const enrollments = await deps.store.enrollmentsOf(contact.id)
      const running = enrollments.filter(({ state }) => state !== 'finished')
      const { id: contactId, name, status, nurtureUntil } = contact
      const cadenceIds = running.map(({ cadenceId }) => cadenceId)
      return [[contactId, { contactId, name: name.value, status, nurtureUntil, cadenceIds }] as const]
    }),
  )
  return new Map(people.flat())
}

/** By address or member id, else by what is written; the same twice gets a number. */
function uniqueKeys(rows: readonly PersonRow[]): string[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const key = row.slug ?? row.memberId ?? `${row.name ?? ''}|${row.headline ?? ''}|${row.location ?? ''}`
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    return count === 0 ? key : `${key}#${count}`
  })
}
