import { ArrowUp } from 'lucide-react'
import { useHashLocation } from 'wouter/use-hash-location'
import type { PeopleFilter, PersonRow } from '#lib/app/people-list.ts'
import { PracticeChip } from '#components/ui/chip.tsx'
import { Grade } from '#components/ui/grade.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Status } from '#components/ui/status.tsx'
import { useTime } from '#components/ui/time-provider.tsx'
import type { PeopleListProps } from './people-list.tsx'
import { PeopleState } from './people-states.tsx'
import { PersonMenu } from './person-menu.tsx'
import { cadenceWords, nextWords } from './person-words.ts'
import { useCurrentRow } from './use-current-row.ts'
import { useRows } from './use-rows.ts'

/** The people of the full page, a line each. */
export function PeopleTable({ list, scroller, onSearch }: PeopleListProps) {
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
  const isEmpty = list.rows.length === 0
  return (
    <div className="pane-scroll" ref={scroller} aria-busy={list.isBehind}>
      <PeopleState list={list} />
      {!isEmpty && (
        <div style={rows.padding}>
          <table className="table people-table" aria-rowcount={list.hasMore ? -1 : list.rows.length + 1}>
            <caption className="vh">{i18n.t('people.title')}</caption>
            <Head filter={list.filter} onFilter={list.setFilter} />
            <tbody>
              {rows.items.map((index) => {
                const row = list.rows[index]
                return (
                  row && (
                    <PersonCells
                      key={row.id}
                      row={row}
                      index={index}
                      current={index === current}
                      onCurrent={() => setCurrent(index)}
                    />
                  )
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function Head({ filter, onFilter }: HeadProps) {
  const isByNext = filter.order === 'next'
  return (
    <thead>
      <tr>
        <th scope="col" className="col-name">
          {i18n.t('people.column.name')}
        </th>
        <th scope="col" className="col-headline">
          {i18n.t('people.column.headline')}
        </th>
        <th scope="col">{i18n.t('people.column.company')}</th>
        <th scope="col" className="col-fit">
          {i18n.t('people.column.fit')}
        </th>
        <th scope="col" className="col-status">
          {i18n.t('people.column.status')}
        </th>
        <th scope="col" className="col-cadence">
          {i18n.t('people.column.cadence')}
        </th>
        <th scope="col" className="col-next" {...(isByNext ? { 'aria-sort': 'ascending' as const } : {})}>
          <button
            type="button"
            title={i18n.t(isByNext ? 'people.order.newest' : 'people.order.next')}
            onClick={() => onFilter({ ...filter, order: isByNext ? 'newest' : 'next' })}
          >
            {i18n.t('people.column.next')}
            {isByNext && <Icon of={ArrowUp} small />}
          </button>
        </th>
        <th scope="col" className="col-menu">
          <span className="vh">{i18n.t('people.column.menu')}</span>
        </th>
      </tr>
    </thead>
  )
}

interface HeadProps {
  filter: PeopleFilter
  onFilter: (filter: PeopleFilter) => void
}

function PersonCells({ row, index, current, onCurrent }: PersonCellsProps) {
  const time = useTime()
  const next = nextWords(row, time)
  return (
    <tr
      aria-rowindex={index + 2}
      className={`${current ? 'is-current' : ''} ${row.doNotContact ? 'is-off' : ''}`}
      onMouseEnter={onCurrent}
    >
      <td title={row.name}>
        <span className="people-cell">
          <a className="trunc" href={`#/contact/${row.id}`} onFocus={onCurrent}>
            <bdi>{row.name}</bdi>
          </a>
          {row.practice && <PracticeChip />}
        </span>
      </td>
      <td className="t2 col-headline" title={row.headline ?? ''}>
        <bdi>{row.headline}</bdi>
      </td>
      <td className="t2" title={row.company ?? ''}>
        <bdi>{row.company}</bdi>
      </td>
      <td className="col-fit">{row.grade !== null && <Grade grade={row.grade} />}</td>
      <td>
        <Status status={row.doNotContact ? 'do_not_contact' : row.status} />
      </td>
      <td className="t2 col-cadence" title={cadenceWords(row)}>
        {cadenceWords(row)}
      </td>
      <td className={next?.tone ?? 't2'}>{next?.words}</td>
      <td className="col-menu">
        <PersonMenu contactId={row.id} name={row.name} doNotContact={row.doNotContact} />
      </td>
    </tr>
  )
}

interface PersonCellsProps {
  row: PersonRow
  index: number
  current: boolean
  onCurrent: () => void
}

const ROW_HEIGHT = 36
