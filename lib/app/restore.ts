import {
  BACKUP_TABLES,
  readBackupHead,
  readFiled,
  refusal,
  type Backup,
  type BackupRefusal,
  type FiledRecord,
} from '#lib/domain/backup.ts'
import type { Table } from '#lib/domain/records.ts'
import type { Change, Plan, StoreReads } from '#lib/store/store.ts'
import type { Standing, Whole } from '#lib/store/whole.ts'
import type { Json } from '#lib/sync/protocol.ts'
import { runBatch, type BatchPorts, type BatchRun } from './batch.ts'
import type { Deps } from './deps.ts'
import { breath, type Watch } from './import-file.ts'
import { replanChanges } from './replan.ts'
import { thisMoment } from './planning.ts'
import { fieldsToRestore } from './restore-merge.ts'

/** Everything back in: the file is read whole and judged before anything is written, then written table by table. */

/** What the file would do to the records of one table. */
export interface TableCount {
  /** Not here: they are added. */
  added: number
  /** Deleted here: they come back. */
  returned: number
  /** Here, and something in the file is newer. */
  updated: number
  /** Here, and nothing in the file is newer. */
  kept: number
  /** Erased here for ever: they stay away. */
  erased: number
}
export type RestoreCount = Record<Table, TableCount>

/** Reads and checks the whole text of a file; nothing is written. */
export async function readBackup(text: string, watch: Watch = {}): Promise<Backup | BackupRefusal> {
  const json = parsedText(text)
  if ('refused' in json) return json.refused
  const result = readBackupHead(json.value)
  if (result.kind === 'refused') return result
  const records = new Map<Table, FiledRecord[]>()
  let done = 0
  for (const [t, list] of result.lists) {
    const ids = new Set<string>()
    const read: FiledRecord[] = []
    for (const [index, raw] of list.entries()) {
      const record = readFiled(t, index, raw)
      if ('kind' in record) return record
      if (ids.has(record.id)) return refusal('broken', `${t} ${index + 1}, id`)
      ids.add(record.id)
      read.push(record)
      if (++done % PART !== 0) continue
      if (watch.signal?.aborted === true) return refusal('stopped', null)
      watch.onProgress?.(done / result.total)
      await breath()
    }
    records.set(t, read)
  }
  // Every table of the head has its list by now.
  return { ...result.head, records: Object.fromEntries(records) as Backup['records'] }
}

/** What restoring would do, counted before it is done. Null when it was stopped. */
export async function countRestore(
  whole: Whole,
  backup: Backup,
  watch: Watch = {},
): Promise<RestoreCount | null> {
  const counts: Partial<RestoreCount> = {}
  for (const t of BACKUP_TABLES) {
    const count: TableCount = { added: 0, returned: 0, updated: 0, kept: 0, erased: 0 }
    for (const part of partsOf(backup.records[t], PART)) {
      if (watch.signal?.aborted === true) return null
      for (const { kind } of await decide(whole, t, part)) count[kind] += 1
      await breath()
    }
    counts[t] = count
    watch.onProgress?.((BACKUP_TABLES.indexOf(t) + 1) / BACKUP_TABLES.length)
  }
  return counts as RestoreCount // every table has been counted
}

/**
 * Writes what the file has and the store has not, by the rules of `fieldsToRestore`; what was erased for ever stays
 * away. Stop keeps what is done, Undo takes all of it back but the settings.
 */
export async function restore(
  deps: Deps,
  ports: BatchPorts & { whole: Whole },
  { backup, withSettings, signal, onProgress }: RestoreInput,
): Promise<BatchRun<number>> {
  const items: RestoreItem[] = BACKUP_TABLES.flatMap((t) =>
    partsOf(backup.records[t], RECORDS_IN_COMMIT).map((records) => ({ t, records })),
  )
  const brought = new Set<string>()
  const replanned = new Set<string>()
  const moment = await thisMoment(deps)
  const run = await runBatch<RestoreItem | 'replan', number>(deps, ports, {
    kind: 'restore-file',
    facts: { at: backup.at },
    items: [...items, 'replan'],
    turn: 1,
    plan: async (item, reads, { group }): Promise<Plan<number>> => {
      if (item === 'replan') {
        const enrollments = await liveEnrollments(reads, replanned)
        const changes = await replanChanges(deps, reads, { enrollments, moment, group })
        return { changes, result: 0 }
      }
      const changes = await changesOf(ports.whole, item)
      for (const change of changes) {
        if (change.k !== 'put') continue
        if (change.t === 'enrollment') brought.add(change.id)
        // It stands here with a due instant that did not know of this touch.
        const enrollmentId = change.t === 'touch' ? change.f.enrollmentId : null
        if (enrollmentId !== null && !brought.has(enrollmentId)) replanned.add(enrollmentId)
      }
      return { changes, result: item.records.length }
    },
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  })
  if (run.state === 'done' && withSettings) await deps.settings.set(backup.settings)
  return run
}

export interface RestoreInput {
  backup: Backup
  withSettings: boolean
  signal?: AbortSignal
  onProgress?: (run: BatchRun<number>) => void
}

interface RestoreItem {
  t: Table
  records: FiledRecord[]
}

type Fate = { kind: keyof TableCount; change: Change | null }

async function changesOf(whole: Whole, { t, records }: RestoreItem): Promise<Change[]> {
  return (await decide(whole, t, records)).flatMap(({ change }) => change ?? [])
}

async function decide(whole: Whole, t: Table, records: readonly FiledRecord[]): Promise<Fate[]> {
  const standing = await whole.standing(
    t,
    records.map(({ id }) => id),
  )
  return records.map((record, index) => fateOf(t, record, standing[index] ?? null))
}

function fateOf(t: Table, record: FiledRecord, here: Standing | null): Fate {
  if (here?.state === 'erased') return { kind: 'erased', change: null }
  if (here?.state !== 'live' || here.f === null) {
    const change = loose({ t, id: record.id, k: 'put', f: record.f })
    return { kind: here === null ? 'added' : 'returned', change }
  }
  // Parsed by the schema of its table, so it is JSON.
  const f = record.f as Record<string, Json>
  const patch = fieldsToRestore(t, { ...here, f: here.f }, { f, hlc: record.hlc })
  if (Object.keys(patch).length === 0) return { kind: 'kept', change: null }
  return { kind: 'updated', change: loose({ t, id: record.id, k: 'patch', f: patch }) }
}

async function liveEnrollments(reads: StoreReads, ids: ReadonlySet<string>) {
  return (await reads.getMany('enrollment', [...ids])).flatMap((enrollment) => enrollment ?? [])
}

function parsedText(text: string): { value: unknown } | { refused: BackupRefusal } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const lines = (to: number): string => String(text.slice(0, to).split('\n').length)
    if (/^\s*\{/.test(text) && !/\}\s*$/.test(text))
      return { refused: refusal('cut-off', lines(text.length)) }
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    return { refused: refusal('not-json', position === undefined ? null : lines(Number(position))) }
  }
}

function partsOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size))
}

/** Table and fields come from records of that table, which the schemas check again before they are saved. */
const loose = (change: { t: Table; id: string; k: 'put' | 'patch'; f: object }): Change =>
  change as unknown as Change

const PART = 1_000
/** One commit, and at most one group of sync. */
const RECORDS_IN_COMMIT = 200
