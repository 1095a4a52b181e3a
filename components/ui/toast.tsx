import { Check, TriangleAlert } from 'lucide-react'
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
} from 'react'
import { i18n } from './i18n.ts'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'
import { useAnnounce } from './live.tsx'
import { useKeys } from './use-keys.ts'

export interface ToastWords {
  /** What was done. */
  title: string
  /** Whom, and what follows. */
  detail?: string
}

interface Shown extends ToastWords {
  id: number
  canUndo: boolean
  failed: boolean
}

type HoldUndo = (undo: () => void) => () => void
type ShowToast = (words: ToastWords, options?: { undo?: () => void; failed?: boolean }) => void

/**
 * One toast at a time, for ten seconds; the clock stands under the pointer or the focus. `z` takes back what was
 * done last: what the toast offers, or what `useHeldUndo` holds because it is still being stored. The words go
 * through the one announcement region; what went wrong with a save never comes as a toast.
 */
export function ToastProvider({ children }: { children: ReactNode }) {
  const announce = useAnnounce()
  const [shown, setShown] = useState<Shown | null>(null)
  const count = useRef(0)
  const offered = useRef<(() => void) | null>(null)
  const held = useRef<(() => void) | null>(null)
  const close = useCallback(() => {
    offered.current = null
    setShown(null)
  }, [])
  const show = useCallback<ShowToast>(
    (words, options = {}) => {
      count.current += 1
      offered.current = options.undo ?? null
      setShown({
        ...words,
        id: count.current,
        canUndo: options.undo !== undefined,
        failed: options.failed ?? false,
      })
      announce([words.title, words.detail, options.undo && i18n.t('ui.undoSaid')].filter(Boolean).join('. '))
    },
    [announce],
  )
  const takeBack = useCallback(() => {
    const undo = offered.current
    close()
    undo?.()
  }, [close])
  const hold = useCallback((undo: () => void) => {
    held.current = undo
    return () => {
      if (held.current === undo) held.current = null
    }
  }, [])
  const takeBackLast = () => (held.current ?? takeBack)()
  useKeys([{ keys: 'z', run: takeBackLast, label: i18n.t('ui.undo'), group: 'everywhere' }])
  return <ToastContext value={{ show, shown, close, takeBack, hold }}>{children}</ToastContext>
}

/** Where the toast lies: above the foot of the page. Placed once by the frame. */
export function ToastPlace() {
  const { shown, close, takeBack } = useContext(ToastContext)
  if (!shown) return null
  return (
    <section className="toast-place" aria-label={i18n.t('ui.lastChange')}>
      <Toast key={shown.id} toast={shown} onUndo={takeBack} onGone={close} />
    </section>
  )
}

export function useToast(): ShowToast {
  return useContext(ToastContext).show
}

/** While something is being stored, `z` is its own: holds it until the function it gives is called. */
export function useHeldUndo(): HoldUndo {
  return useContext(ToastContext).hold
}

function Toast({ toast, onUndo, onGone }: { toast: Shown; onUndo: () => void; onGone: () => void }) {
  const { left, pause, resume } = useCountdown(toast.canUndo ? UNDO_MS : SAID_MS, onGone)
  return (
    <div className="toast" onMouseEnter={pause} onMouseLeave={resume} onFocus={pause} onBlur={resume}>
      <Icon of={toast.failed ? TriangleAlert : Check} />
      <div className="min-w-0">
        <p className="clamp2">{toast.title}</p>
        {toast.detail !== undefined && (
          <p className="sub line-clamp-2" title={toast.detail}>
            <bdi>{toast.detail}</bdi>
          </p>
        )}
      </div>
      {toast.canUndo && (
        <button className="btn" type="button" aria-keyshortcuts="z" onClick={onUndo}>
          {i18n.t('ui.undo')}{' '}
          <span className="hidden motion-reduce:inline" aria-hidden="true">
            {left}
          </span>
          <KeyHint keys="z" />
        </button>
      )}
      {toast.canUndo && (
        // `as`: React's style type does not know custom properties.
        <span
          className="toast-time motion-reduce:hidden"
          style={{ '--run': `${UNDO_MS}ms` } as CSSProperties}
          aria-hidden="true"
        />
      )}
    </div>
  )
}

/** Counts down by quarter seconds, so that a pause costs at most one of them. */
function useCountdown(ms: number, onEnd: () => void) {
  const [left, setLeft] = useState(ms)
  const isPaused = useRef(false)
  useEffect(() => {
    const timer = setInterval(() => {
      if (!isPaused.current) setLeft((value) => value - TICK_MS)
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    if (left <= 0) onEnd()
  }, [left, onEnd])
  return {
    left: Math.max(0, Math.ceil(left / 1000)),
    pause: () => {
      isPaused.current = true
    },
    resume: () => {
      isPaused.current = false
    },
  }
}

const ToastContext = createContext<{
  show: ShowToast
  shown: Shown | null
  close: () => void
  takeBack: () => void
  hold: HoldUndo
}>({
  show: () => undefined,
  shown: null,
  close: () => undefined,
  takeBack: () => undefined,
  hold: () => () => undefined,
})

const UNDO_MS = 10_000
const SAID_MS = 4_000
const TICK_MS = 250
