import { serve, type ServerType } from '@hono/node-server'
import { createApp } from './app.ts'
import { openDatabase, type Database, type DbRow } from './database.ts'
import { ensureInstallation, migrate, newEpoch } from './migrate.ts'
import { startCluster, type Cluster } from './postgres/cluster.ts'

export interface ServerOptions {
  /** Folder of the embedded database; made when missing, taken up again when there. Not used with `databaseUrl`. */
  dataDir: string
  /** 0, the default, takes any free port. */
  port?: number
  /** Default 127.0.0.1: this machine only. */
  host?: string
  databaseUrl?: string
  /** True only for the server that `npm start` began itself: practice people may come to it. */
  practice: boolean
  /** Begin a new epoch: to be said once after the database was restored from a backup. */
  restored?: boolean
  log(line: string): void
}

export interface RunningServer {
  url: string
  port: number
  /** A new one-time code, good for ten minutes. */
  pairingCode(): Promise<string>
  /** Finishes the requests under way, then ends the database if it is our own. May be called again. */
  stop(): Promise<void>
  /** SQL as the owner of the database, outside of row security: for tests and the demo. */
  query(sql: string, params?: readonly unknown[]): Promise<DbRow[]>
}

/** Starts database and API. Rejects with a sentence for the operator when either does not come up. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host = '127.0.0.1', port = 0, practice, log } = options
  const cluster = options.databaseUrl === undefined ? await startCluster(options.dataDir, log) : null
  let db: Database | null = null
  try {
    db = openDatabase(cluster?.url ?? options.databaseUrl ?? '', log)
    const { from, to } = await migrate(db)
    if (from < to) log(`The database is at version ${to}.`)
    const { ws, userId } = await ensureInstallation(db)
    if (options.restored === true) log(`New epoch ${await newEpoch(db, ws)}.`)
    const { app, auth } = createApp({ db, ws, userId, practice, now: Date.now, log })
    const http = await listen(app.fetch, host, port)
    const address = http.address()
    const bound = typeof address === 'object' && address !== null ? address.port : port
    const stop = stopper(http, db, cluster)
    const database = db
    return {
      url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
      port: bound,
      pairingCode: auth.newCode,
      stop,
      query: (sql, params) => database.owner((query) => query(sql, params)),
    }
  } catch (error) {
    await db?.close()
    await cluster?.stop()
    throw error
  }
}

function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  hostname: string,
  port: number,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const http = serve({ fetch, hostname, port }, () => resolve(http))
    http.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(isTaken ? new Error(`Port ${port} is taken. Set PORT to another one.`) : error)
    })
  })
}

function stopper(http: ServerType, db: Database, cluster: Cluster | null): () => Promise<void> {
  let stopping: Promise<void> | null = null
  const stop = async (): Promise<void> => {
    await new Promise<void>((resolve) => {
      http.close(() => resolve())
      if ('closeIdleConnections' in http) http.closeIdleConnections()
      // A browser keeps its connection open: after the answers that are under way it is cut.
      setTimeout(() => 'closeAllConnections' in http && http.closeAllConnections(), 2000).unref()
    })
    await db.close()
    await cluster?.stop()
  }
  return () => (stopping ??= stop())
}
