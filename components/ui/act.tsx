import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'
import { i18n } from './i18n.ts'
import { useAnnounce } from './live.tsx'
import { useHeldUndo, useToast, type ToastWords } from './toast.tsx'

/** Everything that changes something resolves to the group of its commit; null when nothing was changed. */
export interface Done {
  group: string | null
}

/** What is said afterwards: the words of a toast, or why nothing was done. */
export type Said = ToastWords | { problem: string }

type Act = <R extends Done>(run: () => Promise<R>, said: Said | ((result: R) => Said)) => Promise<R | null>

/**
 * Runs what changes something: says it with Undo when it is stored, and keeps what went wrong on screen until it
 * is read (`useProblem`), with what was kept and what to do. `undo` is the use case that takes a group back.
 */
export function ActProvider({
  undo,
  children,
}: {
  undo: (group: string) => Promise<unknown>
  children: ReactNode
}) {
  const toast = useToast()
  const hold = useHeldUndo()
  const announce = useAnnounce()
  const [problem, setProblem] = useState<string | null>(null)
  const fail = useCallback(
    (error: unknown) => {
      const words = problemWords(error)
      setProblem(words)
      announce(words)
    },
    [announce],
  )
  const takeBack = useCallback(
    async (group: string) => {
      try {
        const result = await undo(group)
        const undone = wasUndone(result)
        toast({ title: i18n.t(undone ? 'ui.undone' : 'ui.notUndone') }, { failed: !undone })
      } catch (error) {
        fail(error)
      }
    },
    [undo, toast, fail],
  )
  const act = useCallback<Act>(
    async (run, said) => {
      let isUnwanted = false
      const release = hold(() => {
        isUnwanted = true
      })
      try {
        const result = await run()
        setProblem(null)
        const { group } = result
        const words = typeof said === 'function' ? said(result) : said
        if ('problem' in words) {
          setProblem(words.problem)
          announce(words.problem)
          return null
        }
        if (group === null) toast(words)
        else if (isUnwanted) await takeBack(group)
        else toast(words, { undo: () => void takeBack(group) })
        return result
      } catch (error) {
        fail(error)
        return null
      } finally {
        release()
      }
    },
    [toast, hold, announce, takeBack, fail],
  )
  const clear = useCallback(() => setProblem(null), [])
  return <ActContext value={{ act, takeBack, fail, problem, clear }}>{children}</ActContext>
}

/** `act(run, words)`: null when it failed; then the problem stands in the frame. */
export function useAct(): Act {
  return useContext(ActContext).act
}

/** Takes a group back from anywhere (the timeline), with the same words as the toast's button. */
export function useUndo(): (group: string) => Promise<void> {
  return useContext(ActContext).takeBack
}

/** What went wrong last, for the frame's banner; `fail` for what is not an act (a read, a page that did not open). */
export function useProblem() {
  const { problem, clear, fail } = useContext(ActContext)
  return { problem, clear, fail }
}

/** The result may be the word itself or carry it as `result`; no word means it was done. */
function wasUndone(result: unknown): boolean {
  const word = typeof result === 'object' && result !== null && 'result' in result ? result.result : result
  return word === undefined || word === 'undone'
}

/** Chosen by the error's code, never by its message. */
function problemWords(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  if (code === 'suppressed' || code === 'do_not_contact') return i18n.t('ui.problem.doNotContact')
  if (code === 'changed-since') return i18n.t('ui.notUndone')
  if (code === 'quota') return i18n.t('ui.problem.full')
  return i18n.t('ui.problem.unknown', { code: typeof code === 'string' ? code : 'unknown' })
}

const ActContext = createContext<{
  act: Act
  takeBack: (group: string) => Promise<void>
  fail: (error: unknown) => void
  problem: string | null
  clear: () => void
}>({
  act: async () => null,
  takeBack: async () => undefined,
  fail: () => undefined,
  problem: null,
  clear: () => undefined,
})
