import { TABLES } from '#lib/domain/records.ts'
import { isFieldName, op as opSchema, SCHEMA, type Json, type Op } from '#lib/sync/protocol.ts'
import { uuid } from '#lib/domain/values.ts'

/** Codes of rejected operations, SPEC R12. */
export type RejectCode = 'BAD_OP' | 'BAD_NAME' | 'BAD_FIELD' | 'BAD_VALUE' | 'PRACTICE'
export type Checked = { op: Op } | { code: RejectCode }

/** One operation as it came from the network: an `Op` that merge and database can take, or why not. */
export function checkOp(raw: unknown, server: { practice: boolean }): Checked {
  if (!isBounded(raw, 0)) return { code: 'BAD_VALUE' }
  if (hasBadName(raw)) return { code: 'BAD_NAME' }
  const parsed = opSchema.safeParse(raw)
  if (!parsed.success || !uuid.safeParse(parsed.data.id).success) return { code: 'BAD_OP' }
  const op = parsed.data
  if ((op.k === 'put' || op.k === 'patch') !== (op.f !== undefined)) return { code: 'BAD_OP' }
  if (op.f !== undefined && JSON.stringify(op.f).length > MAX_CHARACTERS) return { code: 'BAD_VALUE' }
  if (!isKnownGood(op)) return { code: 'BAD_FIELD' }
  if (op.f?.['practice'] === true && !server.practice) return { code: 'PRACTICE' }
  return { op: op.f === undefined ? op : { ...op, f: cleanFields(op.f) } }
}

/** Fields that this server's schema knows; the others are kept opaque (R14). */
export function knownFields(
  table: string,
): Record<string, { safeParse(value: unknown): { success: boolean } }> {
  return Object.hasOwn(TABLES, table) ? TABLES[table as keyof typeof TABLES].shape : {} // just looked up
}

/** R14: values are checked when the operation is not of a newer schema than ours. */
function isKnownGood(op: Op): boolean {
  if (op.v > SCHEMA || op.f === undefined) return true
  const known = knownFields(op.t)
  for (const [name, value] of Object.entries(op.f)) {
    if (Object.hasOwn(known, name) && known[name]?.safeParse(value).success !== true) return false
  }
  if (op.k !== 'put' || op.v < SCHEMA) return true
  const missing = Object.entries(known).filter(([name]) => !Object.hasOwn(op.f ?? {}, name))
  return missing.every(([, field]) => field.safeParse(undefined).success)
}

function hasBadName(raw: unknown): boolean {
  if (typeof raw !== 'object' || raw === null) return false
  const { t, f } = raw as { t?: unknown; f?: unknown } // any shape: looked at, not trusted
  if (typeof t === 'string' && !isFieldName(t)) return true
  return typeof f === 'object' && f !== null && (!Object.keys(f).every(isFieldName) || hasProto(f))
}

/** `__proto__` as an own key, at any depth: harmless here, a trap for whoever copies it into an object. */
function hasProto(value: object): boolean {
  if (Object.hasOwn(value, '__proto__')) return true
  return Object.values(value).some(
    (member) => typeof member === 'object' && member !== null && hasProto(member),
  )
}

/** Looked at before anything recursive sees the value. */
function isBounded(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  if (depth >= MAX_DEPTH) return false
  return Object.values(value).every((member) => isBounded(member, depth + 1))
}

function cleanFields(f: Record<string, Json>): Record<string, Json> {
  return Object.fromEntries(Object.entries(f).map(([name, value]) => [name, clean(value)]))
}

/** R15. */
function clean(value: Json): Json {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [cleanText(key), clean(member)]))
}

const cleanText = (text: string): string => text.toWellFormed().replaceAll('\0', '\u{FFFD}')

const MAX_DEPTH = 34 // the operation itself, its `f`, and 32 levels of a value
const MAX_CHARACTERS = 256 * 1024
