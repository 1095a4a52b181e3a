import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { createApp } from '#server/app.ts'
import type { Auth } from '#server/auth.ts'
import type { Database, DbRow } from '#server/database.ts'
import {
  LIMITS,
  problem,
  SCHEMA,
  syncResponse,
  type Op,
  type PairResponse,
  type Problem,
  type PulledChange,
  type SyncResponse,
} from '#lib/sync/protocol.ts'

/** A workspace of its own with its API, and devices that speak psync/1 to it by hand. */
export interface World {
  ws: string
  app: Hono
  auth: Auth
  db: Database
  /** Server time; tests move it. */
  clock: { now: number }
  logged: string[]
  device(client?: string): Promise<Device>
  /** As the app's role: sees this workspace only. */
  sql(text: string, params?: unknown[]): Promise<DbRow[]>
}

export const ORIGIN = `chrome-extension://${'abcdefghijklmnop'.repeat(2)}`

export async function createWorld(db: Database, practice = false): Promise<World> {
  const ws = randomUUID()
  const clock = { now: 1_800_000_000_000 }
  const logged: string[] = []
  await db.write(ws, (query) => query('insert into workspace (ws) values ($1)', [ws]))
  const { app, auth } = createApp({
    db,
    ws,
    userId: randomUUID(),
    practice,
    now: () => clock.now,
    log: (line) => logged.push(line),
  })
  const world: World = {
    ws,
    app,
    auth,
    db,
    clock,
    logged,
    device: async (client = randomUUID()) => {
      const response = await post(app, '/v1/pair', { code: await auth.newCode(), device: 'test' })
      const paired = (await response.json()) as PairResponse // our own server's answer
      return createDevice((body, token) => post(app, '/v1/sync', body, token), paired, client)
    },
    sql: (text, params = []) => db.write(ws, (query) => query(text, params)),
  }
  return world
}

export function post(
  app: Hono,
  path: string,
  body: unknown,
  token?: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return Promise.resolve(
    app.request(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: ORIGIN,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: JSON.stringify(body),
    }),
  )
}

export type Draft = Partial<Op> & Pick<Op, 't' | 'id' | 'k'>
export type Answer = { ok: true; body: SyncResponse } | { ok: false; problem: Problem; status: number }

export interface Device {
  client: string
  token: string
  ws: string
  epoch: string
  /** Cursor of the last whole pull. */
  rev: number
  seq: number
  rows: Map<string, PulledChange>
  /** Numbers, sends and pulls to the end. */
  push(...ops: Draft[]): Promise<SyncResponse>
  /** Makes the operation as of now without sending it. */
  make(op: Draft): { seq: number; op: Op }
  send(ops: unknown[], over?: Record<string, unknown>): Promise<Answer>
  pull(): Promise<void>
}

export function createDevice(
  transport: (body: unknown, token: string) => Promise<Response>,
  { token, ws }: Pick<PairResponse, 'token' | 'ws'>,
  client: string,
): Device {
  const device: Device = {
    client,
    token,
    ws,
    epoch: '',
    rev: 0,
    seq: 0,
    rows: new Map(),
    make: (draft) => ({
      seq: ++device.seq,
      op: {
        v: SCHEMA,
        base: { epoch: device.epoch, rev: device.rev },
        hlc: 1_800_000_000_000 + device.seq,
        at: 0,
        ...draft,
      },
    }),
    send: async (ops, over = {}) => {
      const body = {
        protocol: 1,
        schema: SCHEMA,
        ws,
        client_id: client,
        request_id: randomUUID(),
        push: ops.length === 0 ? [] : [{ client, ops }],
        cursor: { epoch: device.epoch, rev: device.rev },
        limit: LIMITS.pull,
        ...over,
      }
      const response = await transport(body, token)
      const answer: unknown = await response.json()
      if (!response.ok) return { ok: false, problem: problem.parse(answer), status: response.status }
      const parsed = syncResponse.parse(answer)
      for (const change of parsed.changes) device.rows.set(`${change.t}/${change.id}`, change)
      device.epoch = parsed.epoch
      device.rev = parsed.next
      return { ok: true, body: parsed }
    },
    push: async (...ops) => {
      const body = mustBeOk(await device.send(ops.map(device.make)))
      if (body.more) await device.pull()
      return body
    },
    pull: async () => {
      while (mustBeOk(await device.send([])).more);
    },
  }
  return device
}

export function mustBeOk(answer: Answer): SyncResponse {
  if (!answer.ok) throw new Error(`${answer.status} ${JSON.stringify(answer.problem)}`)
  return answer.body
}
