import { Suspense } from 'react'
import { Button } from '#components/ui/button.tsx'
import { CadenceLineWithLegend, type LineTouch } from '#components/ui/cadence-line.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { later } from '#components/ui/later.tsx'
import { useAfterPaint } from '#components/ui/use-after-paint.ts'
import { useKeys } from '#components/ui/use-keys.ts'
import { AddSplit, type CadenceChoice } from './add-split.tsx'

/**
 * First what will happen (the dates), then the one filled button: the left part adds, the right part shows the
 * chosen cadence and chooses another. Saving without a cadence stands beside it.
 */
export function AddBar(props: AddBarProps) {
  const { name, cadences, chosen, dates, busy, shortcut, onChoose, onAdd, onSave } = props
  const canAdd = chosen !== null && !busy
  const isPainted = useAfterPaint()
  const [first] = dates
  useKeys([
    { keys: 'a', run: () => canAdd && onAdd(), label: i18n.t('now.addToCadence') },
    ...(onSave ? [{ keys: 'Shift+A', run: () => !busy && onSave(), label: i18n.t('now.saveWithout') }] : []),
  ])
  return (
    <footer className="actionbar">
      {chosen && dates.length > 0 && (
        <CadenceLineWithLegend
          label={i18n.t('now.datesFor', { cadence: chosen.name, name })}
          touches={dates}
        />
      )}
      {isPainted && chosen && first && (
        <Suspense fallback={null}>
          <FullDay at={first.at} channel={first.channel} />
        </Suspense>
      )}
      {chosen === null && cadences.length === 0 && <p className="sm t3">{i18n.t('now.noCadence')}</p>}
      {props.before}
      <div className="actions">
        <AddSplit
          words={i18n.t('now.addToCadence')}
          cadences={cadences}
          chosen={chosen}
          disabled={!canAdd}
          busy={busy}
          keys={['a', ...(shortcut === null ? [] : [shortcut])]}
          onChoose={onChoose}
          onAdd={onAdd}
        />
        {onSave && (
          <Button
            look="quiet"
            className="px-1.5! -me-1.5"
            disabled={busy}
            title={i18n.t('now.saveWithout')}
            aria-keyshortcuts="Shift+A"
            onClick={onSave}
          >
            {i18n.t('now.save')}
          </Button>
        )}
      </div>
      {props.foot}
    </footer>
  )
}

const FullDay = later(async () => (await import('#components/load/full-day.tsx')).FullDay)

interface AddBarProps {
  name: string
  cadences: readonly CadenceChoice[]
  chosen: CadenceChoice | null
  dates: readonly LineTouch[]
  busy: boolean
  /** Chrome's key for adding; null where it gave none. */
  shortcut: string | null
  onChoose: (cadenceId: string) => void
  onAdd: () => void
  /** Missing where the person is saved already. */
  onSave?: () => void
  /** What the adding asks for, above the button. */
  before?: React.ReactNode
  foot?: React.ReactNode
}
