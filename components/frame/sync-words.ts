import type { SyncStatus } from '#lib/queries/baton.ts'
import { i18n } from '#components/ui/i18n.ts'
import type { TimeWords } from '#components/ui/time.ts'

export interface SyncWords {
  /** Look of the dot: filled teal, amber ring, red disc with a bar. */
  dot: 'ok' | 'waiting' | 'error'
  /** The whole state in one sentence. */
  words: string
}

/** The state of sync as the dot and its words say it; the more serious wins. */
export function syncWords(status: SyncStatus | undefined, time: TimeWords): SyncWords {
  if (!status || status.state === 'local') return { dot: 'ok', words: i18n.t('frame.sync.local') }
  const { state, waiting, since, lastOkAt, rejected } = status
  if (rejected.length > 0 || state === 'rejected') {
    return { dot: 'error', words: i18n.t('frame.sync.rejected', Math.max(1, rejected.length)) }
  }
  if (state === 'signed-out') return { dot: 'error', words: i18n.t('frame.sync.signedOut') }
  if (state === 'offline') {
    const at = since === null ? '' : time.when(since)
    return {
      dot: 'waiting',
      words: [i18n.t('frame.sync.offline', { when: at }), waitingWords(waiting)].filter(Boolean).join(', '),
    }
  }
  if (waiting > 0) return { dot: 'waiting', words: waitingWords(waiting) }
  if (state === 'syncing') return { dot: 'ok', words: i18n.t('frame.sync.syncing') }
  return {
    dot: 'ok',
    words:
      lastOkAt === null ? i18n.t('frame.sync.ok') : i18n.t('frame.sync.okAt', { when: time.when(lastOkAt) }),
  }
}

function waitingWords(waiting: number): string {
  return waiting === 0 ? '' : i18n.t('frame.sync.waiting', waiting)
}
