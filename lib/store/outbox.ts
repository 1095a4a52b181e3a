import type { NumberedOp } from '#lib/sync/protocol.ts'
import type { Core } from './core.ts'
import type { Numbered } from './database.ts'
import type { Batch } from './sync-port.ts'

/** The next operations to send: oldest first, groups whole, at least one group whatever its size. */
export async function batch(core: Core, limits: { ops: number; bytes: number }): Promise<Batch> {
  const { entries, total } = await core.db.read(['outbox'], async (tx) => {
    const outbox = tx.objectStore('outbox')
    // One more than fits, to see whether the last group goes on behind it.
    return { entries: await outbox.getAll(null, limits.ops + 1), total: await outbox.count() }
  })
  const taken: Numbered[] = []
  const clients = new Set<string>()
  let bytes = 0
  for (const group of groupsOf(entries)) {
    const size = group.reduce((sum, entry) => sum + bytesOf(entry) + OVERHEAD, 0)
    const isWhole = group.length === group[0]?.of || taken.length + group.length < entries.length
    const fits = taken.length + group.length <= limits.ops && bytes + size <= limits.bytes
    if (taken.length > 0 && !(fits && isWhole)) break
    // A request names at most 16 clients; more than one there are only after losses of the database.
    if (clients.size === MOST_CLIENTS && !clients.has(group[0]?.client ?? '')) break
    clients.add(group[0]?.client ?? '')
    taken.push(...group)
    bytes += size
  }
  return {
    push: pushOf(taken),
    ops: taken.length,
    more: taken.length < total,
    oldestAt: entries[0]?.op.at ?? null,
  }
}

function groupsOf(entries: readonly Numbered[]): Numbered[][] {
  const groups: Numbered[][] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    const before = last?.[0]
    const belongs = before && before.client === entry.client && before.op.grp === entry.op.grp
    if (last && belongs && entry.op.grp !== undefined) last.push(entry)
    else groups.push([entry])
  }
  return groups
}

function pushOf(entries: readonly Numbered[]): Batch['push'] {
  const push: { client: string; ops: NumberedOp[] }[] = []
  for (const { client, seq, op } of entries) {
    const list = push.find((one) => one.client === client)
    if (list) list.ops.push({ seq, op })
    else push.push({ client, ops: [{ seq, op }] })
  }
  return push
}

const bytesOf = ({ op }: Numbered): number => new TextEncoder().encode(JSON.stringify(op)).length

/** Bytes around an operation in a request. */
const OVERHEAD = 24
const MOST_CLIENTS = 16
