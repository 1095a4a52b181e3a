import type { ContactDetails, Field, PersonFields } from '#lib/domain/capture.ts'
import type { EditableField } from '#lib/app/person-input.ts'
import { i18n } from '#components/ui/i18n.ts'
import { evidenceOfEdit, evidenceOfField } from './evidence-words.ts'
import { FieldRow } from './field-row.tsx'

export type Edits = Partial<Record<EditableField, string>>

/** What was read of a person not yet known, each value with its evidence. Edits are kept when the person is added. */
export function PersonFieldRows({ fields, contact, notLoaded, edits, onEdit }: PersonFieldRowsProps) {
  return (
    <dl className="fields">
      {ROWS.map(({ field, read }) => {
        const said = read === null ? reachedBy(contact, field) : fields[read]
        const edit = edits[field]
        const label = i18n.t(`now.field.${field}`)
        return (
          <FieldRow
            key={field}
            label={label}
            value={edit ?? said?.value ?? null}
            evidence={
              edit !== undefined ? evidenceOfEdit(said?.value ?? null) : said ? evidenceOfField(said) : null
            }
            none={i18n.t(notLoaded.includes(SECTIONS[field] ?? '') ? 'now.notLoaded' : 'now.notOnPage')}
            {...(field === 'slug' ? {} : { onSave: (value: string) => onEdit(field, value) })}
          />
        )
      })}
      <FieldRow
        label={i18n.t('now.field.memberId')}
        value={fields.memberId?.value ?? null}
        evidence={fields.memberId ? evidenceOfField(fields.memberId) : null}
      />
    </dl>
  )
}

interface PersonFieldRowsProps {
  fields: PersonFields
  /** What the open contact dialog shows. */
  contact: ContactDetails | undefined
  /** Sections the page brings only after a scroll: «not loaded», never «none». */
  notLoaded: readonly string[]
  edits: Edits
  onEdit: (field: EditableField, value: string) => void
}

/** The first address or number of the contact dialog; the others are saved with it. */
function reachedBy(contact: ContactDetails | undefined, field: EditableField): Field | undefined {
  const value = field === 'email' ? contact?.emails[0] : field === 'phone' ? contact?.phones[0] : undefined
  return value === undefined ? undefined : { value, strategy: 'contact-overlay', confidence: 'likely' }
}

/** In the order a rep asks; `read` is the reader's name for it, null for what a profile never shows. */
const ROWS = [
  { field: 'company', read: 'currentCompany' },
  { field: 'title', read: 'currentTitle' },
  { field: 'location', read: 'location' },
  { field: 'school', read: 'school' },
  { field: 'email', read: null },
  { field: 'phone', read: null },
  { field: 'name', read: 'name' },
  { field: 'headline', read: 'headline' },
  { field: 'slug', read: 'slug' },
] as const satisfies readonly { field: EditableField; read: keyof PersonFields | null }[]

const SECTIONS: Partial<Record<EditableField, string>> = {
  company: 'experience',
  title: 'experience',
  school: 'education',
}
