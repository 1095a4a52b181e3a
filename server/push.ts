import { createHash } from 'node:crypto'
import { canonicalJson } from '#lib/sync/canonical.ts'
import { mergeOp, type Conflict, type MergeRow } from '#lib/sync/merge.ts'
import { RESULT_KINDS, LIMITS, type Op, type OpResult } from '#lib/sync/protocol.ts'
import type { Query } from './database.ts'
import { checkOp, type Checked } from './op-check.ts'
import {
  keyOf,
  loadBelongings,
  loadErased,
  loadRows,
  saveConflicts,
  saveRows,
  type ChangedRow,
  type Key,
} from './records.ts'

/** An operation that is new here, checked, with its place in its client's sequence. */
export interface NewOp {
  client: string
  seq: number
  hash: string
  grp: string | undefined
  checked: Checked
}

export interface PushContext {
  ws: string
  epoch: string
  now: number
}

/**
 * Applies new operations in order, group by group (R12, R13), and writes rows, log and conflicts. Returns the new
 * head. What only the database refuses is found by halving: the rest goes through, the one is rejected.
 */
export async function applyOps(
  query: Query,
  context: PushContext,
  head: number,
  groups: readonly NewOp[][],
): Promise<{ head: number; results: OpResult[] }> {
  if (groups.length === 0) return { head, results: [] }
  await query('savepoint batch')
  try {
    const applied = await applyBatch(query, context, head, groups)
    await query('release savepoint batch')
    return applied
  } catch (error) {
    await query('rollback to savepoint batch')
    await query('release savepoint batch')
    if (!isRefusedValue(error)) throw error
    if (groups.length === 1)
      return applyBatch(
        query,
        context,
        head,
        groups.map((group) => group.map(refuse)),
      )
    const middle = Math.ceil(groups.length / 2)
    const left = await applyOps(query, context, head, groups.slice(0, middle))
    const right = await applyOps(query, context, left.head, groups.slice(middle))
    return { head: right.head, results: [...left.results, ...right.results] }
  }
}

/** Runs of operations with the same `grp`; one without is a group of its own. */
export function groupsOf(ops: readonly NewOp[]): NewOp[][] {
  const groups: NewOp[][] = []
  for (const op of ops) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last && before && op.grp !== undefined && op.grp === before.grp && op.client === before.client)
      last.push(op)
    else groups.push([op])
  }
  return groups
}

export function newOp(client: string, seq: number, raw: unknown, server: { practice: boolean }): NewOp {
  const grp =
    typeof raw === 'object' && raw !== null && 'grp' in raw && typeof raw.grp === 'string'
      ? raw.grp
      : undefined
  return { client, seq, hash: hashOf(raw), grp, checked: checkOp(raw, server) }
}

/** R2, in hex. What has no canonical form is never an operation of ours; it still needs its place in the sequence. */
function hashOf(raw: unknown): string {
  try {
    return createHash('sha256').update(canonicalJson(raw)).digest('hex')
  } catch {
    return '00'.repeat(32)
  }
}

/** What a batch has changed so far; a group writes into a copy of its own until all of it holds. */
interface Work {
  rows: Map<string, MergeRow>
  changed: Map<string, ChangedRow>
  erased: Set<string>
  conflicts: (Key & Conflict)[]
  head: number
}

async function applyBatch(
  query: Query,
  context: PushContext,
  head: number,
  groups: readonly NewOp[][],
): Promise<{ head: number; results: OpResult[] }> {
  const ops = groups.flat().flatMap(({ checked }) => ('op' in checked ? [checked.op] : []))
  let work: Work = {
    rows: await loadRows(query, context.ws, ops),
    changed: new Map(),
    erased: await loadErased(query, context.ws, ops.flatMap(keysThatMayBeErased)),
    conflicts: [],
    head,
  }
  const results: OpResult[] = []
  for (const group of groups) {
    // A rejected operation changes nothing; only what came before it in its group must be taken back.
    const draft = group.length === 1 ? work : copyOf(work)
    const applied: OpResult[] = []
    for (const op of group) applied.push(await applyOne(query, context, draft, op))
    const bad = applied.some(({ r }) => r === 'rejected')
    if (!bad) work = draft
    results.push(...(bad ? applied.map(rejectedWithGroup) : applied))
  }
  await saveRows(query, context.ws, [...work.changed.values()])
  const conflicts = work.conflicts.filter((conflict) => !work.erased.has(keyOf(conflict)))
  await saveConflicts(query, context.ws, conflicts)
  await saveLog(query, context.ws, groups.flat(), results)
  return { head: work.head, results }
}

const copyOf = (work: Work): Work => ({
  ...work,
  rows: new Map(work.rows),
  changed: new Map(work.changed),
  erased: new Set(work.erased),
  conflicts: [...work.conflicts],
})

async function applyOne(
  query: Query,
  context: PushContext,
  work: Work,
  { client, seq, checked }: NewOp,
): Promise<OpResult> {
  if ('code' in checked) return { client, seq, r: 'rejected', code: checked.code }
  const { op } = checked
  const key = keyOf(op)
  if (op.k !== 'erase' && keysThatMayBeErased(op).some((named) => work.erased.has(keyOf(named)))) {
    return { client, seq, r: 'gone', code: 'ERASED' }
  }
  const arrival = { ...context, client, rev: work.head + 1 }
  const merged = mergeOp(work.rows.get(key), op, arrival)
  const rev = merged.row === null ? undefined : store(work, op, merged.row)
  work.conflicts.push(...merged.conflicts.map((conflict) => ({ t: op.t, id: op.id, ...conflict })))
  if (merged.copy !== null)
    await storeCopy(query, context, work, { t: op.t, id: merged.copy.id }, merged.copy.row)
  if (op.k === 'erase') await eraseBelongings(query, context, work, op)
  return {
    client,
    seq,
    r: merged.r,
    ...(merged.code === undefined ? {} : { code: merged.code }),
    ...(rev === undefined ? {} : { rev }),
    ...(merged.lost.length === 0 ? {} : { lost: merged.lost }),
  }
}

function store(work: Work, { t, id }: Key, row: MergeRow): number {
  const rev = ++work.head
  work.rows.set(keyOf({ t, id }), row)
  work.changed.set(keyOf({ t, id }), { t, id, rev, row })
  if (row.erased) work.erased.add(keyOf({ t, id }))
  return rev
}

async function storeCopy(
  query: Query,
  { ws }: PushContext,
  work: Work,
  key: Key,
  row: MergeRow,
): Promise<void> {
  if (work.rows.has(keyOf(key)) || work.erased.has(keyOf(key))) return
  const [stored, erased] = [await loadRows(query, ws, [key]), await loadErased(query, ws, [key])]
  if (stored.size === 0 && erased.size === 0) store(work, key, row)
}

/** R24: also what this device never saw, and what came with this very request. */
async function eraseBelongings(query: Query, { ws }: PushContext, work: Work, erased: Key): Promise<void> {
  const stored = await loadBelongings(query, ws, erased)
  const candidates = new Map([...stored, ...work.rows])
  for (const [key, row] of candidates) {
    const [t = '', id = ''] = key.split('/')
    const belongs =
      erased.t === 'contact' ? row.f['contactId'] === erased.id : t === erased.t && row.copyOf === erased.id
    if (belongs && !row.erased)
      store(work, { t, id }, { f: {}, fm: {}, del: true, erased: true, copyOf: null })
  }
}

function keysThatMayBeErased(op: Op): Key[] {
  const contactId = op.f?.['contactId']
  const own = { t: op.t, id: op.id }
  return typeof contactId === 'string' && UUID.test(contactId)
    ? [own, { t: 'contact', id: contactId }]
    : [own]
}

function rejectedWithGroup(result: OpResult): OpResult {
  const { client, seq, code } = result
  return { client, seq, r: 'rejected', code: result.r === 'rejected' && code !== undefined ? code : 'GROUP' }
}

async function saveLog(
  query: Query,
  ws: string,
  ops: readonly NewOp[],
  results: readonly OpResult[],
): Promise<void> {
  const rows = ops.map(({ client, seq, hash }, index) => {
    const result = results[index]
    const outcome = RESULT_KINDS.indexOf(result?.r ?? 'ok')
    return { client, seq, hash, outcome, code: result?.code ?? null, rev: result?.rev ?? null }
  })
  await query(
    `insert into op_log (ws, client_id, seq, op_hash, outcome, code, rev)
     select $1, client, seq, decode(hash, 'hex'), outcome, code, rev from jsonb_to_recordset($2::jsonb)
       as o(client text, seq bigint, hash text, outcome smallint, code text, rev bigint)`,
    [ws, JSON.stringify(rows)],
  )
}

const refuse = (op: NewOp): NewOp => ('op' in op.checked ? { ...op, checked: { code: 'BAD_VALUE' } } : op)

/** SQLSTATE class 22 (data exception) and 54 (program limit exceeded): the value's fault, not the server's. */
const isRefusedValue = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(22|54)/.test(error.code)

export const isGroupTooLarge = (groups: readonly NewOp[][]): boolean =>
  groups.some((group) => group.length > LIMITS.group)

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
