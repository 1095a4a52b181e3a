import { editCounts, editEffect, type EditCounts, type EditEffect } from '#lib/domain/cadence/edit-effect.ts'
import type { Cadence } from '#lib/domain/records.ts'
import type { Change, UndoResult } from '#lib/store/store.ts'
import { undoAll } from './batch.ts'
import type { Deps } from './deps.ts'
import type { WithId } from './people.ts'
import { calendarOf, thisMoment } from './planning.ts'
import {
  coursesOf,
  noteReplan,
  replanCadence,
  runningIn,
  type NoteStore,
  type OnProgress,
  type Replanned,
} from './replan.ts'

/**
 * Saving an edited cadence while people are in it: what was done stays done, everybody not yet past a step follows.
 *
 *   cadence noted ──► its steps saved ──► people planned anew, a share a commit ──► note gone
 *                          └─ cut off anywhere here: the next wake of the worker finds the note and plans the rest
 */

export interface EditPreview {
  counts: EditCounts
  /** Who is changed, those first who lose most; at most `MOST_SHOWN` of `changed`. */
  people: EditedPerson[]
  changed: number
}

export interface EditedPerson extends EditEffect {
  contactId: string
  enrollmentId: string
  name: string
}

/**
 * What saving `cadence` would do to the people in it, by the engine that saves it; null when `signal` was aborted.
 * Reads only.
 */
export async function previewEdit(
  deps: Deps,
  { cadence, signal, onProgress }: EditWatch & { cadence: Pick<WithId<Cadence>, 'id' | 'steps'> },
): Promise<EditPreview | null> {
  const moment = await thisMoment(deps)
  const saved = await deps.store.get('cadence', cadence.id)
  const running = saved ? await runningIn(deps.store, cadence.id) : []
  const effects: EditEffect[] = []
  const changed: EditedPerson[] = []
  for (let from = 0; from < running.length; from += SHARE) {
    if (signal?.aborted === true) return null
    for (const course of await coursesOf(deps.store, running.slice(from, from + SHARE))) {
      const input = { ...course, calendar: calendarOf(moment, course.contact), now: moment.now }
      const effect = editEffect(input, cadence.steps)
      effects.push(effect)
      if (effect.kind === 'keeps' && !effect.isReworded && !effect.movesLater) continue
      const { contact, enrollment } = course
      changed.push({
        ...effect,
        contactId: contact.id,
        enrollmentId: enrollment.id,
        name: contact.name.value,
      })
    }
    onProgress?.({ done: Math.min(running.length, from + SHARE), of: running.length })
  }
  changed.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || Math.abs(b.days) - Math.abs(a.days))
  return { counts: editCounts(effects), people: changed.slice(0, MOST_SHOWN), changed: changed.length }
}

interface EditWatch {
  signal?: AbortSignal
  onProgress?: OnProgress
}

/** `group` is that of the steps alone. */
export type SavedCadence = Replanned & { group: string | null }

/**
 * Saves an edited or new cadence; who is in it and not yet past a changed step follows, a share a commit. The groups
 * are those of this save, first to last: `undoEdit` takes them back as one.
 */
export async function saveCadence(
  deps: Deps,
  { kv }: { kv: NoteStore },
  { cadence, onProgress }: { cadence: WithId<Cadence>; onProgress?: OnProgress },
): Promise<SavedCadence> {
  await noteReplan(kv, cadence.id, true)
  const { id, ...record } = cadence
  const saved = await deps.store.commit(async (reads) => {
    const known = await reads.get('cadence', id)
    const { name, steps, archived, stopsAccount = false } = record
    // Written only where it changes: servers and browsers before it know no such field.
    const rules = (known?.stopsAccount ?? false) === (stopsAccount ?? false) ? {} : { stopsAccount }
    const change: Change = known
      ? { t: 'cadence', id, k: 'patch', f: { name, steps, archived, ...rules } }
      : { t: 'cadence', id, k: 'put', f: record }
    const hasOtherSteps = known !== undefined && JSON.stringify(known.steps) !== JSON.stringify(steps)
    return { changes: [change], result: hasOtherSteps }
  })
  const followed = saved.result ? await replanCadence(deps, id, onProgress) : { groups: [], affected: 0 }
  await noteReplan(kv, id, false)
  const { group } = saved
  return { ...followed, group, groups: [...(group === null ? [] : [group]), ...followed.groups] }
}

/**
 * Takes a save back as one: the steps first, then everybody as they were, and whoever was worked on since is planned
 * anew by the steps that hold again. `changed-since` when the cadence was edited later; then nothing is changed.
 */
export async function undoEdit(
  deps: Deps,
  { kv }: { kv: NoteStore },
  { cadenceId, groups }: { cadenceId: string; groups: readonly string[] },
): Promise<UndoResult> {
  const [first, ...others] = groups
  if (first === undefined) return 'gone'
  await noteReplan(kv, cadenceId, true)
  const result = await deps.store.undo(first)
  if (result === 'undone') {
    await undoAll(deps, { groups: await deps.store.undoableAmong(others) })
    await replanCadence(deps, cadenceId)
  }
  await noteReplan(kv, cadenceId, false)
  return result
}

const ORDER: readonly EditEffect['kind'][] = ['ends', 'loses', 'new_step', 'moves', 'keeps', 'paused']
const MOST_SHOWN = 50
const SHARE = 200
