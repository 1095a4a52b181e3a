import { Suspense, useState } from 'react'
import type { EditableField } from '#lib/app/person-input.ts'
import type { Contact } from '#lib/domain/records.ts'
import type { Sourced } from '#lib/domain/values.ts'
import type { Earlier } from '#lib/domain/earlier.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useEarlier } from '#lib/queries/earlier.ts'
import { SavedStory } from '#components/details/story-later.ts'
import { hashOf, mergeRoute } from '#components/frame/routes.ts'
import { EraseDialog } from '#components/people/erase-dialog.tsx'
import { useAct } from '#components/ui/act.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { GroupHeader } from '#components/ui/group-header.tsx'
import { i18n, textKey } from '#components/ui/i18n.ts'
import { Switch } from '#components/ui/switch.tsx'
import { useTime } from '#components/ui/time-provider.tsx'
import { evidenceOfSourced, placeWords, sourceWords } from './evidence-words.ts'
import { FieldRow } from './field-row.tsx'

/** Every field with its source, to be edited in place; do not contact, delete, erase. */
export function Details({ contact, onGone }: { contact: Contact & { id: string }; onGone: () => void }) {
  const edit = useEdit(contact)
  const earlier = useEarlier(contact.id).data
  const time = useTime()
  return (
    <>
      <dl className="fields border-t-0!">
        {ROWS.map((field) => {
          const value = sourcedOf(contact, field)
          return (
            <FieldRow
              key={field}
              label={i18n.t(`now.field.${field}`)}
              value={value?.value ?? null}
              none={i18n.t('now.notKnown')}
              evidence={value ? evidenceOfSourced(value, time) : null}
              earlier={earlierOf(earlier, field).map(({ value: was, at, strategy }) => ({
                value: was,
                words: `${placeWords(strategy)} · ${time.when(at)}`,
              }))}
              {...(value ? { from: sourceWords(value, time) } : {})}
              onSave={(typed) => void edit(field, typed)}
            />
          )
        })}
        <FieldRow
          label={i18n.t('now.field.zone')}
          value={contact.zone}
          none={i18n.t('now.yourZone', { zone: time.zone })}
          evidence={null}
          onSave={(typed) => void edit('zone', typed)}
        />
        <FieldRow
          label={i18n.t('now.field.memberId')}
          value={contact.memberId?.value ?? null}
          none={i18n.t('now.notKnown')}
          evidence={contact.memberId ? evidenceOfSourced(contact.memberId, time) : null}
        />
      </dl>
      <Suspense fallback={null}>
        <SavedStory contactId={contact.id} />
      </Suspense>
      <ActRow label={i18n.t('same.twice')} help={i18n.t('same.twiceHelp')}>
        <ButtonLink small href={hashOf(mergeRoute(contact.id))}>
          {i18n.t('same.mergeAny')}
        </ButtonLink>
      </ActRow>
      <Privacy contact={contact} onGone={onGone} />
    </>
  )
}

function Privacy({ contact, onGone }: { contact: Contact & { id: string }; onGone: () => void }) {
  const baton = useBaton()
  const act = useAct()
  const time = useTime()
  const [isErasing, setErasing] = useState(false)
  const name = contact.name.value
  const { id: contactId, doNotContact } = contact
  const remove = async () => {
    const done = await act(() => baton.deletePerson({ contactId }), {
      title: i18n.t('now.privacy.deleted'),
      detail: name,
    })
    if (done) onGone()
  }
  return (
    <section aria-labelledby="privacy-head">
      <GroupHeader
        id="privacy-head"
        title={i18n.t('now.privacy.title')}
        end={i18n.t('now.privacy.since', { day: time.day(contact.createdAt) })}
      />
      <Switch
        label={i18n.t('now.privacy.doNotContact')}
        help={i18n.t('now.privacy.doNotContactHelp')}
        checked={doNotContact}
        onChange={(on) =>
          void act(() => baton.setDoNotContact({ contactId, on }), {
            title: i18n.t(on ? 'now.privacy.stopped' : 'now.privacy.allowed'),
            detail: name,
          })
        }
      />
      <ActRow label={i18n.t('now.privacy.delete')} help={i18n.t('now.privacy.deleteHelp')}>
        <Button small look="danger" onClick={() => void remove()}>
          {i18n.t('now.privacy.delete')}
        </Button>
      </ActRow>
      <ActRow label={i18n.t('now.privacy.erase')} help={i18n.t('now.privacy.eraseHelp')}>
        <Button small look="danger" aria-haspopup="dialog" onClick={() => setErasing(true)}>
          {i18n.t('now.privacy.eraseAsk')}
        </Button>
      </ActRow>
      <EraseDialog
        contactId={contactId}
        name={name}
        doNotContact={doNotContact}
        open={isErasing}
        onClose={() => setErasing(false)}
        onErased={onGone}
      />
    </section>
  )
}

function ActRow({ label, help, children }: { label: string; help: string; children: React.ReactNode }) {
  return (
    <div className="flex items-center gap-2 min-h-11 px-3 py-1.5 border-t border-line">
      <span className="grow">
        {label}
        <span className="help block m-0!">{help}</span>
      </span>
      {children}
    </div>
  )
}

function useEdit(contact: Contact & { id: string }) {
  const baton = useBaton()
  const act = useAct()
  return (field: EditableField, value: string) =>
    act(
      () => baton.editContact({ contactId: contact.id, field, value }),
      ({ result }) => {
        if (result.kind === 'refused') return { problem: i18n.t(`now.refusedEdit.${textKey(result.code)}`) }
        if (result.kind === 'gone') return { problem: i18n.t('now.gone.title') }
        return { title: i18n.t('now.edited', { field: i18n.t(`now.field.${field}`) }), detail: value }
      },
    )
}

function earlierOf(
  earlier: ReturnType<typeof useEarlier>['data'],
  field: (typeof ROWS)[number],
): readonly Earlier[] {
  return field === 'email' || field === 'phone' ? [] : (earlier?.[field] ?? [])
}

function sourcedOf(contact: Contact, field: (typeof ROWS)[number]): Sourced | null {
  if (field === 'email') return contact.emails[0] ?? null
  if (field === 'phone') return contact.phones[0] ?? null
  return contact[field]
}

const ROWS = ['title', 'company', 'location', 'school', 'email', 'phone', 'name', 'headline', 'slug'] as const
