import { createContext, useContext, type ReactNode } from 'react'
import type { Baton } from './baton.ts'

const BatonContext = createContext<Baton | null>(null)

/** Hands the wired Baton to everything below; the entrypoint makes it. */
export function BatonProvider({ baton, children }: { baton: Baton; children: ReactNode }): ReactNode {
  return <BatonContext value={baton}>{children}</BatonContext>
}

/** The bound use cases. Every act that changes something resolves with its undo group. */
export function useBaton(): Baton {
  const baton = useContext(BatonContext)
  if (!baton) throw new Error('BatonProvider is missing above this component')
  return baton
}
