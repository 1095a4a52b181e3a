import { followUpCadence } from '#lib/domain/follow-up.ts'
import type { FollowUp } from '#lib/domain/outcomes.ts'
import type { Contact, Enrollment } from '#lib/domain/records.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { Change, StoreReads } from '#lib/store/store.ts'
import { activityChange } from './activity.ts'
import type { Deps } from './deps.ts'
import type { WithId } from './people.ts'
import { freshEnrollment, plannedIndex, type Moment } from './planning.ts'

/**
 * Makes sure that the follow-up's cadence is there, in a commit of its own: an undo of what asked for it must not take
 * it away from others who are in it.
 */
export async function ensureFollowUp(deps: Deps, followUp: FollowUp): Promise<void> {
  const { id, record } = followUpCadence(followUp)
  if (await deps.store.get('cadence', id)) return
  await deps.store.commit(async (reads) => {
    const f = { ...record, createdAt: deps.clock.now() }
    const known = await reads.get('cadence', id)
    return { changes: known ? [] : [{ t: 'cadence', id, k: 'put', f }], result: null, isDefault: true }
  })
}

/** The follow-up of an outcome, begun now; null when the same one waits already. */
export async function followUpChanges(
  deps: Deps,
  reads: StoreReads,
  input: { contact: WithId<Contact>; followUp: FollowUp; moment: Moment; group: string },
): Promise<{ changes: Change[]; at: Instant | null } | null> {
  const { contact, followUp, moment, group } = input
  const { id: cadenceId } = followUpCadence(followUp)
  const cadence = await reads.get('cadence', cadenceId)
  const earlier = await reads.enrollmentsOf(contact.id)
  const waits = (one: WithId<Enrollment>): boolean => one.cadenceId === cadenceId && one.state !== 'finished'
  if (!cadence || contact.doNotContact || earlier.some(waits)) return null
  const enrollment = freshEnrollment(deps, contact, cadenceId, moment)
  const index = plannedIndex({ enrollment, contact, cadence, touches: [] }, moment)
  const { id, ...record } = { ...enrollment, ...index }
  const facts = { cadence: cadence.name }
  return {
    changes: [
      { t: 'enrollment', id, k: 'put', f: record },
      activityChange(deps, { contact, kind: 'enrolled', at: moment.now, group, facts }),
    ],
    at: index.dueAt ?? null,
  }
}
