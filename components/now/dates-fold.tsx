import type { ReactNode } from 'react'
import type { LineTouch } from '#components/ui/cadence-line.tsx'
import { DateList } from '#components/ui/date-list.tsx'
import { i18n } from '#components/ui/i18n.ts'

/** All dates of a cadence, folded: before somebody is added, and after. */
export function DatesFold({ touches, children }: { touches: readonly LineTouch[]; children?: ReactNode }) {
  if (touches.length === 0) return null
  return (
    <details className="border-t border-line">
      <summary className="cursor-pointer px-3 py-1.5 sm t2">
        {i18n.t('now.card.dates', touches.length)}
      </summary>
      <DateList touches={touches} />
      {children}
    </details>
  )
}
