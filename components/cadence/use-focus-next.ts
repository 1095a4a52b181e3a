import { useEffect, useState } from 'react'

/** Gives the focus once what was just changed is in the page. */
export function useFocusNext(): (selector: string) => void {
  const [wanted, setWanted] = useState<{ selector: string } | null>(null)
  useEffect(() => {
    if (wanted) document.querySelector<HTMLElement>(wanted.selector)?.focus()
  }, [wanted])
  return (selector) => setWanted({ selector })
}
