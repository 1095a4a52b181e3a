import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'

/**
 * Only for what cannot be undone or needs several answers. Escape and a press beside it cancel; the focus goes
 * to `focus` (else the first thing that takes it) and back to where it came from.
 */
export function Dialog({ open, onClose, title, description, children, actions, focus }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-20 bg-(--scrim)" />
        <Base.Viewport className="scrim bg-transparent!">
          <Base.Popup className="dialog" {...(focus === undefined ? {} : { initialFocus: focus })}>
            <div className="dialog-body">
              <div>
                <Base.Title>{title}</Base.Title>
                {description !== undefined && (
                  <Base.Description className="t2">{description}</Base.Description>
                )}
              </div>
              {children}
            </div>
            {actions !== undefined && <div className="dialog-foot">{actions}</div>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

interface DialogProps {
  open: boolean
  onClose: () => void
  title: ReactNode
  /** What goes and what stays, in numbers. */
  description?: ReactNode
  children?: ReactNode
  /** Cancel first, the act last. */
  actions?: ReactNode
  focus?: RefObject<HTMLElement | null>
}
