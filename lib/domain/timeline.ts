import type { Activity, Note, Shift } from './records.ts'
import type { Instant } from './values.ts'

/** One line of a person's timeline. */
export type TimelineEntry =
  | {
      kind: Activity['kind']
      id: string
      at: Instant
      facts: Record<string, string>
      /** The commit it came from, by which it can be undone. */
      group: string
      canUndo: boolean
    }
  | { kind: 'note'; id: string; at: Instant; note: Note & { id: string } }

/**
 * Activities, notes and shifts in one order: newest first, what happened in the same millisecond by kind (what came of
 * something above what it came of) and then by id, so that the order is the same on every device. A group that was
 * undone is no longer offered for Undo.
 */
export function timeline(
  activities: readonly (Activity & { id: string })[],
  notes: readonly (Note & { id: string })[],
  shifts: readonly Shift[],
  undoable: Pick<ReadonlySet<string>, 'has'>,
): TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...activities.map(({ id, kind, at, facts, group }) => ({
      kind,
      id,
      at,
      facts,
      group,
      canUndo: undoable.has(group),
    })),
    // One line of a clean-up of many: taken back with it, by `facts.batch`.
    ...shifts.map(({ type, at, until, batch }) => ({
      kind: 'touch_snoozed' as const,
      id: `${batch} ${at}`,
      at,
      facts: { step: type, until, batch },
      group: batch,
      canUndo: false,
    })),
    ...notes.map((note) => ({ kind: 'note' as const, id: note.id, at: note.at, note })),
  ]
  return entries.sort((a, b) => order(b.at, a.at) || rank(b.kind) - rank(a.kind) || order(b.id, a.id))
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Of one commit: first the page was captured, then the person saved, then enrolled, then touched, then it ended. */
function rank(kind: TimelineEntry['kind']): number {
  return SEQUENCE.indexOf(kind)
}

const SEQUENCE: readonly TimelineEntry['kind'][] = [
  'captured', 'saved', 'joined', 'edited', 'changed_job', 'enrolled', 'resumed', 'note', 'touch_done', 'touch_skipped',
  'touch_snoozed', 'paused', 'finished', 'verdict', 'do_not_contact', 'not_same',
] // prettier-ignore
