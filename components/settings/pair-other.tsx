import { useState } from 'react'
import { useBaton } from '#lib/queries/context.tsx'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useTime } from '#components/ui/time-provider.tsx'
import { SetRow } from './section.tsx'

/** A one-time code with which another browser joins the same server. */
export function PairOther() {
  const baton = useBaton()
  const time = useTime()
  const [made, setMade] = useState<{ code: string; until: string } | 'failed' | null>(null)
  const [busy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    setMade(await baton.pairingCode().catch(() => 'failed' as const))
    setBusy(false)
  }
  return (
    <>
      <SetRow label={i18n.t('pairing.other')} help={i18n.t('pairing.otherHelp')}>
        <Button small busy={busy} onClick={() => void make()}>
          {i18n.t('pairing.makeCode')}
        </Button>
      </SetRow>
      <div role="status">
        {made === 'failed' && <p className="error m-0!">{i18n.t('pairing.codeFailed')}</p>}
        {made !== null && made !== 'failed' && (
          <p>
            <code className="set-code" dir="ltr">
              {made.code}
            </code>{' '}
            <span className="t3">{i18n.t('pairing.codeUntil', { time: time.clock(made.until) })}</span>
          </p>
        )}
      </div>
    </>
  )
}
