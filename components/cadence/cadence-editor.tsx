import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { TextField } from '#components/ui/text-field.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { problemsOf, type CadenceDraft } from './draft.ts'
import { EditorBar } from './editor-bar.tsx'
import { Hints } from './hints.tsx'
import { PlanPreview } from './plan-preview.tsx'
import { StepList } from './step-list.tsx'
import { useDraft } from './use-draft.ts'
import { usePreviewPlan } from './use-preview-plan.ts'
import { useStepEdits } from './use-step-edits.ts'

/**
 * A cadence as a form. What is typed is kept beside the records at once and reaches the people in the cadence
 * only with Save, which can be undone. `saved` null: a new one. Needs the key `id`.
 */
export function CadenceEditor({ id, saved, running, onSave }: CadenceEditorProps) {
  const { draft, isDirty, isChangedElsewhere, isOnlyHere, change, drop } = useDraft(id, saved)
  const [hasTried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const toast = useToast()
  const plan = usePreviewPlan(draft.steps)
  const edits = useStepEdits(draft, change)
  const problems = problemsOf(draft)
  const shown = hasTried ? problems : problems.filter(({ at }) => at === 'delay')
  const discard = () => {
    const typed = draft
    drop()
    toast({ title: i18n.t('cadence.discarded') }, { undo: () => change(() => typed) })
  }
  const save = async () => {
    setTried(problems.length > 0)
    const [first] = problems
    if (first) return edits.goTo(first)
    setBusy(true)
    const done = await onSave({ ...draft, name: draft.name.trim() })
    setBusy(false)
    if (done) drop()
  }
  return (
    <form
      className="cad-editor"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isDirty && !busy) void save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        if (isDirty && !busy) void save()
      }}
    >
      <div className="cad-scroll">
        {isChangedElsewhere && <ChangedElsewhere onTake={discard} />}
        <div className="cad-main">
          <TextField
            data-cadence-name
            label={i18n.t('cadence.name')}
            value={draft.name}
            onChange={(event) => change((now) => ({ ...now, name: event.target.value }))}
            {...(shown.some(({ at }) => at === 'name') ? { error: i18n.t('cadence.wrongName') } : {})}
          />
          <p className="sm t3">
            {running === 0 ? i18n.t('cadence.nobodyIn') : i18n.t('cadence.running', running)}
          </p>
          <PlanPreview plan={plan} />
          <StepList draft={draft} plan={plan} problems={shown} edits={edits} />
          {shown.some(({ at }) => at === 'steps') && (
            <p className="error m-0!" role="alert">
              {i18n.t('cadence.wrongSteps')}
            </p>
          )}
          <AddStep onAdd={() => edits.add(draft.steps.length - 1)} />
          <Hints id={id} draft={draft} edits={edits} />
        </div>
      </div>
      <EditorBar isDirty={isDirty} isOnlyHere={isOnlyHere} busy={busy} onDrop={discard} />
    </form>
  )
}

interface CadenceEditorProps {
  /** Of the cadence; `new` for one that has none yet. */
  id: string
  saved: CadenceDraft | null
  /** How many people are in it now. */
  running: number
  /** Resolves true when it is stored. */
  onSave: (draft: CadenceDraft) => Promise<boolean>
}

function AddStep({ onAdd }: { onAdd: () => void }) {
  return (
    <div>
      <Button icon={Plus} data-add-step onClick={onAdd}>
        {i18n.t('cadence.add')}
      </Button>
    </div>
  )
}

function ChangedElsewhere({ onTake }: { onTake: () => void }) {
  return (
    <Banner
      title={i18n.t('cadence.elsewhere')}
      action={
        <Button small onClick={onTake}>
          {i18n.t('cadence.elsewhereTake')}
        </Button>
      }
    >
      {i18n.t('cadence.elsewhereHelp')}
    </Banner>
  )
}
