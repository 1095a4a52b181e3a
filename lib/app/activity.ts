import type { Activity } from '#lib/domain/records.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { Change } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'

/** One entry for the timeline, tied to the commit that makes it so that it can be undone from there. */
export function activityChange(
  deps: Deps,
  entry: {
    contact: { id: string; practice: boolean }
    kind: Activity['kind']
    at: Instant
    group: string
    facts?: Record<string, string>
  },
): Change {
  const { contact, kind, at, group, facts = {} } = entry
  return {
    t: 'activity',
    id: deps.ids.next(),
    k: 'put',
    // Ids are branded by table; a stored contact's own id is a contact id.
    f: { contactId: contact.id as Activity['contactId'], kind, at, group, facts, practice: contact.practice },
  }
}
