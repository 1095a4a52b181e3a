import { useRef, useState } from 'react'
import { useDrafts } from '#lib/queries/drafts.ts'
import { sameDraft, type CadenceDraft } from './draft.ts'
import { dropDraft, keepDraft, readDraft, type KeptDraft } from './draft-storage.ts'

export interface DraftState {
  draft: CadenceDraft
  /** Something was typed that is not saved yet. */
  isDirty: boolean
  /** The saved cadence is not the one the draft began from: saving would take back what was changed there. */
  isChangedElsewhere: boolean
  /** The browser could not keep what was typed: it lives on this screen only. */
  isOnlyHere: boolean
  change: (edit: (draft: CadenceDraft) => CadenceDraft) => void
  /** Back to the saved cadence. */
  drop: () => void
  /** `typed` was saved as `stored`: gone, unless more was typed meanwhile, which then stands upon what was stored. */
  settle: (typed: CadenceDraft, stored: CadenceDraft) => void
}

/** The draft of one cadence; `saved` null for a new one. Give the component that uses it the key `id`. */
export function useDraft(id: string, saved: CadenceDraft | null): DraftState {
  const drafts = useDrafts()
  const [kept, setKept] = useState<KeptDraft | null>(() => readDraft(drafts, id))
  const [isOnlyHere, setOnlyHere] = useState(false)
  const latest = useRef(kept)
  const start = saved ?? EMPTY
  const put = (next: KeptDraft | null) => {
    latest.current = next
    setKept(next)
    if (next !== null) void keepDraft(drafts, id, next).then((isKept) => setOnlyHere(!isKept))
    else {
      dropDraft(drafts, id)
      setOnlyHere(false)
    }
  }
  const change = (edit: (draft: CadenceDraft) => CadenceDraft) => {
    const before = latest.current
    const draft = edit(before?.draft ?? start)
    put(sameDraft(draft, start) ? null : { base: before ? before.base : saved, draft })
  }
  return {
    draft: kept?.draft ?? start,
    isDirty: kept !== null,
    isChangedElsewhere: isOtherThan(saved, kept?.base ?? null),
    isOnlyHere,
    change,
    drop: () => put(null),
    settle: (typed, stored) => {
      const now = latest.current?.draft ?? typed
      put(saved === null || sameDraft(now, typed) ? null : { base: stored, draft: now })
    },
  }
}

/** Whether the draft began from another cadence than is saved now; a new one began from none. */
function isOtherThan(saved: CadenceDraft | null, base: CadenceDraft | null): boolean {
  return saved !== null && base !== null && !sameDraft(base, saved)
}

const EMPTY: CadenceDraft = { name: '', stopsAccount: false, steps: [] }
