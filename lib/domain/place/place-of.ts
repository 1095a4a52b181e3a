import { stateOf } from '../cadence/holidays.ts'
import { nowhere, type ContactPlace } from './contact-place.ts'
import { parsePlace, regionOfPlace } from './parse-place.ts'

/** Zone and region of a location text, in any language. Loads the cities and the holidays (3.4 MB). */
export function placeOf(text: string): ContactPlace {
  const { country, zones } = parsePlace(text)
  const [only] = country
  if (only === undefined) return nowhere(text)
  const part = country.length === 1 ? regionOfPlace(text) : null
  return {
    text,
    zone: zones.length === 1 ? (zones[0] ?? null) : null,
    zones: zones.length > 1 ? zones.slice(0, MOST_ZONES) : [],
    region: country.length > 1 ? null : ((part && stateOf(only, part)) ?? only),
  }
}

/** More than anybody would choose from. */
const MOST_ZONES = 8
