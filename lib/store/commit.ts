import type { Table } from '#lib/domain/records.ts'
import { loadRows, locked, type Core } from './core.ts'
import type { Meta } from './database.ts'
import { ready } from './ready.ts'
import type { Row } from './rows.ts'
import { changedBy, save } from './save.ts'
import { stage, type Part } from './stage.ts'
import type { Commit, Plan, StoreReads } from './store.ts'

/**
 * The one way anything is written by the rep: lock → plan → write ahead → one transaction.
 * @throws StoreError; then nothing is saved, save where `details.why` is `unfinished`: the next commit or start
 * finishes that one.
 */
export function commit<R>(
  core: Core,
  plan: (read: StoreReads, group: string) => Promise<Plan<R>>,
  options: { undoes?: string } = {},
): Promise<Commit<R>> {
  return locked(core, async () => {
    const meta = await ready(core)
    const group = core.env.uuid()
    const { result, ...planned } = await plan(core.reads, group)
    const part = await partOf(core, planned, {
      ...options,
      meta,
      group,
      load: (records) => loadRows(core, records),
    })
    if (!part) return { group: null, result }
    await save(core, [part], { meta })
    core.notify(changedBy(part))
    return { group, result }
  })
}

interface PartInput {
  meta: Meta
  group: string
  undoes?: string
  /** The rows as they stand. */
  load(records: readonly { t: Table; id: string }[]): Promise<Map<string, Row>>
}

/** What the plan comes to; null when there is nothing to do. */
export async function partOf(
  core: Core,
  { changes, isDefault = false, fresh }: Omit<Plan<unknown>, 'result'>,
  { meta, group, undoes, load }: PartInput,
): Promise<Part | null> {
  if (changes.length === 0) return null
  const rows = await load(fresh ? changes.filter(({ id }) => !fresh.has(id)) : changes)
  const now = core.env.now()
  const staged = stage({ changes, rows, meta, group, now, undo: undoes !== undefined, isDefault })
  if (staged.rows.size === 0) return null
  return { group, staged, rows, ...(undoes !== undefined && { undoes }) }
}
