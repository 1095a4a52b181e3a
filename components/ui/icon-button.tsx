import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Icon } from './icon.tsx'
import { glyphOf } from './key-hint.tsx'
import { Tooltip } from './tooltip.tsx'

/** A button of one icon. Its name is a word, shown on hover and focus together with its key. */
export function IconButton({
  icon,
  label,
  small = false,
  keyHint,
  tip = true,
  className,
  ...rest
}: IconButtonProps) {
  const button = (
    <button
      type="button"
      {...rest}
      aria-label={label}
      {...(keyHint === undefined ? {} : { 'aria-keyshortcuts': keyHint })}
      className={`btn-icon ${small ? 'sm' : ''} ${className ?? ''}`}
    >
      <Icon of={icon} />
    </button>
  )
  if (!tip) return button
  return <Tooltip words={keyHint === undefined ? label : `${label} (${glyphOf(keyHint)})`}>{button}</Tooltip>
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  icon: LucideIcon
  label: string
  small?: boolean
  keyHint?: string
  /** Off where the button opens a menu: the tip would lie over it. */
  tip?: boolean
}
