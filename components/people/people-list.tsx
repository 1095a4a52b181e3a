import { Ban, User } from 'lucide-react'
import type { RefObject } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import type { PersonRow } from '#lib/app/people-list.ts'
import { PracticeChip } from '#components/ui/chip.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { ListRow, Rows } from '#components/ui/list-row.tsx'
import { Status } from '#components/ui/status.tsx'
import { useTime } from '#components/ui/time-provider.tsx'
import { PeopleState } from './people-states.tsx'
import { PersonMenu } from './person-menu.tsx'
import { nextWords } from './person-words.ts'
import { useCurrentRow } from './use-current-row.ts'
import type { PeopleList as People } from './use-people-list.ts'
import { useRows } from './use-rows.ts'

/** The people of the panel, two lines each. Only the rows on screen are in the page. */
export function PeopleList({ list, scroller, onSearch }: PeopleListProps) {
  const [, navigate] = useHashLocation()
  const rows = useRows(list, scroller, ROW_HEIGHT)
  const { current, setCurrent } = useCurrentRow({
    count: list.rows.length,
    show: rows.focus,
    open: (index) => {
      const row = list.rows[index]
      if (row) navigate(`/contact/${row.id}`)
    },
    search: onSearch,
  })
  return (
    <div className="people-scroll" ref={scroller} aria-busy={list.isBehind}>
      <PeopleState list={list} />
      <div style={rows.padding}>
        <Rows label={i18n.t('people.title')}>
          {rows.items.map((index) => {
            const row = list.rows[index]
            return (
              row && (
                <PersonLine
                  key={row.id}
                  row={row}
                  current={index === current}
                  onCurrent={() => setCurrent(index)}
                />
              )
            )
          })}
        </Rows>
      </div>
    </div>
  )
}

export interface PeopleListProps {
  list: People
  scroller: RefObject<HTMLDivElement | null>
  /** Puts the focus into the search field. */
  onSearch: () => void
}

function PersonLine({
  row,
  current,
  onCurrent,
}: {
  row: PersonRow
  current: boolean
  onCurrent: () => void
}) {
  const time = useTime()
  const next = nextWords(row, time)
  return (
    <ListRow
      icon={row.doNotContact ? Ban : User}
      href={`#/contact/${row.id}`}
      title={row.name}
      sub={<bdi>{[row.company, row.headline].filter(Boolean).join(' · ') || i18n.t('people.noCompany')}</bdi>}
      mark={
        <span className="people-mark">
          {row.practice && <PracticeChip />}
          <Status status={row.doNotContact ? 'do_not_contact' : row.status} />
        </span>
      }
      actions={
        <>
          {row.practice && <PracticeChip />}
          <Status status={row.doNotContact ? 'do_not_contact' : row.status} />
          <PersonMenu contactId={row.id} name={row.name} doNotContact={row.doNotContact} />
        </>
      }
      current={current}
      off={row.doNotContact}
      onFocus={onCurrent}
      onHover={onCurrent}
      {...(next === null ? {} : { end: next.words, ...(next.tone === null ? {} : { endTone: next.tone }) })}
    />
  )
}

const ROW_HEIGHT = 44
