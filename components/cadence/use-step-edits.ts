import { useState } from 'react'
import { placesAskingFor } from '#lib/domain/cadence/branches.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useOutcomes } from '#lib/queries/settings.ts'
import { i18n } from '#components/ui/i18n.ts'
import { useAnnounce } from '#components/ui/live.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { firstBroken } from './branch-words.ts'
import {
  movedStep,
  patchedStep,
  withoutStep,
  withStep,
  type CadenceDraft,
  type DraftProblem,
  type StepPatch,
} from './draft.ts'
import { useFocusNext } from './use-focus-next.ts'

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
  const outcomes = useOutcomes()
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
      const words = i18n.t('cadence.moved', { place: String(place + 1), of: String(draft.steps.length) })
      announce(`${words}. ${firstBroken(movedStep(draft, index, by).steps, outcomes)}`.trim())
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
      const asking = placesAskingFor(withoutStep(draft, index).steps, step.id)
      const asked = i18n.t('cadence.rules.asked', { places: asking.join(', ') })
      const detail = [i18n.t(`ui.step.${step.type}`), ...(asking.length > 0 ? [asked] : [])].join(' · ')
      toast({ title, detail }, { undo })
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

function placeOfProblem(problem: DraftProblem): string {
  if ('stepId' in problem) {
    const text =
      'variant' in problem && problem.variant !== null
        ? ` [data-variant="${CSS.escape(problem.variant)}"]`
        : ''
    return `[data-step="${CSS.escape(problem.stepId)}"]${text} ${FIELDS[problem.at]}`
  }
  return problem.at === 'name' ? '[data-cadence-name]' : '[data-add-step]'
}

const FIELDS = {
  delay: 'input[type="number"]',
  subject: 'input[type="text"]',
  body: 'textarea',
  when: 'select[aria-invalid]',
} as const
