import { useLocation } from 'wouter'
import type { PersonInput } from '#lib/app/person-input.ts'
import type { FieldChange } from '#lib/domain/merge.ts'
import type { MatchReason } from '#lib/domain/relation.ts'
import type { Contact } from '#lib/domain/records.ts'
import { useBaton } from '#lib/queries/context.tsx'
import { useLookalikes, usePageNews, useSuggestions } from '#lib/queries/same-person.ts'
import { contactRoute, hashOf, mergeRoute } from '#components/frame/routes.ts'
import { useAct } from '#components/ui/act.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { i18n, textKey } from '#components/ui/i18n.ts'
import './same.css'
import { reasonWords } from './reason-words.ts'

/** On a known person: who else they may be, with the reason; merging is a screen of its own. */
export function Suggestions({ contact }: { contact: Contact & { id: string } }) {
  const baton = useBaton()
  const act = useAct()
  const suggestions = useSuggestions(contact.id).data ?? []
  const name = contact.name.value
  return suggestions.map(({ contact: other, reason }) => (
    <section key={other.id} className="same-line" aria-label={i18n.t('same.maybe')}>
      <Maybe other={other} reason={reason} />
      <div className="actions">
        <ButtonLink
          small
          href={hashOf(mergeRoute(contact.id, other.id))}
          aria-label={i18n.t('same.mergeWith', { name: other.name.value })}
        >
          {i18n.t('same.merge')}
        </ButtonLink>
        <Button
          small
          look="quiet"
          aria-label={i18n.t('same.notSameAs', { name: other.name.value })}
          onClick={() =>
            void act(() => baton.keepApart({ contactId: contact.id, otherId: other.id }), {
              title: i18n.t('same.kept'),
              detail: i18n.t('same.two', { name, other: other.name.value }),
            })
          }
        >
          {i18n.t('same.notSame')}
        </Button>
      </div>
    </section>
  ))
}

/** On a person who is not saved yet: whom they are like. «Same person» saves the page into that one. */
export function Lookalikes({ person }: { person: Extract<PersonInput, { from: 'read' }> }) {
  const baton = useBaton()
  const act = useAct()
  const [, go] = useLocation()
  const alike = useLookalikes(person).data ?? []
  const same = async (contactId: string, name: string) => {
    const done = await act(
      () => baton.savePerson({ person: { ...person, into: contactId } }),
      ({ result }) =>
        result.kind === 'saved'
          ? { title: i18n.t('same.updated'), detail: name }
          : { problem: i18n.t(`now.notAdded.${textKey(result.kind)}`) },
    )
    if (done) go(contactRoute(contactId))
  }
  return alike.map(({ contact, reason }) => (
    <section key={contact.id} className="same-line" aria-label={i18n.t('same.maybe')}>
      <Maybe other={contact} reason={reason} />
      <div className="actions">
        <Button
          small
          aria-label={i18n.t('same.isSameAs', { name: contact.name.value })}
          onClick={() => void same(contact.id, contact.name.value)}
        >
          {i18n.t('same.isSame')}
        </Button>
        <span className="sm t3">{i18n.t('same.orAdd')}</span>
      </div>
    </section>
  ))
}

/** On a known person whose page is on screen: what it says anew, taken over with one press. */
export function PageNews({ contactId, person }: { contactId: string; person: PersonInput }) {
  const baton = useBaton()
  const act = useAct()
  const news = usePageNews(contactId, person).data ?? []
  if (news.length === 0) return null
  const update = () =>
    act(
      () => baton.savePerson({ person }),
      ({ result }) =>
        result.kind === 'saved'
          ? { title: i18n.t('same.updated'), detail: news.map(({ field }) => fieldWord(field)).join(', ') }
          : { problem: i18n.t(`now.notAdded.${textKey(result.kind)}`) },
    )
  return (
    <section className="same-line" aria-label={i18n.t('same.news')}>
      <p className="sm t2">{i18n.t('same.news')}</p>
      <ul className="m-0 p-0 list-none">
        {news.map(({ field, before, after }) => (
          <li key={`${field} ${after}`} className="wrap-anywhere">
            <span className="t3">{fieldWord(field)}: </span>
            {before !== null && (
              <>
                <bdi className="t3">{before}</bdi> →{' '}
              </>
            )}
            <bdi>{after}</bdi>
          </li>
        ))}
      </ul>
      <div className="actions">
        <Button small onClick={() => void update()}>
          {i18n.t('same.update')}
        </Button>
      </div>
    </section>
  )
}

function Maybe({ other, reason }: { other: Contact & { id: string }; reason: MatchReason }) {
  return (
    <div>
      <p>
        {i18n.t('same.maybe')}:{' '}
        <a className="link" href={hashOf(contactRoute(other.id))}>
          <bdi>{other.name.value}</bdi>
        </a>
        {other.company && (
          <>
            {' · '}
            <bdi>{other.company.value}</bdi>
          </>
        )}
      </p>
      <p className="sm t3">{reasonWords(reason)}</p>
    </div>
  )
}

function fieldWord(field: FieldChange['field']): string {
  if (field === 'emails') return i18n.t('now.field.email')
  if (field === 'phones') return i18n.t('now.field.phone')
  if (field === 'arrivedAt') return i18n.t('now.arrived.label')
  if (field === 'connectedAt') return i18n.t('now.field.connection')
  return field === 'about' || field === 'memberId' ? i18n.t('same.other') : i18n.t(`now.field.${field}`)
}
