import { Download, RefreshCw, TriangleAlert } from 'lucide-react'
import type { SyncStatus } from '#lib/queries/baton.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { GroupHeader } from '#components/ui/group-header.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { useTime } from '#components/ui/time-provider.tsx'
import { syncWords } from './sync-words.ts'

/** What the dot stands for: since when, what is kept, what Baton does, what the rep can do. */
export function SyncScreen({ status, onNow, onPair, onDrop, onExport }: SyncScreenProps) {
  const time = useTime()
  const { words } = syncWords(status, time)
  const waiting = status?.waiting ?? 0
  return (
    <>
      <main>
        <h1 className="vh">{i18n.t('frame.sync.title')}</h1>
        {status?.state === 'offline' && (
          <Banner
            tone="due"
            title={i18n.t('frame.sync.offline', {
              when: status.since === null ? '' : time.when(status.since),
            })}
            action={
              <Button small onClick={onNow}>
                {i18n.t('frame.sync.now')}
              </Button>
            }
          >
            {i18n.t('frame.sync.offlineNext')}
          </Banner>
        )}
        {status?.state === 'signed-out' && (
          <Banner
            tone="late"
            title={i18n.t('frame.sync.signedOut')}
            action={
              <Button small onClick={onPair}>
                {i18n.t('frame.sync.pair')}
              </Button>
            }
          >
            {i18n.t('frame.sync.signedOutNext')}
          </Banner>
        )}
        {status && status.rejected.length > 0 && <Rejected status={status} onDrop={onDrop} />}
        <EmptyState
          icon={RefreshCw}
          title={words}
          actions={
            status && status.state !== 'local' ? (
              <Button icon={RefreshCw} onClick={onNow}>
                {i18n.t('frame.sync.now')}
              </Button>
            ) : (
              <Button onClick={onPair}>{i18n.t('frame.sync.pair')}</Button>
            )
          }
        >
          <p>{i18n.t(status && status.state !== 'local' ? 'frame.sync.kept' : 'frame.sync.localNext')}</p>
          {status?.server && (
            <p className="sm t3">
              <bdi>{status.server}</bdi>
            </p>
          )}
        </EmptyState>
      </main>
      {waiting > 0 && (
        <footer className="keybar justify-between gap-2">
          <span className="sm t3">{i18n.t('frame.sync.waiting', waiting)}</span>
          <Button small look="quiet" icon={Download} onClick={onExport}>
            {i18n.t('frame.sync.export')}
          </Button>
        </footer>
      )}
    </>
  )
}

interface SyncScreenProps {
  status: SyncStatus | undefined
  onNow: () => void
  onPair: () => void
  onDrop: (op: { t: string; id: string }) => void
  onExport: () => void
}

export function Rejected({ status, onDrop }: { status: SyncStatus; onDrop: SyncScreenProps['onDrop'] }) {
  return (
    <section aria-labelledby="rejected-head">
      <GroupHeader
        id="rejected-head"
        title={i18n.t('frame.sync.rejectedHead')}
        count={status.rejected.length}
        late
      />
      <ul className="grid gap-3 p-3">
        {status.rejected.map((op) => (
          <li key={`${op.t} ${op.id}`} className="flex gap-2">
            <Icon of={TriangleAlert} className="late mt-0.5" />
            <div className="grow grid gap-1">
              <p>
                <b>{tableWord(op.t)}</b>
              </p>
              <p className="t2">{codeWords(op.code)}</p>
              <div className="actions">
                <Button small onClick={() => onDrop(op)}>
                  {i18n.t('frame.sync.drop')}
                </Button>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function tableWord(table: string): string {
  const known = TABLES_WITH_WORDS.find((name) => name === table)
  return known ? i18n.t(`frame.sync.table.${known}`) : table
}

/** Why the server did not take it. A code without words of its own is named, so that it can be reported. */
function codeWords(code: string): string {
  const known = CODES.find((name) => name === code)
  return known ? i18n.t(`frame.sync.code.${known}`) : i18n.t('frame.sync.code.other', { code })
}

const TABLES_WITH_WORDS = [
  'contact',
  'account',
  'capture',
  'note',
  'cadence',
  'enrollment',
  'touch',
  'activity',
  'suppression',
] as const
const CODES = ['BAD_FIELD', 'TOO_LARGE', 'FINAL', 'ERASED', 'STICKY', 'GROUP'] as const
