import type { RepClock } from '#lib/domain/arrival.ts'
import { calendarFor } from '#lib/domain/cadence/calendar.ts'
import type { ImportedFields } from '#lib/domain/found.ts'
import type { Guess } from '#lib/domain/import/columns.ts'
import { readRow, rowKeysOf, type Mapping, type RefusedRow, type Remark } from '#lib/domain/import/row.ts'
import { mergeInput, type FieldChange } from '#lib/domain/merge.ts'
import type { Stored } from '#lib/domain/records.ts'
import type { StoreReads } from '#lib/store/store.ts'
import type { Deps } from './deps.ts'
import { breath, type Table, type Watch } from './import-file.ts'
import type { PersonInput } from './person-input.ts'
import { recogniseAll, type Candidate, type Recognition } from './recognition.ts'

/** What will become of one row of the file, before anything is saved. */
export type PreviewRow = PersonRow | RefusedPreview

export interface PersonRow {
  /** As a spreadsheet counts: the first row of the file is 1. */
  row: number
  kind: 'new' | 'known' | 'unclear' | 'suppressed' | 'never' | 'twice'
  fields: ImportedFields
  note: string | null
  remarks: Remark[]
  /** Whom it means: set for `known`, and for `suppressed` where a contact is left. */
  contactId: string | null
  /** For `known`: what the row adds to the contact. */
  adds: FieldChange['field'][]
  /** For `unclear`: who it may be, most exact reason first. */
  candidates: NamedCandidate[]
  /** For `twice`: the earlier row that is the same person. */
  first: number | null
  /** For `never`: the line of the never-capture list. */
  entry: string | null
}

export interface RefusedPreview {
  row: number
  kind: 'refused'
  reason: RefusedRow | 'quotes-broken'
  /** What stands in the row, to recognise it by. */
  start: string
}

export interface NamedCandidate extends Candidate {
  name: string
  company: string | null
}

export interface PreviewInput {
  table: Table
  headerRow: Guess['headerRow']
  mapping: Mapping
  /** Where the file comes from, in the rep's words or its name. */
  source: string
}

/**
 * Every row of the file with what it is: new, known, unclear, suppressed, twice, or refused with the reason. Reads
 * only, a part of the rows at a time. Null when it was stopped.
 */
export async function previewImport(
  deps: Deps,
  input: PreviewInput,
  watch: Watch = {},
): Promise<PreviewRow[] | null> {
  const { table, headerRow } = input
  const begin = headerRow === null ? 0 : headerRow + 1
  const firstOf = new Map<string, number>()
  const preview: PreviewRow[] = []
  const { zone } = calendarFor(await deps.settings.get(), deps.clock.zone(), null)
  const clock: RepClock = { now: deps.clock.now(), zone }
  for (let from = begin; from < table.rows.length; from += PART) {
    if (watch.signal?.aborted === true) return null
    const read = table.rows
      .slice(from, from + PART)
      .flatMap((cells, index) => rowOf(cells, from + index, { ...input, clock }, firstOf))
    preview.push(...(await recognised(deps, read, input.source)))
    watch.onProgress?.(Math.min(1, (from + PART - begin) / (table.rows.length - begin)))
    await breath()
  }
  return preview
}

/** The person of a row as the use cases take them. */
export function importInput(
  fields: ImportedFields,
  source: string,
  at: string,
): Extract<PersonInput, { from: 'import' }> {
  return { from: 'import', fields, source, at, practice: false }
}

function rowOf(
  cells: readonly string[],
  index: number,
  { table, mapping, clock }: PreviewInput & { clock: RepClock },
  firstOf: Map<string, number>,
): PreviewRow[] {
  const row = index + 1
  const read = readRow(cells, mapping, clock)
  if (read.kind === 'blank') return []
  const start = cells
    .filter((cell) => cell.trim() !== '')
    .join(' · ')
    .slice(0, 120)
  if (table.broken.has(index)) return [{ row, kind: 'refused', reason: 'quotes-broken', start }]
  if (read.kind === 'refused') return [{ row, kind: 'refused', reason: read.reason, start }]
  const keys = rowKeysOf(read.fields)
  const first = keys.map((key) => firstOf.get(key)).find((found) => found !== undefined) ?? null
  for (const key of keys) if (!firstOf.has(key)) firstOf.set(key, first ?? row)
  const { fields, note, remarks } = read
  const empty = { contactId: null, adds: [], candidates: [], entry: null }
  return [{ row, kind: first === null ? 'new' : 'twice', fields, note, remarks, first, ...empty }]
}

async function recognised(deps: Deps, rows: readonly PreviewRow[], source: string): Promise<PreviewRow[]> {
  const at = deps.clock.now()
  const fresh = rows.filter((row): row is PersonRow => row.kind === 'new')
  const inputs = fresh.map(({ fields }) => importInput(fields, source, at))
  const found = await recogniseAll(deps, deps.store, inputs)
  const contacts = await contactsOf(deps.store, found)
  const byRow = new Map(fresh.map((row, index) => [row.row, found[index]]))
  return rows.map((row) => {
    const recognition = byRow.get(row.row)
    if (row.kind !== 'new' || recognition === undefined) return row
    return withRecognition(row, recognition, contacts, { source, at })
  })
}

function withRecognition(
  row: PersonRow,
  recognition: Recognition,
  contacts: ReadonlyMap<string, Stored<'contact'>>,
  { source, at }: { source: string; at: string },
): PreviewRow {
  switch (recognition.kind) {
    case 'new':
      return row
    case 'known': {
      const { contactId } = recognition
      const contact = contacts.get(contactId)
      const changed = contact ? mergeInput(contact, importInput(row.fields, source, at), at).changed : []
      return { ...row, kind: 'known', contactId, adds: changed.map(({ field }) => field) }
    }
    case 'unclear': {
      const candidates = recognition.candidates.slice(0, MOST_CANDIDATES).flatMap((candidate) => {
        const contact = contacts.get(candidate.contactId)
        if (contact === undefined) return []
        return [{ ...candidate, name: contact.name.value, company: contact.company?.value ?? null }]
      })
      return { ...row, kind: 'unclear', candidates }
    }
    case 'suppressed':
      return { ...row, kind: 'suppressed', contactId: recognition.contactId }
    case 'never':
      return { ...row, kind: 'never', entry: recognition.entry }
    case 'nobody':
      return { row: row.row, kind: 'refused', reason: 'no-name', start: row.fields.name ?? '' }
  }
}

async function contactsOf(
  reads: StoreReads,
  found: readonly Recognition[],
): Promise<Map<string, Stored<'contact'>>> {
  const ids = new Set(
    found.flatMap((one) => {
      if (one.kind === 'known') return [one.contactId]
      return one.kind === 'unclear' ? one.candidates.map(({ contactId }) => contactId) : []
    }),
  )
  const contacts = await reads.getMany('contact', [...ids])
  return new Map(contacts.flatMap((contact) => (contact ? [[contact.id, contact]] : [])))
}

/** Rows in one turn: some hundredths of a second. */
const PART = 250
const MOST_CANDIDATES = 5
