import { Suspense, useEffect, useState } from 'react'
import { later } from '#components/ui/later.tsx'

const CutOff = later(async () => (await import('./cut-off.tsx')).CutOff)

/** Asks after cut-off work when the screen stands: it is seldom there and nothing waits for it. */
export function CutOffPlace() {
  const [asks, setAsks] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setAsks(true), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!asks) return null
  return (
    <Suspense fallback={null}>
      <CutOff />
    </Suspense>
  )
}

const SETTLED_MS = 1_000
