import { accountFor } from '#lib/domain/company.ts'
import { matchKeysOf, suppressionIdsOf } from '#lib/domain/identity.ts'
import { likenessKeysOf } from '#lib/domain/likeness.ts'
import { newContact } from '#lib/domain/merge.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { Foreseen, Plan, StoreReads } from '#lib/store/store.ts'
import { runBatch, type BatchPorts, type BatchRun } from './batch.ts'
import type { Deps } from './deps.ts'
import { enrollPlan, usableCadence, type EnrollResult } from './enroll.ts'
import type { PersonInput } from './person-input.ts'
import { thisMoment } from './planning.ts'
import { recogniseAll } from './recognition.ts'

/** What became of one row; every kind but `added` enrols nobody, `already` may still save what the row says anew. */
export type AddedRow =
  | { kind: 'added'; contactId: string; known: boolean; enrollmentId: string }
  | Exclude<EnrollResult, { kind: 'added' }>
  /** Like somebody who is known, on the never-capture list, or hidden by the page: nothing a list may decide. */
  | { kind: 'unclear' | 'never' | 'nobody' }

export interface AddManyInput {
  people: readonly PersonInput[]
  cadenceId: string
  /** When each begins, in the order of the people; null and absent = at once. */
  starts?: readonly (Instant | null)[]
  signal?: AbortSignal
  onProgress?: (run: BatchRun<AddedRow>) => void
}

/**
 * Adds people to a cadence one after the other, each whole (contact, account, capture, enrollment, timeline) in a
 * commit of its own. Who must not be written to, is in the cadence already or cannot be told for sure is left alone,
 * with the reason; the cadence is looked at anew for every row.
 */
export async function addMany(
  deps: Deps,
  ports: BatchPorts,
  { people, cadenceId, starts = [], signal, onProgress }: AddManyInput,
): Promise<BatchRun<AddedRow>> {
  const moment = await thisMoment(deps)
  // One run, one reading of the settings: each costs as much as a write.
  const settled: Deps = {
    ...deps,
    settings: { ...deps.settings, get: () => Promise.resolve(moment.settings) },
  }
  const startOf = new Map(people.map((person, index) => [person, starts[index] ?? null]))
  const cadence = await deps.store.get('cadence', cadenceId)
  const run = await runBatch<PersonInput, AddedRow>(deps, ports, {
    kind: 'add-people',
    facts: { cadence: cadence?.name ?? '' },
    items: people,
    foresee: (part) => ({ ...keysOf(part, moment.now), records: [{ t: 'cadence', id: cadenceId }] }),
    plan: async (person, reads, commit): Promise<Plan<AddedRow>> => {
      const usable = await usableCadence(reads, cadenceId)
      if (!usable) return { changes: [], result: { kind: 'no-cadence' } }
      const unsure = await whyNot(settled, reads, person)
      if (unsure) return { changes: [], result: { kind: unsure } }
      const { ids, fresh } = counted(deps.ids)
      const input = { person, cadence: usable, moment, startedAt: startOf.get(person) ?? null, ...commit }
      const { changes, result } = await enrollPlan({ ...settled, ids }, reads, input)
      if (result.kind !== 'added') return { changes, result }
      const { course: _course, ...added } = result
      return { changes, result: added, fresh }
    },
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  })
  const hasAdded = run.rows.some((row) => row.kind === 'done' && row.result.kind === 'added')
  if (hasAdded) await deps.settings.set({ lastCadenceId: cadenceId })
  return run
}

/** Why nobody is added who cannot be told for sure; the list on screen may be older than what is known now. */
async function whyNot(
  deps: Deps,
  reads: StoreReads,
  person: PersonInput,
): Promise<'unclear' | 'never' | 'nobody' | null> {
  if (person.from === 'contact') return null
  const [recognition] = await recogniseAll(deps, reads, [person])
  const kind = recognition?.kind ?? 'nobody'
  return kind === 'unclear' || kind === 'never' || kind === 'nobody' ? kind : null
}

/** Ids as they are, and which were given. */
export function counted(ids: Deps['ids']): { ids: Deps['ids']; fresh: Set<string> } {
  const fresh = new Set<string>()
  const next = (): string => {
    const id = ids.next()
    fresh.add(id)
    return id
  }
  return { ids: { next }, fresh }
}

/** Keys that recognising, joining to a company and the do-not-contact list are going to ask for. */
export function keysOf(people: readonly PersonInput[], now: string): Foreseen {
  const drafts = people.flatMap((person) => (person.from === 'contact' ? [] : [newContact(person, now)]))
  const exact = drafts.flatMap((draft) => matchKeysOf(draft))
  return {
    contactKeys: [...exact, ...drafts.flatMap((draft) => likenessKeysOf(draft))],
    accountKeys: drafts.flatMap((draft) => accountFor(draft, now)?.keys ?? []),
    suppressionIds: suppressionIdsOf(exact),
  }
}
