import type { Participant, PersonRead, PersonRow } from '#lib/domain/capture.ts'
import type { EditableField } from '#lib/domain/edit.ts'
import type { ImportedFields } from '#lib/domain/found.ts'
import type { Instant } from '#lib/domain/values.ts'

/** A person as the interface hands them over: read from a page, found in a mail, in a list or a file, typed, or known already. */
export type PersonInput =
  | {
      from: 'read'
      read: PersonRead
      url: string
      at: Instant
      practice: boolean
      /** Values the rep corrected before adding; they count as typed. */
      edits?: Partial<Record<EditableField, string>>
      /** The rep said that it is this contact. */
      into?: string
    }
  | { from: 'participant'; participant: Participant; url: string; at: Instant; practice: boolean }
  | {
      from: 'row'
      row: PersonRow
      /** Address of the list. */
      url: string
      at: Instant
      practice: boolean
    }
  | {
      from: 'import'
      fields: ImportedFields
      /** Name of the file. */
      source: string
      /** The rep said that it is this contact. */
      into?: string
      at: Instant
      practice: false
    }
  | { from: 'contact'; contactId: string }
  | {
      from: 'hand'
      name: string
      company: string | null
      email: string | null
      linkedin: string | null
      /** When they came to the rep; absent and null where they did not. */
      arrivedAt?: Instant | null
      practice: false
    }

export type { EditableField }
