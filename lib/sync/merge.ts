import { v5 as uuidv5 } from 'uuid'
import { canonicalJson } from './canonical.ts'
import { leadsOf, type Lead } from './merge-rules.ts'
import type { Json, Op } from './protocol.ts'

/** The merge of psync/1 (SPEC R16 to R24). Pure: no clock, no random, no storage; the same on device and server. */

/** `[rev, hlc, client]` of the last writer of a field. */
export type Mark = [rev: number, hlc: number, client: string]
export type Fields = Record<string, Json>

export interface MergeRow {
  f: Fields
  /** Marks by field; `$live` is the mark of `del` (no field can have this name). */
  fm: Record<string, Mark>
  del: boolean
  erased: boolean
  /** Id of the note this is a conflict copy of (R22). */
  copyOf: string | null
}

/** What the server knows of an operation's arrival. */
export interface Arrival {
  epoch: string
  /** Server time, ms. */
  now: number
  client: string
  /** Revision that the operation takes if it changes the row. */
  rev: number
}

export interface Conflict {
  field: string
  kept: Json
  lost: Json
  /** Client whose value was lost. */
  lostBy: string
}

export interface Merged {
  r: 'ok' | 'merged' | 'exists' | 'gone' | 'rejected'
  code?: string
  /** The row after the operation; null when it changes nothing. */
  row: MergeRow | null
  lost: string[]
  conflicts: Conflict[]
  /** Conflict copy of a note: to be stored with the same revision rules unless its id exists. */
  copy: { id: string; row: MergeRow } | null
}

export const LIVE = '$live'
/** A clock that runs ahead gains at most this much (R17), ms. */
export const CLOCK_LEAD = 60_000

export function mergeOp(row: MergeRow | undefined, op: Op, arrival: Arrival): Merged {
  if (op.k === 'erase') return { ...unchanged('ok'), row: row?.erased ? null : ERASED_ROW }
  if (row?.erased) return { ...unchanged('gone'), code: 'ERASED' }
  if (row === undefined) return first(op, arrival)
  const draft: Draft = {
    row: { ...row, f: { ...row.f }, fm: { ...row.fm } },
    op,
    arrival,
    changed: false,
    lost: [],
    conflicts: [],
    copy: null,
  }
  mergeLife(draft)
  if (op.k === 'put' || op.k === 'patch') mergeFields(draft)
  const { lost, conflicts } = draft
  return {
    r: resultOf(draft),
    row: draft.changed ? draft.row : null,
    lost,
    conflicts,
    copy: draft.row.del ? null : draft.copy,
  }
}

interface Draft {
  row: MergeRow
  op: Op
  arrival: Arrival
  changed: boolean
  lost: string[]
  conflicts: Conflict[]
  copy: Merged['copy']
}

/** `rose`: beats by rule, whatever the clocks. */
type Verdict = 'first' | 'own' | 'seen' | 'rose' | 'later' | 'lost'

/**
 * R23: also an edit or a deletion of what is not here is kept. After a restored backup another device may send its
 * `put` later, which then merges below it.
 */
function first(op: Op, arrival: Arrival): Merged {
  const f = { ...op.f }
  const mark: Mark = [arrival.rev, clockOf(op, arrival), arrival.client]
  const names = op.k === 'patch' ? Object.keys(f) : [...Object.keys(f), LIVE]
  const fm = Object.fromEntries(names.map((name) => [name, mark]))
  return { ...unchanged('ok'), row: { f, fm, del: op.k === 'del', erased: false, copyOf: null } }
}

function mergeLife(draft: Draft): void {
  const { row, op } = draft
  if (op.k === 'patch') return
  const mark = markOf(row, LIVE)
  const verdict = op.k === 'del' && isStaleUndo(draft) ? 'lost' : judge(draft, mark)
  if (verdict === 'lost') {
    if (op.k !== 'put') draft.lost.push('deleted')
    return
  }
  row.del = op.k === 'del'
  setMark(draft, LIVE, mark, verdict)
}

/** R20: an undo that has not seen the final state may not take the touch away. */
function isStaleUndo({ row, op, arrival }: Draft): boolean {
  const final = leadsOf(op.t).find((lead) => lead.fall === 'undo' && lead.rank(row.f, row.f) > 0)
  return op.undo === true && final !== undefined && !hasSeen(markOf(row, final.field), op, arrival)
}

function mergeFields(draft: Draft): void {
  const { row, op, arrival } = draft
  const f = op.f ?? {}
  const done = new Set<string>()
  for (const lead of leadsOf(op.t)) {
    const names = [lead.field, ...lead.companions].filter((name) => Object.hasOwn(f, name))
    if (names.length === 0) continue
    const mark = markOf(row, lead.field)
    if (!Object.hasOwn(f, lead.field)) {
      // Companions alone, from a device that has not seen the raised state: they belong to the one before it.
      if (lead.rank(row.f, row.f) === 0 || hasSeen(mark, op, arrival)) continue
      for (const name of names) lose(draft, name, f[name] ?? null)
    } else {
      const verdict = judgeLead(draft, lead, mark)
      if (op.t === 'note' && lead.field === 'body') keepLoser(draft, verdict, mark)
      for (const name of names) settle(draft, name, f[name] ?? null, mark, verdict)
    }
    for (const name of names) done.add(name)
  }
  for (const [name, value] of Object.entries(f)) {
    if (done.has(name)) continue
    const mark = markOf(row, name)
    settle(draft, name, value, mark, judge(draft, mark))
  }
}

function judge({ op, arrival }: Draft, mark: Mark | undefined): Verdict {
  if (mark === undefined) return 'first'
  if (mark[2] === arrival.client) return 'own'
  if (hasSeen(mark, op, arrival)) return 'seen'
  const hlc = clockOf(op, arrival)
  return hlc > mark[1] || (hlc === mark[1] && arrival.client > mark[2]) ? 'later' : 'lost'
}

/** R18 to R21: rank first, then the clocks; down only for who has seen it and, where the rule says so, undoes it. */
function judgeLead(draft: Draft, lead: Lead, mark: Mark | undefined): Verdict {
  const { row, op, arrival } = draft
  const now = lead.rank(row.f, row.f)
  const then = lead.rank(op.f ?? {}, row.f)
  if (then === now) return judge(draft, mark)
  if (then > now) return hasSeen(mark, op, arrival) ? judge(draft, mark) : 'rose'
  const mayFall = hasSeen(mark, op, arrival) && (lead.fall === 'seen' || op.undo === true)
  return mayFall ? judge(draft, mark) : 'lost'
}

function settle(draft: Draft, name: string, value: Json, leading: Mark | undefined, verdict: Verdict): void {
  if (verdict === 'lost') return lose(draft, name, value)
  const { row } = draft
  const current = row.f[name] ?? null
  if ((verdict === 'later' || verdict === 'rose') && leading !== undefined && !isSame(current, value)) {
    draft.conflicts.push({ field: name, kept: value, lost: current, lostBy: leading[2] })
  }
  row.f[name] = value
  setMark(draft, name, leading, verdict)
}

function lose(draft: Draft, name: string, value: Json): void {
  const kept = draft.row.f[name] ?? null
  if (isSame(kept, value)) return
  draft.lost.push(name)
  draft.conflicts.push({ field: name, kept, lost: value, lostBy: draft.arrival.client })
}

/** R22. The id comes from the lost text, so that every order of arrival makes the same copy. */
function keepLoser(draft: Draft, verdict: Verdict, mark: Mark | undefined): void {
  const { row, op, arrival } = draft
  if ((verdict !== 'lost' && verdict !== 'later') || mark === undefined) return
  // A `put` that comes after an edit of its own text (R23).
  if (verdict === 'lost' && op.k === 'put') return
  const [body, editedAt] =
    verdict === 'lost' ? [op.f?.['body'], op.f?.['editedAt']] : [row.f['body'], row.f['editedAt']]
  const winner = verdict === 'lost' ? row.f['body'] : op.f?.['body']
  if (typeof body !== 'string' || body.trim() === '' || body === winner) return
  const f: Fields = { ...row.f, body, editedAt: editedAt ?? row.f['editedAt'] ?? null }
  const copyMark: Mark = [
    arrival.rev,
    verdict === 'lost' ? clockOf(op, arrival) : mark[1],
    verdict === 'lost' ? arrival.client : mark[2],
  ]
  const fm = Object.fromEntries([...Object.keys(f), LIVE].map((name) => [name, copyMark]))
  draft.copy = { id: uuidv5(body, op.id), row: { f, fm, del: false, erased: false, copyOf: op.id } }
}

function setMark(draft: Draft, name: string, replaced: Mark | undefined, verdict: Verdict): void {
  const { op, arrival, row } = draft
  const hlc = clockOf(op, arrival)
  // R16: what has seen the other also beats whatever the other beat.
  const floor =
    replaced === undefined ? 0 : verdict === 'seen' ? replaced[1] + 1 : verdict === 'own' ? replaced[1] : 0
  row.fm[name] = [arrival.rev, Math.max(hlc, floor), arrival.client]
  draft.changed = true
}

function resultOf({ row, op, lost }: Draft): Merged['r'] {
  if (op.k === 'del' || op.k === 'restore') return lost.length === 0 ? 'ok' : row.del ? 'gone' : 'merged'
  if (row.del) return 'gone'
  if (lost.length > 0) return 'merged'
  return op.k === 'put' ? 'exists' : 'ok'
}

function hasSeen(mark: Mark | undefined, op: Op, { epoch, client }: Arrival): boolean {
  return mark === undefined || mark[2] === client || (op.base.epoch === epoch && mark[0] <= op.base.rev)
}

const clockOf = (op: Op, arrival: Arrival): number => Math.min(op.hlc, arrival.now + CLOCK_LEAD)

/** A field may be called like a member of every object (`valueOf`). */
const markOf = (row: MergeRow, name: string): Mark | undefined =>
  Object.hasOwn(row.fm, name) ? row.fm[name] : undefined

const isSame = (a: Json, b: Json): boolean => canonicalJson(a) === canonicalJson(b)

const unchanged = (r: Merged['r']): Merged => ({ r, row: null, lost: [], conflicts: [], copy: null })

const ERASED_ROW: MergeRow = Object.freeze({ f: {}, fm: {}, del: true, erased: true, copyOf: null })
