import type { LucideIcon } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Icon } from './icon.tsx'

/**
 * Two lines in 44 px: who and how good, where and what and when. The name's link covers the whole row; what
 * stands in `end` or `actions` can be pressed beside it.
 */
export function ListRow(props: ListRowProps) {
  const { icon, href, title, before, sub, mark, end, endTone, actions, current = false, off = false } = props
  const hasActions = actions !== undefined && actions !== null
  const right = current && hasActions ? <div className="row-actions">{actions}</div> : mark
  return (
    <li
      className={`row row-2 ${current ? 'is-current' : ''} ${off ? 'is-off' : ''}`}
      {...(current ? { 'aria-current': true } : {})}
      {...(props.onHover ? { onMouseEnter: props.onHover } : {})}
    >
      <Icon of={icon} />
      <div className="grow">
        <div className="row-line">
          <div className="row-title">
            <a
              className="trunc"
              href={href}
              {...(props.linkRef === undefined ? {} : { ref: props.linkRef })}
              {...(props.onOpen ? { onClick: props.onOpen } : {})}
              {...(props.onFocus ? { onFocus: props.onFocus } : {})}
            >
              {before !== undefined && <span className="vh">{before} </span>}
              <bdi>{title}</bdi>
            </a>
          </div>
          {right}
        </div>
        <div className="row-line">
          <div className="row-sub trunc">{sub}</div>
          {end !== undefined && <span className={endTone ?? ''}>{end}</span>}
        </div>
      </div>
    </li>
  )
}

export interface ListRowProps {
  icon: LucideIcon
  href: string
  title: string
  /** Said before the name by a screen reader: what the icon means («Mail:»). */
  before?: string
  sub: ReactNode
  /** Grade or status at the right of line one. */
  mark?: ReactNode
  /** Always a time or a status: the eye runs down the right edge. */
  end?: ReactNode
  endTone?: 'due' | 'late'
  /** Up to three icon buttons, where the mark was, on the current row only. */
  actions?: ReactNode
  current?: boolean
  /** Do not contact: grey, the reason in line two. */
  off?: boolean
  onOpen?: (event: React.MouseEvent) => void
  onFocus?: () => void
  onHover?: () => void
  linkRef?: Ref<HTMLAnchorElement>
}

/** The list of rows. */
export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className="rows" {...(label === undefined ? {} : { 'aria-label': label })}>
      {children}
    </ul>
  )
}
