import { Menu as Base } from '@base-ui/react/menu'
import type { LucideIcon } from 'lucide-react'
import { useEffect, type ReactElement, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'

/** A menu that opens at its button. Escape closes it and gives the focus back. */
export function Menu({
  trigger,
  label,
  children,
  align = 'end',
  side = 'bottom',
  open,
  onOpenChange,
}: MenuProps) {
  return (
    <Base.Root
      modal={false}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange: (next: boolean) => onOpenChange(next) })}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal role="region" aria-label={label}>
        <Base.Positioner align={align} side={side} sideOffset={4} collisionPadding={8} className="z-10">
          <Base.Popup className="menu" aria-label={label}>
            <PlainGuards />
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/**
 * The library's focus guards are focusable and hidden from screen readers at once, which ARIA forbids and axe
 * reports. They are empty and hand the focus on, so they need no hiding.
 */
function PlainGuards() {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      for (const guard of document.querySelectorAll('[data-base-ui-focus-guard]'))
        guard.removeAttribute('aria-hidden')
    })
    return () => cancelAnimationFrame(frame)
  })
  return null
}

interface MenuProps {
  /** The button that opens it; one element that takes ref and events. */
  trigger: ReactElement<Record<string, unknown>>
  label: string
  children: ReactNode
  align?: 'start' | 'end'
  side?: 'top' | 'bottom'
  /** Given when a key opens it too. */
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

/** One act of a menu. `end` is its result in grey («Wed 09:30»), dangerous ones stand last. */
export function MenuItem({
  icon,
  end,
  keyHint,
  danger = false,
  disabled = false,
  onSelect,
  children,
}: MenuItemProps) {
  return (
    <Base.Item
      className={`menu-item ${danger ? 'late' : ''}`}
      disabled={disabled}
      onClick={onSelect}
      {...(keyHint === undefined ? {} : { 'aria-keyshortcuts': keyHint })}
    >
      {icon && <Icon of={icon} />}
      <span className="min-w-0">{children}</span>
      {(end !== undefined || keyHint !== undefined) && (
        <span className="end">
          {end} {keyHint !== undefined && <KeyHint keys={keyHint} />}
        </span>
      )}
    </Base.Item>
  )
}

interface MenuItemProps {
  icon?: LucideIcon
  end?: string
  keyHint?: string
  danger?: boolean
  disabled?: boolean
  onSelect: () => void
  children: ReactNode
}

export function MenuSeparator() {
  return <Base.Separator className="menu-sep" />
}

/** Grey words inside a menu that cannot be pressed. */
export function MenuFoot({ children }: { children: ReactNode }) {
  return <p className="menu-foot">{children}</p>
}
