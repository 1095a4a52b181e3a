import { useContext, useEffect, useState, type ReactNode } from 'react'
import { createKeyRegistry, KeysContext, type KeyBinding } from './use-keys.ts'

/** Listens to the keyboard of the page. `singleKeys`: the rep's setting. */
export function KeysProvider({ singleKeys, children }: { singleKeys: boolean; children: ReactNode }) {
  const [registry] = useState(createKeyRegistry)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => void registry.handle(event, singleKeys)
    // In the capturing phase: an open menu lets no letter or digit rise from it.
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [registry, singleKeys])
  return <KeysContext value={registry}>{children}</KeysContext>
}

/** The keys that mean something right now, for the overlay. */
export function useListedKeys(): () => KeyBinding[] {
  return useContext(KeysContext).listed
}
