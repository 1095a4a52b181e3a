import { lint, type LintHint } from '#lib/domain/cadence/lint.ts'
import { shippedSo } from '#lib/domain/cadence/shipped-so.ts'
import { useSettings } from '#lib/queries/settings.ts'
import { i18n } from '#components/ui/i18n.ts'
import type { CadenceDraft } from './draft.ts'
import type { StepEdits } from './use-step-edits.ts'

/** What practice knows of cadences, said of this one; nothing of it keeps it from being saved. */
export function Hints({ draft, edits }: { draft: CadenceDraft; edits: StepEdits }) {
  const hints = lint(draft.steps, useSettings().data?.windows)
  if (hints.length === 0) return null
  return (
    <section aria-labelledby="cad-hints">
      <div className="section-head">
        <h2 id="cad-hints">{i18n.t('lint.title')}</h2>
        <span className="sm">{hints.length}</span>
      </div>
      <ul className="cad-hints">
        {hints.map((hint) => (
          <li key={`${hint.rule} ${hint.stepId ?? ''} ${hint.variant ?? ''}`}>
            <Hint hint={hint} draft={draft} edits={edits} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Hint({ hint, draft, edits }: HintProps) {
  const { rule, stepId, variant } = hint
  const place = draft.steps.findIndex((step) => step.id === stepId) + 1
  const reason = shippedSo(hint, draft.steps)
  return (
    <>
      <p>
        {place > 0 && (
          <>
            <button
              type="button"
              className="link"
              onClick={() => {
                if (stepId !== null && !edits.isOpen(stepId)) edits.toggle(stepId)
              }}
            >
              {variant === null
                ? i18n.t('lint.step', { place: String(place) })
                : i18n.t('lint.text', { place: String(place), id: variant })}
            </button>{' '}
          </>
        )}
        {i18n.t(`lint.rule.${rule}`)}
      </p>
      <p className="sm t3">
        {i18n.t(`lint.why.${rule}`)}
        {reason !== null && ` ${i18n.t(`lint.shipped.${reason}`)}`}
      </p>
    </>
  )
}

interface HintProps {
  hint: LintHint
  draft: CadenceDraft
  edits: StepEdits
}
