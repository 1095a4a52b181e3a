import type { Table } from '#lib/domain/records.ts'
import { commit } from './commit.ts'
import { loadRows, type Core } from './core.ts'
import type { UndoEntry, UndoItem } from './database.ts'
import { equalJson } from './json.ts'
import { isLive, type Fields, type Row } from './rows.ts'
import { differing, GOES_ON_WITH, recordKey } from './stage.ts'
import type { Change, Plan, UndoCount, UndoExtra, UndoResult } from './store.ts'
import type { Turn } from './turn.ts'
import { standApart } from './undo-count.ts'

/** Takes back a group in a commit of its own; see `Store.undo`. */
export async function undo(core: Core, group: string, extra?: UndoExtra): Promise<UndoResult> {
  const { result } = await commit<UndoCount>(
    core,
    async (read, own) => {
      const entry = await core.db.read(['undo'], (tx) => tx.objectStore('undo').get(group))
      const plan = await undoPlan(core, entry, alone(core))
      if (plan.changes.length === 0 || !extra) return plan
      return { ...plan, changes: [...plan.changes, ...(await extra(read, own, plan.changes))] }
    },
    { undoes: group },
  )
  if (result.undone > 0) return 'undone'
  return result.changed > 0 ? 'changed-since' : 'gone'
}

/** What stands, with what waits to be written (`Turn`). */
type Ground = Pick<Turn, 'rows' | 'settle'>

/** Nothing waits. */
const alone = (core: Core): Ground => ({
  rows: (records) => loadRows(core, records),
  settle: () => Promise.resolve(),
})

/** What takes the group of the entry back, as things stand; the caller holds the lock. */
export async function undoPlan(
  core: Core,
  entry: UndoEntry | undefined,
  ground: Ground,
): Promise<Plan<UndoCount>> {
  if (!entry) return { changes: [], result: GONE }
  const { items } = entry
  const rows = await ground.rows(items)
  const backs = await Promise.all(
    items.map(async (item) => {
      const row = rows.get(recordKey(item.t, item.id))
      return row === undefined || row.erased ? 'gone' : backward(core, { item, row, items, ground })
    }),
  )
  return standApart(items) ? apart(backs) : together(items, backs)
}

type Back = Change | 'changed-since' | 'stays' | 'gone' | null

/** All of it, or nothing where something later stands on it. */
function together(items: readonly UndoItem[], backs: readonly Back[]): Plan<UndoCount> {
  const kept = new Set(items.flatMap(({ id }, at) => (backs[at] === 'stays' ? [id] : [])))
  const changes: Change[] = []
  for (const [at, back] of backs.entries()) {
    if (back === 'gone') return { changes: [], result: GONE }
    if (back === 'changed-since') return { changes: [], result: CHANGED }
    const item = items[at]
    if (back === null || back === 'stays' || !item) continue
    if (!goesWith(item, kept)) changes.push(back)
  }
  // Of a person who stays only a cadence can be taken back: else what is left to do is nothing.
  if (kept.size > 0 && !changes.some(({ t }) => t === 'enrollment')) return { changes: [], result: CHANGED }
  // All of it was taken away in the meantime, e.g. by a deletion on another device.
  return { changes, result: changes.length === 0 ? GONE : { undone: 1, changed: 0, gone: 0 } }
}

/** Each as far as nothing later stands on it: hundreds of people share the group. */
function apart(backs: readonly Back[]): Plan<UndoCount> {
  const changes = backs.filter((back) => back !== null && typeof back === 'object')
  const changed = backs.filter((back) => back === 'changed-since').length
  const undone = changes.length
  return { changes, result: { undone, changed, gone: backs.length - undone - changed } }
}

const GONE: UndoCount = { undone: 0, changed: 0, gone: 1 }
const CHANGED: UndoCount = { undone: 0, changed: 1, gone: 0 }

interface Backward {
  item: UndoItem
  row: Row
  /** All of the group. */
  items: readonly UndoItem[]
  ground: Ground
}

async function backward(core: Core, { item, row, items, ground }: Backward): Promise<Exclude<Back, 'gone'>> {
  const { t, id, before, after } = item
  if (after === null) return isLive(row) ? 'changed-since' : change({ t, id, k: 'restore' })
  if (before === null) {
    if (!isLive(row)) return null
    const isAsMade = stillHolds(t, Object.keys(after), after, row.f)
    if (isAsMade && !(await hasLaterGuests(core, item, items, ground))) return change({ t, id, k: 'del' })
    // Somebody else works there by now: the company stays.
    if (t === 'account') return null
    return t === 'contact' ? 'stays' : 'changed-since'
  }
  if (!isLive(row)) return 'changed-since'
  const names = differing(before, after)
  if (!stillHolds(t, names, after, row.f)) return t === 'account' ? null : 'changed-since'
  return change({
    t,
    id,
    k: 'patch',
    f: Object.fromEntries(names.map((name) => [name, before[name] ?? null])),
  })
}

/**
 * Whether the record belongs to a person who stays because of what was done since (a note, a typed value, another
 * cadence): what is known of them stays as well, only cadences and what the timeline says of those go.
 */
function goesWith({ t, id, after }: UndoItem, kept: ReadonlySet<string>): boolean {
  if (t === 'contact') return kept.has(id)
  if (t === 'account') return kept.size > 0
  const contactId = after?.contactId
  if (t === 'enrollment' || typeof contactId !== 'string' || !kept.has(contactId)) return false
  return t !== 'activity' || after?.kind !== 'enrolled'
}

/** Zone and place that were read from the location since: nobody's work. */
function isRead(name: string, now: Fields): boolean {
  const place = now['place'] as { zone: string | null } | null | undefined // of a contact, checked when it was written
  return name === 'place' || (name === 'zone' && place?.zone === now['zone'])
}

/**
 * Field by field. The due instant of an enrollment is an index that is computed anew, so it counts only together with its
 * step, save where it was put off to that very instant.
 */
function stillHolds(t: Table, names: readonly string[], after: Fields, now: Fields): boolean {
  const isIndex = t === 'enrollment' && names.includes('dueAt')
  const mayDiffer = isIndex && !names.includes('shifts')
  return [...names, ...(isIndex ? GOES_ON_WITH : [])]
    .filter((name) => !(name === 'dueAt' && mayDiffer) && !(t === 'contact' && isRead(name, now)))
    .every((name) => equalJson(after[name], now[name]))
}

/** Whether records made later hang on this one. */
async function hasLaterGuests(
  core: Core,
  { t, id }: UndoItem,
  items: readonly UndoItem[],
  ground: Ground,
): Promise<boolean> {
  const guests = GUESTS[t] ?? []
  if (guests.length === 0) return false
  for (const [guest, index] of guests) await ground.settle(guest, `${index}Id`, id)
  const own = new Set(items.map((item) => recordKey(item.t, item.id)))
  return core.db.read(
    guests.map(([guest]) => guest),
    async (tx) => {
      const found = await Promise.all(
        guests.map(async ([guest, index, isTimed]) => {
          const query = isTimed ? IDBKeyRange.bound([id, ''], [id, '\uffff']) : IDBKeyRange.only(id)
          const ids = await tx
            .objectStore(guest)
            .index(index)
            .getAllKeys(query, own.size + 1)
          return ids.some((guestId) => !own.has(recordKey(guest, guestId)))
        }),
      )
      return found.includes(true)
    },
  )
}

/** By their index, named as the field without its `Id`. Activities and captures go with their contact and do not count. */
const GUESTS: { [T in Table]?: readonly [guest: Table, index: string, isTimed?: boolean][] } = {
  contact: [
    ['enrollment', 'contact'],
    ['touch', 'contact'],
    ['note', 'contact', true],
  ],
  account: [['contact', 'account']],
  enrollment: [['touch', 'enrollment']],
  cadence: [['enrollment', 'cadence']],
}

/** Table and fields come from records of that table, which the schemas check again before they are saved. */
const change = (loose: { t: Table; id: string; k: Change['k']; f?: Fields }): Change =>
  loose as unknown as Change
