import { cityMapping } from 'city-timezones'
import { fold, kept, once } from './place-text.ts'

/** The cities of the world with their zones (city-timezones, 1.9 MB: loaded by pages and commands, never at a start). */

export interface City {
  /** Folded names. */
  names: readonly string[]
  country: string
  /** Folded name of the part of the country. */
  region: string
  zone: string
  /** People; some are estimates. */
  size: number
}

/** Every city, its zone checked against those of its country. */
export const cities = once((): readonly City[] =>
  cityMapping
    .filter((city) => /^[A-Z]{2}$/.test(city.iso2))
    .map((city) => ({
      names: [...new Set([fold(city.city), fold(city.city_ascii)])],
      country: city.iso2,
      region: fold(city.province ?? ''),
      zone: checked(city.timezone, city.iso2),
      size: city.pop,
    }))
    .filter((city) => city.zone !== ''),
)

export const citiesNamed = once((): ReadonlyMap<string, City[]> => {
  const byName = new Map<string, City[]>()
  for (const city of cities())
    for (const name of city.names) byName.set(name, [...(byName.get(name) ?? []), city])
  return byName
})

const citiesOf = once((): ReadonlyMap<string, City[]> => Map.groupBy(cities(), ({ country }) => country))

/** People in the cities of a country or a part of it. */
export function sizeOf(country: string, region: string | null): number {
  return sizes().get(region === null ? country : `${country} ${region}`) ?? 0
}

const sizes = once((): ReadonlyMap<string, number> => {
  const people = new Map<string, number>()
  for (const { country, region, size } of cities())
    for (const key of [country, `${country} ${region}`]) people.set(key, (people.get(key) ?? 0) + size)
  return people
})

/** The zones that matter in a country or a part of it: clocks that go alike are one, and a hundredth of the people is none. */
export function zonesOf(country: string, region: string | null): string[] {
  const only = ONE_CLOCK[country] ?? REGION_ZONES[`${country} ${region ?? ''}`]
  if (only !== undefined) return [only]
  const all = citiesOf().get(country) ?? []
  const inside = region === null ? all : all.filter((city) => city.region === region)
  if (inside.length > 0) return distinct(inside)
  return region === null ? zonesWithoutCities(country) : zonesOf(country, null)
}

/** Of cities, the zones with different clocks, the most people first. */
function distinct(list: readonly City[]): string[] {
  const people = new Map<string, number>()
  for (const { zone, size } of list) people.set(zone, (people.get(zone) ?? 0) + size)
  const total = [...people.values()].reduce((sum, size) => sum + size, 0)
  const groups: { zones: string[]; clock: string; size: number }[] = []
  for (const [zone, size] of [...people].sort((a, b) => b[1] - a[1])) {
    const clock = clockOf(zone)
    const known = groups.find((group) => group.clock === clock)
    if (known) known.size += size
    else groups.push({ zones: [zone], clock, size })
  }
  return groups.filter(({ size }) => size >= total * MATTERS).map(({ zones }) => zones[0] ?? '')
}

function zonesWithoutCities(country: string): string[] {
  const zones = zonesOfCountry(country).map((zone) => MODERN[zone] ?? zone)
  const seen = new Set<string>()
  return zones.filter((zone) => !seen.has(clockOf(zone)) && seen.add(clockOf(zone)))
}

/** How a zone's clock goes, half-month by half-month over two years: zones with the same text need not be told apart. */
const clockOf = kept((zone: string): string =>
  Array.from({ length: 48 }, (_, half) => {
    const at = Temporal.Instant.fromEpochMilliseconds(FIRST + half * HALF_MONTH)
    return at.toZonedDateTimeISO(zone).offset
  }).join(' '),
)

/** Some cities at a border carry the zone of the other side, some the name a zone had. */
function checked(zone: string, country: string): string {
  return checkedPair(`${country} ${zone}`)
}

const checkedPair = kept((pair: string): string => {
  const [country = '', zone = ''] = pair.split(' ')
  const name = MODERN[zone] ?? zone
  const own = zonesOfCountry(country)
  if (own.length === 0) return name
  if (own.some((one) => isSame(one, name))) return name
  const [only] = own
  return own.length === 1 && only !== undefined ? (MODERN[only] ?? only) : ''
})

function isSame(one: string, other: string): boolean {
  if (one === other) return true
  try {
    return EPOCH.withTimeZone(one).equals(EPOCH.withTimeZone(other))
  } catch {
    return false
  }
}

function zonesOfCountry(country: string): string[] {
  // Part of the standard for years; the types of the language do not have it yet.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    getTimeZones?: () => string[] | undefined
  }
  return locale.getTimeZones?.() ?? []
}

const EPOCH = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO('UTC')
const FIRST = 1_767_225_600_000 // 2026-01-01
const HALF_MONTH = 15.22 * 86_400_000
const MATTERS = 0.01
/** China goes by Beijing's clock, whatever the language data lists; Crimea's is left out. */
const ONE_CLOCK: Record<string, string> = {
  CN: 'Asia/Shanghai',
  UA: 'Europe/Kyiv',
  PS: 'Asia/Hebron',
  CY: 'Asia/Nicosia',
  IL: 'Asia/Jerusalem',
  XK: 'Europe/Belgrade',
}
/** Parts of countries that the list of cities does not name. */
const REGION_ZONES: Record<string, string> = { 'ES canary is': 'Atlantic/Canary' }
/** Names that zones had, as the list of cities or the language data still has them. */
const MODERN: Record<string, string> = {
  'Asia/Calcutta': 'Asia/Kolkata', 'Asia/Katmandu': 'Asia/Kathmandu', 'Asia/Saigon': 'Asia/Ho_Chi_Minh', 'Asia/Rangoon': 'Asia/Yangon',
  'Europe/Kiev': 'Europe/Kyiv', 'Europe/Uzhgorod': 'Europe/Kyiv', 'Europe/Zaporozhye': 'Europe/Kyiv', 'Asia/Harbin': 'Asia/Shanghai',
  'Asia/Chongqing': 'Asia/Shanghai', 'Asia/Kashgar': 'Asia/Shanghai', 'Asia/Urumqi': 'Asia/Shanghai', 'Asia/Choibalsan': 'Asia/Ulaanbaatar',
  'America/Montreal': 'America/Toronto', 'America/Nipigon': 'America/Toronto', 'America/Thunder_Bay': 'America/Toronto', 'America/Yellowknife': 'America/Edmonton',
  'America/Pangnirtung': 'America/Iqaluit', 'America/Godthab': 'America/Nuuk', 'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville', 'America/Buenos_Aires': 'America/Argentina/Buenos_Aires', 'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Catamarca': 'America/Argentina/Catamarca', 'America/Jujuy': 'America/Argentina/Jujuy', 'America/Mendoza': 'America/Argentina/Mendoza',
  'America/Coral_Harbour': 'America/Atikokan', 'Atlantic/Faeroe': 'Atlantic/Faroe', 'Pacific/Ponape': 'Pacific/Pohnpei', 'Pacific/Truk': 'Pacific/Chuuk', 'Africa/Asmera': 'Africa/Asmara',
} // prettier-ignore
