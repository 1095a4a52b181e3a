import { countryNamed, countryOfCode } from './countries.ts'
import { AFTER, BEFORE, CITIES, NOWHERE, REGIONS } from './place-tables.ts'
import { fold, kept, once, words } from './place-text.ts'
import { cities, citiesNamed, sizeOf, type City } from './zones.ts'

/** What one part of a place can mean: countries, parts of countries, cities. */
export interface Meaning {
  kind: 'country' | 'region' | 'city'
  country: string
  /** Folded name of the part of the country; null = the whole of it. */
  region: string | null
  city: City | null
  /** People, to tell the usual meaning from a namesake. */
  size: number
  /** A two-letter code that is usually something else: it counts only where nothing better is left. */
  weak: boolean
}

/** Every meaning of a part, with the words around the name taken off where the whole has none. Empty for fantasy. */
export const meaningsOf = kept((part: string): readonly Meaning[] => {
  let tried = [fold(part)]
  if (nowhere().has(tried[0] ?? '')) return []
  const whole = exactly(part, tried[0] ?? '')
  if (whole.length > 0) return whole
  for (let depth = 0; depth < 4 && tried.length > 0; depth++) {
    tried = [...new Set(tried.flatMap(peeled))].filter((name) => !nowhere().has(name))
    // What is called «Greater …» or «… Region» is no village.
    const found = tried
      .flatMap((name) => exactly('', name))
      .filter(({ kind, size }) => kind !== 'city' || size >= TOWN)
    if (found.length > 0) return found
  }
  return compound(part)
})

function exactly(text: string, name: string): Meaning[] {
  if (name === '') return []
  const meanings: Meaning[] = []
  const country = countryNamed(name)
  if (country !== null) meanings.push(whole(country, false))
  const coded = countryOfCode(text)
  if (coded !== null && coded !== country) meanings.push(whole(coded, true))
  for (const [land, region] of regionsNamed().get(name) ?? []) {
    if (name.length === 2 && /^\p{Script=Latin}+$/u.test(name) && text !== text.toUpperCase()) continue
    if (name.length === 2 && text === '') continue
    meanings.push({
      kind: 'region',
      country: land,
      region,
      city: null,
      size: sizeOf(land, region),
      weak: name.length === 2 && land !== 'US',
    })
  }
  const found = [...(citiesNamed().get(name) ?? []), ...(aliases().get(name) ?? [])]
  for (const city of new Set(found))
    meanings.push({
      kind: 'city',
      country: city.country,
      region: city.region,
      city,
      size: city.size,
      weak: false,
    })
  return meanings
}

function whole(country: string, weak: boolean): Meaning {
  return { kind: 'country', country, region: null, city: null, size: sizeOf(country, null), weak }
}

/** The name without one of the words around it, in every way. */
function peeled(name: string): string[] {
  const found: string[] = []
  for (const word of after()) {
    const attached =
      !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]/u.test(word) || word === 'omradet'
    if (name.endsWith(` ${word}`)) found.push(name.slice(0, -word.length - 1))
    else if (attached && name.endsWith(word)) found.push(name.slice(0, -word.length).trim())
  }
  for (const word of before()) if (name.startsWith(`${word} `)) found.push(name.slice(word.length + 1))
  // «Stockholms län»
  return found
    .flatMap((rest) => (/[^s]s$/.test(rest) && rest.length > 4 ? [rest, rest.slice(0, -1)] : [rest]))
    .filter((rest) => rest.length > 1)
}

/** «Minneapolis-St. Paul», «Berlin/Brandenburg»: two or more places of one country. */
function compound(part: string): Meaning[] {
  let rest = fold(
    part
      .replace(/[-–—/&+]/gu, ' \u0001 ')
      .replace(/\s(and|und|et|y|e|och|og|en|i)\s/giu, ' \u0001 ')
      .replaceAll('\u0001', 'zzz'),
  )
  for (const word of before()) if (rest.startsWith(`${word} `)) rest = rest.slice(word.length + 1)
  for (let turns = 0; turns < 3; turns++)
    for (const word of after()) if (rest.endsWith(` ${word}`)) rest = rest.slice(0, -word.length - 1)
  const parts = rest.split(' zzz ').filter((one) => one !== '')
  if (parts.length < 2) return []
  const known = parts.map((one) => exactly('', one)).filter((found) => found.length > 0)
  const [first, ...others] = known
  if (first === undefined || others.length === 0) return []
  const shared = first.filter(({ country }) =>
    others.every((found) => found.some((one) => one.country === country)),
  )
  const countries = new Set(shared.map(({ country }) => country))
  return known.flat().filter((one) => countries.has(one.country))
}

const before = once(() => words(BEFORE).sort((a, b) => b.length - a.length))
const after = once(() => words(AFTER).sort((a, b) => b.length - a.length))
const nowhere = once(() => new Set(words(NOWHERE)))

/** Folded names of parts of countries, those of the list of cities and those of the table. */
const regionsNamed = once((): ReadonlyMap<string, [country: string, region: string | null][]> => {
  const named = new Map<string, Map<string, [string, string | null]>>()
  const add = (name: string, country: string, region: string | null): void => {
    if (name === '') return
    const list = named.get(name) ?? new Map<string, [string, string | null]>()
    named.set(name, list.set(`${country} ${region ?? ''}`, [country, region]))
  }
  for (const city of cities()) add(city.region, city.country, city.region)
  for (const [country, list] of Object.entries(REGIONS))
    for (const entry of list.split(';')) {
      const [name = '', others = ''] = entry.split('=')
      const region = name.trim() === '*' ? null : fold(name)
      for (const other of [...words(others), ...(region === null ? [] : [region])])
        add(other, country, region)
    }
  return new Map([...named].map(([name, list]) => [name, [...list.values()]]))
})

const aliases = once((): ReadonlyMap<string, City[]> => {
  const named = new Map<string, City[]>()
  for (const entry of CITIES.split(';')) {
    const [place = '', others = ''] = entry.split('=')
    const [name = '', country = ''] = place.split(',')
    const found = (citiesNamed().get(fold(name)) ?? []).filter((city) => city.country === country.trim())
    const largest = found.reduce<City | null>(
      (best, city) => (best === null || city.size > best.size ? city : best),
      null,
    )
    if (largest !== null)
      for (const other of words(others)) named.set(other, [...(named.get(other) ?? []), largest])
  }
  return named
})

const TOWN = 50_000
