import * as z from 'zod/mini'
import { TABLES, type Table } from './records.ts'
import { DEFAULT_SETTINGS, settings, type Settings } from './settings.ts'
import { instant, uuid } from './values.ts'

/**
 * Everything Baton knows, as one file: every live record, every setting; no token, no queue, nothing deleted. The form
 * grows by one whenever a record gets a field or a table is added; a setting that a file does not know is left as it
 * ships.
 *
 *   { "app": "baton", "kind": "backup", "form": 1, "version": …, "at": …, "counts": { <table>: n },
 *     "settings": { … }, "records": { <table>: [ { "id", "hlc", "f" } ] } }
 */
export const BACKUP_FORM = 1

export interface FiledRecord {
  id: string
  /** Clock of the last edit on the device it comes from, ms. */
  hlc: number
  f: Record<string, unknown>
}

export interface Backup {
  form: number
  /** Version of Baton that wrote it. */
  version: string
  at: string
  settings: Settings
  records: Record<Table, FiledRecord[]>
}

/** Why a file is not taken. `place` tells where: a line, or a record and its field. */
export interface BackupRefusal {
  kind: 'refused'
  code: 'not-json' | 'cut-off' | 'not-baton' | 'other-file' | 'newer' | 'broken' | 'incomplete' | 'stopped'
  place: string | null
}

/** Head of the file: what must fit before any record is looked at. */
export type BackupHead =
  | { kind: 'head'; head: Omit<Backup, 'records'>; lists: Map<Table, unknown[]>; total: number }
  | BackupRefusal

/** Reads the parsed text of a file up to its records; each of those is then read by `readFiled`. */
export function readBackupHead(file: unknown): BackupHead {
  const whose = parsed(owner, file)
  if (whose === null) return refusal('not-baton', null)
  if (whose.kind !== 'backup') return refusal('other-file', whose.kind ?? null)
  if ((whose.form ?? 0) > BACKUP_FORM) return refusal('newer', whose.version ?? null)
  const result = envelope.safeParse(file)
  if (!result.success) return refusal('broken', placeOf(result.error))
  const { records, counts, settings: rawSettings, ...rest } = result.data
  const fitted = settings.safeParse({ ...DEFAULT_SETTINGS, ...rawSettings })
  if (!fitted.success) return refusal('broken', `settings, ${placeOf(fitted.error)}`)
  const head = { ...rest, settings: fitted.data }
  const lists = new Map<Table, unknown[]>()
  for (const t of BACKUP_TABLES) {
    const list = Object.hasOwn(records, t) ? records[t] : undefined
    const count = Object.hasOwn(counts, t) ? counts[t] : undefined
    if (list === undefined && count === undefined && LATER_TABLES.has(t)) {
      lists.set(t, [])
      continue
    }
    if (list === undefined || list.length !== count) return refusal('incomplete', t)
    lists.set(t, list)
  }
  const total = [...lists.values()].reduce((sum, list) => sum + list.length, 0)
  return { kind: 'head', head, lists, total }
}

/** One record of the file by the schema of its table; a refusal names the record and the field. */
export function readFiled(t: Table, index: number, raw: unknown): FiledRecord | BackupRefusal {
  const where = (field: string): string => `${t} ${index + 1}${field === '' ? '' : `, ${field}`}`
  const outer = filed.safeParse(raw)
  if (!outer.success) return refusal('broken', where(placeOf(outer.error)))
  const inner = TABLES[t].safeParse(outer.data.f)
  if (!inner.success) return refusal('broken', where(placeOf(inner.error)))
  return { id: outer.data.id, hlc: outer.data.hlc, f: inner.data }
}

export function refusal(code: BackupRefusal['code'], place: string | null): BackupRefusal {
  return { kind: 'refused', code, place }
}

/** In the order in which they are written: what others point to comes first, so that Undo takes it back last. */
export const BACKUP_TABLES: readonly Table[] = [
  'account',
  'cadence',
  // The keys of a const object are its literal names.
  ...(Object.keys(TABLES) as Table[]).filter((t) => t !== 'account' && t !== 'cadence'),
]

/** Tables that came after the first files were written: those have nothing of them. */
const LATER_TABLES: ReadonlySet<Table> = new Set<Table>(['snippet'])

const owner = z.object({
  app: z.literal('baton'),
  kind: z.optional(z.string()),
  form: z.optional(z.number()),
  version: z.optional(z.string()),
})

const envelope = z.object({
  form: z.number().check(z.int(), z.gte(1)),
  version: z.string().check(z.maxLength(40)),
  at: instant,
  settings: z.record(z.string(), z.unknown()),
  counts: z.record(z.string(), z.number()),
  records: z.record(z.string(), z.array(z.unknown())),
})

const filed = z.object({
  id: uuid,
  hlc: z.number().check(z.gte(0)),
  f: z.record(z.string(), z.unknown()),
})

function parsed<T>(schema: z.ZodMiniType<T>, value: unknown): T | null {
  const result = schema.safeParse(value)
  return result.success ? result.data : null
}

function placeOf(error: { issues: readonly { path: readonly PropertyKey[] }[] }): string {
  return (error.issues[0]?.path ?? []).map(String).join('.')
}
