import { useState } from 'react'
import { canBeAdded, type ListedPerson } from '#lib/app/people-on-page.ts'
import { usePeopleOnPage } from '#lib/queries/list.ts'
import type { TabView } from '#lib/queries/tab.ts'
import { useAdding } from '#components/now/use-adding.ts'
import { useBeginning } from '#components/load/use-beginning.tsx'
import { ChipButton, PracticeChip } from '#components/ui/chip.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { SkeletonRows } from '#components/ui/skeleton.tsx'
import { ListBar } from './list-bar.tsx'
import { ListRows } from './list-rows.tsx'
import { searchOf } from './row-words.ts'
import { TickHead } from './tick-head.tsx'
import { useAddingMany } from './use-adding-many.ts'
import { useTicks } from './use-ticks.ts'
import './list.css'

type PeopleView = Extract<TabView, { kind: 'people' }>

/** The people of a results page or list: who is known, who is new; ticked ones are added at once. */
export function ListScreen({ view }: { view: PeopleView }) {
  const chosen = useAdding()
  const adding = useAddingMany()
  const isBusy = adding.state === 'running' || adding.state === 'undoing'
  const people = usePeopleOnPage(view, isBusy).data
  const [shown, setShown] = useState<Filter>('all')
  const cadenceId = chosen.chosen?.id ?? null
  const tickable = (people ?? []).filter((person) => canBeAdded(person, cadenceId))
  const ticks = useTicks(tickable.map(({ key }) => key))
  const load = useBeginning(cadenceId, isBusy ? 0 : ticks.count)
  if (people === undefined)
    return (
      <main>
        <ListHead view={view} />
        <SkeletonRows rows={8} words={i18n.t('list.looking')} />
      </main>
    )
  const visible = people.filter((person) => shown === 'all' || groupOf(person) === shown)
  const add = (): void => {
    const ticked = tickable.filter(({ key }) => ticks.has(key))
    if (chosen.chosen === null || ticked.length === 0) return
    // What was added is known afterwards; what was not can be ticked again.
    void adding.start(ticked, chosen.chosen, load.starts).then(ticks.clear)
  }
  return (
    <>
      <main>
        <ListHead view={view}>
          <Filters people={people} shown={shown} onShow={setShown} />
        </ListHead>
        {people.length === 0 && <p className="t2 p-3">{i18n.t('list.nobody')}</p>}
        {people.length > 0 && <TickHead tickable={tickable} ticks={ticks} disabled={isBusy} />}
        <ListRows
          people={visible}
          cadenceId={cadenceId}
          ticks={ticks}
          tickable={new Set(tickable.map(({ key }) => key))}
          adding={adding}
          busy={isBusy}
        />
      </main>
      <ListBar
        adding={adding}
        ticked={ticks.count}
        cadences={chosen.cadences}
        chosen={chosen.chosen}
        load={load.shown}
        onChoose={chosen.choose}
        onAdd={add}
      />
    </>
  )
}

function ListHead({ view, children }: { view: PeopleView; children?: React.ReactNode }) {
  const { words, page } = searchOf(view.url)
  const hidden = view.read.rows.filter(({ anonymous }) => anonymous).length
  const facts = [
    words === null ? null : i18n.t('list.search', { words }),
    page === null ? null : i18n.t('list.page', { n: page }),
    hidden === 0 ? null : i18n.t('list.hidden', hidden),
  ].filter((fact) => fact !== null)
  return (
    <header className="p-3 pb-2">
      <h1 className="text-name">{i18n.t('list.people', view.read.rows.length)}</h1>
      {facts.length > 0 && <p className="sm t3">{facts.join(' · ')}</p>}
      {view.practice && (
        <p className="mt-1">
          <PracticeChip />
        </p>
      )}
      {children}
    </header>
  )
}

type Group = 'new' | 'known' | 'unclear' | 'suppressed' | 'other'
type Filter = 'all' | Exclude<Group, 'other'>

function groupOf({ recognition: { kind } }: ListedPerson): Group {
  return kind === 'never' || kind === 'nobody' ? 'other' : kind
}

function Filters(props: { people: readonly ListedPerson[]; shown: Filter; onShow: (next: Filter) => void }) {
  const { people, shown, onShow } = props
  const counts = Map.groupBy(people, groupOf)
  const filters = FILTERS.filter((filter) => filter === 'all' || counts.has(filter) || filter === shown)
  return (
    <div className="chips mt-2" role="group" aria-label={i18n.t('list.show')}>
      {filters.map((filter) => (
        <ChipButton key={filter} pressed={filter === shown} onPress={() => onShow(filter)}>
          {i18n.t(`list.filter.${filter}`, {
            n: filter === 'all' ? people.length : (counts.get(filter)?.length ?? 0),
          })}
        </ChipButton>
      ))}
    </div>
  )
}

const FILTERS: readonly Filter[] = ['all', 'new', 'known', 'unclear', 'suppressed']
