import { useMemo } from 'react'
import { undoBatch, type BatchRun, type UndoCount } from '#lib/app/batch.ts'
import { dayOf, type FilePieces } from '#lib/app/backup.ts'
import { importPeople, type ImportedRow, type ImportInput } from '#lib/app/import-people.ts'
import { previewImport, type PreviewInput, type PreviewRow } from '#lib/app/import-preview.ts'
import type { Watch } from '#lib/app/import-file.ts'
import { countRestore, restore, type RestoreCount, type RestoreInput } from '#lib/app/restore.ts'
import type { Backup } from '#lib/domain/backup.ts'
import type { Baton } from './baton.ts'
import { useBaton } from './context.tsx'

/** What comes in from a file. Only the import screen asks for it, so it loads with that screen. */
export interface ImportCases {
  preview(input: PreviewInput, watch: Watch): Promise<PreviewRow[] | null>
  run(input: ImportInput): Promise<BatchRun<ImportedRow>>
  countRestore(backup: Backup, watch: Watch): Promise<RestoreCount | null>
  restore(input: RestoreInput): Promise<BatchRun<number>>
  undo(batch: { id: string; onProgress: (done: number) => void }): Promise<UndoCount | null>
  save(file: FilePieces): void
  /** The rep's day, for names of files. */
  today(): string
}

export function useImportCases(): ImportCases {
  const baton = useBaton()
  return useMemo(() => importCases(baton), [baton])
}

function importCases({ deps, ports }: Baton): ImportCases {
  const told = async <R>(run: Promise<R>): Promise<R> => {
    try {
      return await run
    } finally {
      ports.changed()
    }
  }
  return {
    preview: (input, watch) => previewImport(deps, input, watch),
    run: (input) => told(importPeople(deps, ports.batches, input)),
    countRestore: (backup, watch) => countRestore(ports.files.whole, backup, watch),
    restore: (input) => told(restore(deps, { ...ports.batches, whole: ports.files.whole }, input)),
    undo: (batch) => told(undoBatch(deps, ports.batches, batch)),
    save: (file) => ports.files.save(file),
    today: () => dayOf(deps),
  }
}
