import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** One plain heading, one or two sentences, what to do. It never stands alone: the next useful thing comes below. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <section className="empty">
      <Icon of={icon} />
      <h1>{title}</h1>
      {children}
      {actions !== undefined && <div className="actions mt-2 flex-wrap">{actions}</div>}
    </section>
  )
}

interface EmptyStateProps {
  icon: LucideIcon
  title: string
  children?: ReactNode
  actions?: ReactNode
}
