import type { Note } from '#lib/domain/records.ts'
import type { Change, Plan, StoreReads } from '#lib/store/store.ts'
import { activityChange } from './activity.ts'
import { counted, keysOf } from './add-many.ts'
import { runBatch, type BatchPorts, type BatchRun } from './batch.ts'
import type { Deps } from './deps.ts'
import { enrollPlan, usableCadence } from './enroll.ts'
import { importInput, type PersonRow, type PreviewRow } from './import-preview.ts'
import { personPlan } from './person-plan.ts'
import type { PersonInput } from './person-input.ts'
import { thisMoment, type Moment } from './planning.ts'
import { isSuppressed, knownIdOf, recogniseAll } from './recognition.ts'

/** What the rep says of an unclear row. */
export type Decision = { as: 'new' } | { as: 'same'; contactId: string } | { as: 'leave' }

/** What became of a row. Only `saved` has changed anything. */
export type ImportedRow =
  | {
      kind: 'saved'
      contactId: string
      /** They were known before. */
      known: boolean
      /** False where they are in that cadence already, or none was chosen. */
      enrolled: boolean
    }
  | { kind: 'unchanged'; contactId: string }
  | { kind: 'left-out'; reason: 'suppressed' | 'never' | 'gone' | 'no-name' | 'no-cadence' }

export interface ImportInput {
  rows: readonly PersonRow[]
  decisions: ReadonlyMap<number, Decision>
  source: string
  /** Null: saved without a cadence. */
  cadenceId: string | null
  /** Fill the empty fields of people who are known already. */
  updateKnown: boolean
  signal?: AbortSignal
  onProgress?: (run: BatchRun<ImportedRow>) => void
}

/** The rows that an import would save, in the order of the file. */
export function rowsToImport(
  rows: readonly PreviewRow[],
  decisions: ReadonlyMap<number, Decision>,
): PersonRow[] {
  return rows.filter((row): row is PersonRow => {
    if (row.kind === 'new' || row.kind === 'known') return true
    return row.kind === 'unclear' && (decisions.get(row.row)?.as ?? 'leave') !== 'leave'
  })
}

/**
 * Saves the rows one by one, each whole (contact, company, note, enrollment, timeline) in a commit of its own: Stop
 * keeps what is done, one Undo takes all of it back. Who a row is is looked up again with its commit.
 */
export async function importPeople(
  deps: Deps,
  ports: BatchPorts,
  { rows, signal, onProgress, ...how }: ImportInput,
): Promise<BatchRun<ImportedRow>> {
  const moment = await thisMoment(deps)
  return runBatch<PersonRow, ImportedRow>(deps, ports, {
    kind: 'import-people',
    facts: { file: how.source },
    items: rows,
    foresee: (part) => ({
      ...keysOf(
        part.map(({ fields }) => importInput(fields, how.source, moment.now)),
        moment.now,
      ),
      records: how.cadenceId === null ? [] : [{ t: 'cadence', id: how.cadenceId }],
    }),
    plan: async (row, reads, commit) => {
      const { ids, fresh } = counted(deps.ids)
      return { ...(await planOf({ ...deps, ids }, reads, { row, how, moment, ...commit })), fresh }
    },
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  })
}

interface OneRow {
  row: PersonRow
  how: Pick<ImportInput, 'decisions' | 'source' | 'cadenceId' | 'updateKnown'>
  moment: Moment
  group: string
  batch: string
}

async function planOf(deps: Deps, reads: StoreReads, one: OneRow): Promise<Plan<ImportedRow>> {
  const { row, how, moment } = one
  const person = importInput(row.fields, how.source, moment.now)
  const decision = how.decisions.get(row.row)
  const [now] = await recogniseAll(deps, reads, [person])
  if (now === undefined) return leftOut('no-name')
  if (now.kind === 'suppressed' || now.kind === 'never') return leftOut(now.kind)
  const isSame = row.kind === 'unclear' && decision?.as === 'same'
  const knownId = isSame ? decision.contactId : knownIdOf(now)
  const cadence = how.cadenceId === null ? null : await usableCadence(reads, how.cadenceId)
  if (how.cadenceId !== null && cadence === null) return leftOut('no-cadence')
  const plan = knownId === null ? newPlan : knownPlan
  return plan(deps, reads, { ...one, person, knownId, cadence })
}

interface Settled extends OneRow {
  person: PersonInput
  knownId: string | null
  cadence: Awaited<ReturnType<typeof usableCadence>>
}

async function newPlan(
  deps: Deps,
  reads: StoreReads,
  { person, cadence, moment, group, batch, row }: Settled,
): Promise<Plan<ImportedRow>> {
  if (cadence === null) {
    const saved = await personPlan(deps, reads, person, group)
    if (saved.kind !== 'planned') return leftOut(saved.kind)
    const { contact } = saved
    const activity = activityChange(deps, { contact, kind: 'saved', at: moment.now, group, facts: {} })
    return {
      changes: [...saved.changes, activity, ...noteChanges(deps, contact.id, row.note, moment.now)],
      result: { kind: 'saved', contactId: contact.id, known: false, enrolled: false },
    }
  }
  const { changes, result } = await enrollPlan(deps, reads, { person, cadence, moment, group, batch })
  if (result.kind === 'already')
    return { changes: [], result: { kind: 'unchanged', contactId: result.contactId } }
  if (result.kind !== 'added') return leftOut(result.kind)
  return {
    changes: [...changes, ...noteChanges(deps, result.contactId, row.note, moment.now)],
    result: { kind: 'saved', contactId: result.contactId, known: false, enrolled: true },
  }
}

async function knownPlan(
  deps: Deps,
  reads: StoreReads,
  { person, knownId, cadence, moment, group, batch, row, how }: Settled,
): Promise<Plan<ImportedRow>> {
  const contact = knownId === null ? undefined : await reads.get('contact', knownId)
  if (contact === undefined || person.from !== 'import') return leftOut('gone')
  if (await isSuppressed(reads, contact)) return leftOut('suppressed')
  const contactId = contact.id
  const saved = how.updateKnown ? await personPlan(deps, reads, { ...person, into: contactId }, group) : null
  const changes: Change[] = [
    ...(saved?.kind === 'planned' && saved.updated ? saved.changes : []),
    ...noteChanges(deps, contactId, row.note, moment.now),
  ]
  const arrivedAt = row.fields.arrivedAt ?? null
  const known: PersonInput = { from: 'contact', contactId }
  const enrolled =
    cadence === null
      ? null
      : await enrollPlan(deps, reads, { person: known, cadence, moment, group, batch, arrivedAt })
  if (enrolled?.result.kind === 'added') changes.push(...enrolled.changes)
  if (changes.length === 0) return { changes, result: { kind: 'unchanged', contactId } }
  const isEnrolled = enrolled?.result.kind === 'added'
  return { changes, result: { kind: 'saved', contactId, known: true, enrolled: isEnrolled } }
}

function leftOut(reason: Extract<ImportedRow, { kind: 'left-out' }>['reason']): Plan<ImportedRow> {
  return { changes: [], result: { kind: 'left-out', reason } }
}

/** Ids are branded by table; a contact's own id is a contact id. */
function noteChanges(deps: Deps, contactId: string, body: string | null, at: string): Change[] {
  if (body === null) return []
  const f: Note = {
    contactId: contactId as Note['contactId'],
    body,
    url: null,
    at,
    editedAt: at,
    practice: false,
  }
  return [{ t: 'note', id: deps.ids.next(), k: 'put', f }]
}
