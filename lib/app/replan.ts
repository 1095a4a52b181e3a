import { FACTS } from '#lib/domain/cadence/step.ts'
import { afterOutcome } from '#lib/domain/status.ts'
import type { Cadence, Enrollment } from '#lib/domain/records.ts'
import type { KeyValue } from '#lib/store/env.ts'
import type { Change, ManyItem, StoreReads } from '#lib/store/store.ts'
import { activityChange } from './activity.ts'
import type { Deps } from './deps.ts'
import { plannedIndex, thisMoment, type Course, type Moment } from './planning.ts'

/**
 * Planning people anew, because their cadence, the rep's hours or their zone is another. Only the derived index is
 * written, so that doing it twice changes nothing the second time.
 */

type WithId<T> = T & { id: string }

/** Enrollments planned in one commit: each costs one operation, or three when its cadence ends with it. */
export const REPLANNED = 66

/** What the plans of these enrollments are made from, read together; those whose contact or cadence is gone are left out. */
export async function coursesOf(
  reads: Pick<StoreReads, 'getMany' | 'touchesOfMany'>,
  enrollments: readonly WithId<Enrollment>[],
): Promise<Course[]> {
  const cadenceIds = [...new Set(enrollments.map(({ cadenceId }) => cadenceId))]
  const [contacts, cadences, touches] = await Promise.all([
    reads.getMany(
      'contact',
      enrollments.map(({ contactId }) => contactId),
    ),
    reads.getMany('cadence', cadenceIds),
    reads.touchesOfMany(enrollments.map(({ id }) => id)),
  ])
  return enrollments.flatMap((enrollment, index) => {
    const contact = contacts[index]
    const cadence: WithId<Cadence> | undefined = cadences[cadenceIds.indexOf(enrollment.cadenceId)]
    return contact && cadence ? [{ enrollment, contact, cadence, touches: touches[index] ?? [] }] : []
  })
}

/**
 * Plans every given enrollment anew. One that has no step left ends as after its last touch: without a reply, the
 * person in nurture.
 */
export async function replanChanges(
  deps: Pick<Deps, 'ids'>,
  reads: StoreReads,
  {
    enrollments,
    moment,
    group,
  }: { enrollments: readonly WithId<Enrollment>[]; moment: Moment; group: string },
): Promise<Change[]> {
  const active = enrollments.filter(({ state }) => state === 'active')
  return (await coursesOf(reads, active)).flatMap((course) => {
    const { enrollment } = course
    const index = plannedIndex(course, moment)
    if (index.dueAt === enrollment.dueAt && index.dueStepId === enrollment.dueStepId) return []
    const change: Change = { t: 'enrollment', id: enrollment.id, k: 'patch', f: index }
    return index.state === 'finished' ? [change, ...endedChanges(deps, course, moment, { group })] : [change]
  })
}

/** The last touch brought no answer: the person goes to nurture with a date, as the ruleset says. */
export function endedChanges(
  deps: Pick<Deps, 'ids'>,
  { contact, cadence, enrollment }: Course,
  moment: Moment,
  { group, batch }: { group: string; batch?: string },
): Change[] {
  const effect = afterOutcome({ contact, enrollment, outcome: null, now: moment.now })
  const facts = { cadence: cadence.name, reason: 'no_reply' as const, ...(batch !== undefined && { batch }) }
  const changes: Change[] = []
  if (Object.keys(effect.contact).length > 0)
    changes.push({ t: 'contact', id: contact.id, k: 'patch', f: effect.contact })
  return [...changes, activityChange(deps, { contact, kind: 'finished', at: moment.now, group, facts })]
}

export interface Replanned {
  /** One for each commit that changed something. */
  groups: string[]
  /** Enrollments whose next touch is another or on another date. */
  affected: number
}

/** Extension storage. */
export type NoteStore = Pick<KeyValue, 'get' | 'set'>

export type OnProgress = (progress: { done: number; of: number }) => void

/** Plans the enrollments anew as they are now, a share a commit (at most 200 operations), several commits a turn. */
export async function replanAll(
  deps: Deps,
  ids: readonly string[],
  onProgress?: OnProgress,
): Promise<Replanned> {
  const moment = await thisMoment(deps)
  const shares = Array.from({ length: Math.ceil(ids.length / REPLANNED) }, (_, index) =>
    ids.slice(index * REPLANNED, (index + 1) * REPLANNED),
  )
  const saved: Replanned = { groups: [], affected: 0 }
  for (let from = 0; from < shares.length; from += TURN) {
    const items = shares.slice(from, from + TURN).map((share): ManyItem<number> => ({
      group: deps.ids.next(),
      plan: async (reads, group) => {
        const found = await reads.getMany('enrollment', share)
        const enrollments = found.filter((one) => one !== undefined)
        const changes = await replanChanges(deps, reads, { enrollments, moment, group })
        return { changes, result: changes.filter(({ t }) => t === 'enrollment').length }
      },
    }))
    for (const result of await deps.store.commitMany(items)) {
      if (result.kind === 'failed') throw result.error
      if (result.kind === 'not-tried') continue
      if (result.group !== null) saved.groups.push(result.group)
      saved.affected += result.result
    }
    onProgress?.({ done: Math.min(ids.length, (from + TURN) * REPLANNED), of: ids.length })
  }
  return saved
}

/**
 * Plans the people anew, as a zone that was set, taken back or pulled asks for, and a fact that conditions depend on
 * (B1); `cadences` where only theirs can have changed. Only what changes is written.
 */
export async function replanPeople(
  deps: Deps,
  ids: readonly string[],
  cadences?: ReadonlySet<string>,
): Promise<void> {
  const enrollments = await Promise.all(ids.map((id) => deps.store.enrollmentsOf(id)))
  const active = enrollments
    .flat()
    .filter(({ state, cadenceId }) => state === 'active' && (cadences?.has(cadenceId) ?? true))
  await replanAll(
    deps,
    active.map(({ id }) => id),
  )
}

/**
 * Plans people anew who have just changed. Of a few anything may have; a batch sets no zone, but may bring addresses
 * and numbers: then only the cadences with a step that depends on such a fact (B1) are looked at, in shares handed to
 * `turn`, which may rest after each.
 */
export async function replanChanged(
  deps: Deps,
  ids: readonly string[],
  turn: (share: () => Promise<void>) => Promise<void>,
): Promise<void> {
  if (ids.length <= FEW) return replanPeople(deps, ids)
  const facts: readonly unknown[] = FACTS
  const asks = ({ steps }: Cadence): boolean =>
    steps.some(({ when }) => when?.some((condition) => facts.includes(condition)))
  const asking = new Set((await deps.store.cadences()).filter(asks).map(({ id }) => id))
  if (asking.size === 0) return
  for (let from = 0; from < ids.length; from += PEOPLE)
    await turn(() => replanPeople(deps, ids.slice(from, from + PEOPLE), asking))
}

/** Plans everybody in the cadence anew. */
export async function replanCadence(
  deps: Deps,
  cadenceId: string,
  onProgress?: OnProgress,
): Promise<Replanned> {
  const active = (await runningIn(deps.store, cadenceId)).filter(({ state }) => state === 'active')
  return replanAll(
    deps,
    active.map(({ id }) => id),
    onProgress,
  )
}

/** The enrollments of a cadence that are not finished. */
export async function runningIn(
  reads: Pick<StoreReads, 'enrollmentsOfCadence'>,
  cadenceId: string,
): Promise<WithId<Enrollment>[]> {
  const all = await reads.enrollmentsOfCadence(cadenceId, MOST_IN_ONE)
  return all.filter(({ state }) => state !== 'finished')
}

/** Notes that people of this cadence are being planned anew, so that a wake finishes what is cut off. */
export async function noteReplan(kv: NoteStore, cadenceId: string, on: boolean): Promise<void> {
  const others = (await notedReplans(kv)).filter((id) => id !== cadenceId)
  await kv.set({ [NOTE]: on ? [...others, cadenceId] : others })
}

/** Plans the rest of every cadence whose save or Undo was cut off. */
export async function finishReplans(deps: Deps, kv: NoteStore): Promise<void> {
  for (const cadenceId of await notedReplans(kv)) {
    await replanCadence(deps, cadenceId)
    await noteReplan(kv, cadenceId, false)
  }
}

async function notedReplans(kv: Pick<NoteStore, 'get'>): Promise<string[]> {
  const noted = (await kv.get([NOTE]))[NOTE]
  return Array.isArray(noted) ? noted.filter((id) => typeof id === 'string') : []
}

const NOTE = 'planning.cadences'
const MOST_IN_ONE = 100_000
/** Commits in one turn of the store. */
const TURN = 4
/** People that a rep changes at once. */
const FEW = 20
/** People in one share. */
const PEOPLE = 100
