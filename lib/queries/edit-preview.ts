import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { previewEdit } from '#lib/app/cadence-edit.ts'
import type { Step } from '#lib/domain/cadence/step.ts'
import { useBaton } from './context.tsx'
import { useNow } from './now.ts'

/**
 * What saving these steps would do to the people in the cadence, a moment after the last change; `progress` while
 * many are looked at. Null `steps`: nothing is asked.
 */
export function useEditPreview(id: string, steps: readonly Step[] | null) {
  const { deps } = useBaton()
  const minute = useNow().slice(0, 16)
  const text = useSettled(steps === null ? null : JSON.stringify(steps))
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null)
  const query = useQuery({
    queryKey: ['edit-preview', id, text, minute],
    queryFn: async ({ signal }) => {
      const cadence = { id, steps: JSON.parse(text ?? '[]') as Step[] } // written three lines above
      const preview = await previewEdit(deps, { cadence, signal, onProgress: setProgress })
      setProgress(null)
      return preview
    },
    enabled: text !== null,
    placeholderData: (previous) => previous,
    gcTime: 0,
    meta: { tables: ['enrollment', 'touch', 'cadence', 'contact', 'settings'] },
  })
  return { preview: text === null ? null : (query.data ?? null), progress, isFailed: query.isError }
}

/** The value once it has stayed the same for a moment: a number is typed digit by digit. */
function useSettled(value: string | null): string | null {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [value])
  return value === null ? null : settled
}

const SETTLED_MS = 250
