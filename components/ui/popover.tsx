import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode, RefObject } from 'react'

/** A small window at its button, for a field with a list under it; a plain list of acts is a `Menu`. */
export function Popover({ trigger, label, open, onOpenChange, children, focus }: PopoverProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal role="region" aria-label={label}>
        <Base.Positioner align="end" sideOffset={4} collisionPadding={8} className="z-10">
          <Base.Popup
            className="menu w-[292px]"
            aria-label={label}
            {...(focus === undefined ? {} : { initialFocus: focus })}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface PopoverProps {
  trigger: ReactElement<Record<string, unknown>>
  label: string
  open: boolean
  onOpenChange: (open: boolean) => void
  children: ReactNode
  focus?: RefObject<HTMLElement | null>
}
