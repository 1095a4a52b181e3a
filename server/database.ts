import pg from 'pg'

/** A row as the driver gives it: bigint as number, jsonb as value. */
export type DbRow = Record<string, unknown>
/** Without parameters the text may hold several statements. */
export type Query = (sql: string, params?: readonly unknown[]) => Promise<DbRow[]>

/**
 * What the server needs of a database; real PostgreSQL here, PGlite in unit tests.
 * `write` and `read` work as the role `baton_app` and see one workspace; `read` sees one moment.
 */
export interface Database {
  write<T>(ws: string, work: (query: Query) => Promise<T>): Promise<T>
  read<T>(ws: string, work: (query: Query) => Promise<T>): Promise<T>
  /** As the owner, in one transaction: migrations, first start, tests. */
  owner<T>(work: (query: Query) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** First statement of every transaction of the app: role and workspace end with it, so a pooler may stand between. */
export const ENTER_WORKSPACE =
  "select set_config('role', 'baton_app', true), set_config('app.ws', $1, true), set_config('statement_timeout', '20000', true)"

export const READ_ONE_MOMENT = 'isolation level repeatable read read only'

export function openDatabase(url: string, log: (line: string) => void): Database {
  const pool = new pg.Pool({ connectionString: url, max: 12, types: { getTypeParser } })
  // An idle connection that ends (database restarted) is replaced by the pool; unhandled it would end the server.
  pool.on('error', () => log('A database connection ended.'))
  // One that is in use: its query rejects, and the event comes besides.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const transaction = async <T>(begin: string, work: (query: Query) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    const query: Query = async (sql, params) =>
      (await client.query<DbRow>(sql, params === undefined ? undefined : [...params])).rows
    let broken = false
    try {
      await client.query(begin)
      const result = await work(query)
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch(() => (broken = true))
      throw error
    } finally {
      client.release(broken)
    }
  }
  const inWorkspace =
    <T>(ws: string, work: (query: Query) => Promise<T>) =>
    async (query: Query): Promise<T> => {
      await query(ENTER_WORKSPACE, [ws])
      return work(query)
    }
  return {
    write: (ws, work) => transaction('begin', inWorkspace(ws, work)),
    read: (ws, work) => transaction(`begin ${READ_ONE_MOMENT}`, inWorkspace(ws, work)),
    owner: (work) => transaction('begin', work),
    close: () => pool.end(),
  }
}

const INT8 = 20
const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser // overloads
