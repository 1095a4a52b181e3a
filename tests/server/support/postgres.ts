import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '#server/database.ts'
import { startCluster } from '#server/postgres/cluster.ts'

/** A real PostgreSQL below a folder that nobody else may enter, as in a clone under `mktemp -d`. */
export async function openPostgres(): Promise<Database & { url: string }> {
  const closed = await mkdtemp(join(tmpdir(), 'baton-test-'))
  const cluster = await startCluster(join(closed, 'server'), () => undefined)
  const db = openDatabase(cluster.url, () => undefined)
  return {
    ...db,
    url: cluster.url,
    close: async () => {
      await db.close()
      await cluster.stop()
      await rm(closed, { recursive: true, force: true })
    },
  }
}
