import { factsOf, type ActivityFacts } from '#lib/domain/activity-facts.ts'
import type { Activity } from '#lib/domain/records.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { Change } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'

/** One entry for the timeline, tied to the commit that makes it so that it can be undone from there. */
export function activityChange<K extends keyof ActivityFacts>(
  deps: Pick<Deps, 'ids'>,
  entry: {
    contact: { id: string; practice: boolean }
    kind: K
    at: Instant
    group: string
    facts: ActivityFacts[K]
  },
): Change {
  const { contact, kind, at, group, facts } = entry
  // Ids are branded by table; a stored contact's own id is a contact id.
  const contactId = contact.id as Activity['contactId']
  const f: Activity = { contactId, kind, at, group, facts: factsOf(kind, facts), practice: contact.practice }
  return { t: 'activity', id: deps.ids.next(), k: 'put', f }
}
