import { Plus, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import type { Step } from '#lib/domain/cadence/step.ts'
import { nextVariantId, OWN_TEXT, type VariantCount } from '#lib/domain/variant.ts'
import { useVariantCounts } from '#lib/queries/variants.ts'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { hasSubject, problemsOfText, type DraftProblem } from './draft.ts'
import { FieldHelp } from './field-help.tsx'
import type { StepFormProps } from './step-form.tsx'
import { StepPreview } from './step-preview.tsx'
import { bodyNote, subjectNote } from './text-notes.ts'

type Variant = NonNullable<Step['variants']>[number]

/** Other texts tried beside the step's own, each with its share and what came of it. */
export function VariantFields(props: StepFormProps) {
  const { step, problems, onChange } = props
  const variants = step.variants ?? []
  const counts = useVariantCounts(variants.length > 0 ? step : null).data ?? []
  const next = nextVariantId(step)
  const set = (all: Variant[]) => onChange({ variants: all.length === 0 ? undefined : all })
  const share = Math.round(100 / (variants.length + 1))
  return (
    <div className="cad-variants" role="group" aria-label={i18n.t('cadence.variants.title')}>
      {variants.length > 0 && (
        <p className="help m-0!">
          {i18n.t('cadence.variants.shares', [String(share)])}
          {[OWN_TEXT, ...variants.map(({ id }) => id)].map((id) => ` · ${countWords(id, counts)}`)}
        </p>
      )}
      {variants.map((variant) => (
        <VariantText
          key={variant.id}
          {...props}
          problems={problemsOfText(problems, variant.id)}
          variant={variant}
          onChange={(text) => set(variants.map((one) => (one.id === variant.id ? { ...one, ...text } : one)))}
          onRemove={() => set(variants.filter(({ id }) => id !== variant.id))}
        />
      ))}
      {next !== null && (
        <Button
          small
          icon={Plus}
          onClick={() => set([...variants, { id: next, subject: step.subject, body: step.body }])}
        >
          {i18n.t('cadence.variants.add', [next])}
        </Button>
      )}
    </div>
  )
}

interface VariantTextProps extends Omit<StepFormProps, 'onChange'> {
  variant: Variant
  /** Of this text alone. */
  problems: readonly DraftProblem[]
  onChange: (text: Partial<Variant>) => void
  onRemove: () => void
}

function VariantText({ step, variant, problems, repliesToNothing, cadenceName, ...acts }: VariantTextProps) {
  const { onChange, onRemove } = acts
  const body = useRef<HTMLTextAreaElement>(null)
  const { id } = variant
  const shown = { ...step, subject: variant.subject, body: variant.body }
  return (
    <div className="cad-variant" data-variant={id}>
      {hasSubject(step.type) && (
        <TextField
          label={i18n.t('cadence.variants.subject', [id])}
          value={variant.subject}
          maxLength={500}
          onChange={(event) => onChange({ subject: event.target.value })}
          {...subjectNote(step, problems, repliesToNothing)}
        />
      )}
      <TextArea
        ref={body}
        label={i18n.t('cadence.variants.body', [id])}
        rows={step.type.startsWith('email') ? 7 : 4}
        maxLength={20_000}
        value={variant.body}
        onChange={(event) => onChange({ body: event.target.value })}
        {...bodyNote(shown, problems)}
      />
      <FieldHelp body={body} onInsert={(text) => onChange({ body: text })} />
      <StepPreview
        step={shown}
        cadenceName={cadenceName}
        isReply={step.type === 'email_reply' && !repliesToNothing}
      />
      <Button small look="quiet" icon={Trash2} onClick={onRemove}>
        {i18n.t('cadence.variants.remove', [id])}
      </Button>
    </div>
  )
}

/** «B: 24 sent, 3 answered». */
function countWords(id: string, counts: readonly VariantCount[]): string {
  const { done, replied } = counts.find((one) => one.id === id) ?? { done: 0, replied: 0 }
  return i18n.t('cadence.variants.count', [id, String(done), String(replied)])
}
