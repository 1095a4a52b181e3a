import * as z from 'zod/mini'
import { uuid } from '#lib/domain/values.ts'

/**
 * psync/1: the words that device and server exchange. Shared by both sides, so it knows neither.
 * The rules stand in SPEC.md of this folder.
 */

export const PROTOCOL = 1
/**
 * Version of the record schemas in `lib/domain/records.ts`; the server takes this one and two before it. 2: pages
 * `list`, `file`, `merge` of captures, kinds `not_same` and `changed_job` of activities.
 */
export const SCHEMA = 2
export const LIMITS = { ops: 500, bytes: 1_048_576, group: 200, pull: 500 } as const

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export const json: z.ZodMiniType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(json), z.record(z.string(), json)]),
)

const tableName = z.string().check(z.regex(/^[a-z][A-Za-z0-9_]{0,63}$/))
const fieldName = tableName
const RESERVED = new Set(['__proto__', 'constructor', 'prototype'])
export const isFieldName = (name: string): boolean => fieldName.safeParse(name).success && !RESERVED.has(name)

export const OP_KINDS = ['put', 'patch', 'del', 'restore', 'erase'] as const
export type OpKind = (typeof OP_KINDS)[number]

/** One edit of one record, as made on a device. It never changes after it was numbered. */
export const op = z.object({
  v: z.number().check(z.int(), z.gte(1)),
  t: z.string(),
  id: z.string(),
  k: z.enum(OP_KINDS),
  f: z.optional(z.record(z.string(), json)),
  /** What the device had seen when it was edited: decides what is concurrent. */
  base: z.object({ epoch: z.string(), rev: z.number().check(z.int(), z.gte(0)) }),
  /** Hybrid logical clock, ms, corrected by the server's clock; only breaks ties of concurrent edits. */
  hlc: z.number().check(z.int(), z.gte(0)),
  /** Operations of one group are applied together or not at all. */
  grp: z.optional(z.string()),
  /** Set by Undo: it has seen what it undoes, so it may leave a final state. */
  undo: z.optional(z.boolean()),
  /** Device time of the edit, ms. */
  at: z.number().check(z.int(), z.gte(0)),
})
export type Op = z.infer<typeof op>

export const numberedOp = z.object({ seq: z.number().check(z.int(), z.gte(1)), op })
export type NumberedOp = z.infer<typeof numberedOp>

export const syncRequest = z.object({
  protocol: z.literal(PROTOCOL),
  schema: z.number().check(z.int(), z.gte(1)),
  ws: uuid,
  client_id: z.string().check(z.minLength(1), z.maxLength(64)),
  request_id: z.string().check(z.minLength(1), z.maxLength(64)),
  push: z
    .array(z.object({ client: z.string().check(z.minLength(1), z.maxLength(64)), ops: z.array(z.unknown()) }))
    .check(z.maxLength(16)),
  cursor: z.object({ epoch: z.string(), rev: z.number().check(z.int(), z.gte(0)) }),
  limit: z.number().check(z.int(), z.gte(1), z.lte(LIMITS.pull)),
  health: z.optional(z.object({ queue: z.number(), oldest_ms: z.number(), app: z.string() })),
})
export type SyncRequest = z.infer<typeof syncRequest>

export const RESULT_KINDS = ['ok', 'merged', 'dup', 'exists', 'gone', 'rejected'] as const
export const opResult = z.object({
  client: z.string(),
  seq: z.number(),
  r: z.enum(RESULT_KINDS),
  code: z.optional(z.string()),
  rev: z.optional(z.number()),
  lost: z.optional(z.array(z.string())),
})
export type OpResult = z.infer<typeof opResult>

/** A row at its latest revision: its fields, or that it is deleted (`del`) or erased for ever (`erased`). */
export const pulledChange = z.object({
  t: z.string(),
  id: z.string(),
  rev: z.number(),
  f: z.optional(z.record(z.string(), json)),
  /** Per field [rev, hlc, client] of its last writer. */
  fm: z.optional(z.record(z.string(), z.tuple([z.number(), z.number(), z.string()]))),
  del: z.optional(z.boolean()),
  erased: z.optional(z.boolean()),
})
export type PulledChange = z.infer<typeof pulledChange>

export const syncResponse = z.object({
  server_time: z.number(),
  epoch: z.string(),
  head: z.number(),
  acks: z.array(z.object({ client: z.string(), last_seq: z.number() })),
  results: z.array(opResult),
  changes: z.array(pulledChange),
  next: z.number(),
  more: z.boolean(),
  gc_floor: z.number(),
  min_interval_ms: z.number(),
})
export type SyncResponse = z.infer<typeof syncResponse>

/** RFC 9457 problem document; decide by `code`, never by text. */
export const PROBLEM_CODES = [
  'BAD_REQUEST',
  'AUTH_EXPIRED',
  'WORKSPACE_REVOKED',
  'CLIENT_REVOKED',
  'EPOCH_CHANGED',
  'SEQ_GAP',
  'CLIENT_FORKED',
  'CURSOR_TOO_OLD',
  'TOO_LARGE',
  'CLIENT_TOO_OLD',
  'RATE_LIMITED',
  'BUSY',
  'INTERNAL',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.enum(PROBLEM_CODES),
  epoch: z.optional(z.string()),
  client: z.optional(z.string()),
  expected: z.optional(z.number()),
  last_seq: z.optional(z.record(z.string(), z.number())),
  gc_floor: z.optional(z.number()),
  min_schema: z.optional(z.number()),
})
export type Problem = z.infer<typeof problem>

/**
 * Pairing, first form: `npm start` (or `npm run server`) prints a short one-time code; the device trades it for a
 * token. `POST /v1/pair { code, device }` → this. The token goes as `Authorization: Bearer …`.
 */
export const pairRequest = z.object({
  code: z.string().check(z.minLength(4), z.maxLength(64)),
  device: z.string().check(z.maxLength(120)),
})
export const pairResponse = z.object({
  token: z.string().check(z.minLength(20)),
  ws: uuid,
  user: z.string(),
  /** True for the server that `npm start` began: the only one practice people may go to. */
  practice: z.boolean(),
})
export type PairResponse = z.infer<typeof pairResponse>
