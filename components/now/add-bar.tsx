import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { CadenceLineWithLegend, type LineTouch } from '#components/ui/cadence-line.tsx'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { KeyHint } from '#components/ui/key-hint.tsx'
import { Menu, MenuItem } from '#components/ui/menu.tsx'
import { useKeys } from '#components/ui/use-keys.ts'

export interface CadenceChoice {
  id: string
  name: string
}

/**
 * First what will happen (the dates), then the one filled button: the left part adds, the right part shows the
 * chosen cadence and chooses another. Saving without a cadence stands beside it.
 */
export function AddBar(props: AddBarProps) {
  const { name, cadences, chosen, dates, busy, shortcut, onChoose, onAdd, onSave } = props
  const canAdd = chosen !== null && !busy
  const [isChoosing, setChoosing] = useState(false)
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
      {chosen === null && cadences.length === 0 && <p className="sm t3">{i18n.t('now.noCadence')}</p>}
      <div className="actions">
        <div className="split">
          <button
            type="button"
            className="btn btn-primary"
            aria-keyshortcuts={['a', shortcut].filter(Boolean).join(' ')}
            disabled={!canAdd}
            aria-busy={busy}
            onClick={onAdd}
            onKeyDown={(event) => event.altKey && event.key === 'ArrowDown' && setChoosing(true)}
          >
            {i18n.t('now.addToCadence')} <KeyHint keys="a" />
          </button>
          <Menu
            align="end"
            side="top"
            label={i18n.t('now.chooseCadence')}
            open={isChoosing}
            onOpenChange={setChoosing}
            trigger={
              <button
                type="button"
                className="btn"
                disabled={cadences.length === 0}
                aria-label={i18n.t('now.cadenceChosen', { name: chosen?.name ?? i18n.t('now.none') })}
              >
                <span className="split-label">{chosen?.name ?? i18n.t('now.none')}</span>
                <Icon of={ChevronDown} small />
              </button>
            }
          >
            {cadences.map((cadence) => (
              <MenuItem key={cadence.id} onSelect={() => onChoose(cadence.id)}>
                <bdi className={cadence.id === chosen?.id ? 'font-medium' : ''}>{cadence.name}</bdi>
              </MenuItem>
            ))}
          </Menu>
        </div>
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
  foot?: React.ReactNode
}
