import { useState } from 'react'
import type { Contact } from '#lib/domain/records.ts'
import type { Verdict } from '#lib/domain/status.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useAct } from '#components/ui/act.tsx'
import { Button } from '#components/ui/button.tsx'
import { i18n, textKey } from '#components/ui/i18n.ts'
import { useTime } from '#components/ui/time-provider.tsx'
import { useKeys } from '#components/ui/use-keys.ts'
import { DisqualifyDialog, NurtureDialog } from './verdict-dialogs.tsx'

/** The verdict: qualified, nurture with a date, disqualified with a reason. Each ends or pauses the cadence as it says. */
export function VerdictBar({ contact, cadenceName, open }: VerdictBarProps) {
  const verdict = useVerdict(contact)
  const [asking, setAsking] = useState<'nurture' | 'disqualify' | null>(null)
  const name = contact.name.value
  const ends =
    cadenceName === null
      ? i18n.t('qualify.staysInPeople')
      : i18n.t('qualify.ends', { cadence: cadenceName, touches: i18n.t('qualify.dropped', open) })
  const close = () => setAsking(null)
  const give = (given: Verdict) => {
    close()
    void verdict(given)
  }
  useKeys([
    { keys: 'q', run: () => give({ kind: 'qualified' }), label: i18n.t('qualify.qualified') },
    { keys: 'u', run: () => setAsking('nurture'), label: i18n.t('qualify.nurture') },
  ])
  return (
    <>
      <footer className="actionbar">
        <p className="sm t3 trunc">{i18n.t('qualify.verdictFor', { name })}</p>
        <div className="actions equal">
          <Button look="filled" keyHint="q" onClick={() => give({ kind: 'qualified' })}>
            {i18n.t('qualify.qualified')}
          </Button>
          <Button keyHint="u" aria-haspopup="dialog" onClick={() => setAsking('nurture')}>
            {i18n.t('qualify.nurtureAsk')}
          </Button>
          <Button aria-haspopup="dialog" onClick={() => setAsking('disqualify')}>
            {i18n.t('qualify.disqualifyAsk')}
          </Button>
        </div>
      </footer>
      <NurtureDialog
        open={asking === 'nurture'}
        name={name}
        ends={ends}
        onClose={close}
        onNurture={(reason, until) => give({ kind: 'nurture', reason, until })}
      />
      <DisqualifyDialog
        open={asking === 'disqualify'}
        name={name}
        ends={ends}
        onClose={close}
        onDisqualify={(reason) => give({ kind: 'disqualified', reason })}
      />
    </>
  )
}

interface VerdictBarProps {
  contact: Contact & { id: string }
  /** Of the running cadence; null when none runs. */
  cadenceName: string | null
  /** Touches that would be dropped. */
  open: number
}

function useVerdict(contact: Contact & { id: string }) {
  const baton = useBaton()
  const act = useAct()
  const time = useTime()
  return (verdict: Verdict) => {
    const detail =
      verdict.kind === 'nurture'
        ? `${contact.name.value} · ${i18n.t('qualify.backOn', { day: time.date(verdict.until) })}`
        : contact.name.value
    return act(
      () => baton.setVerdict({ contactId: contact.id, verdict }),
      ({ result }) =>
        result.kind === 'given'
          ? { title: i18n.t(`qualify.said.${verdict.kind}`), detail }
          : { problem: i18n.t(`qualify.refused.${textKey(result.code)}`) },
    )
  }
}
