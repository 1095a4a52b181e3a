import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useId, useRef } from 'react'
import { STEP_TYPES, type Delay, type Step } from '#lib/domain/cadence/step.ts'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { hasSubject, problemsOfText, type DraftProblem, type StepPatch } from './draft.ts'
import { FieldHelp } from './field-help.tsx'
import { StepPreview } from './step-preview.tsx'
import { StepRules } from './step-rules.tsx'
import { bodyNote, subjectNote } from './text-notes.ts'
import { VariantFields } from './variant-fields.tsx'

/** Everything of one step: what, when, the text, its place among the others. */
export function StepForm(props: StepFormProps) {
  const { step, problems, repliesToNothing, onChange } = props
  const body = useRef<HTMLTextAreaElement>(null)
  const own = problemsOfText(problems, null)
  return (
    <div className="cad-form">
      <Select
        label={i18n.t('cadence.type')}
        value={step.type}
        options={STEP_TYPES.map((type) => ({ value: type, label: i18n.t(`ui.step.${type}`) }))}
        onChange={(type) => onChange({ type })}
      />
      <DelayFields
        delay={step.delay}
        isWrong={problems.some(({ at }) => at === 'delay')}
        onChange={(delay) => onChange({ delay })}
      />
      {hasSubject(step.type) && (
        <TextField
          label={i18n.t('cadence.subject')}
          value={step.subject}
          maxLength={500}
          onChange={(event) => onChange({ subject: event.target.value })}
          {...subjectNote(step, own, repliesToNothing)}
        />
      )}
      <div>
        <TextArea
          ref={body}
          label={i18n.t(bodyLabel(step))}
          rows={step.type.startsWith('email') ? 9 : 4}
          value={step.body}
          onChange={(event) => onChange({ body: event.target.value })}
          {...bodyNote(step, own)}
        />
        <FieldHelp body={body} onInsert={(text) => onChange({ body: text })} />
        <StepPreview
          step={step}
          cadenceName={props.cadenceName}
          isReply={step.type === 'email_reply' && !repliesToNothing}
        />
      </div>
      <VariantFields {...props} />
      <Checkbox
        label={
          <>
            {i18n.t('cadence.breakup')} <span className="t3">{i18n.t('cadence.breakupHelp')}</span>
          </>
        }
        checked={step.breakup}
        onChange={(breakup) => onChange({ breakup })}
      />
      <StepRules
        step={step}
        steps={props.steps}
        isWrong={problems.some(({ at }) => at === 'when')}
        onChange={onChange}
      />
      <PlaceButtons {...props} />
    </div>
  )
}

export interface StepFormProps {
  step: Step
  /** All of the cadence. */
  steps: readonly Step[]
  /** Of how many, from 0. */
  index: number
  count: number
  cadenceName: string
  problems: readonly DraftProblem[]
  repliesToNothing: boolean
  onChange: (patch: StepPatch) => void
  onMove: (by: -1 | 1) => void
  onAddAfter: () => void
  onRemove: () => void
}

function DelayFields({ delay, isWrong, onChange }: DelayProps) {
  const id = useId()
  return (
    <div className="cad-delay" role="group" aria-label={i18n.t('cadence.when')}>
      <TextField
        label={i18n.t('cadence.wait')}
        type="number"
        min={0}
        max={3650}
        step={1}
        value={Number.isNaN(delay.value) ? '' : delay.value}
        onChange={(event) => onChange({ ...delay, value: event.target.valueAsNumber })}
        {...(isWrong ? { 'aria-invalid': true, 'aria-errormessage': id } : {})}
      />
      <Select
        label={i18n.t('cadence.unit')}
        value={delay.unit}
        options={UNITS.map((unit) => ({ value: unit, label: i18n.t(`cadence.units.${unit}`) }))}
        onChange={(unit) => onChange({ ...delay, unit })}
      />
      <Select
        label={i18n.t('cadence.from')}
        value={delay.from}
        options={FROM.map((from) => ({ value: from, label: i18n.t(`cadence.froms.${from}`) }))}
        onChange={(from) => onChange({ ...delay, from })}
      />
      {isWrong && (
        <p className="error m-0!" id={id} role="alert">
          {i18n.t('cadence.wrongDelay')}
        </p>
      )}
    </div>
  )
}

interface DelayProps {
  delay: Delay
  isWrong: boolean
  onChange: (delay: Delay) => void
}

function PlaceButtons({ step, index, count, onMove, onAddAfter, onRemove }: StepFormProps) {
  return (
    <div className="cad-place">
      <Button small icon={ArrowUp} id={`up-${step.id}`} disabled={index === 0} onClick={() => onMove(-1)}>
        {i18n.t('cadence.up')}
      </Button>
      <Button
        small
        icon={ArrowDown}
        id={`down-${step.id}`}
        disabled={index === count - 1}
        onClick={() => onMove(1)}
      >
        {i18n.t('cadence.down')}
      </Button>
      <Button small icon={Plus} onClick={onAddAfter}>
        {i18n.t('cadence.addAfter')}
      </Button>
      <Button small look="danger" icon={Trash2} onClick={onRemove}>
        {i18n.t('cadence.remove')}
      </Button>
    </div>
  )
}

function bodyLabel({ type }: Step) {
  if (type === 'email' || type === 'email_reply' || type === 'linkedin_inmail') return 'cadence.body.mail'
  if (type === 'linkedin_connect') return 'cadence.body.invitation'
  if (type === 'linkedin_message') return 'cadence.body.message'
  if (type === 'call' || type === 'linkedin_voice') return 'cadence.body.script'
  return 'cadence.body.task'
}

const UNITS = ['business_days', 'days', 'hours', 'minutes'] as const satisfies readonly Delay['unit'][]
const FROM = ['previous', 'start', 'arrival'] as const satisfies readonly Delay['from'][]
