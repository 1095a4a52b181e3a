import { endedByAnswer, stoppingCadences } from '#lib/domain/cadence/account-reply.ts'
import { endsEverything } from '#lib/domain/status.ts'
import type { Change, StoreReads } from '#lib/store/store.ts'
import { activityChange } from './activity.ts'
import type { Deps } from './deps.ts'
import type { Course, Moment } from './planning.ts'

/**
 * What an answer does to the rest of its company (A2 and A3 of the cadence rules), as part of the commit that records
 * it: two operations for each enrollment that ends. `stopped` counts people. Nothing is read where no cadence asks
 * for it.
 */
export async function accountStops(
  deps: Pick<Deps, 'ids'>,
  reads: StoreReads,
  { course, moment, group }: { course: Course; moment: Moment; group: string },
): Promise<{ changes: Change[]; stopped: number }> {
  const { contact: answering, enrollment: answered } = course
  if (answering.accountId === null) return NOBODY
  const cadences = await reads.cadences()
  const stopping = stoppingCadences(cadences)
  if (stopping.size === 0) return NOBODY
  const everybody = await reads.contactsOfAccount(answering.accountId, MOST_PEOPLE)
  // A5 has ended what else the one who answered is in.
  const people = everybody.filter(({ id }) => id !== answering.id)
  const lists = await Promise.all(people.map(({ id }) => reads.enrollmentsOf(id)))
  const ended = endedByAnswer(lists.flat(), { answered: answered.id, stopping })
  const changes = ended.flatMap((enrollment): Change[] => {
    const contact = people.find(({ id }) => id === enrollment.contactId)
    const cadence = cadences.find(({ id }) => id === enrollment.cadenceId)
    if (!contact || !cadence) return []
    const facts = { cadence: cadence.name, reason: 'account_reply' as const, who: answering.id }
    const f = endsEverything('account_reply', moment.now)
    return [
      { t: 'enrollment', id: enrollment.id, k: 'patch', f },
      activityChange(deps, { contact, kind: 'finished', at: moment.now, group, facts }),
    ]
  })
  return { changes, stopped: new Set(ended.map(({ contactId }) => contactId)).size }
}

const NOBODY = { changes: [], stopped: 0 }
const MOST_PEOPLE = 2_000
