import { AddSplit, type CadenceChoice } from '#components/now/add-split.tsx'
import { Button } from '#components/ui/button.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Progress } from '#components/ui/progress.tsx'
import { useKeys } from '#components/ui/use-keys.ts'
import type { Adding } from './use-adding-many.ts'

/** The foot of the list: what was ticked and the one button; while it runs, the numbers and Stop in its place. */
export function ListBar({ adding, ticked, cadences, chosen, load, onChoose, onAdd }: ListBarProps) {
  const isBusy = adding.state === 'running' || adding.state === 'undoing'
  const canAdd = !isBusy && chosen !== null && ticked > 0
  useKeys([{ keys: 'a', run: () => canAdd && onAdd(), label: i18n.t('now.addToCadence') }])
  useKeys([{ keys: 'Escape', run: adding.stop, label: i18n.t('list.stop') }], {
    enabled: adding.state === 'running',
  })
  if (isBusy) return <Running adding={adding} />
  return (
    <footer className="actionbar">
      {adding.state === 'ended' && <Ended adding={adding} />}
      {load}
      {chosen === null && cadences.length === 0 && <p className="sm t3">{i18n.t('now.noCadence')}</p>}
      <div className="actions">
        <AddSplit
          words={ticked === 0 ? i18n.t('now.addToCadence') : i18n.t('list.addN', ticked)}
          cadences={cadences}
          chosen={chosen}
          disabled={!canAdd}
          keys={['a']}
          onChoose={onChoose}
          onAdd={onAdd}
        />
      </div>
    </footer>
  )
}

interface ListBarProps {
  adding: Adding
  ticked: number
  cadences: readonly CadenceChoice[]
  chosen: CadenceChoice | null
  /** What the coming days hold with them. */
  load: React.ReactNode
  onChoose: (cadenceId: string) => void
  onAdd: () => void
}

function Running({ adding }: { adding: Adding }) {
  const { done, total, cadence } = adding
  const isUndoing = adding.state === 'undoing'
  const words = isUndoing
    ? i18n.t('list.takingBack', { n: done, of: total })
    : i18n.t('list.adding', { n: done, of: total, cadence })
  return (
    <footer className="actionbar">
      <p className="trunc">{words}</p>
      <Progress value={total === 0 ? 0 : (done / total) * 100} words={words} />
      {!isUndoing && (
        <div className="actions">
          <Button className="ms-auto" keyHint="Escape" onClick={adding.stop}>
            {i18n.t('list.stop')}
          </Button>
        </div>
      )}
    </footer>
  )
}

/** Stays until the next run, so that Undo does not go with the toast. */
function Ended({ adding }: { adding: Adding }) {
  const { added, cadence, cut, done, total } = adding
  const left = done - added
  return (
    <div className="flex items-baseline gap-2">
      <p className="sm grow min-w-0">
        {i18n.t('list.added', added, { cadence })}
        {cut !== null && ` · ${i18n.t(`list.${cut}`, { n: done, of: total })}`}
        {left > 0 && ` · ${i18n.t('list.notAdded', left)}`}
      </p>
      {added > 0 && (
        <Button small look="quiet" onClick={() => void adding.undo()}>
          {i18n.t('list.undoAll')}
        </Button>
      )}
    </div>
  )
}
