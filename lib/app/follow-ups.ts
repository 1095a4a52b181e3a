import { followUpCadence } from '#lib/domain/follow-up.ts'
import type { FollowUp } from '#lib/domain/outcomes.ts'
import type { Contact, Enrollment } from '#lib/domain/records.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { Change, StoreReads } from '#lib/store/store.ts'
import { activityChange } from './activity.ts'
import type { Deps } from './deps.ts'
import type { WithId } from './people.ts'
import { freshEnrollment, plannedIndex, touchOf, type Moment } from './planning.ts'

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

/**
 * The follow-up of an outcome, begun now; due at `at` where the rep has said when. Null when the same one waits
 * already and nothing new was said of it.
 */
export async function followUpChanges(
  deps: Deps,
  reads: StoreReads,
  input: {
    contact: WithId<Contact>
    followUp: FollowUp
    at?: Instant | undefined
    moment: Moment
    group: string
  },
): Promise<{ changes: Change[]; at: Instant | null } | null> {
  const { contact, followUp, at, moment, group } = input
  const { id: cadenceId } = followUpCadence(followUp)
  const cadence = await reads.get('cadence', cadenceId)
  const earlier = await reads.enrollmentsOf(contact.id)
  const waits = (one: WithId<Enrollment>): boolean => one.cadenceId === cadenceId && one.state !== 'finished'
  const waiting = earlier.find(waits)
  const [step] = cadence?.steps ?? []
  if (!cadence || !step || contact.doNotContact || (waiting && at === undefined)) return null
  const enrollment = waiting ?? freshEnrollment(deps, contact, cadenceId, moment)
  const course = { enrollment, contact, cadence, touches: [] }
  const told = at === undefined ? null : touchOf(course, step, moment, { state: 'snoozed', snoozedTo: at })
  const active = { ...enrollment, state: 'active' as const, pauseReason: null, pausedUntil: null }
  const index = plannedIndex({ ...course, enrollment: active, touches: told ? [told] : [] }, moment)
  const { id, ...record } = { ...active, ...index }
  const changes: Change[] = [{ t: 'enrollment', id, k: 'put', f: record }]
  if (told) {
    const { id: touchId, ...touch } = told
    changes.push({ t: 'touch', id: touchId, k: 'put', f: touch })
  }
  const facts = { cadence: cadence.name }
  if (!waiting)
    changes.push(activityChange(deps, { contact, kind: 'enrolled', at: moment.now, group, facts }))
  return { changes, at: index.dueAt ?? null }
}
