import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pairResponse, syncResponse } from '#lib/sync/protocol.ts'
import { startServer, type RunningServer } from '#server/start.ts'

/**
 * Throughput of the sync API with its embedded database, beside the bare database: both write the same rows, 100 in
 * a transaction, taking turns in one run. Operations per second, medians of the rounds.
 */
export async function benchServer(): Promise<Record<string, number>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'baton-bench-'))
  const server = await startServer({ dataDir, practice: false, log: () => undefined })
  try {
    return await measure(server)
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function measure(server: RunningServer): Promise<Record<string, number>> {
  const device = await pair(server)
  await server.query('create table bare (id uuid primary key, f jsonb not null)')
  const pushes: number[] = []
  const inserts: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const notes = Array.from({ length: BATCH }, () => ({ id: randomUUID(), f: noteOf(round) }))
    pushes.push(await perSecond(BATCH, () => device.push(notes)))
    const rows = JSON.stringify(notes.map(({ f }) => ({ id: randomUUID(), f })))
    inserts.push(
      await perSecond(BATCH, () =>
        server.query('insert into bare select * from jsonb_to_recordset($1::jsonb) as r(id uuid, f jsonb)', [
          rows,
        ]),
      ),
    )
  }
  const pulled = await perSecond(ROUNDS * BATCH, () => device.pullAll())
  const [push, insert] = [median(pushes), median(inserts)]
  return {
    'server.push.opsPerSecond': push,
    'server.bareInsert.rowsPerSecond': insert,
    'server.push.timesBareInsert': Math.round((insert / push) * 10) / 10,
    'server.pull.rowsPerSecond': pulled,
  }
}

interface BenchDevice {
  push(notes: { id: string; f: Record<string, unknown> }[]): Promise<void>
  pullAll(): Promise<void>
}

async function pair(server: RunningServer): Promise<BenchDevice> {
  const post = async (path: string, body: unknown, token = ''): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const response = await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return response.json()
  }
  const { token, ws } = pairResponse.parse(
    await post('/v1/pair', { code: await server.pairingCode(), device: 'bench' }),
  )
  const sync = async (ops: unknown[], cursor: { epoch: string; rev: number }, limit: number) =>
    syncResponse.parse(
      await post(
        '/v1/sync',
        {
          protocol: 1,
          schema: 1,
          ws,
          client_id: 'bench',
          request_id: randomUUID(),
          push: [{ client: 'bench', ops }],
          cursor,
          limit,
        },
        token,
      ),
    )
  let seq = 0
  let cursor = { epoch: '', rev: 0 }
  return {
    push: async (notes) => {
      const base = cursor
      const ops = notes.map(({ id, f }) => ({
        seq: ++seq,
        op: { v: 1, t: 'note', id, k: 'put', f, base, hlc: seq, at: 0 },
      }))
      const { epoch, next, results } = await sync(ops, cursor, 500)
      cursor = { epoch, rev: next }
      if (results.some(({ r }) => r !== 'ok')) throw new Error('A push of the benchmark was not taken.')
    },
    pullAll: async () => {
      const at = { epoch: cursor.epoch, rev: 0 }
      for (let more = true; more;) {
        const page = await sync([], at, 500)
        at.rev = page.next
        more = page.more
      }
    },
  }
}

const noteOf = (round: number): Record<string, unknown> => ({
  contactId: '00000000-0000-7000-8000-000000000001',
  body: `Met at the fair in hall ${round}; wants a call after the quarter. `.repeat(4),
  url: null,
  at: '2026-11-02T09:00:00.000Z',
  editedAt: '2026-11-02T09:00:00.000Z',
  practice: false,
})

async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return Math.round((count * 1000) / (performance.now() - start))
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

const ROUNDS = 25
const BATCH = 100

if (import.meta.main) console.log(JSON.stringify(await benchServer()))
