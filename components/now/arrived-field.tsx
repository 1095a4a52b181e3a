import { useState } from 'react'
import { arrivalText, typedArrival } from '#lib/domain/arrival.ts'
import type { Instant } from '#lib/domain/values.ts'
import { i18n } from '#components/ui/i18n.ts'
import { TextField } from '#components/ui/text-field.tsx'
import { useTime } from '#components/ui/time-provider.tsx'

/** When an inbound lead came, typed as day and time of the rep's zone. */
export interface Arrived {
  /** What stands in the field; null until something is typed: then it shows what is known, else now. */
  typed: string | null
  /** What it means; null where it means nothing, and `known` as long as nothing is typed. */
  at: Instant | null
  /** Why it cannot be taken. */
  problem: string | null
  shown: string
  type: (text: string) => void
}

export function useArrived(known: Instant | null): Arrived {
  const { now, zone } = useTime()
  const [typed, type] = useState<string | null>(null)
  const shown = typed ?? arrivalText(known ?? now, zone)
  if (typed === null) return { typed, at: known, problem: null, shown, type }
  const read = typedArrival(typed, { now, zone })
  return read.kind === 'at'
    ? { typed, at: read.at, problem: null, shown, type }
    : { typed, at: null, problem: i18n.t(PROBLEMS[read.reason]), shown, type }
}

export function ArrivedField({ arrived }: { arrived: Arrived }) {
  const { now, zone } = useTime()
  return (
    <TextField
      type="datetime-local"
      label={i18n.t('now.arrived.label')}
      max={arrivalText(now, zone)}
      value={arrived.shown}
      onChange={(event) => arrived.type(event.target.value)}
      help={i18n.t('now.arrived.help')}
      {...(arrived.problem !== null && { error: arrived.problem })}
    />
  )
}

const PROBLEMS = { 'no-date': 'now.arrived.noDate', future: 'now.arrived.future' } as const
