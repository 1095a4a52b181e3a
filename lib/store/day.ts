import type { Stored, Table } from '#lib/domain/records.ts'
import type { DayRow } from '#lib/domain/today.ts'
import type { Instant } from '#lib/domain/values.ts'
import type { Database, Tx } from './database.ts'
import { rowsIn, textOf } from './day-text.ts'
import { MOST_MARKS, type DayBlock, type DayMark } from './day-marks.ts'
import { live, MAX } from './live.ts'
import { isLive } from './rows.ts'

/**
 * What Today is made of, packed into one text: a day of 600 rows is read with one request instead of 1,300. Packed
 * rows are a copy that may be lost at any time:
 *
 *   a write ──► its record's mark, in the same transaction
 *   a read  ──► packed rows, those of marked records made anew ──► packed again, the marks seen go
 *          └──► no packed rows, or too old ─► made from the records ──────────► packed
 */

const SCOPE = ['day', 'dayMarks', 'contact', 'enrollment', 'account'] as const

/** Everything that is due before `until`, that awaits an answer, or whose nurture ends by then; in any order. */
export async function dayRows(db: Database, until: Instant): Promise<DayRow[]> {
  const seen = await db.read(SCOPE, (tx) => look(tx, until))
  // Only a copy: where it cannot be written, the next read does the work again.
  if (seen.packing) await pack(db, seen.packing).catch(() => undefined)
  return seen.rows
}

interface Seen {
  rows: DayRow[]
  /** What is to be packed; null while the packed rows are as new as the records. */
  packing: DayBlock | null
}

async function look(tx: Tx, until: Instant): Promise<Seen> {
  const block = await tx.objectStore('day').get(BLOCK)
  const seen = block?.upto ?? 0
  // Only what came since: the marks before are gone, but the database walks over each until it is compacted.
  const since = IDBKeyRange.lowerBound(seen, true)
  const [marks, keys] = await Promise.all([
    tx.objectStore('dayMarks').getAll(since, MOST_MARKS + 1),
    tx.objectStore('dayMarks').getAllKeys(since),
  ])
  const upto = keys.at(-1) ?? seen
  const isUsable =
    block !== undefined && block.until >= until && marks.length <= MOST_MARKS && !marks.includes('all')
  if (!isUsable) return gathered(tx, until, upto)
  const packed = rowsIn(block.rows)
  if (marks.length === 0) return { rows: packed, packing: null }
  const rows = await refreshed(tx, packed, marks, block.until)
  // Rows that were left out come in once there is room for them.
  if (block.isCut && rows.length < MOST_ROWS / 2) return gathered(tx, until, upto)
  return { rows, packing: { ...block, upto, rows: textOf(rows) } }
}

/** All rows from the records themselves, up to two days more than asked for, so that tomorrow finds them packed. */
async function gathered(tx: Tx, asked: Instant, upto: number): Promise<Seen> {
  const until = new Date(Date.parse(asked) + AHEAD_MS).toISOString()
  const dayBefore = new Date(Date.parse(asked) - DAY_MS).toISOString()
  const due = tx.objectStore('enrollment').index('due')
  const [backlog, fresh, answered, back] = await Promise.all([
    due.getAll(IDBKeyRange.bound(['active', ''], ['active', dayBefore], false, true), MOST_ROWS),
    due.getAll(IDBKeyRange.bound(['active', dayBefore], ['active', until], false, true), MOST_ROWS),
    newestAnswers(tx),
    tx
      .objectStore('contact')
      .index('nurture')
      .getAllKeys(IDBKeyRange.upperBound(until.slice(0, 10)), MOST_ROWS),
  ])
  const enrollments = [...backlog, ...fresh, ...answered].flatMap((row) => live('enrollment', row) ?? [])
  const contacts = await liveMany(tx, 'contact', [
    ...new Set([...enrollments.map((one) => one.contactId), ...back]),
  ])
  const accounts = await liveMany(tx, 'account', [
    ...new Set([...contacts.values()].flatMap(({ accountId }) => accountId ?? [])),
  ])
  const byContact = Map.groupBy(enrollments, ({ contactId }) => contactId)
  const rows = [...contacts.values()].flatMap((contact) =>
    rowsOf(contact, byContact.get(contact.id as Stored<'enrollment'>['contactId']) ?? [], accounts, until),
  )
  const isCut = backlog.length === MOST_ROWS || fresh.length === MOST_ROWS
  return { rows, packing: { upto, until, isCut, rows: textOf(rows) } }
}

/** The packed rows with those of changed records made anew. */
async function refreshed(
  tx: Tx,
  packed: DayRow[],
  marks: readonly DayMark[],
  until: Instant,
): Promise<DayRow[]> {
  const marked = (table: Table): Set<string> =>
    new Set(marks.flatMap((mark) => (mark !== 'all' && mark[0] === table ? [mark[1]] : [])))
  const [people, enrollments, companies] = [marked('contact'), marked('enrollment'), marked('account')]
  for (const enrollment of (await liveMany(tx, 'enrollment', [...enrollments])).values())
    people.add(enrollment.contactId)
  for (const { enrollment, contact } of packed) {
    const isOld = enrollment !== null && enrollments.has(enrollment.id)
    if (isOld || companies.has(contact.accountId ?? '')) people.add(contact.id)
  }
  const contacts = [...(await liveMany(tx, 'contact', [...people])).values()]
  const accounts = await liveMany(
    tx,
    'account',
    contacts.flatMap(({ accountId }) => accountId ?? []),
  )
  const anew = await Promise.all(
    contacts.map(async (contact) => {
      const own = await tx.objectStore('enrollment').index('contact').getAll(contact.id)
      return rowsOf(
        contact,
        own.flatMap((row) => live('enrollment', row) ?? []),
        accounts,
        until,
      )
    }),
  )
  return [...packed.filter(({ contact }) => !people.has(contact.id)), ...anew.flat()]
}

/** What Today may show of one person. Who of them it does show is decided there. */
function rowsOf(
  contact: Stored<'contact'>,
  enrollments: readonly Stored<'enrollment'>[],
  accounts: ReadonlyMap<string, Stored<'account'>>,
  until: Instant,
): DayRow[] {
  const company = contact.accountId === null ? undefined : accounts.get(contact.accountId)
  const account = company
    ? { id: company.id, name: said(company.name), headcount: saidOrNull(company.headcount) }
    : null
  const person = personOf(contact)
  const rows: DayRow[] = enrollments
    .filter((enrollment) => isShown(enrollment, contact, until))
    .map((enrollment) => ({ enrollment: essential(enrollment), contact: person, account }))
  const isBack = contact.nurtureUntil !== null && contact.nurtureUntil <= until.slice(0, 10)
  return isBack ? [...rows, { enrollment: null, contact: person, account }] : rows
}

function isShown(enrollment: Stored<'enrollment'>, contact: Stored<'contact'>, until: Instant): boolean {
  if (enrollment.state === 'active') return enrollment.dueAt !== null && enrollment.dueAt < until
  const isAnswer = enrollment.state === 'finished' && enrollment.finishReason === 'reply'
  return isAnswer && contact.status === 'engaged'
}

function personOf(contact: Stored<'contact'>): DayRow['contact'] {
  const { id, accountId, zone, leadSource, status, nurtureUntil, doNotContact, practice } = contact
  return {
    id, accountId, zone, leadSource, status, nurtureUntil, doNotContact, practice,
    name: said(contact.name), company: saidOrNull(contact.company), title: saidOrNull(contact.title),
    headline: saidOrNull(contact.headline), location: saidOrNull(contact.location),
  } // prettier-ignore
}

function essential(enrollment: Stored<'enrollment'>): NonNullable<DayRow['enrollment']> {
  const { id, cadenceId, state, finishReason, finishedAt, startedAt, arrivedAt, cycle, dueAt, dueStepId } =
    enrollment
  const arrived = arrivedAt ? { arrivedAt } : {}
  return { id, cadenceId, state, finishReason, finishedAt, startedAt, ...arrived, cycle, dueAt, dueStepId }
}

const said = ({ value }: { value: string }): { value: string } => ({ value })
const saidOrNull = (field: { value: string } | null): { value: string } | null => field && said(field)

async function liveMany<T extends 'contact' | 'enrollment' | 'account'>(
  tx: Tx,
  t: T,
  ids: readonly string[],
): Promise<Map<string, Stored<T>>> {
  const rows = await Promise.all(ids.map((id) => tx.objectStore(t).get(id)))
  return new Map(
    rows.flatMap((row) => (isLive(row) ? [[row.id, live(t, row)] as const] : [])).flatMap(defined),
  )
}

const defined = <K, V>([key, value]: readonly [K, V | undefined]): [K, V][] =>
  value === undefined ? [] : [[key, value]]

/** The latest first; those that were judged since are still among them. */
async function newestAnswers(tx: Tx) {
  const range = IDBKeyRange.bound(['reply', ''], ['reply', MAX])
  const rows = []
  let cursor = await tx.objectStore('enrollment').index('finish').openCursor(range, 'prev')
  while (cursor && rows.length < MOST_ANSWERS) {
    rows.push(cursor.value)
    cursor = await cursor.continue()
  }
  return rows
}

/** Never over rows that know of later marks, nor while a mark says that nothing older may be kept. */
async function pack(db: Database, block: DayBlock): Promise<void> {
  await db.write(['day', 'dayMarks'], 'relaxed', async (tx) => {
    const [there, since] = await Promise.all([
      tx.objectStore('day').get(BLOCK),
      tx.objectStore('dayMarks').getAll(IDBKeyRange.lowerBound(block.upto, true)),
    ])
    if ((there?.upto ?? -1) > block.upto || since.includes('all')) return
    const from = there?.upto ?? 0
    // A range of nothing is refused with an exception, which would take the block's own request along.
    const isMarked = from < block.upto
    await Promise.all([
      tx.objectStore('day').put(block, BLOCK),
      isMarked && tx.objectStore('dayMarks').delete(IDBKeyRange.bound(from, block.upto, true)),
    ])
  })
}

const BLOCK = 'values'
/** More than anybody does in a day, few enough to read at once. */
const MOST_ROWS = 300
const MOST_ANSWERS = 300
const DAY_MS = 86_400_000
const AHEAD_MS = 2 * DAY_MS
