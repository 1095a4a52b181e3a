import type { Channel } from '#lib/domain/cadence/step.ts'
import type { Instant } from '#lib/domain/values.ts'
import { useFullDay } from '#lib/queries/load.ts'
import { i18n } from '#components/ui/i18n.ts'
import { useTime } from '#components/ui/time-provider.tsx'

/** One quiet line where the day on which somebody is about to begin is full; nothing where there is room. */
export function FullDay({ at, channel }: { at: Instant; channel: Channel }) {
  const time = useTime()
  const full = useFullDay(at, channel).data ?? null
  if (full === null) return null
  return (
    <p className="sm t3 first-letter:uppercase">
      {i18n.t(`load.full.${full.of}`, { day: time.day(at), n: full.touches, of: full.limit })}
    </p>
  )
}
