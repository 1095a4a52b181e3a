import { mergeInput, type FieldChange } from '#lib/domain/merge.ts'
import type { StoreReads } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'
import type { PersonInput } from './person-input.ts'

/** What the page on screen says anew of somebody who is known; empty when it says nothing else. Saving takes it over. */
export async function pageNews(
  deps: Pick<Deps, 'clock'>,
  reads: Pick<StoreReads, 'get'>,
  { contactId, person }: { contactId: string; person: PersonInput },
): Promise<FieldChange[]> {
  const contact = await reads.get('contact', contactId)
  if (!contact || person.from === 'contact') return []
  const { changed } = mergeInput(contact, person, deps.clock.now())
  return changed.filter(({ field }) => !OWN_MARKS.has(field))
}

/** Halves of the name follow it, and what the page is known by tells a rep nothing. */
const OWN_MARKS: ReadonlySet<FieldChange['field']> = new Set([
  'firstName',
  'lastName',
  'slug',
  'memberId',
  'about',
])
