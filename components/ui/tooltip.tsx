import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'

/**
 * Words on hover and focus. The trigger carries the same words as its own name (`aria-label`), so a screen
 * reader never depends on the tip.
 */
export function Tooltip({ words, children, side = 'bottom' }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={300} />
      <Base.Portal aria-hidden="true">
        <Base.Positioner side={side} sideOffset={4} collisionPadding={8} className="z-30">
          <Base.Popup className="tip">{words}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface TooltipProps {
  words: string
  /** One element that takes a ref and the events of the trigger: a button. */
  children: ReactElement<Record<string, unknown>>
  side?: 'top' | 'bottom'
}
