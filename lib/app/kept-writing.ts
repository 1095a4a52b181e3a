import { readTouchDraft, touchDraftKey } from '#lib/domain/templates/touch-draft.ts'
import type { KeyValue } from '#lib/store/env.ts'
import { DRAFT_PREFIX } from './drafts.ts'
import type { Deps } from './deps.ts'
import type { Written } from './touches.ts'

/**
 * What the rep wrote for the touch, read from where drafts are kept: for the worker, which records a touch without the
 * template library. The subject that only the template gives stays unknown; its step gives it again when it is needed.
 */
export async function keptWriting(
  { store }: Pick<Deps, 'store'>,
  kv: Pick<KeyValue, 'get'>,
  { enrollmentId, stepId }: { enrollmentId: string; stepId: string },
): Promise<Written> {
  const cycle = (await store.get('enrollment', enrollmentId))?.cycle ?? 0
  const key = DRAFT_PREFIX + touchDraftKey({ enrollmentId, stepId, cycle })
  const text = (await kv.get([key]))[key]
  const { subject, body } = readTouchDraft(typeof text === 'string' ? text : null)
  return { subject: subject?.trim() || null, body }
}
