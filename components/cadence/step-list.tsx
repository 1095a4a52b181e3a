import type { PlannedTouch } from '#lib/domain/cadence/plan.ts'
import { i18n } from '#components/ui/i18n.ts'
import { useTime } from '#components/ui/time-provider.tsx'
import { repliesToNothing, type CadenceDraft, type DraftProblem } from './draft.ts'
import { StepCard } from './step-card.tsx'
import type { StepEdits } from './use-step-edits.ts'

/** The steps in their order, each a line that opens. */
export function StepList({ draft, plan, problems, edits }: StepListProps) {
  const time = useTime()
  return (
    <section aria-labelledby="cad-steps">
      <div className="section-head">
        <h2 id="cad-steps">{i18n.t('cadence.steps')}</h2>
        <span className="sm">{draft.steps.length}</span>
      </div>
      <ol className="cad-steps">
        {draft.steps.map((step, index) => {
          // Not by place: steps of another track are not in the plan.
          const touch = plan.find(({ stepId }) => stepId === step.id)
          return (
            <StepCard
              key={step.id}
              step={step}
              steps={draft.steps}
              index={index}
              count={draft.steps.length}
              cadenceName={draft.name}
              day={touch ? time.day(touch.at, touch.zone) : ''}
              problems={problems.filter((problem) => 'stepId' in problem && problem.stepId === step.id)}
              repliesToNothing={repliesToNothing(draft.steps, index)}
              open={edits.isOpen(step.id)}
              onToggle={() => edits.toggle(step.id)}
              onChange={(patch) => edits.patch(index, patch)}
              onMove={(by) => edits.move(index, by)}
              onAddAfter={() => edits.add(index)}
              onRemove={() => edits.remove(index)}
            />
          )
        })}
      </ol>
    </section>
  )
}

interface StepListProps {
  draft: CadenceDraft
  plan: readonly PlannedTouch[]
  problems: readonly DraftProblem[]
  edits: StepEdits
}
