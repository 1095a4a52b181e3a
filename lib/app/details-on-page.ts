import { profileAddress } from '#lib/domain/address.ts'
import type { ContactDetails, DetailsRead, PersonRead } from '#lib/domain/capture.ts'
import { plainE164 } from '#lib/domain/e164.ts'
import { countryOfLocation } from '#lib/domain/places.ts'
import type { Instant, Sourced } from '#lib/domain/values.ts'
import type { Commit } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'
import { savePerson, type SaveResult } from './people.ts'
import type { PersonInput } from './person-input.ts'
import { recognise } from './recognition.ts'

export interface DetailsPage {
  read: DetailsRead
  /** Canonical address of the profile that the page belongs to. */
  url: string
  at: Instant
  practice: boolean
}

export interface DetailsView {
  /** The person of the page; null when nobody known. */
  known: { contactId: string; name: string } | null
  /** Address of the profile, where somebody unknown is added from. */
  profile: string | null
}

/** Whose positions, schools or ways to be reached these are. */
export async function detailsOnPage(deps: Deps, page: DetailsPage): Promise<DetailsView> {
  const profile = profileAddress(page.url)?.canonical ?? null
  const person = personOf(page)
  if (!person) return { known: null, profile }
  const { known } = await recognise(deps, deps.store, person)
  return { known: known ? { contactId: known.id, name: known.name.value } : null, profile }
}

export type SaveDetailsResult = SaveResult | { kind: 'unknown' }

/** Saves what the page brings to the person it belongs to. Nobody is made of a page that does not name them. */
export async function saveDetails(deps: Deps, page: DetailsPage): Promise<Commit<SaveDetailsResult>> {
  const person = personOf(page)
  const { known } = person ? await recognise(deps, deps.store, person) : { known: null }
  if (!person || !known) return { group: null, result: { kind: 'unknown' } }
  const contact = person.read.contact
  const read = contact ? { ...person.read, contact: await withCountry(contact, known.location) } : person.read
  return savePerson(deps, { person: { ...person, read } })
}

/** Numbers as people write them at home get the country they live in; what is no number there stays as it was read. */
async function withCountry(contact: ContactDetails, location: Sourced | null): Promise<ContactDetails> {
  if (contact.phones.every((phone) => plainE164(phone) !== null)) return contact
  // The tables of countries are large: only who saves a number waits for them.
  const { normalPhone } = await import('#lib/domain/phone.ts')
  const country = location === null ? null : countryOfLocation(location.value)
  const phones = contact.phones.map(
    (phone) => plainE164(phone) ?? normalPhone(phone, country ?? undefined) ?? phone,
  )
  return { ...contact, phones }
}

/** The page as a reading of the profile it belongs to; null where not even its address says whose it is. */
function personOf({ read, url, at, practice }: DetailsPage): Extract<PersonInput, { from: 'read' }> | null {
  const slug = profileAddress(url)?.slug ?? null
  if (slug === null) return null
  const { generation, reader, fields, experience, education, contact } = read
  const person: PersonRead = {
    kind: 'person',
    generation,
    reader,
    fields,
    ...(experience && { experience }),
    ...(education && { education }),
    ...(contact && { contact }),
    proof: { slugs: [slug], topCard: null },
    notLoaded: [],
  }
  return { from: 'read', read: person, url, at, practice }
}
