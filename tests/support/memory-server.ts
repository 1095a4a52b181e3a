import { canonicalJson } from '#lib/sync/canonical.ts'
import { LIVE, mergeOp, type MergeRow } from '#lib/sync/merge.ts'
import {
  LIMITS, op as opSchema, syncRequest, type Op, type OpResult, type Problem, type PulledChange,
  type SyncRequest, type SyncResponse,
} from '#lib/sync/protocol.ts' // oxfmt-ignore

/**
 * A server of psync/1 in memory, fast enough for thousands of schedules. The merge is the real one; exchange, groups
 * and erasure follow SPEC.md as `server/` does (a share of the schedules runs against that one).
 */
export interface MemoryServer {
  app: { request(path: string, init: RequestInit): Promise<Response> }
  auth: { newCode(): Promise<string> }
  clock: { now: number }
  rows(): ReadonlyMap<string, StoredRow>
  backup(): unknown
  /** Goes back to a backup, as `restore` does: with a new epoch. */
  restore(backup: unknown): void
}

interface StoredRow {
  t: string
  id: string
  rev: number
  row: MergeRow
}
interface State {
  epoch: string
  head: number
  rows: Map<string, StoredRow>
  lastSeq: Map<string, number>
  log: Map<string, { hash: string; result: OpResult }>
}

export function createMemoryServer(uuid: () => string, clock: { now: number }): MemoryServer {
  const ws = uuid()
  let state: State = { epoch: uuid(), head: 0, rows: new Map(), lastSeq: new Map(), log: new Map() }
  let queue: Promise<unknown> = Promise.resolve()
  const answer = async (path: string, init: RequestInit): Promise<Response> => {
    if (path === '/v1/pair') {
      return Response.json({ token: 'token-of-twenty-letters', ws, user: 'user', practice: false })
    }
    if (path !== '/v1/sync') return new Response(null, { status: 404 })
    // A request is applied whole or not at all: it works on a copy.
    const draft = structuredClone(state)
    const { problem, response, keeps } = await exchange(
      draft,
      syncRequest.parse(await bodyOf(init)),
      clock.now,
    )
    if (keeps) state = draft
    return problem ? Response.json(problem, { status: problem.status }) : Response.json(response)
  }
  return {
    app: {
      request: (path, init) => {
        const mine = queue.then(() => answer(path, init))
        queue = mine.catch(() => undefined)
        return mine
      },
    },
    auth: { newCode: async () => 'code' },
    clock,
    rows: () => state.rows,
    backup: () => structuredClone(state),
    restore: (backup) => {
      state = { ...structuredClone(backup as State), epoch: uuid() } // made by `backup`
    },
  }
}

async function bodyOf(init: RequestInit): Promise<unknown> {
  const isZipped = new Headers(init.headers).get('content-encoding') === 'gzip'
  const raw = new Response(init.body ?? null)
  const text =
    isZipped && raw.body
      ? await new Response(raw.body.pipeThrough(new DecompressionStream('gzip'))).text()
      : await raw.text()
  return JSON.parse(text)
}

interface Exchanged {
  problem?: Problem
  response?: SyncResponse
  keeps: boolean
}

async function exchange(state: State, request: SyncRequest, now: number): Promise<Exchanged> {
  const { cursor, push } = request
  const isFirst = cursor.epoch === '' && cursor.rev === 0
  if (!isFirst && cursor.epoch !== state.epoch) {
    const last = Object.fromEntries(state.lastSeq)
    return { problem: { ...problemOf('EPOCH_CHANGED'), epoch: state.epoch, last_seq: last }, keeps: false }
  }
  const results: OpResult[] = []
  for (const { client, ops } of push) {
    const parsed = ops.map((raw) => raw as { seq: number; op: Op }) // the device's own writing
    const pushed = await pushOf(state, client, parsed, now, results)
    if (pushed) return pushed
  }
  const changes = [...state.rows.values()].filter(({ rev }) => rev > cursor.rev).sort((a, b) => a.rev - b.rev)
  const page = changes.slice(0, request.limit)
  const response: SyncResponse = {
    server_time: now,
    epoch: state.epoch,
    head: state.head,
    acks: push.map(({ client }) => ({ client, last_seq: state.lastSeq.get(client) ?? 0 })),
    results,
    changes: page.map(changeOf),
    next: page.at(-1)?.rev ?? Math.max(cursor.rev, state.head),
    more: page.length < changes.length,
    gc_floor: 0,
    min_interval_ms: 0,
  }
  return { response, keeps: true }
}

async function pushOf(
  state: State,
  client: string,
  ops: readonly { seq: number; op: Op }[],
  now: number,
  results: OpResult[],
): Promise<Exchanged | null> {
  if (ops.length > LIMITS.ops) return { problem: problemOf('TOO_LARGE'), keeps: false }
  const last = state.lastSeq.get(client) ?? 0
  const hashes = ops.map(({ op }) => canonicalJson(op))
  for (const [index, { seq }] of ops.entries()) {
    if (seq > last) break
    const logged = state.log.get(`${client} ${seq}`)
    if (logged && logged.hash !== hashes[index])
      return { problem: { ...problemOf('CLIENT_FORKED'), client }, keeps: false }
    const again =
      logged && (logged.result.r === 'rejected' || logged.result.r === 'gone')
        ? logged.result
        : { client, seq, r: 'dup' as const }
    results.push(again)
  }
  const fresh = ops.filter(({ seq }) => seq > last)
  const hole = fresh.findIndex(({ seq }, index) => seq !== last + 1 + index)
  let end = hole === -1 ? fresh.length : hole
  while (hole !== -1 && end > 0 && fresh[end - 1]?.op.grp === fresh[hole]?.op.grp) end--
  for (const group of groupsOf(fresh.slice(0, end))) applyGroup(state, client, group, now, results)
  for (const [index, { seq }] of ops.entries()) {
    const result = results.findLast((one) => one.client === client && one.seq === seq)
    if (seq > last && result) state.log.set(`${client} ${seq}`, { hash: hashes[index] ?? '', result })
  }
  state.lastSeq.set(client, last + end)
  if (hole === -1) return null
  return { problem: { ...problemOf('SEQ_GAP'), client, expected: last + 1 + end }, keeps: true }
}

type Numbered = { seq: number; op: Op }

function groupsOf(ops: readonly Numbered[]): Numbered[][] {
  const groups: Numbered[][] = []
  for (const one of ops) {
    const before = groups.at(-1)
    if (before && one.op.grp !== undefined && before[0]?.op.grp === one.op.grp) before.push(one)
    else groups.push([one])
  }
  return groups
}

function applyGroup(
  state: State,
  client: string,
  group: readonly Numbered[],
  now: number,
  results: OpResult[],
): void {
  const draft: State = { ...state, rows: new Map(state.rows) }
  const applied = group.map(({ seq, op }) => ({ client, seq, ...applyOne(draft, client, op, now) }))
  const bad = applied.find(({ r }) => r === 'rejected')
  if (bad) {
    results.push(
      ...applied.map(({ seq, r, code }): OpResult => ({
        client,
        seq,
        r: 'rejected',
        code: r === 'rejected' ? code : 'GROUP',
      })),
    )
    return
  }
  state.rows = draft.rows
  state.head = draft.head
  results.push(...applied)
}

function applyOne(
  state: State,
  client: string,
  raw: Op,
  now: number,
): Pick<OpResult, 'r' | 'rev' | 'lost'> & { code: string } {
  const op = opSchema.parse(raw)
  const key = `${op.t}/${op.id}`
  const isErased = (id: unknown, t: string): boolean =>
    typeof id === 'string' && state.rows.get(`${t}/${id}`)?.row.erased === true
  if (op.k !== 'erase' && (isErased(op.id, op.t) || isErased(op.f?.['contactId'], 'contact')))
    return { r: 'gone', code: 'ERASED' }
  const merged = mergeOp(state.rows.get(key)?.row, op, {
    epoch: state.epoch,
    now,
    client,
    rev: state.head + 1,
  })
  if (merged.row) put(state, op.t, op.id, merged.row)
  if (merged.copy && !state.rows.has(`note/${merged.copy.id}`))
    put(state, 'note', merged.copy.id, merged.copy.row)
  if (op.k === 'erase') {
    for (const one of state.rows.values()) {
      const belongs = op.t === 'contact' ? one.row.f['contactId'] === op.id : one.row.copyOf === op.id
      if (belongs && !one.row.erased) put(state, one.t, one.id, ERASED)
    }
  }
  return { r: merged.r, code: merged.code ?? '', rev: state.head, lost: merged.lost }
}

function put(state: State, t: string, id: string, row: MergeRow): void {
  state.head += 1
  // A map keeps the place of a key that is set again; the copy while iterating is not needed.
  state.rows.set(`${t}/${id}`, { t, id, rev: state.head, row })
}

function changeOf({ t, id, rev, row }: StoredRow): PulledChange {
  if (row.erased) return { t, id, rev, erased: true }
  if (row.del) return { t, id, rev, del: true }
  const { [LIVE]: _live, ...fm } = row.fm
  return { t, id, rev, f: row.f, fm }
}

function problemOf(code: Problem['code']): Problem {
  return { type: 'x', title: code, status: 409, code }
}

const ERASED: MergeRow = { f: {}, fm: {}, del: true, erased: true, copyOf: null }
