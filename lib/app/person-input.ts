import type { Participant, PersonRead } from '#lib/domain/capture.ts'
import type { EditableField } from '#lib/domain/edit.ts'
import type { Instant } from '#lib/domain/values.ts'

/** A person as the interface hands them over: read from a page, found in a mail, typed, or known already. */
export type PersonInput =
  | {
      from: 'read'
      read: PersonRead
      url: string
      at: Instant
      practice: boolean
      /** Values the rep corrected before adding; they count as typed. */
      edits?: Partial<Record<EditableField, string>>
    }
  | { from: 'participant'; participant: Participant; url: string; at: Instant; practice: boolean }
  | { from: 'contact'; contactId: string }
  | {
      from: 'hand'
      name: string
      company: string | null
      email: string | null
      linkedin: string | null
      practice: false
    }

export type { EditableField }
