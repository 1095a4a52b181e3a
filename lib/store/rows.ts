import { accountKeysOf, matchKeysOf } from '#lib/domain/identity.ts'
import { likenessKeysOf } from '#lib/domain/likeness.ts'
import { TABLES, type Account, type Contact, type Table } from '#lib/domain/records.ts'
import type { Json, Op } from '#lib/sync/protocol.ts'
import { wordsOf } from './words.ts'

/** How a record lies in its object store: what is shown, what the server has, and the entries its indexes read. */

export type Fields = Record<string, Json>

export interface Row {
  id: string
  /** What is shown: the server's state with own waiting operations upon it. Absent while the record is deleted or not wholly known. */
  f?: Fields
  /** Last view of a deleted record, so that it can return. */
  was?: Fields
  /** When it was deleted here, ms; thirty days later the row goes. */
  goneAt?: number
  /** Erased for ever: nothing but the id is left. */
  erased?: 1
  /** Server revision last seen; 0 = the server has never shown it. */
  rev: number
  /** The server's state while own edits stand upon it; absent = `f` is the server's state. */
  base?: State
  /** Own operations in the outbox. */
  waiting: number
  /** Kept here only (no server, or a practice record): mirrored whole in key-value storage, without operations. */
  kept?: 1
  /** Clock of the last own edit. */
  hlc: number
  /** The pass of the whole resync that last saw it. */
  pass?: number
  /** Code with which the server refused an edit of it; the text stands on. */
  bad?: string
  keys?: string[]
  words?: string[]
  practice?: 1
}

/** A record as operations see it. */
export interface State {
  f: Fields | null
  del: boolean
}

export const TABLE_NAMES = Object.keys(TABLES) as Table[] // the keys of a const object are its literal names

export function stateOf(row: Row | undefined): State {
  if (!row) return { f: null, del: false }
  return row.f
    ? { f: row.f, del: false }
    : { f: row.was ?? null, del: row.was !== undefined || row.goneAt !== undefined }
}

export const isLive = (row: Row | undefined): row is Row & { f: Fields } => row?.f !== undefined

/** What the operation makes of the state on the device; the server's answer replaces it later. */
export function applyOp(state: State, op: Pick<Op, 'k' | 'f'>): State {
  const f = op.f
  switch (op.k) {
    case 'put':
      return { f: f ?? null, del: false }
    case 'patch':
      return state.f === null ? state : { f: { ...state.f, ...f }, del: state.del }
    case 'del':
      return { f: state.f, del: true }
    case 'restore':
      return { f: state.f === null ? (f ?? null) : { ...state.f, ...f }, del: false }
    case 'erase':
      return { f: null, del: true }
  }
}

/** The row showing `state`, its index entries derived anew. */
export function withState(t: Table, row: Row, state: State, now: number): Row {
  const { f: _f, was: _was, goneAt: _goneAt, keys: _keys, words: _words, practice: _practice, ...rest } = row
  if (state.f === null) return state.del ? { ...rest, goneAt: row.goneAt ?? now } : rest
  if (state.del) return { ...rest, was: state.f, goneAt: row.goneAt ?? now }
  return { ...rest, f: state.f, ...indexEntries(t, state.f) }
}

export function newRow(id: string): Row {
  return { id, rev: 0, waiting: 0, hlc: 0 }
}

/** Whether the row belongs to the practice range. Cadences and suppressions belong to nobody. */
export function isPractice(row: Row): boolean {
  return (row.f ?? row.was)?.practice === true
}

/** Derived index entries: absent ones keep the row out of that index. */
export function indexEntries(t: Table, f: Fields): Pick<Row, 'keys' | 'words' | 'practice'> {
  const entries: Pick<Row, 'keys' | 'words' | 'practice'> = {}
  if (f.practice === true) entries.practice = 1
  if (t === 'contact') {
    const contact = f as unknown as Contact // parsed by its schema before it became a row
    entries.keys = [...matchKeysOf(contact), ...likenessKeysOf(contact)]
    entries.words = wordsOf([
      contact.name.value,
      contact.company?.value ?? '',
      contact.slug?.value ?? '',
      ...contact.emails.map((email) => email.value),
    ])
  }
  if (t === 'account') entries.keys = accountKeysOf(f as unknown as Account)
  return entries
}
