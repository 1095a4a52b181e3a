import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MIGRATIONS } from '#lib/store/migrations/list.ts'
import { shapeOf } from '#tests/support/database-shape.ts'

/** Writes the snapshot of the newest version: `node tests/store/write-migrations.ts`, once, with its migration. */
const version = MIGRATIONS.length
const name = `${String(version).padStart(4, '0')}.json`
writeFileSync(
  join(import.meta.dirname, '../fixtures/migrations', name),
  `${JSON.stringify(await shapeOf(version), null, 2)}\n`,
)
