import * as z from 'zod/mini'
import type { Account, Contact } from '../records.ts'

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
  /**
   * The company's headquarters, read because the location names no place: zone and region are theirs, where they name
   * one zone (C8). Absent and null where they were not needed.
   */
  company: z.optional(z.nullable(z.string())),
})
export type ContactPlace = z.infer<typeof contactPlace>

type Placed = Pick<Contact, 'zone' | 'location' | 'place'>

/**
 * Whether the location of the contact, or the headquarters of the company that count where it names no place, are
 * others than those that were read.
 */
export function isUnplaced(
  { location, place }: Pick<Placed, 'location' | 'place'>,
  headquarters: string,
): boolean {
  if ((location?.value ?? '') !== (place?.text ?? '')) return true
  return saysNothing(place) && headquarters !== (place?.company ?? '')
}

/** C8: the place of a location, or, where it names none, that of the company, as far as it names one zone. */
export function orCompany(own: ContactPlace, headquarters: ContactPlace): ContactPlace {
  if (headquarters.text === '' || !saysNothing(own)) return own
  const { text: company, zone, region } = headquarters
  return { text: own.text, zone, zones: [], region: zone === null ? null : region, company }
}

/** Whether the contact's own location names no place, whatever the company's does. */
function saysNothing(place: Placed['place']): boolean {
  if (!place || (place.company ?? null) !== null) return true
  return place.zone === null && place.zones.length === 0 && place.region === null
}

/** C8: whose public holidays hold. Those of the company only together with its zone; null for none. */
export function regionOf({ zone, place }: Pick<Placed, 'zone' | 'place'>): string | null {
  if (!place || ((place.company ?? null) !== null && zone !== place.zone)) return null
  return place.region
}

/** The text that says where the company is; empty where none is known. */
export function headquartersOf(account: Pick<Account, 'headquarters'> | null | undefined): string {
  return account?.headquarters?.value ?? ''
}

/** What reading the location changes: the zone too, unless the rep has set it. */
export function placedPatch({ zone, place: before }: Placed, place: ContactPlace): Partial<Contact> {
  return zone === (before?.zone ?? null) ? { place, zone: place.zone } : { place }
}

/** The place of a location that says nothing. */
export const nowhere = (text: string): ContactPlace => ({ text, zone: null, zones: [], region: null })
