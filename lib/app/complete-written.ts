import { isHeld, touchDraftKey } from '#lib/domain/templates/touch-draft.ts'
import type { Commit } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'
import type { Drafts } from './drafts.ts'
import { courseOf } from './planning.ts'
import { touchText } from './touch-text.ts'
import { completeTouch, type TouchResult, type Written } from './touches.ts'

/**
 * Records the touch as done with what was written: the subject, and the text where the rep changed it. The draft stays
 * for a week, so that an Undo brings it back, and goes with the first touch that is recorded after that.
 */
export async function completeWritten(
  deps: Deps,
  ports: { drafts(): Promise<Drafts> },
  args: Omit<Parameters<typeof completeTouch>[1], 'written'>,
): Promise<Commit<TouchResult>> {
  const drafts = await ports.drafts()
  const { written, key } = await writtenFor(deps, drafts, args)
  const commit = await completeTouch(deps, { ...args, ...(written && { written }) })
  if (commit.result.kind === 'recorded') await sweep(drafts, key, Date.parse(deps.clock.now()))
  return commit
}

async function writtenFor(
  deps: Deps,
  drafts: Drafts,
  { enrollmentId, stepId }: { enrollmentId: string; stepId: string },
): Promise<{ written: Written | null; key: string | null }> {
  const course = await courseOf(deps.store, enrollmentId)
  const step = course?.cadence.steps.find(({ id }) => id === stepId)
  if (!course || !step) return { written: null, key: null }
  const { rendered, draft } = await touchText(deps, course, step, drafts)
  const key = touchDraftKey({ enrollmentId, stepId, cycle: course.enrollment.cycle })
  // A text with a hole was not sent as it stands: what was is not known.
  const subject = isHeld(rendered) || rendered.subject === '' ? null : rendered.subject
  const isOwn = draft.subject !== null || draft.body !== null || Object.keys(draft.fills).length > 0
  return {
    written: { subject, body: isOwn && !isHeld(rendered) ? rendered.body : null },
    key: drafts.get(key) === null ? null : key,
  }
}

/** Drops the drafts of touches that were recorded a week ago, and notes that this one was. */
async function sweep(drafts: Drafts, key: string | null, now: number): Promise<void> {
  const before = readDone(drafts.get(DONE))
  const kept = before.filter(({ at }) => at > now - WEEK_MS)
  for (const { key: old, at } of before) if (at <= now - WEEK_MS && old !== key) drafts.drop(old)
  const next = key === null ? kept : [...kept.filter((one) => one.key !== key), { key, at: now }]
  if (next.length === before.length && key === null) return
  await drafts.keep(DONE, JSON.stringify(next)).catch(() => undefined) // Only the sweeping is lost.
}

function readDone(text: string | null): { key: string; at: number }[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(list)) return []
    return list.filter((one): one is { key: string; at: number } => {
      const { key, at } = (one ?? {}) as { key?: unknown; at?: unknown } // any shape: looked at, not trusted
      return typeof key === 'string' && key.startsWith('touch.') && typeof at === 'number'
    })
  } catch {
    return []
  }
}

const DONE = 'touches.done'
const WEEK_MS = 7 * 86_400_000
