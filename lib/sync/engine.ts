import type { StoreAdmin } from '#lib/store/admin.ts'
import type { KeyValue, Locks } from '#lib/store/env.ts'
import type { Store } from '#lib/store/store.ts'
import type { Batch } from '#lib/store/sync-port.ts'
import { askedWait, backoff, isToWait } from './backoff.ts'
import { bestOffset, clockSample, withSample } from './clock.ts'
import { joinTwins } from './join-step.ts'
import { pairing, type Pairing } from './pairing.ts'
import { LIMITS, PROTOCOL, SCHEMA, type Problem, type SyncRequest, type SyncResponse } from './protocol.ts'
import { readSyncRecord, writeSyncRecord, type SyncRecord } from './status.ts'
import { createTransport, type Answered, type Transport, type TransportDeps } from './transport.ts'

/**
 * One run of the sync: exchanges until nothing waits and nothing is left to pull, at most 20 s. Everything it needs
 * to go on stands in storage, so it may be killed at any point. Rules: SPEC.md; states and mirrors: `lib/store`.
 *
 * ```
 *   promote → [ batch → exchange → apply → sweep ]* → join twins → prune
 *                 ▲          │ problem: repair (new numbers, new epoch, smaller batch) and again,
 *                 └──────────┘          or stop: signed out, or wait and come back
 * ```
 */
export interface SyncDeps {
  store: Store & StoreAdmin
  kv: KeyValue
  locks: Locks
  /** Name of the database, as in `StoreEnv`. */
  db: string
  fetch: TransportDeps['fetch']
  now(): number
  /** 0 to 1. */
  random(): number
  uuid(): string
  sleep(ms: number): Promise<void>
  /** Version of Baton. */
  app: string
}

export type SyncOutcome =
  | { kind: 'local' }
  /** Another context is at it. */
  | { kind: 'busy' }
  | { kind: 'done' }
  /** Time was up, or the server asked for a pause: come back at `at` (ms). */
  | { kind: 'again'; at: number }
  | { kind: 'signed-out'; code: string }

/** `now: true` (the rep's «Sync now», coming online) does not wait for the time that a failure has set. */
export async function syncOnce(deps: SyncDeps, options: { now?: boolean } = {}): Promise<SyncOutcome> {
  return deps.locks.request<SyncOutcome>('psync', { ifAvailable: true }, async (lock) => {
    if (lock === null) return { kind: 'busy' }
    const paired = await pairing(deps.kv, deps.db)
    if (!paired) return { kind: 'local' }
    const record = await readSyncRecord(deps.kv, deps.db)
    if (record.state === 'signed-out' && options.now !== true)
      return { kind: 'signed-out', code: record.code ?? '' }
    if (options.now !== true && isToWait(record.nextAttemptAt, deps.now()))
      return { kind: 'again', at: record.nextAttemptAt }
    const run: Run = {
      deps,
      paired,
      transport: createTransport({ ...paired, fetch: deps.fetch }),
      record: { ...record, state: 'syncing', startedAt: deps.now() },
      until: deps.now() + BUDGET,
      limits: { ops: LIMITS.ops, bytes: LIMITS.bytes - ENVELOPE },
      repairs: 0,
      pulled: [],
    }
    // Shown as syncing only from a good state: a server that is away stays «offline» while it is tried again.
    if (record.state === 'ok') await writeSyncRecord(deps.kv, deps.db, run.record)
    return finish(run, await exchanges(run))
  })
}

interface Run {
  deps: SyncDeps
  paired: Pairing
  transport: Transport
  record: SyncRecord
  until: number
  limits: { ops: number; bytes: number }
  /** Times the two had to agree anew in this run. */
  repairs: number
  /** Records that were pulled or settled. */
  pulled: { t: string; id: string }[]
}

type End =
  | { kind: 'done' }
  | { kind: 'time' }
  | { kind: 'failed'; code: string; wait: number | null }
  | { kind: 'signed-out'; code: string }

async function exchanges(run: Run): Promise<End> {
  const { store } = run.deps
  // Pairing was cut off between database and token.
  if ((await store.sync.counters()).binding?.ws !== run.paired.ws) {
    const { ws, user, url, practice } = run.paired
    await store.sync.bind({ ws, user, server: url, practice })
  }
  while ((await store.sync.promote(PROMOTE)) > 0) if (run.deps.now() > run.until) return { kind: 'time' }
  for (;;) {
    const counters = await store.sync.counters()
    // While everything is pulled anew nothing is sent: what the server lacks is found only at the end of it.
    const batch = counters.resync === null ? await store.sync.batch(run.limits) : NOTHING
    const sent = { epoch: counters.epoch, cursor: counters.cursor }
    const sentAt = run.deps.now()
    const answer = await run.transport.exchange(await requestOf(run, batch, sent))
    if (answer.kind !== 'ok') {
      const end = await repaired(run, batch, answer)
      if (end) return end
      continue
    }
    run.record.clock = withSample(
      run.record.clock,
      clockSample(sentAt, run.deps.now(), answer.value.server_time),
    )
    await store.sync.setOffset(bestOffset(run.record.clock))
    const isPast = answer.value.next < sent.cursor
    if (isPast) return { kind: 'failed', code: 'MALFORMED', wait: null }
    const applied = await store.sync.apply(sent, answer.value)
    if (counters.resync !== null && applied !== 'stale' && !applied.more)
      while (!(await store.sync.sweep(SWEEP)));
    const more = applied === 'stale' || (await goesOn(run, batch, sent, answer.value))
    if (applied !== 'stale') run.pulled.push(...applied.changed)
    if (!more) return { kind: 'done' }
    if (run.deps.now() > run.until) return { kind: 'time' }
    run.limits = {
      ops: Math.min(LIMITS.ops, run.limits.ops * 2),
      bytes: Math.min(LIMITS.bytes - ENVELOPE, run.limits.bytes * 2),
    }
    if (answer.value.min_interval_ms > 0)
      await run.deps.sleep(Math.min(answer.value.min_interval_ms, LONGEST_PAUSE))
  }
}

/** Whether to exchange again at once: there is more to pull, or something waits and this answer moved something. */
async function goesOn(
  run: Run,
  batch: Batch,
  sent: { cursor: number },
  answer: SyncResponse,
): Promise<boolean> {
  if (answer.more && answer.next > sent.cursor) return true
  const waits = (await run.deps.store.pendingCount()) > 0
  return waits && (batch.ops === 0 || answer.results.length > 0)
}

async function requestOf(
  run: Run,
  batch: Batch,
  sent: { epoch: string; cursor: number },
): Promise<SyncRequest> {
  const { deps, paired } = run
  const counters = await deps.store.sync.counters()
  return {
    protocol: PROTOCOL,
    schema: SCHEMA,
    ws: paired.ws,
    client_id: counters.client,
    request_id: deps.uuid(),
    push: batch.push,
    cursor: { epoch: sent.epoch, rev: sent.cursor },
    limit: LIMITS.pull,
    health: {
      queue: await deps.store.pendingCount(),
      oldest_ms: batch.oldestAt === null ? 0 : Math.max(0, deps.now() - batch.oldestAt),
      app: deps.app,
    },
  }
}

/** Null when the next exchange may go on at once. */
async function repaired(
  run: Run,
  batch: Batch,
  answer: Exclude<Answered<unknown>, { kind: 'ok' }>,
): Promise<End | null> {
  if (answer.kind === 'unreachable') {
    // Perhaps it was only too much for this line.
    if (answer.why === 'timeout' && halved(run, batch) && run.deps.now() < run.until) return null
    return { kind: 'failed', code: answer.why === 'malformed' ? 'MALFORMED' : 'UNREACHABLE', wait: null }
  }
  const { problem, retryAfter } = answer
  run.repairs += 1
  if (run.repairs > MOST_REPAIRS) return { kind: 'failed', code: problem.code, wait: retryAfter }
  const { sync } = run.deps.store
  switch (problem.code) {
    case 'EPOCH_CHANGED':
      if (problem.epoch === undefined) break
      await sync.epochChanged(problem.epoch, problem.last_seq ?? {})
      return null
    case 'SEQ_GAP':
      if (problem.client === undefined || problem.expected === undefined) break
      await sync.seqGap(problem.client, problem.expected)
      return null
    case 'CLIENT_FORKED':
      await sync.renumber()
      return null
    case 'CURSOR_TOO_OLD':
      await sync.cursorTooOld()
      return null
    case 'TOO_LARGE':
    case 'BAD_REQUEST':
      return smaller(run, batch, problem)
    case 'CLIENT_REVOKED':
      // The client id belongs to another user of this server, not the token.
      if (problem.client !== undefined) {
        await sync.renumber()
        return null
      }
      return { kind: 'signed-out', code: problem.code }
    case 'AUTH_EXPIRED':
    case 'WORKSPACE_REVOKED':
      return { kind: 'signed-out', code: problem.code }
    case 'CLIENT_TOO_OLD':
    case 'RATE_LIMITED':
    case 'BUSY':
    case 'INTERNAL':
  }
  return { kind: 'failed', code: problem.code, wait: retryAfter }
}

/** Half the batch; a single group that is still refused leaves the queue, if the server answers without it. */
async function smaller(run: Run, batch: Batch, problem: Problem): Promise<End | null> {
  // Halving is progress, not a disagreement.
  if (halved(run, batch)) {
    run.repairs -= 1
    return null
  }
  const counters = await run.deps.store.sync.counters()
  const check = await run.transport.exchange(
    await requestOf(run, NOTHING, { epoch: counters.epoch, cursor: counters.cursor }),
  )
  if (batch.ops === 0 || check.kind !== 'ok') return { kind: 'failed', code: problem.code, wait: null }
  for (const { client, ops } of batch.push) {
    for (const { seq } of ops) await run.deps.store.sync.refuse(client, seq, problem.code)
  }
  // The numbers behind it would leave a gap.
  await run.deps.store.sync.renumber()
  return null
}

function halved(run: Run, batch: Batch): boolean {
  const groups = new Set(batch.push.flatMap(({ ops }) => ops.map(({ seq, op }) => op.grp ?? seq))).size
  if (groups <= 1) return false
  run.limits = {
    ops: Math.max(1, Math.floor(batch.ops / 2)),
    bytes: Math.max(1, Math.floor(run.limits.bytes / 2)),
  }
  return true
}

async function finish(run: Run, end: End): Promise<SyncOutcome> {
  const { deps, record } = run
  const now = deps.now()
  if (end.kind === 'signed-out') {
    await writeSyncRecord(deps.kv, deps.db, { ...record, state: 'signed-out', since: now, code: end.code })
    return { kind: 'signed-out', code: end.code }
  }
  if (end.kind === 'failed') {
    const wait = end.wait === null ? backoff(record.failures, deps.random()) : askedWait(end.wait)
    const since = record.failures > 0 ? (record.since ?? now) : now
    const failed = { failures: record.failures + 1, nextAttemptAt: now + wait, code: end.code }
    await writeSyncRecord(deps.kv, deps.db, { ...record, state: 'offline', since, ...failed })
    return { kind: 'again', at: now + wait }
  }
  const joined = await joinTwins(deps.store, run.pulled, deps.now())
  const isStale = now - record.prunedAt > DAY
  if (isStale) await deps.store.sync.prune()
  const waits = end.kind === 'time' || joined > 0 || (await deps.store.pendingCount()) > 0
  const good = {
    failures: 0,
    nextAttemptAt: 0,
    code: null,
    since: null,
    lastOkAt: now,
    prunedAt: isStale ? now : record.prunedAt,
  }
  await writeSyncRecord(deps.kv, deps.db, { ...record, state: 'ok', ...good })
  return waits ? { kind: 'again', at: now } : { kind: 'done' }
}

const NOTHING: Batch = { push: [], ops: 0, more: true, oldestAt: null }
const BUDGET = 20_000
const LONGEST_PAUSE = 5_000
const MOST_REPAIRS = 6
/** Bytes of a request besides its operations. */
const ENVELOPE = 4_096
const PROMOTE = 500
const SWEEP = 5_000
const DAY = 86_400_000
