import { useBaton } from '#lib/queries/context.tsx'
import { useAct } from '#components/ui/act.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { placeOf } from '#components/ui/time.ts'
import { useTime } from '#components/ui/time-provider.tsx'

/** Where the location leaves several clocks open and the dates depend on it; one press answers for good. */
export function ZoneQuestion({ contactId, location, zones }: ZoneQuestionProps) {
  const baton = useBaton()
  const act = useAct()
  const time = useTime()
  if (zones.length === 0) return null
  const choose = (zone: string) =>
    act(() => baton.editContact({ contactId, field: 'zone', value: zone }), {
      title: i18n.t('place.chosen', { place: placeOf(zone) }),
    })
  return (
    <Banner title={i18n.t('place.ask')}>
      {i18n.t('place.why', { location })}
      <span className="flex flex-wrap gap-1 mt-1">
        {zones.map((zone) => (
          <Button small key={zone} onClick={() => void choose(zone)}>
            {i18n.t('place.choice', { place: placeOf(zone), time: time.clock(time.now, zone) })}
          </Button>
        ))}
      </span>
    </Banner>
  )
}

interface ZoneQuestionProps {
  contactId: string
  location: string
  zones: readonly string[]
}
