import { useMemo } from 'react'
import { useNow } from '#lib/queries/now.ts'
import { i18n } from '#components/ui/i18n.ts'
import { Select } from '#components/ui/select.tsx'
import { useSaving } from './saving.tsx'
import { placeOf } from '#components/ui/time.ts'
import { zoneChoices } from './zones.ts'

/** Follows the machine, which travels with the rep, until another zone is set. */
export function ZoneField({ zone }: { zone: string | null }) {
  const { save } = useSaving()
  const now = useNow()
  const found = Temporal.Now.timeZoneId()
  const choices = useMemo(
    () => [
      { value: FOLLOW, label: i18n.t('settings.you.zoneFound', [placeOf(found)]) },
      ...zoneChoices(zone),
    ],
    [found, zone],
  )
  const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short', timeZone: zone ?? found })
  return (
    <div>
      <Select
        label={i18n.t('settings.you.zone')}
        value={zone ?? FOLLOW}
        options={choices}
        onChange={(value) => save({ zone: value === FOLLOW ? null : value })}
      />
      <p className="help">{i18n.t('settings.you.zoneNow', [time.format(new Date(now))])}</p>
    </div>
  )
}

/** No IANA zone has this name. */
const FOLLOW = 'follow'
