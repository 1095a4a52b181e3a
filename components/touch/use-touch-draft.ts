import { useState } from 'react'
import type { TouchView } from '#lib/app/touch-view.ts'
import {
  isEmptyDraft,
  isHeld,
  NO_DRAFT,
  preparedText,
  touchDraftKey,
  type TouchDraft,
} from '#lib/domain/templates/touch-draft.ts'
import type { Rendered } from '#lib/domain/templates/variables.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useDrafts } from '#lib/queries/drafts.ts'

export interface TouchWriting {
  /** As it would be sent. */
  rendered: Rendered
  draft: TouchDraft
  isHeld: boolean
  /** The browser could not keep what was typed. */
  isOnlyHere: boolean
  change: (patch: Partial<TouchDraft>) => void
  /** A value for this touch alone. */
  fill: (name: string, value: string) => void
  /** Gives up what was written for this touch, and returns it. */
  reset: () => TouchDraft
}

/** What the rep writes for one touch: kept from the first key, in place of the template's text. */
export function useTouchDraft({ course, step, template, draft: stored }: TouchView): TouchWriting {
  const drafts = useDrafts()
  const { client } = useBaton()
  const { id: enrollmentId, cycle } = course.enrollment
  const key = touchDraftKey({ enrollmentId, stepId: step.id, cycle })
  const [draft, setDraft] = useState(stored)
  const [isOnlyHere, setOnlyHere] = useState(false)
  const put = (next: TouchDraft) => {
    setDraft(next)
    const kept = isEmptyDraft(next)
      ? Promise.resolve(drafts.drop(key))
      : drafts.keep(key, JSON.stringify(next))
    return kept.then(
      () => setOnlyHere(false),
      () => setOnlyHere(true),
    )
  }
  // Values go through the template, so the touch is prepared anew.
  const prepare = () => void client.invalidateQueries({ queryKey: ['touch', enrollmentId] })
  const rendered = preparedText(template, draft)
  return {
    rendered,
    draft,
    isHeld: isHeld(rendered),
    isOnlyHere,
    change: (patch) => void put({ ...draft, ...patch }),
    fill: (name, value) =>
      void put({ ...draft, fills: { ...draft.fills, [name]: value.slice(0, 2_000) } }).then(prepare),
    reset: () => {
      void put(NO_DRAFT).then(prepare)
      return draft
    },
  }
}
