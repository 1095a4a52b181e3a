import type { ReactNode } from 'react'

/** Sticky head of a group: name, count in grey, at the end one act or one fact. Empty groups are left out. */
export function GroupHeader({ id, title, count, late = false, end }: GroupHeaderProps) {
  return (
    <div className="group">
      <h2 {...(id === undefined ? {} : { id })}>{late ? <span className="late">{title}</span> : title}</h2>
      {count !== undefined && <span className="count">{count}</span>}
      {end !== undefined && <span className="end">{end}</span>}
    </div>
  )
}

interface GroupHeaderProps {
  id?: string
  title: string
  count?: number
  /** Only «Overdue» and «Rejected» have a coloured word. */
  late?: boolean
  end?: ReactNode
}
