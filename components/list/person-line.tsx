import { Check } from 'lucide-react'
import { useId } from 'react'
import type { AddedRow } from '#lib/app/add-many.ts'
import type { RowResult } from '#lib/app/batch.ts'
import type { ListedPerson } from '#lib/app/people-on-page.ts'
import { contactRoute, hashOf } from '#components/frame/routes.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Status } from '#components/ui/status.tsx'
import { useTime } from '#components/ui/time-provider.tsx'
import { heldWords, refusedWords } from './row-words.ts'

/** One row of the list on screen: a tick, who it is, and how it stands or what became of it. */
export function PersonLine(props: PersonLineProps) {
  const { person, ticked, held, inCadence, result, busy, current } = props
  const id = useId()
  const name = person.row.name ?? i18n.t('list.hiddenName')
  const why = heldWords(person, inCadence)
  const refused = result === null || result === 'waiting' ? null : refusedWords(result)
  const sub = [person.row.headline, person.row.location].filter(Boolean).join(' · ')
  return (
    <li className={`row list-row ${ticked ? 'is-ticked' : ''} ${held && why !== null ? 'is-off' : ''}`}>
      <input
        id={id}
        className="check"
        type="checkbox"
        aria-label={name}
        {...(why === null && refused === null ? {} : { 'aria-describedby': `${id}why` })}
        checked={ticked}
        disabled={held}
        aria-disabled={busy}
        tabIndex={current ? 0 : -1}
        onFocus={props.onFocus}
        onChange={() => undefined}
        onClick={(event) => (busy ? event.preventDefault() : props.onToggle(event.shiftKey))}
      />
      <Avatar name={person.row.name ?? '?'} size={24} />
      <div className="row-title">
        {person.known !== null && person.recognition.kind !== 'unclear' ? (
          <a
            className="trunc"
            href={hashOf(contactRoute(person.known.contactId))}
            // Enter opens it from the box; where there is nothing to tick the link is the way in.
            tabIndex={held ? 0 : -1}
          >
            <bdi>{name}</bdi>
          </a>
        ) : (
          <label className="trunc" htmlFor={id}>
            <bdi>{name}</bdi>
          </label>
        )}
      </div>
      <div className="row-end">
        <RowEnd person={person} result={result} />
      </div>
      <div className="row-sub trunc" id={`${id}why`}>
        <bdi>{refused ?? (result === null ? why : null) ?? sub}</bdi>
      </div>
    </li>
  )
}

export interface PersonLineProps {
  person: ListedPerson
  ticked: boolean
  /** Cannot be ticked. */
  held: boolean
  /** In the chosen cadence already. */
  inCadence: boolean
  result: RowResult<AddedRow> | 'waiting' | null
  /** A run is under way: ticks stand. */
  busy: boolean
  /** The one tab stop of the list. */
  current: boolean
  onFocus: () => void
  onToggle: (range: boolean) => void
}

function RowEnd({ person, result }: Pick<PersonLineProps, 'person' | 'result'>) {
  const time = useTime()
  if (result === 'waiting')
    return (
      <>
        <span className="spin" aria-hidden="true" />
        <span className="vh">{i18n.t('list.end.waiting')}</span>
      </>
    )
  if (result !== null) {
    const isAdded = result.kind === 'done' && result.result.kind === 'added'
    return isAdded ? (
      <span className="done inline-flex items-center gap-1">
        <Icon of={Check} small />
        {i18n.t('list.end.added')}
      </span>
    ) : (
      <span className="late">{i18n.t('list.end.notAdded')}</span>
    )
  }
  const { recognition, known } = person
  if (recognition.kind === 'suppressed') return <Status status="do_not_contact" />
  if (recognition.kind === 'unclear') return <span className="due">{i18n.t('list.end.unclear')}</span>
  if (recognition.kind === 'never' || recognition.kind === 'nobody') return null
  if (known === null) return <span>{i18n.t('list.end.new')}</span>
  return (
    <span className="inline-flex gap-1.5">
      <Status status={known.status} />
      {known.nurtureUntil !== null && (
        <span className="t3">{i18n.t('list.end.until', { day: time.shortDate(known.nurtureUntil) })}</span>
      )}
    </span>
  )
}
