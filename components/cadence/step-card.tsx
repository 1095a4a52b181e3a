import { ChevronDown, ChevronRight, Split } from 'lucide-react'
import { channelOf, type Step } from '#lib/domain/cadence/step.ts'
import { useOutcomes } from '#lib/queries/settings.ts'
import { Chip } from '#components/ui/chip.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { CHANNEL_ICONS, Icon } from '#components/ui/icon.tsx'
import { branchProblemWords, branchWords } from './branch-words.ts'
import { StepForm, type StepFormProps } from './step-form.tsx'

/** One step: a line that opens into its form. */
export function StepCard({ open, onToggle, day, ...form }: StepCardProps) {
  const { step, steps, index, problems } = form
  const outcomes = useOutcomes()
  const branch = branchWords(step, steps, outcomes)
  const wrong = problems.find((problem) => problem.at === 'when')
  return (
    <li className={`cad-step ${open ? 'is-open' : ''}`} data-step={step.id}>
      <h3>
        <button type="button" id={`step-${step.id}`} aria-expanded={open} onClick={onToggle}>
          <span className="num t3">{index + 1}</span>
          <Icon of={CHANNEL_ICONS[channelOf(step.type)]} />
          <span className="cad-step-name">
            <span className="nowrap">{i18n.t(`ui.step.${step.type}`)}</span>{' '}
            <span className="t3 trunc" dir="auto">
              {excerpt(step)}
            </span>
          </span>
          {step.breakup && <Chip>{i18n.t('cadence.breakupChip')}</Chip>}
          {problems.length > 0 && <Chip tone="late">{i18n.t('cadence.wrong')}</Chip>}
          <span className="t3 sm nowrap cad-step-day">{day}</span>
          <Icon of={open ? ChevronDown : ChevronRight} small className="t3" />
          {branch !== '' && (
            <span className="cad-step-branch sm t2">
              <Icon of={Split} small />
              {branch}
            </span>
          )}
        </button>
      </h3>
      {!open && wrong?.at === 'when' && (
        <p className="error cad-step-wrong">{branchProblemWords(wrong.branch, outcomes)}</p>
      )}
      {open && <StepForm {...form} />}
    </li>
  )
}

interface StepCardProps extends StepFormProps {
  open: boolean
  onToggle: () => void
  /** When it would come, in words; empty while that is unknown. */
  day: string
}

/** What tells one mail from another in the list: its subject, else how its text begins. */
function excerpt({ subject, body }: Step): string {
  return (subject.trim() || body.trim()).split('\n', 1)[0]?.slice(0, 120) ?? ''
}
