import type { Table } from '#lib/domain/records.ts'
import { loadRows, type Core } from './core.ts'
import type { Tx } from './database.ts'
import { touchRows } from './row-reads.ts'
import { isLive, type Row } from './rows.ts'
import { recordKey, type Staged } from './stage.ts'
import type { Foreseen } from './store.ts'

/**
 * One look at the database for what many plans are going to ask, and kept true while they write: what holds for a
 * hundred rows is found out once. The caller holds the lock, so that nobody else writes.
 */
export interface Seen {
  /** Rows under the key; undefined when it was not foreseen. */
  contacts(key: string): readonly Row[] | undefined
  accounts(key: string): readonly Row[] | undefined
  /** Whether the entry is in force; undefined when it was not foreseen. */
  suppressed(id: string): boolean | undefined
  /** Whether the record was foreseen, and its row. */
  record(t: Table, id: string): { row: Row | undefined } | undefined
  /** Rows of the enrollment's touches; undefined when they were not foreseen. */
  touches(enrollmentId: string): readonly Row[] | undefined
  /** Keeps it true: this is written, or about to be. */
  wrote(staged: Pick<Staged, 'rows'>): void
}

export async function look(
  core: Core,
  { contactKeys = [], accountKeys = [], suppressionIds = [], records = [], touchesOf = [] }: Foreseen,
): Promise<Seen> {
  const isEmpty = contactKeys.length + accountKeys.length + suppressionIds.length + records.length === 0
  const [contact, account, suppressed] = isEmpty
    ? [new Map<string, Row[]>(), new Map<string, Row[]>(), new Map<string, boolean>()]
    : await core.db.read(['contact', 'account', 'suppression'], (tx) =>
        Promise.all([
          rowsByKey(tx, 'contact', contactKeys),
          rowsByKey(tx, 'account', accountKeys),
          activeOf(tx, suppressionIds),
        ]),
      )
  const rows = await loadRows(core, records)
  const touches = await touchesUnder(core, touchesOf)
  const foreseen = new Set(records.map(({ t, id }) => recordKey(t, id)))
  const byKey: { [T in Table]?: Map<string, Row[]> } = { contact, account }
  return {
    contacts: (key) => contact.get(key),
    accounts: (key) => account.get(key),
    suppressed: (id) => suppressed.get(id),
    touches: (enrollmentId) => touches.get(enrollmentId),
    record: (t, id) => {
      const key = recordKey(t, id)
      return foreseen.has(key) ? { row: rows.get(key) } : undefined
    },
    wrote: (staged) => {
      for (const [record, { t, row }] of staged.rows) {
        if (foreseen.has(record)) rows.set(record, row)
        if (t === 'touch') keepTouch(touches, row)
        if (t === 'suppression' && suppressed.has(row.id)) suppressed.set(row.id, isInForce(row))
        for (const [key, list] of byKey[t] ?? []) {
          const others = list.filter(({ id }) => id !== row.id)
          const isUnderKey = row.keys?.includes(key) === true
          if (isUnderKey || others.length < list.length)
            byKey[t]?.set(key, isUnderKey ? [...others, row] : others)
        }
      }
    },
  }
}

const isInForce = (row: Row | undefined): boolean => isLive(row) && row.f.active === true

async function touchesUnder(core: Core, ids: readonly string[]): Promise<Map<string, Row[]>> {
  if (ids.length === 0) return new Map()
  const lists = await core.db.read(['touch'], (tx) => touchRows(tx, ids))
  return new Map(ids.map((id, at) => [id, lists[at] ?? []]))
}

/** A touch never changes its enrollment. In the order of the ids, as the database gives them. */
function keepTouch(touches: Map<string, Row[]>, row: Row): void {
  const enrollmentId = (row.f ?? row.was)?.enrollmentId
  const list = typeof enrollmentId === 'string' ? touches.get(enrollmentId) : undefined
  if (typeof enrollmentId !== 'string' || list === undefined) return
  const others = list.filter(({ id }) => id !== row.id)
  touches.set(
    enrollmentId,
    [...others, row].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )
}

async function rowsByKey(
  tx: Tx,
  t: 'contact' | 'account',
  keys: readonly string[],
): Promise<Map<string, Row[]>> {
  const distinct = [...new Set(keys)]
  const index = tx.objectStore(t).index('keys')
  const lists = await Promise.all(distinct.map((key) => index.getAll(IDBKeyRange.only(key), MOST_TWINS)))
  return new Map(distinct.map((key, at) => [key, lists[at] ?? []]))
}

async function activeOf(tx: Tx, ids: readonly string[]): Promise<Map<string, boolean>> {
  const distinct = [...new Set(ids)]
  const rows = await Promise.all(distinct.map((id) => tx.objectStore('suppression').get(id)))
  return new Map(distinct.map((id, at) => [id, isInForce(rows[at])]))
}

/** As many as a look by keys gives. */
const MOST_TWINS = 20
