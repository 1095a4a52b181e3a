import type { Stored, Table } from '#lib/domain/records.ts'
import { partOf } from './commit.ts'
import { loadRows, type Core } from './core.ts'
import type { Meta } from './database.ts'
import { look, type Seen } from './foreseen.ts'
import { live } from './live.ts'
import type { Row } from './rows.ts'
import { changedBy, save } from './save.ts'
import { recordKey, type Part } from './stage.ts'
import type { Foreseen, Plan, StoreReads } from './store.ts'

/**
 * Several commits that are written together. Each is planned upon those before it, which need not be written for
 * that: what is asked for is answered from the rows that wait. Where that cannot be told, they are written first.
 * The caller holds the lock.
 */
export interface Turn {
  reads: StoreReads
  /** The rows as they stand, with what waits. */
  rows(records: readonly { t: Table; id: string }[]): Promise<Map<string, Row>>
  /** Writes what waits if a list of `t` whose `field` is `id` may be another with it. */
  settle(t: Table, field: string, id: string): Promise<void>
  /** Takes the plan up; false when there is nothing to do. What waits is written first where both touch one record. */
  take(plan: Omit<Plan<unknown>, 'result'>, commit: { group: string; undoes?: string }): Promise<boolean>
  /** Writes what waits, for good: it lasts, and so does everything written before. */
  end(): Promise<void>
  /** Gives up what waits: storage has refused it. Returns its groups. */
  drop(): string[]
  /** Records of everything that was written. */
  changed: readonly { t: Table; id: string }[]
}

export async function openTurn(core: Core, meta: Meta, foreseen: Foreseen): Promise<Turn> {
  const seen = await look(core, foreseen)
  const queue = createQueue(core, meta)
  const rows: Turn['rows'] = async (records) => {
    const here = new Map<string, Row>()
    const open = records.filter(({ t, id }) => {
      const key = recordKey(t, id)
      const known = queue.row(key) ?? seen.record(t, id)
      if (known?.row) here.set(key, known.row)
      return known === undefined
    })
    const stored = open.length > 0 ? await loadRows(core, open) : new Map<string, Row>()
    return new Map([...stored, ...here])
  }
  return {
    reads: readsOver(core, { seen, rows, queue }),
    rows,
    settle: queue.settle,
    changed: queue.changed,
    take: async (plan, { group, undoes }) => {
      const part = await partOf(core, plan, {
        meta: queue.counters(),
        group,
        load: rows,
        ...(undoes !== undefined && { undoes }),
      })
      if (!part) return false
      await queue.add(part)
      seen.wrote(part.staged)
      return true
    },
    end: queue.end,
    drop: queue.drop,
  }
}

type Queue = ReturnType<typeof createQueue>

/** The commits that wait to be written. */
function createQueue(core: Core, meta: Meta) {
  const changed: { t: Table; id: string }[] = []
  let written = meta
  let parts: Part[] = []
  let isLasting = true
  const waiting = new Map<string, { t: Table; row: Row; was: Row | undefined }>()

  const forget = (): void => {
    parts = []
    waiting.clear()
  }
  const writeAll = async (durability: IDBTransactionDurability): Promise<void> => {
    if (parts.length === 0) return
    written = await save(core, parts, { meta: written, durability })
    isLasting = durability === 'strict'
    changed.push(...parts.flatMap(changedBy))
    forget()
  }
  /** A plan may ask for several things at once. */
  let writing: Promise<void> | null = null
  const write = (durability: IDBTransactionDurability = 'relaxed'): Promise<void> =>
    (writing ??= writeAll(durability).finally(() => {
      writing = null
    }))

  return {
    changed,
    write,
    /** The row that waits; undefined where none does. */
    row: (key: string): { row: Row } | undefined => waiting.get(key),
    /** As they will be when everything is written. */
    counters: (): Meta => parts.at(-1)?.staged.meta ?? written,
    add: async (part: Part): Promise<void> => {
      if ([...part.staged.rows.keys()].some((key) => waiting.has(key))) await write()
      parts.push(part)
      for (const [key, { t, row }] of part.staged.rows) waiting.set(key, { t, row, was: part.rows.get(key) })
    },
    settle: async (t: Table, field: string, id: string): Promise<void> => {
      const isOne = (row: Row | undefined): boolean => row?.f?.[field] === id || row?.was?.[field] === id
      if ([...waiting.values()].some((one) => one.t === t && (isOne(one.row) || isOne(one.was))))
        await write()
    },
    end: async (): Promise<void> => {
      await write('strict')
      // What a strict transaction has written lasts, and all that was written before it in this database.
      if (!isLasting) await core.db.write(['meta'], 'strict', (tx) => tx.objectStore('meta').put(written))
    },
    drop: (): string[] => {
      const groups = parts.map(({ group }) => group)
      forget()
      return groups
    },
  }
}

interface Below {
  seen: Seen
  rows: Turn['rows']
  queue: Queue
}

function readsOver(core: Core, { seen, rows, queue }: Below): StoreReads {
  /** Asks the database, with nothing waiting. */
  const anew = <A extends unknown[], R>(read: (...args: A) => Promise<R>) =>
    async function readAnew(...args: A): Promise<R> {
      await queue.write()
      return read(...args)
    }
  /** Asks the database for the list of one record, with nothing waiting that belongs to it. */
  const listOf = <A extends [string, ...unknown[]], R>(
    t: Table,
    field: string,
    read: (...args: A) => Promise<R>,
  ) =>
    async function readList(...args: A): Promise<R> {
      await queue.settle(t, field, args[0])
      return read(...args)
    }
  const reads = core.reads
  const every = Object.fromEntries(
    Object.entries(reads).map(([name, read]) => [
      name,
      anew(read as (...args: unknown[]) => Promise<unknown>),
    ]),
  ) as unknown as StoreReads // the same functions under the same names
  const getMany: StoreReads['getMany'] = async (t, ids) => {
    const found = await rows(ids.map((id) => ({ t, id })))
    return ids.map((id) => live(t, found.get(recordKey(t, id))))
  }
  const touchesAnew = listOf('touch', 'enrollmentId', reads.touchesOf)
  const touchesOf: StoreReads['touchesOf'] = async (id) =>
    seen.touches(id)?.flatMap((row) => live('touch', row) ?? []) ?? touchesAnew(id)
  return {
    ...every,
    get: async (t, id) => (await getMany(t, [id]))[0],
    getMany,
    enrollmentsOf: listOf('enrollment', 'contactId', reads.enrollmentsOf),
    touchesOf,
    touchesOfMany: (ids) => Promise.all(ids.map((id) => touchesOf(id))),
    activitiesOf: listOf('activity', 'contactId', reads.activitiesOf),
    contactsOfAccount: listOf('contact', 'accountId', reads.contactsOfAccount),
    contactsByKeys: async (keys) => joined('contact', keys.map(seen.contacts)) ?? every.contactsByKeys(keys),
    accountsByKeys: async (keys) => joined('account', keys.map(seen.accounts)) ?? every.accountsByKeys(keys),
    contactIdsByKeys: async (keys) => {
      const lists = keys.map((key) => [key, seen.contacts(key)?.map(({ id }) => id)] as const)
      const open = lists.flatMap(([key, ids]) => (ids === undefined ? [key] : []))
      const asked = open.length > 0 ? await every.contactIdsByKeys(open) : new Map<string, string[]>()
      return new Map(lists.map(([key, ids]) => [key, ids ?? asked.get(key) ?? []]))
    },
    suppressedAmong: async (ids) => {
      const open = ids.filter((id) => seen.suppressed(id) === undefined)
      const asked = open.length > 0 ? await every.suppressedAmong(open) : new Set<string>()
      return new Set(ids.filter((id) => seen.suppressed(id) ?? asked.has(id)))
    },
    isSuppressed: async (ids) =>
      ids.some((id) => seen.suppressed(id) === true) ||
      (ids.some((id) => seen.suppressed(id) === undefined) && (await every.isSuppressed(ids))),
  }
}

/** In the order of the keys, none twice; null where one of them was not foreseen. */
function joined<T extends 'contact' | 'account'>(
  t: T,
  lists: readonly (readonly Row[] | undefined)[],
): Stored<T>[] | null {
  if (lists.includes(undefined)) return null
  const rows = new Map(lists.flatMap((list) => list ?? []).map((row) => [row.id, row]))
  return [...rows.values()].flatMap((row) => live(t, row) ?? [])
}
