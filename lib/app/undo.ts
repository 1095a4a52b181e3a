import type { Change, StoreReads, UndoResult } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'
import { partedChanges } from './same-person.ts'

/**
 * Takes a group back, also long after; `changed-since` when something later stands on it. A person who was added and
 * got a note since stays, without the cadence.
 */
export function undoGroup(deps: Deps, { group }: { group: string }): Promise<UndoResult> {
  return deps.store.undo(group, async (reads, own, back) => [
    ...(await partedChanges(reads, back, deps.clock.now(), own)),
    ...(await restedChanges(reads, back)),
  ])
}

/** Who stays although the cadence is taken back, and is in no other, is new again. */
async function restedChanges(reads: StoreReads, back: readonly Change[]): Promise<Change[]> {
  const gone = new Set(back.flatMap(({ t, k, id }) => (t === 'enrollment' && k === 'del' ? [id] : [])))
  const touched = new Set(back.flatMap(({ t, id }) => (t === 'contact' ? [id] : [])))
  const enrollments = await reads.getMany('enrollment', [...gone])
  const left = new Set(enrollments.flatMap((enrollment) => enrollment?.contactId ?? []))
  const changes: Change[] = []
  for (const contactId of left) {
    if (touched.has(contactId)) continue
    const contact = await reads.get('contact', contactId)
    const others = (await reads.enrollmentsOf(contactId)).filter(({ id }) => !gone.has(id))
    if (contact?.status !== 'working' || others.length > 0) continue
    const f = { status: 'new' as const, statusReason: null, nurtureUntil: null }
    changes.push({ t: 'contact', id: contactId, k: 'patch', f })
  }
  return changes
}
