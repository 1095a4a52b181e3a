import type { Conflict, Fields, Mark, MergeRow } from '#lib/sync/merge.ts'
import type { Query } from './database.ts'
import { knownFields } from './op-check.ts'

/** Rows as the merge sees them, read and written in few statements whatever their number. */

export interface Key {
  t: string
  id: string
}
export const keyOf = ({ t, id }: Key): string => `${t}/${id}`

export interface ChangedRow extends Key {
  rev: number
  row: MergeRow
}

export async function loadRows(
  query: Query,
  ws: string,
  keys: readonly Key[],
): Promise<Map<string, MergeRow>> {
  if (keys.length === 0) return new Map()
  const rows = await query(
    `select r.* from unnest($2::text[], $3::uuid[]) as k(t, id) join record r on r.ws = $1 and r.t = k.t and r.id = k.id`,
    [ws, keys.map((key) => key.t), keys.map((key) => key.id)],
  )
  return rowsByKey(rows)
}

/** Everything that belongs to a contact, and the copies made of a note: what an erasure takes along (R24). */
export async function loadBelongings(query: Query, ws: string, erased: Key): Promise<Map<string, MergeRow>> {
  const which = erased.t === 'contact' ? "f->>'contactId' = $2::text" : 't = $3 and copy_of = $2::uuid'
  const params = erased.t === 'contact' ? [ws, erased.id] : [ws, erased.id, erased.t]
  return rowsByKey(await query(`select * from record where ws = $1 and not erased and ${which}`, params))
}

export async function loadErased(query: Query, ws: string, keys: readonly Key[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await query(
    `select e.t, e.id from unnest($2::text[], $3::uuid[]) as k(t, id) join erased e on e.ws = $1 and e.t = k.t and e.id = k.id`,
    [ws, keys.map((key) => key.t), keys.map((key) => key.id)],
  )
  return new Set(rows.map((row) => keyOf({ t: String(row['t']), id: String(row['id']) })))
}

export async function saveRows(query: Query, ws: string, rows: readonly ChangedRow[]): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map(({ t, id, rev, row }) => {
    const [f, x] = splitFields(t, row.f)
    return { t, id, rev, f, x, fm: row.fm, del: row.del, erased: row.erased, copy_of: row.copyOf }
  })
  await query(
    `insert into record (ws, t, id, rev, f, x, fm, del, erased, copy_of)
     select $1, * from jsonb_to_recordset($2::jsonb)
       as r(t text, id uuid, rev bigint, f jsonb, x jsonb, fm jsonb, del boolean, erased boolean, copy_of uuid)
     on conflict (ws, t, id) do update set rev = excluded.rev, f = excluded.f, x = excluded.x, fm = excluded.fm,
       del = excluded.del, erased = excluded.erased`,
    [ws, JSON.stringify(values)],
  )
  await forget(
    query,
    ws,
    rows.filter(({ row }) => row.erased),
  )
}

export async function saveConflicts(
  query: Query,
  ws: string,
  conflicts: readonly (Key & Conflict)[],
): Promise<void> {
  if (conflicts.length === 0) return
  await query(
    `insert into conflict_log (ws, t, id, field, kept, lost, lost_by)
     select $1, * from jsonb_to_recordset($2::jsonb)
       as c(t text, id uuid, field text, kept jsonb, lost jsonb, "lostBy" text)`,
    [ws, JSON.stringify(conflicts)],
  )
}

async function forget(query: Query, ws: string, erased: readonly Key[]): Promise<void> {
  if (erased.length === 0) return
  const params = [ws, erased.map((key) => key.t), erased.map((key) => key.id)]
  await query(
    'insert into erased (ws, t, id) select $1, * from unnest($2::text[], $3::uuid[]) on conflict do nothing',
    params,
  )
  await query(
    `delete from conflict_log c using unnest($2::text[], $3::uuid[]) as k(t, id)
     where c.ws = $1 and c.t = k.t and c.id = k.id`,
    params,
  )
}

function splitFields(table: string, fields: Fields): [known: Fields, unknown: Fields] {
  const known = knownFields(table)
  const entries = Object.entries(fields)
  return [
    Object.fromEntries(entries.filter(([name]) => Object.hasOwn(known, name))),
    Object.fromEntries(entries.filter(([name]) => !Object.hasOwn(known, name))),
  ]
}

function rowsByKey(rows: readonly Record<string, unknown>[]): Map<string, MergeRow> {
  return new Map(
    rows.map((row) => {
      const key = keyOf({ t: String(row['t']), id: String(row['id']) })
      const merged: MergeRow = {
        f: { ...(row['f'] as Fields), ...(row['x'] as Fields) }, // written by `saveRows`
        fm: row['fm'] as Record<string, Mark>, // same
        del: row['del'] === true,
        erased: row['erased'] === true,
        copyOf: typeof row['copy_of'] === 'string' ? row['copy_of'] : null,
      }
      return [key, merged]
    }),
  )
}
