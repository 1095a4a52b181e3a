import { Suspense } from 'react'
import type { PersonRead } from '#lib/domain/capture.ts'
import type { EditableField } from '#lib/app/person-input.ts'
import type { Fit } from '#lib/domain/fit.ts'
import { Banner } from '#components/ui/banner.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Story } from '#components/details/story-later.ts'
import { FitSummary } from '#components/qualify/fit-bar.tsx'
import { PersonFieldRows, type Edits } from './person-fields.tsx'
import { PersonHeader } from './person-header.tsx'

/** A person on screen who is not saved yet: who it is, how well they fit, what was read and how surely. */
export function NewPerson({ read, edits, onEdit, fit, suppressed, practice }: NewPersonProps) {
  const { fields } = read
  const value = (edited: EditableField, said: string | undefined) => edits[edited] ?? said ?? null
  const name = value('name', fields.name?.value) ?? value('slug', fields.slug?.value) ?? i18n.t('now.noName')
  return (
    <article>
      {suppressed && (
        <Banner tone="late" title={i18n.t('now.suppressed.title')}>
          {i18n.t('now.suppressed.next')}
        </Banner>
      )}
      <PersonHeader
        name={name}
        headline={value('headline', fields.headline?.value)}
        meta={[value('location', fields.location?.value), fields.connectionDegree?.value ?? null]}
        status={suppressed ? 'do_not_contact' : 'new'}
        practice={practice}
      />
      {fit && <FitSummary fit={fit} />}
      <PersonFieldRows
        fields={fields}
        contact={read.contact}
        notLoaded={read.notLoaded}
        edits={edits}
        onEdit={onEdit}
      />
      <Suspense fallback={null}>
        <Story
          story={{
            positions: read.experience ?? [],
            schools: read.education ?? [],
            websites: read.contact?.websites ?? [],
          }}
        />
      </Suspense>
    </article>
  )
}

interface NewPersonProps {
  read: PersonRead
  edits: Edits
  onEdit: (field: EditableField, value: string) => void
  /** Null until it is worked out. */
  fit: Fit | null
  suppressed: boolean
  practice: boolean
}
