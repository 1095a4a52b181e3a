import { TABLES, type Table } from '#lib/domain/records.ts'
import { leadsOf } from '#lib/sync/merge-rules.ts'
import { LIMITS, SCHEMA, type Op } from '#lib/sync/protocol.ts'
import type { Meta, Numbered, UndoItem } from './database.ts'
import { StoreError } from './errors.ts'
import { equalJson, plainFields } from './json.ts'
import {
  applyOp,
  isLive,
  isPractice,
  newRow,
  stateOf,
  withState,
  type Fields,
  type Row,
  type State,
} from './rows.ts'
import type { Change } from './store.ts'

/** What a commit will write, worked out before anything is written. Pure. */
export interface Staged {
  rows: Map<string, { t: Table; row: Row }>
  ops: Numbered[]
  undo: UndoItem[]
  /** Records erased by it: their traces in queues and undo entries go too. */
  erased: { t: Table; id: string }[]
  meta: Meta
}

/** One commit, worked out and not yet written. */
export interface Part {
  group: string
  staged: Staged
  /** Rows as they were. */
  rows: ReadonlyMap<string, Row>
  /** It takes back this group: its operations say so and the group's undo entry goes. */
  undoes?: string
}

export interface StageInput {
  changes: readonly Change[]
  rows: ReadonlyMap<string, Row>
  meta: Meta
  group: string
  now: number
  /** Set by Undo. */
  undo: boolean
  /** See `Plan.isDefault`. */
  isDefault: boolean
}

export const recordKey = (t: string, id: string): string => `${t}/${id}`

/**
 * Turns changes into rows and operations. Changes that change nothing make no operation; a record that is kept here
 * only makes none at all.
 * @throws StoreError `invalid`, `missing`, `erased`
 */
export function stage(input: StageInput): Staged {
  const { meta, now } = input
  const hlc = Math.max(meta.hlc + 1, Math.round(now + meta.offset))
  const rows = new Map<string, { t: Table; row: Row }>()
  const ops: Op[] = []
  const erased: { t: Table; id: string }[] = []

  for (const change of input.changes) {
    const key = recordKey(change.t, change.id)
    const row = rows.get(key)?.row ?? input.rows.get(key)
    const edit = editOf(change, row)
    if (!edit) continue
    const before = row ?? newRow(change.id)
    const at = { meta, now, hlc: input.isDefault ? 0 : hlc }
    const after = edited(change.t, before, edit, at)
    rows.set(key, { t: change.t, row: after })
    if (edit.k === 'erase') erased.push({ t: change.t, id: change.id })
    if (after.kept !== 1) ops.push(opOf(change, edit, { ...at, undo: input.undo }))
  }
  for (const { t, row } of rows.values()) check(t, row)

  return {
    rows,
    ops: numbered(ops, meta, input.group),
    undo: undoItems(rows, input.rows),
    erased,
    meta: {
      ...meta,
      hlc,
      commits: meta.commits + 1,
      nextSeq: meta.nextSeq + ops.length,
      nextN: meta.nextN + ops.length,
    },
  }
}

interface Edit {
  k: Op['k']
  f?: Fields
}

/** The smallest edit that brings about the change; undefined when it is so already. */
function editOf(change: Change, row: Row | undefined): Edit | undefined {
  if (row?.erased) {
    if (change.k === 'put') throw new StoreError('erased', { t: change.t, id: change.id })
    return undefined
  }
  switch (change.k) {
    case 'put': {
      const f = plainFields(change.f)
      return isLive(row) ? patchOf(change.t, f, row.f) : { k: 'put', f }
    }
    case 'patch':
      if (!isLive(row)) throw new StoreError('missing', { t: change.t, id: change.id })
      return patchOf(change.t, plainFields(change.f), row.f)
    case 'del':
      return isLive(row) ? { k: 'del' } : undefined
    case 'restore':
      if (isLive(row)) return undefined
      if (!row?.was) throw new StoreError('missing', { t: change.t, id: change.id })
      // A put of the whole record: it also brings back what the server no longer holds.
      return { k: 'put', f: row.was }
    case 'erase':
      return row ? { k: 'erase' } : undefined
  }
}

function patchOf(t: Table, wanted: Fields, current: Fields): Edit | undefined {
  const f: Fields = {}
  for (const [name, value] of Object.entries(wanted)) {
    if (!equalJson(value, current[name])) f[name] = value
  }
  if (Object.keys(f).length === 0) return undefined
  // Fields that mean something only together travel together (SPEC R18).
  for (const { field, companions } of leadsOf(t)) {
    if (!(field in f)) continue
    for (const name of companions) f[name] = (name in wanted ? wanted[name] : current[name]) ?? null
  }
  return { k: 'patch', f }
}

function edited(t: Table, row: Row, edit: Edit, at: { meta: Meta; now: number; hlc: number }): Row {
  const state = applyOp(stateOf(row), edit)
  const next = withState(t, { ...row, hlc: at.hlc }, state, at.now)
  const isSent = row.kept !== 1 && goesToServer(next, at.meta)
  if (edit.k === 'erase') {
    return isSent
      ? { id: row.id, rev: row.rev, hlc: at.hlc, waiting: row.waiting + 1, erased: 1 }
      : { id: row.id, rev: row.rev, hlc: at.hlc, waiting: 0, erased: 1, kept: 1 }
  }
  const base = row.base ?? stateOf(row)
  if (isSent) return { ...next, base, waiting: row.waiting + 1 }
  // A row that came from a server and is kept now (unpaired) remembers what that server had.
  return row.rev > 0 ? { ...next, base, kept: 1 } : { ...next, kept: 1 }
}

/** Whether edits of the row become operations: a server is paired, and practice records only go to their own. */
export function goesToServer(row: Row, meta: Meta): boolean {
  return meta.binding !== null && (meta.binding.practice || !isPractice(row))
}

function opOf(change: Change, edit: Edit, at: { meta: Meta; hlc: number; now: number; undo: boolean }): Op {
  return {
    v: SCHEMA,
    t: change.t,
    id: change.id,
    k: edit.k,
    ...(edit.f ? { f: edit.f } : {}),
    base: { epoch: at.meta.epoch, rev: at.meta.seen },
    hlc: at.hlc,
    ...(at.undo ? { undo: true } : {}),
    at: at.now,
  }
}

/** Numbers the operations and cuts them into groups of at most 200; the first bears the group's own id. */
export function numbered(
  ops: readonly Op[],
  meta: Pick<Meta, 'client' | 'nextSeq' | 'nextN'>,
  group: string,
): Numbered[] {
  return ops.map((op, index) => {
    const part = Math.floor(index / LIMITS.group)
    const isLastPart = part === Math.floor((ops.length - 1) / LIMITS.group)
    return {
      n: meta.nextN + index,
      client: meta.client,
      seq: meta.nextSeq + index,
      op: { ...op, grp: part === 0 ? group : `${group}.${part}` },
      of: isLastPart ? ops.length - part * LIMITS.group : LIMITS.group,
    }
  })
}

function check(t: Table, row: Row): void {
  if (!isLive(row)) return
  const parsed = TABLES[t].safeParse(row.f)
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? ''
    throw new StoreError('invalid', { t, id: row.id, path })
  }
}

/**
 * Before and after of every record that looks different now: the fields that differ, and of an enrollment those that say
 * whether it has gone on since.
 */
export function undoItems(
  rows: ReadonlyMap<string, { t: Table; row: Row }>,
  before: ReadonlyMap<string, Row>,
): UndoItem[] {
  return [...rows].flatMap(([key, { t, row }]) => {
    if (row.erased) return []
    const [was, is] = [before.get(key)?.f ?? null, row.f ?? null]
    if (was === null || is === null) return was === is ? [] : [{ t, id: row.id, before: was, after: is }]
    const names = differing(was, is)
    if (names.length === 0) return []
    const kept = t === 'enrollment' ? new Set([...names, ...GOES_ON_WITH]) : names
    const only = (f: Fields): Fields =>
      Object.fromEntries([...kept].flatMap((name) => (name in f ? [[name, f[name] ?? null]] : [])))
    return [{ t, id: row.id, before: only(was), after: only(is) }]
  })
}

/** Names of the fields that are not the same in both. */
export function differing(a: Fields, b: Fields): string[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].filter((name) => !equalJson(a[name], b[name]))
}

/** Whose it is, and what its due instant counts with: the index of one that has gone on is no longer what was written. */
export const GOES_ON_WITH = ['contactId', 'dueStepId', 'state', 'cycle'] as const

/** The row when `state` is the server's and `pending` are the own operations upon it, in order. */
export function overlaid(t: Table, row: Row, base: State, pending: readonly Numbered[], now: number): Row {
  const { base: _base, ...rest } = row
  const state = pending.reduce((so, { op }) => applyOp(so, op), base)
  if (pending.some(({ op }) => op.k === 'erase')) {
    return { id: row.id, rev: row.rev, hlc: row.hlc, waiting: pending.length, erased: 1 }
  }
  const next = withState(t, { ...rest, waiting: pending.length }, state, now)
  return pending.length === 0 ? next : { ...next, base }
}
