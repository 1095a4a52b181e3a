import type { Table } from '#lib/domain/records.ts'
import { undoEntry } from './ahead.ts'
import { ALL_STORES, identityOf, type AheadMark, type Core, type Identity } from './core.ts'
import type { Acked, Meta, Numbered, Rejected, UndoEntry } from './database.ts'
import { allMirrors, isTable, numberedOf, unmirrored } from './leftovers.ts'
import { applyOp, newRow, withState, type Row, type State } from './rows.ts'
import { overlaid, recordKey, undoItems } from './stage.ts'

/**
 * IndexedDB was lost, or another one lies there. Everything is rebuilt from key-value storage under a new client id:
 * mirrored rows, waiting operations with their old numbers, acknowledged ones. What only the server has comes with
 * the next pull from revision 0. The counters are written last, so a cut begins the healing anew.
 */
export async function heal(core: Core, identity: Identity, mark: AheadMark | undefined): Promise<Meta> {
  await core.db.write(ALL_STORES, 'strict', async (tx) => {
    await Promise.all(ALL_STORES.map((name) => tx.objectStore(name).clear()))
  })
  const now = core.env.now()
  const { outbox, acked } = await mirroredOps(core, now)
  const rejected = await rejectedOps(core)
  const mirrors = await allMirrors(core)
  const rows = rebuilt(outbox, acked, rejected, mirrors, now)
  const meta = await healedMeta(core, identity, mark, { outbox, acked, mirrors, rows })

  for (const [t, list] of Map.groupBy(rows, (one) => one.t)) {
    await inChunks(list, (part) =>
      core.db.write([t], 'relaxed', (tx) => Promise.all(part.map(({ row }) => tx.objectStore(t).put(row)))),
    )
  }
  await inChunks(outbox, (part) =>
    core.db.write(['outbox'], 'relaxed', (tx) =>
      Promise.all(part.map((op) => tx.objectStore('outbox').put(op))),
    ),
  )
  await inChunks(acked, (part) =>
    core.db.write(['acked'], 'relaxed', (tx) =>
      Promise.all(part.map((op) => tx.objectStore('acked').put(op))),
    ),
  )
  await inChunks(rejected, (part) =>
    core.db.write(['rejected'], 'relaxed', (tx) =>
      Promise.all(part.map((op) => tx.objectStore('rejected').put(op))),
    ),
  )
  await inChunks(undoEntries([...acked, ...outbox], now), (part) =>
    core.db.write(['undo'], 'relaxed', (tx) =>
      Promise.all(part.map((entry) => tx.objectStore('undo').put(entry))),
    ),
  )
  await core.env.kv.set({ [core.keys.id]: identityOf(meta) })
  await core.db.write(['meta'], 'strict', (tx) => tx.objectStore('meta').put(meta))
  core.notify(rows.map(({ t, row }) => ({ t, id: row.id })))
  return meta
}

async function mirroredOps(core: Core, now: number): Promise<{ outbox: Numbered[]; acked: Acked[] }> {
  const acked = (await opsUnder(core, core.keys.ak)).map((entry): Acked => ({ ...entry, ackedAt: now }))
  const isAcked = new Set(acked.map(({ client, seq }) => `${client} ${seq}`))
  // Both keys are there when it was cut while being renamed: then the acknowledgement had been saved.
  const waiting = (await opsUnder(core, core.keys.ob)).filter(
    ({ client, seq }) => !isAcked.has(`${client} ${seq}`),
  )
  const sizes = new Map<string, number>()
  for (const entry of [...acked, ...waiting])
    sizes.set(groupKey(entry), (sizes.get(groupKey(entry)) ?? 0) + 1)
  const known = new Set(acked.map(groupKey))
  const outbox = waiting.filter(
    (entry) => known.has(groupKey(entry)) || sizes.get(groupKey(entry)) === entry.of,
  )
  return { outbox, acked }
}

async function rejectedOps(core: Core): Promise<Rejected[]> {
  const keys = await core.env.kv.keys(core.keys.rj)
  return Object.values(await core.env.kv.get(keys)) as Rejected[] // written by this room alone
}

const groupKey = ({ client, op }: Numbered): string => `${client} ${op.grp ?? ''}`

async function opsUnder(core: Core, prefix: string): Promise<Numbered[]> {
  const keys = await core.env.kv.keys(prefix)
  const ops: Numbered[] = []
  await inChunks(keys, async (part) => {
    for (const [key, stored] of Object.entries(await core.env.kv.get(part))) {
      const [client = '', seq = ''] = key.slice(prefix.length).split('.')
      ops.push(numberedOf(stored, client, Number(seq)))
    }
  })
  return ops.sort((a, b) => a.n - b.n)
}

type Mirrored = Awaited<ReturnType<typeof allMirrors>>

function rebuilt(
  outbox: readonly Numbered[],
  acked: readonly Acked[],
  rejected: readonly Rejected[],
  mirrors: Mirrored,
  now: number,
): { t: Table; row: Row }[] {
  const rows = new Map<string, { t: Table; row: Row }>()
  const opsOf = Map.groupBy([...acked, ...rejected, ...outbox], ({ op }) => recordKey(op.t, op.id))
  const waiting = new Set(outbox)
  for (const [key, ops] of opsOf) {
    const t = ops[0]?.op.t ?? ''
    const id = ops[0]?.op.id ?? ''
    if (!isTable(t)) continue
    const base = ops
      .filter((entry) => !waiting.has(entry))
      .reduce<State>((state, { op }) => applyOp(state, op), NOTHING)
    const pending = ops.filter((entry) => waiting.has(entry))
    const fresh = { ...newRow(id), hlc: Math.max(...ops.map(({ op }) => op.hlc)) }
    const row = overlaid(t, fresh, base, pending, now)
    const refused = rejected.findLast(({ op }) => op.t === t && op.id === id)
    rows.set(key, { t, row: refused ? { ...row, bad: refused.code } : row })
  }
  for (const { t, mirror } of mirrors) {
    const key = recordKey(t, mirror.row.id)
    const isOlder = opsOf.get(key)?.some(({ n }) => n >= mirror.n) ?? false
    // It became operations after it was mirrored, so these say more.
    if (!isOlder) rows.set(key, { t, row: unmirrored(t, mirror, now) })
  }
  return [...rows.values()]
}

async function healedMeta(
  core: Core,
  identity: Identity,
  mark: AheadMark | undefined,
  found: { outbox: Numbered[]; acked: Acked[]; mirrors: Mirrored; rows: { row: Row }[] },
): Promise<Meta> {
  const ns = [...found.outbox, ...found.acked].map(({ n }) => n + 1)
  const client = core.env.uuid()
  return {
    key: 'meta',
    generation: core.env.uuid(),
    client,
    nextSeq: 1,
    nextN: most([1, ...ns, ...found.mirrors.map(({ mirror }) => mirror.n)]),
    commits: most([mark?.no ?? 0, ...found.mirrors.map(({ mirror }) => mirror.no)]),
    hlc: most(found.rows.map(({ row }) => row.hlc)),
    offset: 0,
    epoch: identity.epoch,
    cursor: 0,
    seen: 0,
    pass: 1,
    resync: identity.binding ? 'lost' : null,
    binding: identity.binding,
    left: null,
  }
}

/** Undo entries of the groups whose every record is known from its beginning. */
function undoEntries(ops: readonly Numbered[], now: number): UndoEntry[] {
  const entries: UndoEntry[] = []
  const rows = new Map<string, Row>()
  const groups = Map.groupBy(
    ops.toSorted((a, b) => a.n - b.n),
    ({ op }) => op.grp?.split('.')[0] ?? '',
  )
  for (const [group, members] of groups) {
    const touched = new Map<string, { t: Table; row: Row }>()
    const before = new Map(rows)
    let isWhole = group !== ''
    for (const { op } of members) {
      if (!isTable(op.t)) continue
      const key = recordKey(op.t, op.id)
      const row = rows.get(key) ?? newRow(op.id)
      if (!rows.has(key) && op.k !== 'put') isWhole = false
      if (op.undo || op.k === 'erase') isWhole = false
      const state = applyOp(
        { f: row.f ?? row.was ?? null, del: row.f === undefined && row.was !== undefined },
        op,
      )
      const next = withState(op.t, row, state, now)
      rows.set(key, next)
      touched.set(key, { t: op.t, row: next })
    }
    const entry = undoEntry(group, members[0]?.op.at ?? now, { undo: undoItems(touched, before), erased: [] })
    if (isWhole && entry) entries.push(entry)
  }
  return entries
}

async function inChunks<V>(values: readonly V[], work: (part: V[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < values.length; from += CHUNK) await work(values.slice(from, from + CHUNK))
}

const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0)
const NOTHING: State = { f: null, del: false }
const CHUNK = 1_000
