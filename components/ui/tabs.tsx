import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

export interface TabItem<Id extends string> {
  id: Id
  label: string
  count?: number
  content: ReactNode
}

/** Sub tabs: arrow keys move, one tab stop. A tab without content is left out by the caller rather than disabled. */
export function Tabs<Id extends string>({ label, value, onChange, items }: TabsProps<Id>) {
  return (
    <Base.Root value={value} onValueChange={(next: Id) => onChange(next)}>
      <Base.List className="subtabs" aria-label={label} activateOnFocus>
        {items.map((item) => (
          <Base.Tab key={item.id} value={item.id} className="tab">
            {item.label}
            {item.count !== undefined && item.count > 0 && <span className="count">{item.count}</span>}
          </Base.Tab>
        ))}
      </Base.List>
      {items.map((item) => (
        <Base.Panel key={item.id} value={item.id} tabIndex={-1} className="outline-none">
          {item.content}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}

interface TabsProps<Id extends string> {
  label: string
  value: Id
  onChange: (id: Id) => void
  items: readonly TabItem<Id>[]
}
