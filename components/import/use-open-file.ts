import { useRef, useState } from 'react'
import { readTable, type RefusedFile, type Table } from '#lib/app/import-file.ts'
import { readBackup } from '#lib/app/restore.ts'
import type { Backup, BackupRefusal } from '#lib/domain/backup.ts'
import { guessColumns, type Guess } from '#lib/domain/import/columns.ts'

/** A table of people, as it was read. */
export interface OpenTable {
  name: string
  table: Table
  guess: Guess
}

export type Problem =
  | { of: 'table'; refused: RefusedFile }
  | { of: 'backup'; refused: BackupRefusal }
  | { of: 'disk' }

export type Stage =
  | { at: 'choose'; problem: Problem | null; name: string | null }
  | { at: 'reading'; name: string; share: number }
  | { at: 'table'; file: OpenTable }
  | { at: 'backup'; name: string; backup: Backup }

/** The file that is open: chosen, read with progress, refused with a reason, or there. Nothing of it is stored. */
export function useOpenFile() {
  const [stage, setStage] = useState<Stage>(NOTHING)
  const stopper = useRef<AbortController | null>(null)

  const open = async (file: File): Promise<void> => {
    stopper.current?.abort()
    const stop = new AbortController()
    stopper.current = stop
    const { name } = file
    setStage({ at: 'reading', name, share: 0 })
    const watch = {
      signal: stop.signal,
      onProgress: (share: number) => !stop.signal.aborted && setStage({ at: 'reading', name, share }),
    }
    const next = await read(file, watch)
    if (!stop.signal.aborted) setStage(next)
  }
  const close = () => {
    stopper.current?.abort()
    setStage(NOTHING)
  }
  return { stage, open, close }
}

type Reading = Parameters<typeof readTable>[1]

async function read(file: File, watch: NonNullable<Reading>): Promise<Stage> {
  const { name } = file
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return { at: 'choose', name, problem: { of: 'disk' } }
  const all = new Uint8Array(bytes)
  if (isBackup(name, all)) {
    const backup = await readBackup(new TextDecoder().decode(all), watch)
    return 'kind' in backup
      ? { at: 'choose', name, problem: { of: 'backup', refused: backup } }
      : { at: 'backup', name, backup }
  }
  const table = await readTable(all, watch)
  return table.kind === 'refused'
    ? { at: 'choose', name, problem: { of: 'table', refused: table } }
    : { at: 'table', file: { name, table, guess: guessColumns(table.rows) } }
}

/** A file that Baton has saved is JSON and begins with a brace; no table of people does. */
function isBackup(name: string, bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart()
  return start.startsWith('{') || name.toLowerCase().endsWith('.json')
}

const NOTHING: Stage = { at: 'choose', problem: null, name: null }
