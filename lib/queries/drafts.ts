import { use } from 'react'
import type { Drafts } from '#lib/app/drafts.ts'
import { useBaton } from './context.tsx'

/** What was typed and not stored yet. Suspends until it is read, once for each page. */
export function useDrafts(): Drafts {
  return use(useBaton().drafts())
}
