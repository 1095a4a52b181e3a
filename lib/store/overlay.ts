import type { Table } from '#lib/domain/records.ts'
import type { Numbered, Tx } from './database.ts'
import { recordKey } from './stage.ts'

/**
 * Own operations that show upon the server's state of the records: those that wait, and those that are acknowledged
 * but whose effect the pull has not shown yet. In the order they were made.
 */
export async function overlayOf(
  tx: Tx,
  records: readonly { t: Table; id: string }[],
): Promise<Map<string, Numbered[]>> {
  const overlays = new Map<string, Numbered[]>()
  await Promise.all(
    records.map(async ({ t, id }) => {
      const [waiting, acked] = await Promise.all([
        tx.objectStore('outbox').index('record').getAll([t, id]),
        tx.objectStore('acked').index('record').getAll([t, id]),
      ])
      const settling = acked.filter((entry) => entry.settle !== undefined)
      overlays.set(
        recordKey(t, id),
        [...settling, ...waiting].sort((a, b) => a.n - b.n),
      )
    }),
  )
  return overlays
}
