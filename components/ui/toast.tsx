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
  undo: (() => void) | null
  failed: boolean
}

type ShowToast = (words: ToastWords, options?: { undo?: () => void; failed?: boolean }) => void

/**
 * One toast at a time, for ten seconds; the clock stands under the pointer or the focus. `z` undoes. The words go
 * through the one announcement region; what went wrong with a save never comes as a toast.
 */
export function ToastProvider({ children }: { children: ReactNode }) {
  const announce = useAnnounce()
  const [shown, setShown] = useState<Shown | null>(null)
  const count = useRef(0)
  const show = useCallback<ShowToast>(
    (words, options = {}) => {
      count.current += 1
      setShown({ ...words, id: count.current, undo: options.undo ?? null, failed: options.failed ?? false })
      announce([words.title, words.detail, options.undo && i18n.t('ui.undoSaid')].filter(Boolean).join('. '))
    },
    [announce],
  )
  const close = useCallback(() => setShown(null), [])
  return <ToastContext value={{ show, shown, close }}>{children}</ToastContext>
}

/** Where the toast lies: above the foot of the page. Placed once by the frame. */
export function ToastPlace() {
  const { shown, close } = useContext(ToastContext)
  if (!shown) return null
  return (
    <section className="toast-place" aria-label={i18n.t('ui.lastChange')}>
      <Toast key={shown.id} toast={shown} onGone={close} />
    </section>
  )
}

export function useToast(): ShowToast {
  return useContext(ToastContext).show
}

function Toast({ toast, onGone }: { toast: Shown; onGone: () => void }) {
  const { left, pause, resume } = useCountdown(toast.undo ? UNDO_MS : SAID_MS, onGone)
  const undo = () => {
    onGone()
    toast.undo?.()
  }
  useKeys([{ keys: 'z', run: undo, label: i18n.t('ui.undo'), group: 'everywhere' }], {
    enabled: toast.undo !== null,
  })
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
      {toast.undo && (
        <button className="btn" type="button" aria-keyshortcuts="z" onClick={undo}>
          {i18n.t('ui.undo')}{' '}
          <span className="hidden motion-reduce:inline" aria-hidden="true">
            {left}
          </span>
          <KeyHint keys="z" />
        </button>
      )}
      {toast.undo && (
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

const ToastContext = createContext<{ show: ShowToast; shown: Shown | null; close: () => void }>({
  show: () => undefined,
  shown: null,
  close: () => undefined,
})

const UNDO_MS = 10_000
const SAID_MS = 4_000
const TICK_MS = 250
