import * as fs from 'node:fs/promises'
import type { Database } from './database.ts'

const FOLDER = new URL('./migrations/', import.meta.url)
const LOCK = 6_227_002

/**
 * Brings the database to the newest version, in one transaction and one server at a time. Files are numbered
 * without a hole (`0001-start.sql`, …) and frozen once released. Throws when the database is newer than the files.
 */
export async function migrate(db: Database): Promise<{ from: number; to: number }> {
  const files = await migrationFiles()
  return db.owner(async (query) => {
    await query(`select pg_advisory_xact_lock(${LOCK})`)
    await query(
      'create table if not exists migration (number int primary key, name text not null, at timestamptz not null default now())',
    )
    const rows = await query('select coalesce(max(number), 0)::int as number from migration')
    const from = Number(rows[0]?.['number'])
    if (from > files.length)
      throw new Error(`The database is of a newer Baton (migration ${from}, known ${files.length}).`)
    for (const [index, name] of files.entries()) {
      if (index < from) continue
      await query(await fs.readFile(new URL(name, FOLDER), 'utf8'))
      await query('insert into migration (number, name) values ($1, $2)', [index + 1, name])
    }
    return { from, to: files.length }
  })
}

async function migrationFiles(): Promise<string[]> {
  const names = (await fs.readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
  for (const [index, name] of names.entries()) {
    if (Number(name.slice(0, 4)) !== index + 1) throw new Error(`Migration ${index + 1} is missing.`)
  }
  return names
}

/** The one workspace of this server and its user, made at the first start. Forgets old entries of the log (R3). */
export async function ensureInstallation(db: Database): Promise<{ ws: string; userId: string }> {
  return db.owner(async (query) => {
    await query(
      'insert into installation (ws, user_id) values (gen_random_uuid(), gen_random_uuid()) on conflict do nothing',
    )
    const rows = await query('select ws, user_id from installation')
    const ws = String(rows[0]?.['ws'])
    await query("select set_config('app.ws', $1, true)", [ws])
    await query('insert into workspace (ws) values ($1) on conflict do nothing', [ws])
    await query("delete from op_log where ws = $1 and at < now() - interval '90 days'", [ws])
    return { ws, userId: String(rows[0]?.['user_id']) }
  })
}

/** After a restore from a backup: devices send again what they still hold. Returns the new epoch. */
export async function newEpoch(db: Database, ws: string): Promise<string> {
  return db.owner(async (query) => {
    await query("select set_config('app.ws', $1, true)", [ws])
    const rows = await query('update workspace set epoch = gen_random_uuid() where ws = $1 returning epoch', [
      ws,
    ])
    return String(rows[0]?.['epoch'])
  })
}
