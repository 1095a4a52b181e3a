import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { i18n } from '#components/ui/i18n.ts'
import { Icon } from '#components/ui/icon.tsx'
import { KeyHint } from '#components/ui/key-hint.tsx'
import { Menu, MenuItem } from '#components/ui/menu.tsx'

export interface CadenceChoice {
  id: string
  name: string
}

/** The one filled button: the left part adds, the right part shows the chosen cadence and chooses another. */
export function AddSplit({ words, cadences, chosen, disabled, busy, keys, onChoose, onAdd }: AddSplitProps) {
  const [isChoosing, setChoosing] = useState(false)
  return (
    <div className="split">
      <button
        type="button"
        className="btn btn-primary"
        aria-keyshortcuts={keys.join(' ')}
        disabled={disabled}
        aria-busy={busy}
        onClick={onAdd}
        onKeyDown={(event) => event.altKey && event.key === 'ArrowDown' && setChoosing(true)}
      >
        {words} <KeyHint keys="a" />
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
  )
}

interface AddSplitProps {
  /** What the button says. */
  words: string
  cadences: readonly CadenceChoice[]
  chosen: CadenceChoice | null
  disabled: boolean
  busy?: boolean
  /** Keys that do the same, `a` first. */
  keys: readonly string[]
  onChoose: (cadenceId: string) => void
  onAdd: () => void
}
