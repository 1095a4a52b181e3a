import { LIVE, type Mark } from '#lib/sync/merge.ts'
import type { Json, PulledChange } from '#lib/sync/protocol.ts'
import type { Query } from './database.ts'

export interface Pulled {
  changes: PulledChange[]
  next: number
  more: boolean
}

/** Rows after the cursor in order of their revision (R6). `head` must be of the same moment. */
export async function pull(
  query: Query,
  ws: string,
  cursor: number,
  head: number,
  limit: number,
): Promise<Pulled> {
  if (cursor >= head) return { changes: [], next: cursor, more: false }
  const rows = await query(
    `select * from (
       select t, id, rev, f, fm, x, del, erased,
         sum(octet_length(f::text) + octet_length(x::text)) over (order by rev rows unbounded preceding)
           - octet_length(f::text) - octet_length(x::text) as before
       from (select * from record where ws = $1 and rev > $2 order by rev limit $3) page
     ) sized where before < $4 order by rev`,
    [ws, cursor, limit, PAGE_BYTES],
  )
  const changes = rows.map(changeOf)
  const last = changes.at(-1)?.rev ?? head
  return {
    changes,
    next: last,
    more: last < head && changes.length > 0 && (await hasRowsAfter(query, ws, last)),
  }
}

async function hasRowsAfter(query: Query, ws: string, rev: number): Promise<boolean> {
  const rows = await query('select exists (select from record where ws = $1 and rev > $2) as more', [ws, rev])
  return rows[0]?.['more'] === true
}

function changeOf(row: Record<string, unknown>): PulledChange {
  const at = { t: String(row['t']), id: String(row['id']), rev: Number(row['rev']) }
  if (row['erased'] === true) return { ...at, erased: true }
  if (row['del'] === true) return { ...at, del: true }
  const f = { ...(row['f'] as Record<string, Json>), ...(row['x'] as Record<string, Json>) } // written by `saveRows`
  const { [LIVE]: _, ...fm } = row['fm'] as Record<string, Mark> // same
  return { ...at, f, fm }
}

const PAGE_BYTES = 1_048_576
