import type { Table } from '#lib/domain/records.ts'
import { sourced, type Sourced } from '#lib/domain/values.ts'
import { leadsOf } from '#lib/sync/merge-rules.ts'
import { canonicalJson } from '#lib/sync/canonical.ts'
import type { Json } from '#lib/sync/protocol.ts'

/** A record as it stands in the store, or in a file, with the clock of its last edit. */
export interface Side {
  f: Fields
  hlc: number
  /** Only here: a server has shown it, so its order of edits counts and no clock of a file beats it. */
  fromServer?: boolean
}
type Fields = Record<string, Json>

/**
 * What a record of a file changes in the same record that stands here:
 *
 *   B1  A state that only rises (do not contact, a done touch, a finished enrollment) rises, and never falls.
 *   B2  A value with a source: what the rep typed goes before what was read, else the later one.
 *   B3  Everything else is taken only where the record was edited later in the file than here, and here is not a
 *       server's.
 *
 * Fields that mean something only together (SPEC R18) are taken together. Empty when nothing changes.
 */
export function fieldsToRestore(t: Table, here: Side, filed: Side): Fields {
  const patch: Fields = {}
  const isLater = here.fromServer !== true && countsMore(filed, here)
  const settled = new Set<string>()
  for (const lead of leadsOf(t)) {
    const rise = lead.rank(filed.f, filed.f) - lead.rank(here.f, here.f)
    const names = [lead.field, ...lead.companions, ...(t === 'enrollment' ? DERIVED : [])]
    for (const name of names) {
      settled.add(name)
      if (rise > 0 || (rise === 0 && isLater)) take(patch, name, here, filed)
    }
  }
  for (const name of Object.keys(filed.f)) {
    if (settled.has(name)) continue
    const [ours, theirs] = [sourcedOf(here.f[name]), sourcedOf(filed.f[name])]
    const wins = ours !== null && theirs !== null ? isBetter(theirs, ours) : isLater
    if (wins) take(patch, name, here, filed)
  }
  return patch
}

/** Of two that nobody has edited, such as what Baton ships, the one that was there first. */
function countsMore(filed: Side, here: Side): boolean {
  if (filed.hlc !== here.hlc || filed.hlc !== 0) return filed.hlc > here.hlc
  const [there, ours] = [filed.f['createdAt'], here.f['createdAt']]
  return typeof there === 'string' && typeof ours === 'string' && there < ours
}

function take(patch: Fields, name: string, here: Side, filed: Side): void {
  if (!Object.hasOwn(filed.f, name)) return
  const value = filed.f[name] ?? null
  if (canonicalJson(value) !== canonicalJson(here.f[name] ?? null)) patch[name] = value
}

function isBetter(theirs: Sourced, ours: Sourced): boolean {
  const [typedThere, typedHere] = [theirs.by === 'rep', ours.by === 'rep']
  return typedThere === typedHere ? theirs.at > ours.at : typedThere
}

function sourcedOf(value: Json | undefined): Sourced | null {
  const parsed = sourced.safeParse(value)
  return parsed.success ? parsed.data : null
}

/** Of the state of an enrollment follows when its next touch is due. */
const DERIVED = ['dueAt', 'dueStepId'] as const
