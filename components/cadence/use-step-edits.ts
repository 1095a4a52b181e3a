import { useEffect, useState } from 'react'
import { useBaton } from '#lib/queries/context.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useAnnounce } from '#components/ui/live.tsx'
import { useToast } from '#components/ui/toast.tsx'
import {
  movedStep,
  patchedStep,
  withoutStep,
  withStep,
  type CadenceDraft,
  type DraftProblem,
  type StepPatch,
} from './draft.ts'

export interface StepEdits {
  isOpen: (stepId: string) => boolean
  toggle: (stepId: string) => void
  patch: (index: number, patch: StepPatch) => void
  move: (index: number, by: -1 | 1) => void
  add: (after: number) => void
  remove: (index: number) => void
  /** Brings the focus to what keeps the draft from being saved. */
  goTo: (problem: DraftProblem) => void
}

/** Adding, moving and removing steps, with the focus where the rep goes on and a word for who cannot see it. */
export function useStepEdits(draft: CadenceDraft, change: Change): StepEdits {
  const baton = useBaton()
  const toast = useToast()
  const announce = useAnnounce()
  const { isOpen, setOpen } = useOpenSteps()
  const focus = useFocusNext()
  return {
    isOpen,
    toggle: (stepId) => setOpen(stepId, !isOpen(stepId)),
    patch: (index, patch) => change((now) => patchedStep(now, index, patch)),
    move: (index, by) => {
      const step = draft.steps[index]
      if (!step) return
      change((now) => movedStep(now, index, by))
      const place = index + by
      const isAtEdge = by === -1 ? place === 0 : place === draft.steps.length - 1
      // At the edge the button pressed is disabled: the focus goes to the other one.
      focus(`#${(by === -1) === isAtEdge ? 'down' : 'up'}-${CSS.escape(step.id)}`)
      announce(i18n.t('cadence.moved', { place: String(place + 1), of: String(draft.steps.length) }))
    },
    add: (after) => {
      const id = baton.newId()
      change((now) => withStep(now, after, now.steps.length === 0 ? 'email' : 'email_reply', id))
      setOpen(id, true)
      focus(`[data-step="${CSS.escape(id)}"] select`)
    },
    remove: (index) => {
      const step = draft.steps[index]
      if (!step) return
      change((now) => withoutStep(now, index))
      const next = draft.steps[index + 1] ?? draft.steps[index - 1]
      focus(next ? `#step-${CSS.escape(next.id)}` : '[data-add-step]')
      const title = i18n.t('cadence.removed', { place: String(index + 1) })
      const undo = () => change((now) => ({ ...now, steps: now.steps.toSpliced(index, 0, step) }))
      toast({ title, detail: i18n.t(`ui.step.${step.type}`) }, { undo })
    },
    goTo: (problem) => {
      if ('stepId' in problem) setOpen(problem.stepId, true)
      focus(placeOfProblem(problem))
    },
  }
}

type Change = (edit: (now: CadenceDraft) => CadenceDraft) => void

function useOpenSteps() {
  const [open, setAll] = useState<ReadonlySet<string>>(new Set())
  return {
    isOpen: (stepId: string) => open.has(stepId),
    setOpen: (stepId: string, on: boolean) =>
      setAll((before) => {
        const next = new Set(before)
        if (on) next.add(stepId)
        else next.delete(stepId)
        return next
      }),
  }
}

/** Gives the focus once what was just changed is in the page. */
function useFocusNext(): (selector: string) => void {
  const [wanted, setWanted] = useState<{ selector: string } | null>(null)
  useEffect(() => {
    if (wanted) document.querySelector<HTMLElement>(wanted.selector)?.focus()
  }, [wanted])
  return (selector) => setWanted({ selector })
}

function placeOfProblem(problem: DraftProblem): string {
  if ('stepId' in problem) return `[data-step="${CSS.escape(problem.stepId)}"] ${FIELDS[problem.at]}`
  return problem.at === 'name' ? '[data-cadence-name]' : '[data-add-step]'
}

const FIELDS = { delay: 'input[type="number"]', subject: 'input[type="text"]', body: 'textarea' } as const
