import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import type { SyncStatus } from '#lib/queries/baton.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useSync } from '#lib/queries/sync.ts'
import { Rejected } from '#components/frame/sync-screen.tsx'
import { syncWords } from '#components/frame/sync-words.ts'
import { useAct } from '#components/ui/act.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { useTime } from '#components/ui/time-provider.tsx'
import { PairForm } from './pair-form.tsx'
import { PairOther } from './pair-other.tsx'
import { Section, SetRow } from './section.tsx'

/** The server this browser is paired with, or the way to pair it. Baton is whole without one. */
export function ServerSection() {
  const baton = useBaton()
  const sync = useSync().data
  if (sync === undefined) return null
  return (
    <Section
      id="server"
      title={i18n.t('settings.server.title')}
      {...(sync.server === null ? { intro: i18n.t('settings.server.intro') } : {})}
    >
      {sync.server === null ? <PairForm /> : <Paired sync={sync} server={sync.server} />}
      {sync.rejected.length > 0 && <Rejected status={sync} onDrop={(op) => void baton.dropRejected(op)} />}
    </Section>
  )
}

function Paired({ sync, server }: { sync: SyncStatus; server: string }) {
  const baton = useBaton()
  const time = useTime()
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const syncNow = async () => {
    setBusy(true)
    await baton.syncNow().catch(() => undefined) // What came of it stands in the state beside the button.
    setBusy(false)
  }
  return (
    <>
      <SetRow label={<bdi>{server}</bdi>} help={<span role="status">{syncWords(sync, time).words}</span>}>
        <Button small icon={RefreshCw} busy={busy || sync.state === 'syncing'} onClick={() => void syncNow()}>
          {i18n.t('settings.server.syncNow')}
        </Button>
        <Button small look="danger" onClick={() => setAsking(true)}>
          {i18n.t('settings.server.unpair')}
        </Button>
      </SetRow>
      {sync.state === 'signed-out' && <PairForm again={server} />}
      {sync.state !== 'signed-out' && <PairOther />}
      <UnpairDialog open={asking} waiting={sync.waiting} server={server} onClose={() => setAsking(false)} />
    </>
  )
}

function UnpairDialog({ open, waiting, server, onClose }: UnpairProps) {
  const baton = useBaton()
  const act = useAct()
  const unpair = async () => {
    onClose()
    await act(
      async () => {
        await baton.unpair()
        return { group: null }
      },
      { title: i18n.t('settings.server.unpaired'), detail: server },
    )
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={i18n.t('settings.server.unpairTitle', { server })}
      description={i18n.t('settings.server.unpairKeeps')}
      actions={
        <>
          <Button onClick={onClose}>{i18n.t('ui.cancel')}</Button>
          <Button look="danger-filled" onClick={() => void unpair()}>
            {i18n.t('settings.server.unpairNow')}
          </Button>
        </>
      }
    >
      {waiting > 0 && <p className="t2">{i18n.t('settings.server.unpairWaiting', waiting)}</p>}
    </Dialog>
  )
}

interface UnpairProps {
  open: boolean
  waiting: number
  server: string
  onClose: () => void
}
