import { useEffect, useRef } from 'react'
import { FIND } from '#components/frame/routes.ts'
import { i18n } from '#components/ui/i18n.ts'
import { SearchField } from '#components/ui/text-field.tsx'
import { FilesMenu } from './files-menu.tsx'
import { PeopleFilters } from './people-filters.tsx'
import { PeopleList } from './people-list.tsx'
import './people.css'
import { PeopleTable } from './people-table.tsx'
import { usePeopleList } from './use-people-list.ts'
import { useIsWide } from './use-is-wide.ts'

/**
 * Everybody saved, to be found by name, company, mail or address. A list in the panel and on a narrow page, a
 * table where there is room.
 */
export function PeopleScreen() {
  const list = usePeopleList()
  const isWide = useIsWide()
  const field = useRef<HTMLInputElement>(null)
  const results = useRef<HTMLDivElement>(null)
  const search = () => {
    field.current?.focus()
    field.current?.select()
  }
  useFind(search)
  const Results = isWide ? PeopleTable : PeopleList
  return (
    <div className="people">
      <header className={isWide ? 'pane-head' : 'people-head'}>
        <h1 className={isWide ? '' : 'vh'}>{i18n.t('people.title')}</h1>
        <div className={isWide ? 'end people-search' : 'grow'}>
          <SearchField
            ref={field}
            label={i18n.t('people.search')}
            placeholder={i18n.t('people.searchIn')}
            aria-keyshortcuts="/"
            value={list.query}
            onChange={(event) => list.setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' || event.key === 'Enter') {
                event.preventDefault()
                results.current?.querySelector<HTMLElement>('a[href]')?.focus()
              }
              if (event.key === 'Escape' && list.query !== '') {
                event.preventDefault()
                list.setQuery('')
              }
            }}
          />
          {isWide && <FilesMenu query={list.query} filter={list.filter} isNarrowed={list.isNarrowed} />}
        </div>
      </header>
      {isWide && <PeopleFilters filter={list.filter} onChange={list.setFilter} />}
      <Results list={list} scroller={results} onSearch={search} />
    </div>
  )
}

/** `/` leads here from everywhere, also from here: then the screen is already on show and only the focus moves. */
function useFind(search: () => void): void {
  const latest = useRef(search)
  useEffect(() => {
    latest.current = search
  })
  useEffect(() => {
    const find = () => {
      if (window.history.state === FIND) latest.current()
    }
    find()
    window.addEventListener('hashchange', find)
    return () => window.removeEventListener('hashchange', find)
  }, [])
}
