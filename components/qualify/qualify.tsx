import { SlidersHorizontal } from 'lucide-react'
import type { ContactView } from '#lib/app/contact-view.ts'
import type { Fit, FitReason } from '#lib/domain/fit.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { Button } from '#components/ui/button.tsx'
import { SIGNS } from '#components/ui/chip.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useTime } from '#components/ui/time-provider.tsx'
import { reasonWord } from '#components/ui/words.ts'
import { FitScore } from './fit-bar.tsx'
import { SIGN_OF } from './fit-words.ts'

/** Fit with its reasons, from the ideal customer profile of the settings, and the verdict that was given. */
export function Qualify({ view }: { view: ContactView }) {
  const { contact, fit } = view
  return (
    <>
      <VerdictGiven contact={contact} />
      {fit.reasons.length === 0 ? <NoProfile /> : <FitReasons fit={fit} />}
    </>
  )
}

function FitReasons({ fit }: { fit: Fit }) {
  return (
    <section className="section border-t-0!" aria-labelledby="fit-reasons">
      <div className="section-head">
        <h2 id="fit-reasons">{i18n.t('ui.fitWord')}</h2>
        <div className="grow">
          <FitScore fit={fit} />
        </div>
        {fit.high > fit.low && (
          <span className="sm nowrap">{i18n.t('qualify.range', { low: fit.low, high: fit.high })}</span>
        )}
      </div>
      <ul>
        {fit.reasons.map((reason) => (
          <ReasonLine key={reason.id} reason={reason} />
        ))}
      </ul>
    </section>
  )
}

function ReasonLine({ reason }: { reason: FitReason }) {
  const sign = SIGN_OF[reason.result]
  const points = reason.result === 'against' ? i18n.t('qualify.missed', { of: reason.of }) : String(reason.of)
  return (
    <li className="grid grid-cols-[16px_minmax(0,1fr)_auto] gap-x-1 py-0.5">
      <span className={`text-center font-semibold ${TONES[sign]}`} aria-hidden="true">
        {SIGNS[sign].glyph}
      </span>
      <p className={sign === 'plus' ? '' : 't2'}>
        <span className="vh">{i18n.t(`ui.reason.${sign}`)} </span>
        {i18n.t(`qualify.criterion.${reason.id}`)}{' '}
        <span className="t3 sm">
          <bdi>{reason.evidence ?? i18n.t('qualify.notKnown')}</bdi>
        </span>
      </p>
      <span className={`nowrap ps-2 ${sign === 'plus' ? 't2' : 't3'}`}>{points}</span>
    </li>
  )
}

function VerdictGiven({ contact }: Pick<ContactView, 'contact'>) {
  const time = useTime()
  const { status, statusReason, nurtureUntil } = contact
  if (status !== 'qualified' && status !== 'nurture' && status !== 'disqualified') return null
  const more = [
    reasonWord(statusReason ?? ''),
    nurtureUntil === null ? '' : i18n.t('qualify.backOn', { day: time.date(nurtureUntil) }),
  ].filter(Boolean)
  return (
    <p className="px-3 pt-3">
      <b>{i18n.t(`timeline.verdict.${status}`)}</b>
      {more.length > 0 && <span className="t2"> · {more.join(' · ')}</span>}
    </p>
  )
}

function NoProfile() {
  const baton = useBaton()
  return (
    <section className="section border-t-0!">
      <div className="section-head">
        <h2>{i18n.t('ui.fitWord')}</h2>
      </div>
      <p className="t2">{i18n.t('qualify.noProfile')}</p>
      <div className="actions mt-2">
        <Button small icon={SlidersHorizontal} onClick={() => void baton.openPage('app', '#/settings')}>
          {i18n.t('qualify.setProfile')}
        </Button>
      </div>
    </section>
  )
}

const TONES = { plus: 'text-accent-fg', minus: 'text-late-fg', open: 'text-fg-2' } as const
