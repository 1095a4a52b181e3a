import type { Stored, Table } from '#lib/domain/records.ts'
import type { Database, Tx } from './database.ts'
import { createKeyReads } from './key-reads.ts'
import { dayRows } from './day.ts'
import { live, MAX } from './live.ts'
import { rowsUnder, touchRows } from './row-reads.ts'
import { TABLE_NAMES } from './rows.ts'
import type { ContactPage, StoreReads } from './store.ts'
import { undoSize } from './undo-count.ts'
import { queryWords } from './words.ts'

/** Every list goes through an index and has a bound; a deleted record is in no list. */
export function createReads(db: Database): StoreReads {
  return { ...createRecordReads(db), ...createKeyReads(db), ...createTimeReads(db) }
}

function createRecordReads(db: Database): Omit<StoreReads, TimeReads | KeyReads> {
  const table = <R>(t: Table, work: (tx: Tx<'readonly'>) => Promise<R>): Promise<R> => db.read([t], work)

  return {
    get: (t, id) => table(t, async (tx) => live(t, await tx.objectStore(t).get(id))),
    getMany: async (t, ids) =>
      ids.length === 0
        ? []
        : table(t, async (tx) => (await rowsUnder(tx, t, ids)).map((row) => live(t, row))),
    contactsByKeys: (keys) => byKeys(db, 'contact', keys),
    accountsByKeys: (keys) => byKeys(db, 'account', keys),
    contactsOfAccount: (id, limit) => listed(db, 'contact', 'account', id, limit),
    searchContacts: (query, page) => searchContacts(db, query, page),
    enrollmentsOf: (id) => listed(db, 'enrollment', 'contact', id),
    enrollmentsOfCadence: (id, limit) => listed(db, 'enrollment', 'cadence', id, limit),
    touchesOf: (id) => listed(db, 'touch', 'enrollment', id),
    touchesOfMany: async (ids) =>
      ids.length === 0
        ? []
        : table('touch', async (tx) => {
            const found = await touchRows(tx, ids)
            return found.map((rows) => rows.flatMap((row) => live('touch', row) ?? []))
          }),
    notesOf: (id, limit) => newestOf(db, 'note', id, limit),
    capturesOf: (id, limit) => newestOf(db, 'capture', id, limit),
    activitiesOf: (id, limit) => newestOf(db, 'activity', id, limit),
    cadences: () =>
      table('cadence', async (tx) =>
        (await tx.objectStore('cadence').getAll()).flatMap((row) => live('cadence', row) ?? []),
      ),
    snippets: () =>
      table('snippet', async (tx) =>
        (await tx.objectStore('snippet').getAll()).flatMap((row) => live('snippet', row) ?? []),
      ),
    isSuppressed: (ids) =>
      table('suppression', async (tx) => {
        const rows = await Promise.all(ids.map((id) => tx.objectStore('suppression').get(id)))
        return rows.some((row) => row?.f?.active === true)
      }),
    practiceIds: () => practiceIds(db),
    belongingsOf: (id) => belongingsOf(db, id),
    deletedOf: (id) => deletedOf(db, id),
    canUndo: (group) =>
      db.read(['undo'], async (tx) => (await tx.objectStore('undo').getKey(group)) !== undefined),
    undoableAmong: (groups) =>
      db.read(['undo'], async (tx) => {
        const found = await Promise.all(groups.map((group) => tx.objectStore('undo').get(group)))
        const entries = found.filter((entry) => entry !== undefined)
        return new Map(entries.map((entry) => [entry.group, undoSize(entry)]))
      }),
  }
}

type KeyReads = 'contactIdsByKeys' | 'suppressedAmong'
type TimeReads = 'dayRows' | 'dueEnrollments' | 'nextDueAfter' | 'countDone' | 'touchesSince' | 'pausedUntil'

function createTimeReads(db: Database): Pick<StoreReads, TimeReads> {
  return {
    dayRows: (until) => dayRows(db, until),
    dueEnrollments: (before, limit, from = '') =>
      listed(
        db,
        'enrollment',
        'due',
        IDBKeyRange.bound(['active', from], ['active', before], false, true),
        limit,
      ),
    nextDueAfter: async (after) => {
      const range = IDBKeyRange.bound(['active', after], ['active', MAX], true)
      const [next] = await listed(db, 'enrollment', 'due', range, 1)
      return next?.dueAt ?? null
    },
    countDone: (since, limit) =>
      db.read(['touch'], async (tx) => {
        const rows = await tx.objectStore('touch').index('at').getAll(IDBKeyRange.lowerBound(since), limit)
        return rows.filter((row) => row.f?.state === 'done').length
      }),
    touchesSince: (since, limit) => listed(db, 'touch', 'at', IDBKeyRange.lowerBound(since), limit),
    pausedUntil: (day, limit) =>
      listed(db, 'enrollment', 'pause', IDBKeyRange.bound(['paused', ''], ['paused', day]), limit),
  }
}

async function listed<T extends Table>(
  db: Database,
  t: T,
  index: string,
  query: IDBKeyRange | string,
  limit?: number,
): Promise<Stored<T>[]> {
  const range = typeof query === 'string' ? IDBKeyRange.only(query) : query
  const rows = await db.read([t], (tx) => tx.objectStore(t).index(index).getAll(range, limit))
  return rows.flatMap((row) => live(t, row) ?? [])
}

async function newestOf<T extends 'note' | 'capture' | 'activity'>(
  db: Database,
  t: T,
  contactId: string,
  limit: number,
): Promise<Stored<T>[]> {
  return db.read([t], async (tx) => {
    const found: Stored<T>[] = []
    let cursor = await tx.objectStore(t).index('contact').openCursor(timed(contactId), 'prev')
    while (cursor && found.length < limit) {
      const record = live(t, cursor.value)
      if (record) found.push(record)
      cursor = await cursor.continue()
    }
    return found
  })
}

async function byKeys<T extends 'contact' | 'account'>(
  db: Database,
  t: T,
  keys: readonly string[],
): Promise<Stored<T>[]> {
  const lists = await db.read([t], (tx) =>
    Promise.all(keys.map((key) => tx.objectStore(t).index('keys').getAll(IDBKeyRange.only(key), MOST_TWINS))),
  )
  const found = new Map<string, Stored<T>>()
  for (const row of lists.flat()) {
    const record = live(t, row)
    if (record && !found.has(row.id)) found.set(row.id, record)
  }
  return [...found.values()]
}

/**
 * Newest first, by id: ids are UUIDv7, so their order is that of their making, and a page can go on from an id
 * whatever was added or removed in between.
 */
async function searchContacts(
  db: Database,
  query: string,
  page: { limit: number; after?: string },
): Promise<ContactPage> {
  const words = queryWords(query)
  const asksNothing = words.length === 0
  if (asksNothing && query.trim() !== '') return { contacts: [], next: null }
  const found = asksNothing ? await newestContacts(db, page) : await contactsByWords(db, words, page)
  const contacts = found.slice(0, page.limit)
  return { contacts, next: found.length > page.limit ? (contacts.at(-1)?.id ?? null) : null }
}

async function newestContacts(
  db: Database,
  page: { limit: number; after?: string },
): Promise<Stored<'contact'>[]> {
  return db.read(['contact'], async (tx) => {
    const found: Stored<'contact'>[] = []
    const range = page.after === undefined ? null : IDBKeyRange.upperBound(page.after, true)
    let cursor = await tx.objectStore('contact').openCursor(range, 'prev')
    while (cursor && found.length <= page.limit) {
      const contact = live('contact', cursor.value)
      if (contact) found.push(contact)
      cursor = await cursor.continue()
    }
    return found
  })
}

async function contactsByWords(
  db: Database,
  words: readonly string[],
  page: { limit: number; after?: string },
): Promise<Stored<'contact'>[]> {
  return db.read(['contact'], async (tx) => {
    const store = tx.objectStore('contact')
    let ids: Set<string> | null = null
    for (const word of words) {
      const range = IDBKeyRange.bound(word, word + MAX)
      const hits: Set<string> = new Set(await store.index('words').getAllKeys(range))
      ids = ids === null ? hits : ids.intersection(hits)
      if (ids.size === 0) return []
    }
    const after = page.after
    const wanted = [...(ids ?? [])]
      .filter((id) => after === undefined || id < after)
      .sort((a, b) => (a < b ? 1 : -1))
      .slice(0, page.limit + 1)
    const rows = await Promise.all(wanted.map((id) => store.get(id)))
    return rows.flatMap((row) => live('contact', row) ?? [])
  })
}

async function practiceIds(db: Database): Promise<{ t: Table; id: string }[]> {
  return db.read(TABLE_NAMES, async (tx) => {
    const lists = await Promise.all(
      TABLE_NAMES.map(async (t) => {
        const ids = await tx.objectStore(t).index('practice').getAllKeys(IDBKeyRange.only(1))
        return ids.map((id) => ({ t, id }))
      }),
    )
    return lists.flat()
  })
}

async function belongingsOf(db: Database, contactId: string): Promise<{ t: Table; id: string }[]> {
  return db.read([...BELONGING, 'contact'], async (tx) => {
    const lists = await Promise.all(
      BELONGING.map(async (t) => {
        const isTimed = t === 'note' || t === 'capture' || t === 'activity'
        const query = isTimed ? timed(contactId) : contactId
        const ids = await tx.objectStore(t).index('contact').getAllKeys(query)
        return ids.map((id): { t: Table; id: string } => ({ t, id }))
      }),
    )
    const signs = await tx.objectStore('activity').index('contact').getAll(timed(contactId))
    // What is left of contacts that were joined to this one.
    const joined = signs.flatMap(({ f }) => {
      const other = f?.kind === 'joined' ? (f.facts as Record<string, string>)['id'] : undefined
      return other === undefined ? [] : [other]
    })
    const contacts = await Promise.all(
      [...joined, contactId].map((id) => tx.objectStore('contact').getKey(id)),
    )
    return [
      ...lists.flat(),
      ...contacts.flatMap((id) => (id === undefined ? [] : [{ t: 'contact' as const, id }])),
    ]
  })
}

/** No index of live records knows them, so those of the last thirty days are looked through. */
async function deletedOf(db: Database, contactId: string): Promise<{ t: Table; id: string }[]> {
  return db.read(BELONGING, async (tx) => {
    const lists = await Promise.all(
      BELONGING.map(async (t) => {
        const gone = await tx.objectStore(t).index('goneAt').getAll()
        return gone.flatMap(({ id, was }) => (was?.['contactId'] === contactId ? [{ t, id }] : []))
      }),
    )
    return lists.flat()
  })
}

/** All entries of a contact in an index that goes on by time. */
const timed = (contactId: string): IDBKeyRange => IDBKeyRange.bound([contactId, ''], [contactId, MAX])

const BELONGING = ['touch', 'enrollment', 'note', 'capture', 'activity'] as const
const MOST_TWINS = 20
