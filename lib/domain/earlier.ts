import { READ_FIELDS, SOURCE_OF, type ReadField } from './found.ts'
import type { Capture, Contact } from './records.ts'
import type { Instant } from './values.ts'

/** A value that a field had, or that a source said, before the one it has now. */
export interface Earlier {
  value: string
  /** When it was last seen. */
  at: Instant
  /** Way it was read by, as in `Sourced.strategy`. */
  strategy: string
}

/** Values of each field that captures hold and the contact does not, newest first, each once. */
export function earlierValues(
  contact: Contact,
  captures: readonly Capture[],
): Partial<Record<ReadField, Earlier[]>> {
  const newestFirst = captures.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  const earlier: Partial<Record<ReadField, Earlier[]>> = {}
  for (const field of READ_FIELDS) {
    const seen = new Map<string, Earlier>()
    for (const { fields, at } of newestFirst) {
      const found = fields[SOURCE_OF[field]]
      const value = found?.value.replace(/\s+/gu, ' ').trim() ?? ''
      if (!found || value === '' || value === contact[field]?.value || seen.has(value)) continue
      seen.set(value, { value, at, strategy: found.strategy })
    }
    if (seen.size > 0) earlier[field] = [...seen.values()].slice(0, MOST)
  }
  return earlier
}

const MOST = 10
