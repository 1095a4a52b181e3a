import { ChevronLeft, User } from 'lucide-react'
import { useContact } from '#lib/queries/contact.ts'
import { useKeptApart, useSuggestions } from '#lib/queries/same-person.ts'
import type { Contact } from '#lib/domain/records.ts'
import { contactRoute, hashOf, mergeRoute } from '#components/frame/routes.ts'
import { FindPeople } from '#components/now/find-people.tsx'
import { NowLoading } from '#components/now/loading.tsx'
import { GroupHeader } from '#components/ui/group-header.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { ListRow, Rows } from '#components/ui/list-row.tsx'
import './same.css'
import { PairGone } from './pair-gone.tsx'
import { reasonWords } from './reason-words.ts'

/** With whom to compare a person: who may be the same, who was kept apart, and everybody else by search. */
export function PickScreen({ contactId }: { contactId: string }) {
  const view = useContact(contactId)
  const suggested = useSuggestions(contactId).data ?? []
  const apart = useKeptApart(contactId).data ?? []
  if (view.data === undefined && !view.isError) return <NowLoading />
  if (!view.data) return <PairGone />
  const { contact } = view.data
  return (
    <main>
      <div className="same-crumb">
        <a className="btn-icon sm" href={hashOf(contactRoute(contactId))} aria-label={i18n.t('ui.back')}>
          <Icon of={ChevronLeft} />
        </a>
        <h1 className="grow">{i18n.t('same.pick', { name: contact.name.value })}</h1>
      </div>
      <Group
        title={i18n.t('same.maybe')}
        id="pick-maybe"
        contactId={contactId}
        rows={suggested.map(({ contact: other, reason }) => ({ other, why: reasonWords(reason) }))}
      />
      <Group
        title={i18n.t('same.apart')}
        id="pick-apart"
        contactId={contactId}
        rows={apart.map((other) => ({ other, why: i18n.t('same.apartBy') }))}
      />
      <FindPeople
        hrefOf={(otherId) => hashOf(mergeRoute(contactId, otherId))}
        isShown={({ id, practice }) => id !== contactId && practice === contact.practice}
      />
    </main>
  )
}

interface GroupProps {
  title: string
  id: string
  contactId: string
  rows: readonly { other: Contact & { id: string }; why: string }[]
}

function Group({ title, id, contactId, rows }: GroupProps) {
  if (rows.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <GroupHeader id={id} title={title} />
      <Rows>
        {rows.map(({ other, why }) => (
          <ListRow
            key={other.id}
            icon={User}
            href={hashOf(mergeRoute(contactId, other.id))}
            title={other.name.value}
            sub={why}
            off={other.doNotContact}
          />
        ))}
      </Rows>
    </section>
  )
}
