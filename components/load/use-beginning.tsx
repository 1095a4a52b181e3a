import { useState, type ReactNode } from 'react'
import { useLoad } from '#lib/queries/load.ts'
import { ComingLoad, type Beginning } from './coming-load.tsx'

/** The load of so many people who are about to be added, shown, and when each of them begins. */
export function useBeginning(
  cadenceId: string | null,
  people: number,
): { shown: ReactNode; starts: readonly (string | null)[] } {
  const [chosen, setChosen] = useState<Beginning>('spread')
  const view = useLoad(cadenceId, people).data ?? null
  if (view === null || people === 0) return { shown: null, starts: [] }
  return {
    shown: <ComingLoad view={view} beginning={chosen} onChoose={setChosen} />,
    starts: view[chosen].starts,
  }
}
