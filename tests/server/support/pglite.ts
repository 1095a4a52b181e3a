import { PGlite, type Transaction } from '@electric-sql/pglite'
import { ENTER_WORKSPACE, READ_ONE_MOMENT, type Database, type DbRow, type Query } from '#server/database.ts'

/** PostgreSQL in this process: one connection, transactions one after the other. */
export async function openPglite(): Promise<Database> {
  const pglite = await PGlite.create()
  const queryOf =
    (tx: Transaction): Query =>
    async (sql, params) => {
      if (params === undefined) return (await tx.exec(sql)).at(-1)?.rows ?? []
      return (await tx.query<DbRow>(sql, params.map(asParameter))).rows
    }
  const transaction = <T>(mode: string, ws: string | null, work: (query: Query) => Promise<T>): Promise<T> =>
    pglite.transaction(async (tx) => {
      const query = queryOf(tx)
      if (mode !== '') await query(`set transaction ${mode}`)
      if (ws !== null) await query(ENTER_WORKSPACE, [ws])
      return work(query)
    })
  return {
    write: (ws, work) => transaction('', ws, work),
    read: (ws, work) => transaction(READ_ONE_MOMENT, ws, work),
    owner: (work) => transaction('', null, work),
    close: () => pglite.close(),
  }
}

/** This driver writes jsonb parameters itself; text that is JSON already would be written twice. */
const asParameter = (value: unknown): unknown =>
  typeof value === 'string' && value.startsWith('[{') ? (JSON.parse(value) as unknown) : value
