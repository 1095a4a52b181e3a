import type { Database } from './database.ts'

/**
 * Another text whenever a record may have changed since: commits and pulls count up, and a refusal of the server,
 * which takes an own edit back, leaves an entry.
 */
export function versionOf(db: Database): Promise<string> {
  return db.read(['meta', 'rejected'], async (tx) => {
    const [meta, refused] = await Promise.all([
      tx.objectStore('meta').get('meta'),
      tx.objectStore('rejected').getAllKeys(),
    ])
    if (!meta) return ''
    const { generation, commits, epoch, cursor, pass, resync } = meta
    return JSON.stringify([generation, commits, epoch, cursor, pass, resync, refused])
  })
}
