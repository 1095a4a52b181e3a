import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useEditPreview } from '#lib/queries/edit-preview.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { TextField } from '#components/ui/text-field.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { problemsOf, type CadenceDraft } from './draft.ts'
import { AccountRule } from './account-rule.tsx'
import { EditEffects } from './edit-effects.tsx'
import { EditorBar } from './editor-bar.tsx'
import { Hints } from './hints.tsx'
import { PlanPreview } from './plan-preview.tsx'
import { StepList } from './step-list.tsx'
import { useDraft } from './use-draft.ts'
import { usePreviewPlan } from './use-preview-plan.ts'
import type { OnPlanned } from './use-save-cadence.ts'
import { useStepEdits } from './use-step-edits.ts'

/**
 * A cadence as a form. What is typed is kept beside the records at once and reaches the people in the cadence
 * only with Save, which can be undone. `saved` null: a new one. Needs the key `id`.
 */
export function CadenceEditor({ id, saved, running, onSave }: CadenceEditorProps) {
  const { draft, isDirty, isChangedElsewhere, isOnlyHere, change, drop, settle } = useDraft(id, saved)
  const [hasTried, setTried] = useState(false)
  const { busy, planned, run } = useSaving(onSave)
  const toast = useToast()
  const plan = usePreviewPlan(draft.steps)
  const edits = useStepEdits(draft, change)
  const problems = problemsOf(draft)
  const shown = hasTried ? problems : problems.filter(({ at }) => at === 'delay' || at === 'when')
  const discard = () => {
    const typed = draft
    drop()
    toast({ title: i18n.t('cadence.discarded') }, { undo: () => change(() => typed) })
  }
  const save = async () => {
    setTried(problems.length > 0)
    const [first] = problems
    if (first) return edits.goTo(first)
    const stored = { ...draft, name: draft.name.trim() }
    if (await run(stored)) settle(draft, stored)
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
        {isChangedElsewhere && !busy && <ChangedElsewhere onTake={discard} />}
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
          <AccountRule draft={draft} change={change} />
          <PlanPreview plan={plan} />
          <StepList draft={draft} plan={plan} problems={shown} edits={edits} />
          {shown.some(({ at }) => at === 'steps') && (
            <p className="error m-0!" role="alert">
              {i18n.t('cadence.wrongSteps')}
            </p>
          )}
          <AddStep onAdd={() => edits.add(draft.steps.length - 1)} />
          <Hints draft={draft} edits={edits} />
        </div>
      </div>
      <EditorBar
        isDirty={isDirty}
        isOnlyHere={isOnlyHere}
        busy={busy}
        planned={planned}
        effects={<Effects id={id} saved={running === 0 ? null : saved} draft={draft} />}
        onDrop={discard}
      />
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
  onSave: (draft: CadenceDraft, onProgress: OnPlanned) => Promise<boolean>
}

/** What saving the draft as it stands would do; nothing while it could not be saved. */
function Effects({ id, saved, draft }: { id: string; saved: CadenceDraft | null; draft: CadenceDraft }) {
  const isSame = saved === null || JSON.stringify(saved.steps) === JSON.stringify(draft.steps)
  const canSave = problemsOf(draft).every(({ at }) => at === 'name')
  const { preview, progress } = useEditPreview(id, isSame || !canSave ? null : draft.steps)
  return (
    <EditEffects preview={preview} progress={progress} steps={[...draft.steps, ...(saved?.steps ?? [])]} />
  )
}

function useSaving(onSave: CadenceEditorProps['onSave']) {
  const [busy, setBusy] = useState(false)
  const [planned, setPlanned] = useState<{ done: number; of: number } | null>(null)
  const run = async (draft: CadenceDraft): Promise<boolean> => {
    setBusy(true)
    const done = await onSave(draft, setPlanned)
    setBusy(false)
    setPlanned(null)
    return done
  }
  return { busy, planned, run }
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
