import { countriesOfRegion } from '../places.ts'
import { countryNamed } from './countries.ts'
import { meaningsOf, type Meaning } from './meanings.ts'
import { fold, partsOf } from './place-text.ts'
import { zonesOf } from './zones.ts'

/** What a location text allows. */
export interface PlaceReading {
  /** ISO 3166 codes, the likeliest first. */
  country: string[]
  /** IANA zones; clocks that go alike are one. */
  zones: string[]
  /** Several remain, and only a person can tell. */
  ask: boolean
}

/**
 * Reads a location in any language («Oslo, Norway», «Greater Seattle Area», «München und Umgebung», «東京都»): which
 * countries and zones it can mean. A text that names no place that is known gives empty lists.
 */
export function parsePlace(text: string): PlaceReading {
  const parts = partsOf(text.slice(0, 300)).slice(0, 8).flatMap(withCountry)
  const found = usual(understood(parts))
  if (found.length === 0) return groupOf(parts)
  const country = [...new Set(found.map((one) => one.country))]
  const zones = [...new Set(found.flatMap(zonesOfMeaning))]
  return { country, zones, ask: country.length > 1 || zones.length > 1 }
}

/** The folded name of the one part of its country that a location names or lies in; null when none or several. */
export function regionOfPlace(text: string): string | null {
  const parts = partsOf(text.slice(0, 300)).slice(0, 8).flatMap(withCountry)
  const regions = new Set(usual(understood(parts)).map(({ region }) => region))
  const [only = null] = regions
  return regions.size === 1 ? only : null
}

/** From the broadest part (the last) to the narrowest, each one narrowing what the ones before left. */
function understood(parts: readonly string[]): readonly Meaning[] {
  let left: readonly Meaning[] | null = null
  const lastKnown = parts.map((part) => meaningsOf(part).length > 0).lastIndexOf(true)
  for (const part of parts.toReversed()) {
    const found = meaningsOf(part)
    if (found.length === 0) continue
    if (left === null) {
      left = found
      continue
    }
    const narrowed: Meaning[] = left.flatMap((broad) => found.flatMap((narrow) => within(broad, narrow)))
    if (narrowed.length > 0) left = narrowed
  }
  if (left === null) return []
  // The country or region is one nobody knows: then only a large city is surely the one that is meant.
  if (lastKnown < parts.length - 1 && parts.length > 1)
    return left.filter(({ size, kind }) => kind === 'country' || size >= LARGE)
  return left
}

/** «Berlin Germany», «대한민국 서울», «中国上海市»: a country before or behind the place, without a comma. */
function withCountry(part: string): string[] {
  if (meaningsOf(part).length > 0) return [part]
  const words = part.split(/\s+/)
  const letters = words.length === 1 && !/\p{Script=Latin}/u.test(part) ? Array.from(part) : []
  const pieces = words.length > 1 ? words : letters
  const glue = words.length > 1 ? ' ' : ''
  for (let count = Math.min(5, pieces.length - 1); count > 0; count--) {
    const [behind, before] = [pieces.slice(-count).join(glue), pieces.slice(0, count).join(glue)]
    if (isCountry(behind)) return [pieces.slice(0, -count).join(glue), behind]
    if (isCountry(before)) return [pieces.slice(count).join(glue), before]
  }
  return [part]
}

function isCountry(text: string): boolean {
  return text.length > 1 && countryNamed(fold(text)) !== null
}

/** The narrower of two meanings that go together; none when they do not. */
function within(broad: Meaning, narrow: Meaning): Meaning[] {
  if (broad.country !== narrow.country) return []
  const weak = broad.weak && narrow.kind !== 'city'
  if (broad.kind === 'country') return [{ ...narrow, weak }]
  if (narrow.kind === 'country') return [{ ...broad, weak: broad.weak && narrow.weak }]
  if (broad.kind === 'region' && broad.region === null) return [{ ...narrow, weak }]
  // The list of cities does not know every part of a country.
  if (narrow.region && broad.region && narrow.region !== broad.region) return []
  return [broad.kind === 'city' ? broad : { ...narrow, weak }]
}

/** The usual meanings of a name that has several: a namesake with a fifth of the people or less is not meant. */
function usual(found: readonly Meaning[]): Meaning[] {
  const strong = found.some(({ weak }) => !weak) ? found.filter(({ weak }) => !weak) : found
  const country = strong.find(({ kind }) => kind === 'country')
  if (country !== undefined)
    return strong.filter(
      (one) =>
        one === country ||
        (one.kind === 'region' && one.country !== country.country && one.size >= country.size),
    )
  const regions = strong.filter(({ kind }) => kind === 'region')
  const cities = strong.filter(
    ({ kind, size }) => kind === 'city' && (regions.length === 0 || size >= MILLION),
  )
  const most = Math.max(...regions.map(({ size }) => size), ...cities.map(({ size }) => size))
  return [...regions, ...cities].filter(({ size }) => size >= most / NAMESAKE).sort((a, b) => b.size - a.size)
}

function zonesOfMeaning({ city, country, region }: Meaning): string[] {
  return city === null ? zonesOf(country, region) : [city.zone]
}

/** «Nordics», «DACH»: the countries of a group. */
function groupOf(parts: readonly string[]): PlaceReading {
  const countries = parts.length === 1 ? countriesOfRegion(parts[0] ?? '') : null
  if (countries === null || countries.size < 2) return { country: [], zones: [], ask: false }
  const country = [...countries]
  return { country, zones: [...new Set(country.flatMap((one) => zonesOf(one, null)))], ask: true }
}

const NAMESAKE = 5
const MILLION = 1_000_000
const LARGE = 300_000
