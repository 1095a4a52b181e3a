import * as z from 'zod/mini'
import type { Instant } from '#lib/domain/values.ts'
import type { StoreAdmin } from '#lib/store/admin.ts'
import type { KeyValue } from '#lib/store/env.ts'
import { pairing, syncKeys, type Pairing } from './pairing.ts'

/** What the panel shows of the sync. It reads it from storage, so it needs no living worker. */
export interface SyncStatus {
  state: 'local' | 'ok' | 'waiting' | 'syncing' | 'offline' | 'rejected' | 'signed-out'
  /** Edits that the server does not have yet. */
  waiting: number
  lastOkAt: Instant | null
  /** Since when it is so: set while offline or signed out. */
  since: Instant | null
  /** Edits the server refused; their text is kept here. */
  rejected: { t: string; id: string; code: string }[]
  /** Origin of the server. */
  server: string | null
  /** Code of the last problem that stands in the way, for words and reports. */
  code: string | null
}

const clockSamples = z.array(z.object({ offset: z.number(), roundTrip: z.number() }))

/** How the last exchanges went. */
export const syncRecord = z.object({
  state: z.enum(['ok', 'syncing', 'offline', 'signed-out']),
  /** ms, as all times here. */
  since: z.nullable(z.number()),
  lastOkAt: z.nullable(z.number()),
  startedAt: z.nullable(z.number()),
  failures: z.number(),
  nextAttemptAt: z.number(),
  code: z.nullable(z.string()),
  prunedAt: z.number(),
  clock: clockSamples,
})
export type SyncRecord = z.infer<typeof syncRecord>

export const NEVER_SYNCED: SyncRecord = {
  state: 'ok', since: null, lastOkAt: null, startedAt: null, failures: 0, nextAttemptAt: 0, code: null, prunedAt: 0,
  clock: [],
} // prettier-ignore

export async function readSyncRecord(kv: KeyValue, db: string): Promise<SyncRecord> {
  const key = syncKeys(db).status
  const parsed = syncRecord.safeParse((await kv.get([key]))[key])
  return parsed.success ? parsed.data : NEVER_SYNCED
}

export async function writeSyncRecord(kv: KeyValue, db: string, record: SyncRecord): Promise<void> {
  await kv.set({ [syncKeys(db).status]: record })
}

/** The state of sync at this moment; for panel and settings. */
export async function syncStatus(deps: {
  store: StoreAdmin
  kv: KeyValue
  db: string
  now(): number
}): Promise<SyncStatus> {
  const [paired, record, waiting, refused] = await Promise.all([
    pairing(deps.kv, deps.db),
    readSyncRecord(deps.kv, deps.db),
    deps.store.pendingCount(),
    deps.store.rejectedOps(),
  ])
  const rejected = refused.map(({ op, code }) => ({ t: op.t, id: op.id, code }))
  const found = stateOf(record, paired, waiting, rejected.length, deps.now())
  return {
    state: found,
    waiting: paired ? waiting : 0,
    lastOkAt: instant(record.lastOkAt),
    since: found === 'offline' || found === 'signed-out' ? instant(record.since) : null,
    rejected,
    server: paired?.url ?? null,
    code: record.code,
  }
}

function stateOf(
  record: SyncRecord,
  paired: Pairing | null,
  waiting: number,
  rejected: number,
  now: number,
): SyncStatus['state'] {
  if (!paired) return 'local'
  if (record.state === 'signed-out') return 'signed-out'
  if (rejected > 0) return 'rejected'
  if (record.state === 'offline') return 'offline'
  // A worker that was killed in the middle leaves «syncing» behind; no run takes that long.
  const isRunning = record.state === 'syncing' && now - (record.startedAt ?? 0) < LONGEST_RUN
  if (isRunning) return 'syncing'
  return waiting > 0 ? 'waiting' : 'ok'
}

const instant = (ms: number | null): Instant | null => (ms === null ? null : new Date(ms).toISOString())
const LONGEST_RUN = 60_000
