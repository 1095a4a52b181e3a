import { BACKUP_FORM, BACKUP_TABLES } from '#lib/domain/backup.ts'
import type { Whole } from '#lib/store/whole.ts'
import type { Deps } from './deps.ts'
import { breath, type Watch } from './import-file.ts'

/** A file in pieces, so that no text of its whole length is ever made. */
export interface FilePieces {
  name: string
  type: string
  pieces: string[]
}

/**
 * Everything out: one dated JSON file, a record a line. `version` is that of Baton. Null when it was stopped. What is
 * edited meanwhile may be in it or not; every record is whole.
 */
export async function backupFile(
  deps: Deps,
  whole: Whole,
  { version, onProgress, signal }: Watch & { version: string },
): Promise<FilePieces | null> {
  const at = deps.clock.now()
  const counts: Record<string, number> = {}
  const records: string[] = []
  for (const [done, t] of BACKUP_TABLES.entries()) {
    let after: string | null = null
    let count = 0
    records.push(`${done === 0 ? '' : ',\n'}${JSON.stringify(t)}: [`)
    for (;;) {
      if (signal?.aborted === true) return null
      const page = await whole.page(t, { after, limit: PAGE })
      const lines = page.map((record) => JSON.stringify(record)).join(',\n')
      if (lines !== '') records.push(count === 0 ? `\n${lines}` : `,\n${lines}`)
      count += page.length
      after = page.at(-1)?.id ?? null
      if (page.length < PAGE) break
      await breath()
    }
    records.push(']')
    counts[t] = count
    onProgress?.((done + 1) / BACKUP_TABLES.length)
  }
  const head = {
    app: 'baton',
    kind: 'backup',
    form: BACKUP_FORM,
    version,
    at,
    counts,
    settings: await deps.settings.get(),
  }
  const opening = `${JSON.stringify(head).slice(0, -1)},\n"records": {\n`
  return {
    name: `baton-${dayOf(deps)}.json`,
    type: 'application/json',
    pieces: [opening, ...records, '\n}}\n'],
  }
}

/** The day where the rep sits, for names of files. */
export function dayOf({ clock }: Pick<Deps, 'clock'>): string {
  return Temporal.Instant.from(clock.now()).toZonedDateTimeISO(clock.zone()).toPlainDate().toString()
}

const PAGE = 1_000
