import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'

export type ButtonLook = 'filled' | 'outlined' | 'quiet' | 'danger' | 'danger-filled'

export interface ButtonOwnProps {
  /** Filled: one on a screen. Red words for what destroys; filled red only as the last button of a dialog. */
  look?: ButtonLook
  small?: boolean
  icon?: LucideIcon
  /** Key shown after the word; binding it is `useKeys`' work. */
  keyHint?: string
  /** Something runs: keeps its width, shows a ring, takes no second press. Say it in the words («Saving»). */
  busy?: boolean
  children: ReactNode
}

type ButtonProps = Omit<ComponentProps<'button'>, 'children'> & ButtonOwnProps

/** A button. The reason why it is disabled stands beside it, not in it. */
export function Button(props: ButtonProps) {
  const {
    look = 'outlined',
    small = false,
    icon,
    keyHint,
    busy = false,
    children,
    className,
    onClick,
    ...rest
  } = props
  return (
    <button
      type="button"
      {...rest}
      {...(busy ? { 'aria-busy': true, 'aria-disabled': true } : onClick ? { onClick } : {})}
      {...(keyHint === undefined ? {} : { 'aria-keyshortcuts': keyHint })}
      className={`${buttonClass(look, small)} ${className ?? ''}`}
    >
      {busy ? <span className="spin" aria-hidden="true" /> : icon && <Icon of={icon} small={small} />}
      {children}
      {keyHint !== undefined && <KeyHint keys={keyHint} />}
    </button>
  )
}

type ButtonLinkProps = Omit<ComponentProps<'a'>, 'children'> & Omit<ButtonOwnProps, 'busy'>

/** A link that looks like a button: `tel:` must be one, and everything that goes somewhere. */
export function ButtonLink(props: ButtonLinkProps) {
  const { look = 'outlined', small = false, icon, keyHint, children, className, ...rest } = props
  return (
    <a
      {...rest}
      {...(keyHint === undefined ? {} : { 'aria-keyshortcuts': keyHint })}
      className={`${buttonClass(look, small)} ${className ?? ''}`}
    >
      {icon && <Icon of={icon} small={small} />}
      {children}
      {keyHint !== undefined && <KeyHint keys={keyHint} />}
    </a>
  )
}

/** Words that can be pressed inside a text. */
export function TextButton({ className, ...rest }: ComponentProps<'button'>) {
  return <button type="button" {...rest} className={`link ${className ?? ''}`} />
}

function buttonClass(look: ButtonLook, small: boolean): string {
  return `btn ${LOOKS[look]} ${small ? 'btn-sm' : ''}`
}

const LOOKS: Record<ButtonLook, string> = {
  filled: 'btn-primary',
  outlined: '',
  quiet: 'btn-ghost',
  danger: 'btn-danger',
  'danger-filled': 'btn-danger-fill',
}
