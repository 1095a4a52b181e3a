import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'

/** The one announcement region of a page: saves, errors, what came and went. Polite. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ words: '', turn: 0 })
  const announce = useCallback((words: string) => setSaid((last) => ({ words, turn: last.turn + 1 })), [])
  return (
    <LiveContext value={announce}>
      {children}
      <div className="vh fixed! top-0" aria-live="polite" data-testid="live">
        {/* A new key makes a sentence that is said twice a new node, so that it is heard twice. */}
        <span key={said.turn}>{said.words}</span>
      </div>
    </LiveContext>
  )
}

/** Says a sentence to screen readers, without showing it. */
export function useAnnounce(): (words: string) => void {
  return useContext(LiveContext)
}

const LiveContext = createContext<(words: string) => void>(() => undefined)
