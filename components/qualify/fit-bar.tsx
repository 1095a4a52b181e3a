import type { CSSProperties } from 'react'
import type { Fit, FitReason } from '#lib/domain/fit.ts'
import { ReasonChip, type ReasonSign } from '#components/ui/chip.tsx'
import { Grade } from '#components/ui/grade.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { fitWords, reasonWords, SIGN_OF } from './fit-words.ts'

/** Letter, number, bar and the reasons as chips. Nothing asked for in the settings: nothing is shown. */
export function FitSummary({ fit }: { fit: Fit }) {
  if (fit.reasons.length === 0) return null
  return (
    <section className="fit" aria-labelledby="fit-head">
      <h2 className="label font-normal!" id="fit-head">
        {i18n.t('ui.fitWord')}
      </h2>
      <div>
        <FitScore fit={fit} />
        <div className="chips">
          {fit.reasons.map((reason) => (
            <ReasonChip key={reason.id} sign={SIGN_OF[reason.result]}>
              {reasonWords(reason)}
            </ReasonChip>
          ))}
        </div>
      </div>
    </section>
  )
}

/** The score in one line: seen at a glance what fits, what is still open, what was missed. */
export function FitScore({ fit }: { fit: Fit }) {
  return (
    <div className="fit-score">
      {fit.grade !== null && (
        <Grade grade={fit.grade} {...(fit.score === null ? {} : { points: fit.score })} />
      )}
      {fit.score === null ? <span className="t3">{i18n.t('qualify.unknown')}</span> : <b>{fit.score}</b>}
      <FitBar fit={fit} />
    </div>
  )
}

/** One part per reason in the width of its points, hatched for what is open, empty for what was missed. */
export function FitBar({ fit }: { fit: Fit }) {
  const parts = fit.reasons.toSorted((a, b) => ORDER[SIGN_OF[a.result]] - ORDER[SIGN_OF[b.result]])
  return (
    <span className="fitbar" role="img" aria-label={fitWords(fit)}>
      {parts.map((reason) => (
        <FitPart key={reason.id} reason={reason} />
      ))}
    </span>
  )
}

function FitPart({ reason }: { reason: FitReason }) {
  // `as`: React's style type does not know custom properties.
  const style = { '--v': reason.of } as CSSProperties
  return (
    <i
      className={reason.result === 'unknown' ? 'open' : reason.result === 'against' ? 'miss' : ''}
      style={style}
    />
  )
}

const ORDER: Record<ReasonSign, number> = { plus: 0, open: 1, minus: 2 }
