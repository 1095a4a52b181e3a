import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { locationOf, previewSchedule } from '#lib/app/preview.ts'
import type { PersonInput } from '#lib/app/person-input.ts'
import type { Instant } from '#lib/domain/values.ts'
import { useBaton } from './context.tsx'
import { personKey } from './person-key.ts'
import { useNow } from './now.ts'

/**
 * The dates the person would get in the cadence, before anything is saved; empty without a cadence. `arrivedAt`: when an
 * inbound person came, where the rep says so.
 */
export function usePreview(person: PersonInput, cadenceId: string | null, arrivedAt: Instant | null = null) {
  const { deps } = useBaton()
  const minute = useNow().slice(0, 16)
  const isPlaced = usePlaceOf(person)
  return useQuery({
    queryKey: ['preview', personKey(person), cadenceId, minute, isPlaced, arrivedAt],
    queryFn: () => (cadenceId === null ? [] : previewSchedule(deps, { person, cadenceId, arrivedAt })),
    placeholderData: (previous) => previous,
    meta: { tables: ['cadence', 'contact', 'settings'] },
  })
}

/** Asks where the person is, once the screen stands; true when the answer is there: the dates are then theirs. */
function usePlaceOf(person: PersonInput): boolean {
  const { deps } = useBaton()
  const text = locationOf(person)
  const [read, setRead] = useState<string | null>(null)
  const isKnown = text !== '' && (deps.places?.known(text) ?? null) !== null
  useEffect(() => {
    const { places } = deps
    if (text === '' || !places || isKnown) return undefined
    const timer = setTimeout(() => void places.read(text).then(() => setRead(text)), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [deps, text, isKnown])
  return isKnown || read === text
}

const SETTLED_MS = 300
