import { User } from 'lucide-react'
import { useState } from 'react'
import type { PersonRow } from '#lib/app/people-list.ts'
import { usePeople } from '#lib/queries/people.ts'
import { contactRoute, hashOf } from '#components/frame/routes.ts'
import { GroupHeader } from '#components/ui/group-header.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { ListRow, Rows } from '#components/ui/list-row.tsx'
import { Status } from '#components/ui/status.tsx'
import { SearchField } from '#components/ui/text-field.tsx'
import { useKeys } from '#components/ui/use-keys.ts'

/** Below a page that shows nobody, and where one is chosen: somebody known is one search away. */
export function FindPeople({ hrefOf = toPerson, isShown = everybody }: FindPeopleProps) {
  const [query, setQuery] = useState('')
  const people = usePeople(query)
  const rows = people.data?.pages[0]?.rows.filter(isShown).slice(0, SHOWN) ?? []
  useKeys([{ keys: '/', run: () => document.getElementById(FIELD)?.focus(), label: i18n.t('now.find.key') }])
  if (rows.length === 0 && query === '') return null
  return (
    <>
      <section className="section">
        <div className="section-head">
          <h2>{i18n.t('now.find.title')}</h2>
        </div>
        <SearchField
          id={FIELD}
          label={i18n.t('now.find.label')}
          placeholder={i18n.t('now.find.placeholder')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </section>
      <section aria-labelledby="found-people">
        <GroupHeader id="found-people" title={i18n.t(query === '' ? 'now.find.last' : 'now.find.found')} />
        {rows.length === 0 && <p className="t2 p-3">{i18n.t('now.find.nobody')}</p>}
        <Rows>
          {rows.map((row) => (
            <ListRow
              key={row.id}
              icon={User}
              href={hrefOf(row.id)}
              title={row.name}
              sub={<bdi>{row.headline ?? row.company ?? ''}</bdi>}
              end={<Status status={row.status} />}
              off={row.doNotContact}
            />
          ))}
        </Rows>
      </section>
    </>
  )
}

interface FindPeopleProps {
  /** Where a row leads; the person unless given. */
  hrefOf?: (contactId: string) => string
  isShown?: (row: PersonRow) => boolean
}

const toPerson = (contactId: string): string => hashOf(contactRoute(contactId))
const everybody = (): boolean => true
const SHOWN = 5
const FIELD = 'find-people'
