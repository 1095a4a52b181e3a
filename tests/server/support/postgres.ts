import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '#server/database.ts'
import { startCluster } from '#server/postgres/cluster.ts'

/** A real PostgreSQL in a folder that nobody else may enter, as `mktemp -d` makes it. */
export async function openPostgres(): Promise<Database & { url: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'baton-test-'))
  const cluster = await startCluster(dataDir, () => undefined)
  const db = openDatabase(cluster.url, () => undefined)
  return {
    ...db,
    url: cluster.url,
    close: async () => {
      await db.close()
      await cluster.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
