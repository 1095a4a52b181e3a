import type { ContactStatus } from '#lib/domain/records.ts'
import { i18n } from './i18n.ts'

/** A dot whose shape differs and the word from the data. */
export function Status({ status }: { status: ContactStatus }) {
  return (
    <span className="status" data-s={status}>
      {i18n.t(`ui.status.${status}`)}
    </span>
  )
}
