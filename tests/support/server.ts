import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer, type RunningServer } from '#server/start.ts'

export interface TestServer extends RunningServer {
  /** Stops the API and its database; `restart` brings both back under the same address and data. */
  restart(): Promise<void>
  /** Records of a table as the server has them. */
  records(table: string): Promise<{ id: string; f: Record<string, unknown>; deleted: boolean }[]>
  end(): Promise<void>
}

/** The real server with its real database, in a folder of its own. */
export async function startTestServer(
  options: { practice: boolean } = { practice: false },
): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'baton-server-'))
  const log = (): void => undefined
  let running = await startServer({ dataDir, log, ...options })
  const { port, url } = running
  return {
    url,
    port,
    pairingCode: () => running.pairingCode(),
    query: (sql, params) => running.query(sql, params),
    stop: () => running.stop(),
    async restart() {
      await running.stop()
      running = await startServer({ dataDir, log, port, ...options })
    },
    async records(table) {
      const rows = await running.query('select id, f, del from record where t = $1', [table])
      return rows.map((row) => ({
        id: String(row.id),
        f: row.f as Record<string, unknown>, // A jsonb column that the server wrote from an object.
        deleted: row.del === true,
      }))
    },
    async end() {
      await running.stop()
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
