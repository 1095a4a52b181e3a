import * as z from 'zod/mini'
import type { Contact } from '../records.ts'

/** Where a contact is, as the location text says. Without the lists of cities: what the worker may load. */

export const contactPlace = z.object({
  /** The location text it was read from; another text is read anew. */
  text: z.string(),
  /** The one zone it allows; null when several remain, or none. */
  zone: z.nullable(z.string()),
  /** Zones that remain, the most people first; empty when there is nothing to ask. */
  zones: z.array(z.string()),
  /** ISO 3166 code of the country or the part of it whose public holidays hold; null when several remain. */
  region: z.nullable(z.string()),
})
export type ContactPlace = z.infer<typeof contactPlace>

type Placed = Pick<Contact, 'zone' | 'location' | 'place'>

/** Whether the location of the contact is another than the one that was read. */
export function isUnplaced({ location, place }: Pick<Placed, 'location' | 'place'>): boolean {
  return (location?.value ?? '') !== (place?.text ?? '')
}

/** What reading the location changes: the zone too, unless the rep has set it. */
export function placedPatch({ zone, place: before }: Placed, place: ContactPlace): Partial<Contact> {
  return zone === (before?.zone ?? null) ? { place, zone: place.zone } : { place }
}

/** The place of a location that says nothing. */
export const nowhere = (text: string): ContactPlace => ({ text, zone: null, zones: [], region: null })
