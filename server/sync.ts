import {
  LIMITS,
  RESULT_KINDS,
  SCHEMA,
  syncRequest,
  type OpResult,
  type SyncRequest,
  type SyncResponse,
} from '#lib/sync/protocol.ts'
import type { Database, Query } from './database.ts'
import { ProblemError } from './problem.ts'
import { pull } from './pull.ts'
import { applyOps, groupsOf, isGroupTooLarge, newOp, type NewOp } from './push.ts'

export interface SyncDeps {
  db: Database
  practice: boolean
  /** Server time, ms. */
  now(): number
}

type Outcome = { response: SyncResponse } | { problem: ProblemError }
interface Head {
  epoch: string
  head: number
  gcFloor: number
}

/**
 * One exchange (R1). Answers a problem by throwing; `SEQ_GAP` and a new epoch are thrown after the commit, because
 * what came before them stays.
 */
export async function exchange(
  deps: SyncDeps,
  caller: { ws: string; userId: string },
  body: unknown,
): Promise<SyncResponse> {
  const parsed = syncRequest.safeParse(body)
  if (!parsed.success) throw new ProblemError('BAD_REQUEST')
  const request = parsed.data
  if (request.ws !== caller.ws) throw new ProblemError('WORKSPACE_REVOKED')
  if (request.schema < SCHEMA - 2) throw new ProblemError('CLIENT_TOO_OLD', { min_schema: SCHEMA - 2 })
  const pushed = pushedOps(request, deps)
  const outcome = pushed.some(({ ops }) => ops.length > 0)
    ? await deps.db.write(caller.ws, (query) => pushAndPull(query, deps, caller, request, pushed))
    : await pullOnly(deps, caller.ws, request)
  if ('problem' in outcome) throw outcome.problem
  return outcome.response
}

interface Pushed {
  client: string
  ops: NewOp[]
}

function pushedOps(request: SyncRequest, deps: SyncDeps): Pushed[] {
  const count = request.push.reduce((sum, { ops }) => sum + ops.length, 0)
  if (count > LIMITS.ops) throw new ProblemError('TOO_LARGE')
  const pushed: Pushed[] = []
  for (const { client, ops } of request.push) {
    if (pushed.some((other) => other.client === client)) throw new ProblemError('BAD_REQUEST')
    const checked = ops.map((raw) => numbered(client, raw, deps))
    if (checked.some(({ seq }, index) => index > 0 && seq <= (checked[index - 1]?.seq ?? 0)))
      throw new ProblemError('BAD_REQUEST')
    if (isGroupTooLarge(groupsOf(checked))) throw new ProblemError('TOO_LARGE')
    pushed.push({ client, ops: checked })
  }
  return pushed
}

function numbered(client: string, raw: unknown, deps: SyncDeps): NewOp {
  if (typeof raw !== 'object' || raw === null || !('seq' in raw) || !('op' in raw))
    throw new ProblemError('BAD_REQUEST')
  if (!Number.isSafeInteger(raw.seq) || Number(raw.seq) < 1) throw new ProblemError('BAD_REQUEST')
  return newOp(client, Number(raw.seq), raw.op, deps)
}

async function pullOnly({ db, now }: SyncDeps, ws: string, request: SyncRequest): Promise<Outcome> {
  const answer = await db.read(ws, async (query): Promise<Outcome | 'ahead'> => {
    const at = await readHead(query, ws, '')
    if (request.cursor.epoch === at.epoch && request.cursor.rev > at.head) return 'ahead'
    await checkCursor(query, ws, at, request)
    return { response: await respond(query, ws, at, request, now(), [], []) }
  })
  return answer === 'ahead' ? db.write(ws, async (query) => renewEpoch(query, ws, request)) : answer
}

async function pushAndPull(
  query: Query,
  deps: SyncDeps,
  caller: { ws: string; userId: string },
  request: SyncRequest,
  pushed: readonly Pushed[],
): Promise<Outcome> {
  const { ws } = caller
  const at = await readHead(query, ws, 'for update')
  if (request.cursor.epoch === at.epoch && request.cursor.rev > at.head) return renewEpoch(query, ws, request)
  await checkCursor(query, ws, at, request)
  const now = deps.now()
  const results: OpResult[] = []
  const acks: SyncResponse['acks'] = []
  for (const { client, ops } of pushed) {
    const last = await lastSeq(query, ws, client, caller.userId)
    const known = ops.filter(({ seq }) => seq <= last)
    results.push(...(await answersAgain(query, ws, known)))
    const { fresh, expected } = untilGap(ops.slice(known.length), last)
    const applied = await applyOps(query, { ws, epoch: at.epoch, now }, at.head, groupsOf(fresh))
    results.push(...applied.results)
    at.head = applied.head
    const ack = fresh.at(-1)?.seq ?? last
    acks.push({ client, last_seq: ack })
    await query('update client set last_seq = $3, last_seen = now() where ws = $1 and client_id = $2', [
      ws,
      client,
      ack,
    ])
    await query('update workspace set head = $2 where ws = $1', [ws, at.head])
    if (expected !== null) {
      return { problem: new ProblemError('SEQ_GAP', { client, expected, last_seq: { [client]: ack } }) }
    }
  }
  return { response: await respond(query, ws, at, request, now, acks, results) }
}

async function respond(
  query: Query,
  ws: string,
  at: Head,
  request: SyncRequest,
  now: number,
  acks: SyncResponse['acks'],
  results: OpResult[],
): Promise<SyncResponse> {
  const pulled = await pull(query, ws, request.cursor.rev, at.head, request.limit)
  return {
    server_time: now,
    epoch: at.epoch,
    head: at.head,
    acks,
    results,
    ...pulled,
    gc_floor: at.gcFloor,
    min_interval_ms: MIN_INTERVAL,
  }
}

async function readHead(query: Query, ws: string, lock: '' | 'for update'): Promise<Head> {
  const rows = await query(`select epoch, head, gc_floor from workspace where ws = $1 ${lock}`, [ws])
  const row = rows[0]
  if (row === undefined) throw new ProblemError('WORKSPACE_REVOKED')
  return { epoch: String(row['epoch']), head: Number(row['head']), gcFloor: Number(row['gc_floor']) }
}

/** R7, R8. */
async function checkCursor(query: Query, ws: string, at: Head, { cursor, push }: SyncRequest): Promise<void> {
  const isFirst = cursor.epoch === '' && cursor.rev === 0
  if (!isFirst && cursor.epoch !== at.epoch) {
    throw new ProblemError('EPOCH_CHANGED', { epoch: at.epoch, last_seq: await lastSeqs(query, ws, push) })
  }
  if (cursor.rev > 0 && cursor.rev < at.gcFloor)
    throw new ProblemError('CURSOR_TOO_OLD', { gc_floor: at.gcFloor })
}

/** The device has seen more than there is: an older state was restored (R7). */
async function renewEpoch(query: Query, ws: string, request: SyncRequest): Promise<Outcome> {
  const rows = await query(
    `update workspace set epoch = gen_random_uuid() where ws = $1 and epoch = $2::uuid and head < $3 returning epoch`,
    [ws, request.cursor.epoch, request.cursor.rev],
  )
  const epoch = rows[0] === undefined ? (await readHead(query, ws, '')).epoch : String(rows[0]['epoch'])
  return {
    problem: new ProblemError('EPOCH_CHANGED', { epoch, last_seq: await lastSeqs(query, ws, request.push) }),
  }
}

/** Of every client: a device may hold acknowledged operations of clients it no longer pushes for. */
async function lastSeqs(
  query: Query,
  ws: string,
  push: SyncRequest['push'],
): Promise<Record<string, number>> {
  const rows = await query('select client_id, last_seq from client where ws = $1', [ws])
  return Object.fromEntries([
    ...push.map(({ client }) => [client, 0] as const),
    ...rows.map((row) => [String(row['client_id']), Number(row['last_seq'])] as const),
  ])
}

async function lastSeq(query: Query, ws: string, client: string, userId: string): Promise<number> {
  await query('insert into client (ws, client_id, user_id) values ($1, $2, $3) on conflict do nothing', [
    ws,
    client,
    userId,
  ])
  const rows = await query('select user_id, last_seq from client where ws = $1 and client_id = $2', [
    ws,
    client,
  ])
  if (rows[0]?.['user_id'] !== userId) throw new ProblemError('CLIENT_REVOKED', { client })
  return Number(rows[0]['last_seq'])
}

/** R3. What the log no longer holds was applied long ago. */
async function answersAgain(query: Query, ws: string, ops: readonly NewOp[]): Promise<OpResult[]> {
  const [first, last] = [ops[0], ops.at(-1)]
  if (first === undefined || last === undefined) return []
  const rows = await query(
    `select seq, encode(op_hash, 'hex') as hash, outcome, code, rev from op_log
     where ws = $1 and client_id = $2 and seq between $3 and $4`,
    [ws, first.client, first.seq, last.seq],
  )
  const logged = new Map(rows.map((row) => [Number(row['seq']), row]))
  return ops.map(({ client, seq, hash }) => {
    const row = logged.get(seq)
    if (row === undefined) return { client, seq, r: 'dup' }
    if (row['hash'] !== hash) throw new ProblemError('CLIENT_FORKED', { client })
    const before = RESULT_KINDS[Number(row['outcome'])]
    const again = before === 'rejected' || before === 'gone' ? before : 'dup'
    return {
      client,
      seq,
      r: again,
      ...(typeof row['code'] === 'string' ? { code: row['code'] } : {}),
      ...(row['rev'] === null ? {} : { rev: Number(row['rev']) }),
    }
  })
}

/** R4: the operations before the first hole, without a group that the hole cuts. */
function untilGap(ops: readonly NewOp[], last: number): { fresh: NewOp[]; expected: number | null } {
  const hole = ops.findIndex(({ seq }, index) => seq !== last + 1 + index)
  if (hole === -1) return { fresh: [...ops], expected: null }
  const after = ops[hole]
  let end = hole
  while (end > 0 && after?.grp !== undefined && ops[end - 1]?.grp === after.grp) end--
  return { fresh: ops.slice(0, end), expected: last + 1 + end }
}

/** Lets the server slow every device down, ms. */
const MIN_INTERVAL = 200
