import { placeOf } from '#components/ui/time.ts'

/** IANA zones as people read them: the city first. */

export interface ZoneChoice {
  value: string
  label: string
}

/** Every zone the browser knows, sorted by city, the region behind it. `kept` is in the list even if it is unknown. */
export function zoneChoices(kept: string | null): ZoneChoice[] {
  const zones = new Set(Intl.supportedValuesOf('timeZone'))
  if (kept !== null) zones.add(kept)
  return [...zones]
    .map((zone) => ({ value: zone, label: labelOf(zone) }))
    .sort((a, b) => a.label.localeCompare(b.label))
}

function labelOf(zone: string): string {
  const region = zone.split('/').slice(0, -1).join(', ').replaceAll('_', ' ')
  return region === '' ? zone : `${placeOf(zone)} (${region})`
}
